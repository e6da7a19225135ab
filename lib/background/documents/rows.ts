import type { Row } from '../../messaging/document-protocol.ts';
import type { Passage } from '../../model/passage.ts';
import { isStage } from '../../model/stage.ts';
import type { Verdict } from '../../model/verdict.ts';
import { splitSentences } from '../../text/sentences.ts';

/** Rows of one message: reading them takes the page about a millisecond. */
export const ROWS_AT_ONCE = 250;

/** Rows that go together, with the headings that they name by place. */
export interface RowBatch {
  readonly rows: readonly Row[];
  readonly headings: readonly string[];
}

/** What a page was told about a passage. */
interface Told {
  readonly label: Verdict['label'];
  readonly signal: Verdict['signal'];
  readonly by: Verdict['by'];
  readonly confidence: number;
  readonly heading: string | undefined;
}

/** What the page of one document knows of its passages, so that only changes are told. */
export class ToldRows {
  private readonly told = new Map<string, Told>();
  /** What the last news were made of: what is still the same says nothing new, unless its passage was forgotten since. */
  private passages: readonly Passage[] = [];
  private verdicts: readonly (Verdict | null)[] = [];
  private readonly forgotten = new Set<string>();

  /** The page forgot these passages, or they are new to it. */
  forget(ids: Iterable<string>): void {
    for (const id of ids) {
      this.told.delete(id);
      this.forgotten.add(id);
    }
  }

  /**
   * What the page does not know yet, beginning at passage `from` and going round; it counts as told from now on. While passages
   * are without a verdict, the others move with each one that gets it: then only what was never told is told.
   */
  news(passages: readonly Passage[], verdicts: readonly (Verdict | null)[], from: number): RowBatch[] {
    const isComplete = !verdicts.includes(null);
    const batches: { rows: Row[]; headings: string[] }[] = [];
    const { forgotten, passages: earlier, verdicts: said } = this;
    // While verdicts are missing, changes of the others are held back: they stay news.
    if (isComplete) [this.passages, this.verdicts] = [passages, verdicts];
    else [this.passages, this.verdicts] = [[], []];
    for (let offset = 0; offset < passages.length; offset++) {
      const index = (from + offset) % passages.length;
      const passage = passages[index];
      const verdict = verdicts[index];
      if (passage === undefined || verdict === null || verdict === undefined) continue;
      if (passage === earlier[index] && verdict === said[index] && !forgotten.has(passage.id)) continue;
      const next: Told = {
        label: verdict.label,
        signal: verdict.signal,
        by: verdict.by,
        confidence: Math.round(verdict.confidence * 100) / 100,
        heading: passage.headings.at(-1),
      };
      const before = this.told.get(passage.id);
      if (before !== undefined && (!isComplete || isEqual(before, next))) continue;
      this.told.set(passage.id, next);
      let batch = batches.at(-1);
      if (batch === undefined || batch.rows.length === ROWS_AT_ONCE) {
        batch = { rows: [], headings: [] };
        batches.push(batch);
      }
      batch.rows.push(rowOf(passage, next, batch.headings));
    }
    forgotten.clear();
    return batches;
  }
}

function rowOf({ id, words, text }: Passage, { heading, ...told }: Told, headings: string[]): Row {
  // Passages under one heading follow each other.
  if (heading !== undefined && headings.at(-1) !== heading) headings.push(heading);
  return {
    id,
    ...told,
    words,
    heading: heading === undefined ? -1 : headings.length - 1,
    sentences: isStage(told.label) ? splitSentences(text).flat() : [],
  };
}

function isEqual(first: Told, second: Told): boolean {
  return (
    first.label === second.label &&
    first.signal === second.signal &&
    first.by === second.by &&
    first.confidence === second.confidence &&
    first.heading === second.heading
  );
}
