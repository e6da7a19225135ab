import type { Adjustments, DocumentClassifier, DocumentInput, GrammarHit } from '../../classifier/contract.ts';
import type { Clock } from '../../platform/clock.ts';
import { faults } from '../../platform/faults.ts';
import type { ReadGrammar } from './grammar-service.ts';

/** Longest piece of tier 1 at one go, in milliseconds, so that several documents share the background fairly. */
const SLICE_MS = 12;
/** Sentences of one grammar batch; a screenful, so that what is seen is refined first. */
const GRAMMAR_BATCH = 32;
/** Longest sentence that grammar rules are run on, in UTF-16 units: longer ones are lists or tables in disguise. */
const GRAMMAR_SENTENCE_LIMIT = 2000;

export interface LabellingDeps {
  readonly classifier: DocumentClassifier;
  readonly clock: Clock;
  readonly readGrammar: ReadGrammar;
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
  /** False after tier 2 could not be loaded for the newest version. */
  grammarAvailable(): boolean;
}

export function createLabelling(deps: LabellingDeps): Labelling {
  const { classifier, clock, signal } = deps;
  let edition = 0;
  let settled = false;
  let available = true;
  const isStale = (mine: number) => mine !== edition || signal.aborted;

  const slice = (mine: number, from: number, then: () => void): void => {
    if (isStale(mine)) return;
    const done = classifier.step(SLICE_MS, from);
    deps.advanced(done);
    if (done) then();
    else clock.after(0, () => slice(mine, from, then), signal);
  };

  const answersTo = async (sentences: Parameters<ReadGrammar>[0]) => {
    const short = sentences.filter(({ text }) => text.length <= GRAMMAR_SENTENCE_LIMIT);
    const answers = new Map<string, readonly GrammarHit[]>(sentences.map(({ key }) => [key, []]));
    for (const [key, hits] of await deps.readGrammar(short)) answers.set(key, hits);
    return answers;
  };
  const refine = async (mine: number, from: number): Promise<void> => {
    const asked = new Set<string>();
    for (;;) {
      const wanted = classifier.grammarRequests(GRAMMAR_BATCH).filter(({ key }) => !asked.has(key));
      if (wanted.length === 0) break;
      for (const { key } of wanted) asked.add(key);
      const answers = await answersTo(wanted).catch((error: unknown) => {
        faults.note('tier 2', error);
        return null;
      });
      if (isStale(mine)) return;
      if (answers === null) {
        available = false;
        break;
      }
      classifier.acceptGrammar(answers);
      await new Promise<void>((resolve) => {
        clock.after(0, () => slice(mine, from, resolve), signal);
      });
    }
    if (isStale(mine)) return;
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
