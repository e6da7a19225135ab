import { browser } from 'wxt/browser';
import { browserClock, type Clock } from '../platform/clock.ts';
import { faults } from '../platform/faults.ts';
import { whenAborted } from '../platform/listen.ts';
import {
  GRAMMAR_PORT,
  type GrammarAnswer,
  type GrammarBatch,
  grammarAnswerSchema,
  grammarBatchSchema,
} from './content-to-background.ts';
import { isOwnTab } from './sender.ts';
import { identity } from './serve.ts';

type Port = ReturnType<typeof browser.runtime.connect>;

/** Asks tier 2 for one batch; null when the background died twice over it or is gone for good. */
export type AskGrammar = (batch: GrammarBatch) => Promise<GrammarAnswer | null>;

/** A batch without an answer for this long was lost, in milliseconds. Loading tier 2 takes up to two seconds. */
const LOST_AFTER_MS = 15_000;

/** The batch that is under way. */
interface Waiting {
  readonly revision: number;
  readonly settle: (answer: GrammarAnswer | null) => void;
}

/** Content side: one port, opened when it is first needed and again after the background died. One batch at a time. */
export function createGrammarClient(signal: AbortSignal, clock: Clock = browserClock): AskGrammar {
  let port: Port | null = null;
  let waiting: Waiting | null = null;
  let tail: Promise<unknown> = Promise.resolve();

  const settle = (answer: GrammarAnswer | null) => {
    const { settle: resolve } = waiting ?? {};
    waiting = null;
    resolve?.(answer);
  };
  const open = (): Port => {
    const opened = browser.runtime.connect({ name: GRAMMAR_PORT });
    opened.onMessage.addListener((raw: unknown) => {
      const answer = grammarAnswerSchema.safeParse(raw);
      if (!answer.success) faults.note('tier 2', 'An answer did not have the agreed form.');
      else if (answer.data.revision === waiting?.revision) settle(answer.data);
    });
    opened.onDisconnect.addListener(() => {
      // Reading lastError tells Chromium that a missing receiver was expected.
      void browser.runtime.lastError;
      if (port !== opened) return;
      port = null;
      settle(null);
    });
    return opened;
  };
  const once = (batch: GrammarBatch) =>
    new Promise<GrammarAnswer | null>((resolve) => {
      const answered = new AbortController();
      waiting = {
        revision: batch.revision,
        settle: (answer) => {
          answered.abort();
          resolve(answer);
        },
      };
      clock.after(
        LOST_AFTER_MS,
        () => {
          port?.disconnect();
          port = null;
          settle(null);
        },
        answered.signal,
      );
      try {
        port ??= open();
        port.postMessage(batch);
      } catch (error) {
        faults.note('tier 2', error);
        port = null;
        settle(null);
      }
    });
  const ask = async (batch: GrammarBatch): Promise<GrammarAnswer | null> => {
    if (signal.aborted) return null;
    // A dead background costs one wake-up: the same batch is asked again on a new port, once.
    return (await once(batch)) ?? (signal.aborted ? null : once(batch));
  };

  whenAborted(signal, () => port?.disconnect());
  signal.addEventListener('abort', () => settle(null));
  return (batch) => {
    const answer = tail.then(() => ask(batch));
    tail = answer;
    return answer;
  };
}

/** Background side: answers batches on every grammar port. Call it synchronously at start. */
export function serveGrammar(answer: (batch: GrammarBatch) => Promise<GrammarAnswer>): void {
  browser.runtime.onConnect.addListener((port: Port) => {
    if (port.name !== GRAMMAR_PORT || !isOwnTab(port.sender ?? {}, identity())) return;
    let open = true;
    port.onDisconnect.addListener(() => {
      open = false;
    });
    port.onMessage.addListener((raw: unknown) => {
      const batch = grammarBatchSchema.safeParse(raw);
      if (!batch.success) {
        faults.note('tier 2', 'A batch did not have the agreed form.');
        return;
      }
      answer(batch.data).then(
        (result) => {
          // The tab may have gone while its sentences were read; then nobody waits for the answer.
          if (open) port.postMessage(result);
        },
        (error: unknown) => {
          faults.note('tier 2', error);
          if (open) port.disconnect();
        },
      );
    });
  });
}
