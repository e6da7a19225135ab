import type { Adjustments, DocumentClassifier, DocumentInput, GrammarHit } from '../classifier/contract.ts';
import { GRAMMAR_BATCH, GRAMMAR_SENTENCE_LIMIT } from '../messaging/content-to-background.ts';
import type { AskGrammar } from '../messaging/grammar-port.ts';
import type { Clock } from '../platform/clock.ts';
import { faults } from '../platform/faults.ts';
import type { GrammarMemo } from './grammar-memo.ts';

/** Longest piece of tier 1 at one go, in milliseconds, so that no key waits for it. */
const SLICE_MS = 5;

export interface LabellingDeps {
  readonly classifier: DocumentClassifier;
  readonly clock: Clock;
  readonly askGrammar: AskGrammar;
  readonly memo: GrammarMemo;
  readonly signal: AbortSignal;
  /** Verdicts moved on. `tier1Done`: every passage has one. */
  advanced(tier1Done: boolean): void;
  /** Nothing more will come until the next `start`. */
  settled(): void;
}

/** Brings verdicts of one document up to date: tier 1 in slices, then tier 2 in batches. */
export interface Labelling {
  /** Takes the newest version; passages near `from` come first. Work on an older version ends, its answers are dropped. */
  start(document: DocumentInput, adjustments: Adjustments, from: number): void;
  isSettled(): boolean;
  /** False after the background could not be woken for the newest version. */
  grammarAvailable(): boolean;
}

export function createLabelling(deps: LabellingDeps): Labelling {
  const { classifier, clock, memo, signal } = deps;
  let edition = 0;
  let settled = false;
  let available = true;
  const isStale = (mine: number) => mine !== edition || signal.aborted;

  const slice = (mine: number, from: number, then: () => void): void => {
    if (isStale(mine)) return;
    const done = classifier.step(SLICE_MS, from);
    deps.advanced(done);
    if (done) then();
    else clock.idle(() => slice(mine, from, then), signal);
  };

  const refine = async (mine: number, from: number): Promise<void> => {
    const asked = new Set<string>();
    for (;;) {
      const wanted = classifier.grammarRequests(GRAMMAR_BATCH).filter(({ key }) => !asked.has(key));
      if (wanted.length === 0) break;
      const answers = new Map<string, readonly GrammarHit[]>();
      const unknown = wanted.filter(({ key, text }) => {
        asked.add(key);
        const hits = memo.get(key) ?? (text.length > GRAMMAR_SENTENCE_LIMIT ? [] : undefined);
        if (hits !== undefined) answers.set(key, hits);
        return hits === undefined;
      });
      if (unknown.length > 0) {
        const keys = new Set(unknown.map(({ key }) => key));
        const answer = await deps.askGrammar({
          revision: mine,
          sentences: unknown.map(({ key, text }) => ({ key, text })),
        });
        if (isStale(mine)) return;
        if (answer === null) {
          available = false;
          break;
        }
        for (const { key, hits } of answer.answers) {
          if (!keys.has(key)) continue;
          memo.put(key, hits);
          answers.set(key, hits);
        }
      }
      classifier.acceptGrammar(answers);
      await new Promise<void>((resolve) => {
        clock.idle(() => slice(mine, from, resolve), signal);
      });
    }
    settled = true;
    deps.settled();
  };

  return {
    start(document, adjustments, from) {
      edition++;
      settled = false;
      available = true;
      classifier.update(document, adjustments);
      const mine = edition;
      slice(mine, from, () => {
        refine(mine, from).catch((error: unknown) => faults.note('labelling', error));
      });
    },
    isSettled: () => settled,
    grammarAvailable: () => available,
  };
}
