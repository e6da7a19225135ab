import { browser } from 'wxt/browser';
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

/** Content side: one port, opened when it is first needed and again after the background died. One batch at a time. */
export function createGrammarClient(signal: AbortSignal): AskGrammar {
  let port: Port | null = null;
  let waiting: ((answer: GrammarAnswer | null) => void) | null = null;
  const settle = (answer: GrammarAnswer | null) => {
    const resolve = waiting;
    waiting = null;
    resolve?.(answer);
  };
  const open = (): Port => {
    const opened = browser.runtime.connect({ name: GRAMMAR_PORT });
    opened.onMessage.addListener((raw: unknown) => {
      const answer = grammarAnswerSchema.safeParse(raw);
      if (!answer.success) faults.note('tier 2', 'An answer did not have the agreed form.');
      settle(answer.success ? answer.data : null);
    });
    opened.onDisconnect.addListener(() => {
      void browser.runtime.lastError;
      if (port === opened) port = null;
      settle(null);
    });
    return opened;
  };
  const once = (batch: GrammarBatch) =>
    new Promise<GrammarAnswer | null>((resolve) => {
      try {
        port ??= open();
        waiting = resolve;
        port.postMessage(batch);
      } catch (error) {
        faults.note('tier 2', error);
        port = null;
        waiting = null;
        resolve(null);
      }
    });
  whenAborted(signal, () => port?.disconnect());
  signal.addEventListener('abort', () => settle(null));
  return async (batch) => {
    if (signal.aborted) return null;
    // A dead background costs one wake-up: the same batch is asked again on a new port, once.
    return (await once(batch)) ?? (signal.aborted ? null : once(batch));
  };
}

/** Background side: answers batches on every grammar port. Call it synchronously at start. */
export function serveGrammar(answer: (batch: GrammarBatch) => Promise<GrammarAnswer>): void {
  browser.runtime.onConnect.addListener((port: Port) => {
    if (port.name !== GRAMMAR_PORT || !isOwnTab(port.sender ?? {}, identity())) return;
    port.onMessage.addListener((raw: unknown) => {
      const batch = grammarBatchSchema.safeParse(raw);
      if (!batch.success) {
        faults.note('tier 2', 'A batch did not have the agreed form.');
        return;
      }
      answer(batch.data).then(
        (result) => post(port, result),
        (error: unknown) => {
          faults.note('tier 2', error);
          port.disconnect();
        },
      );
    });
  });
}

function post(port: Port, result: GrammarAnswer): void {
  try {
    port.postMessage(result);
  } catch (error) {
    // The tab went away while its sentences were read; nobody waits for the answer.
    faults.note('tier 2, tab gone', error);
  }
}
