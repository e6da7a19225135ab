import type { DocumentType } from '../model/document.ts';
import type { Passage } from '../model/passage.ts';
import type { ExpectedRange, Move } from '../model/report.ts';
import type { Label, Signal, Stage } from '../model/stage.ts';
import type { Mix } from '../model/verdict.ts';
import type { Writer } from '../model/writer.ts';
import { shorten } from '../text/shorten.ts';
import { type CueId, hasCue, headingHasCue } from './cues.ts';
import { mayBe } from './refine.ts';

/** A passage with the verdict on it. */
export interface ReadPassage {
  readonly passage: Passage;
  readonly label: Label;
  /** The signal that rules go by; see `refinedSignal`. */
  readonly signal: Signal | null;
  /** Per label, in the order of LABELS, as the verdict has them. */
  readonly probabilities: readonly number[];
  readonly confidence: number;
  readonly by: 'model' | 'writer';
}

/** A document as moves and rules see it. */
export interface Reading {
  readonly title: string;
  readonly type: DocumentType;
  /** Confidence that the document is of that type, 0-1. */
  readonly typeConfidence: number;
  readonly passages: readonly ReadPassage[];
  readonly mix: Mix;
  /** The shares as the probabilities of all labels have them; see `likelyShares`. */
  readonly likely: Readonly<Record<Stage, number>>;
  readonly expected: ExpectedRange;
  readonly moves: readonly Move[];
  readonly writer: Writer;
}

/** Characters of a passage or heading that name it in a sentence. */
const NAME_LENGTH = 60;

/** A passage's own words in quotation marks, shortened at a word, to name it in a sentence. */
export function quoteOf({ passage }: ReadPassage): string {
  return inQuotes(passage.text);
}

/** The section of a passage: its nearest heading in quotation marks, or its own first words where it has none. */
export function placeOf({ passage }: ReadPassage): string {
  return inQuotes(passage.headings.at(-1) ?? passage.text);
}

function inQuotes(text: string): string {
  return `“${shorten(text, NAME_LENGTH)}”`;
}

/** Passages with one of the signals. */
export function withSignal(reading: Reading, ...signals: readonly Signal[]): ReadPassage[] {
  return reading.passages.filter(({ signal }) => signal !== null && signals.includes(signal));
}

export function inStage(reading: Reading, stage: Stage): ReadPassage[] {
  return reading.passages.filter(({ label }) => label === stage);
}

/** Passages of a stage, and those without one that may well be of it. */
export function perhapsInStage(reading: Reading, stage: Stage): ReadPassage[] {
  return reading.passages.filter((read) => mayBe(stage, read));
}

/** Whether a passage or the headings above it hold a cue. */
export function speaksOf({ passage }: ReadPassage, cue: CueId): boolean {
  return hasCue(passage, cue) || headingHasCue(passage, cue);
}

/** Ids for a report, the longest passages first, at most `limit`. */
export function longestFirst(passages: readonly ReadPassage[], limit: number): string[] {
  return [...passages]
    .sort((first, second) => second.passage.words - first.passage.words || first.passage.index - second.passage.index)
    .slice(0, limit)
    .map(({ passage }) => passage.id);
}

/** Passages grouped by the headings above them, in reading order; a section is never empty. */
export function sectionsOf(passages: readonly ReadPassage[]): ReadPassage[][] {
  const sections: ReadPassage[][] = [];
  let last: readonly string[] | null = null;
  for (const read of passages) {
    const { headings } = read.passage;
    if (last === null || !sameHeadings(last, headings)) sections.push([]);
    sections.at(-1)?.push(read);
    last = headings;
  }
  return sections;
}

function sameHeadings(first: readonly string[], second: readonly string[]): boolean {
  return (
    first === second || (first.length === second.length && first.every((heading, index) => heading === second[index]))
  );
}

export function wordsIn(passages: readonly ReadPassage[]): number {
  return passages.reduce((sum, { passage }) => sum + passage.words, 0);
}
