import type { DocumentType, Snapshot } from '../model/document.ts';
import type { Passage } from '../model/passage.ts';
import type { ExpectedRange, PassageReport, Report } from '../model/report.ts';
import type { Signal } from '../model/stage.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Writer } from '../model/writer.ts';
import { unreadByLimits } from '../text/limits.ts';
import { shorten } from '../text/shorten.ts';
import { advise } from './advise.ts';
import { distanceTo } from './distance.ts';
import { type DetectedType, describeType } from './document-type.ts';
import { expectedRange } from './expected-ranges.ts';
import { likelyShares, mixOf } from './mix.ts';
import { findMoves } from './moves/find.ts';
import type { Reading, ReadPassage } from './reading.ts';
import { refinedSignal } from './refine.ts';
import { stateOf } from './state.ts';

/** UTF-16 units of a passage that a list shows. */
const EXCERPT_LENGTH = 160;

export interface ReviewInput {
  readonly snapshot: Pick<Snapshot, 'title' | 'blocks' | 'unread' | 'limits'>;
  /** As `toPassages` makes them of the snapshot's blocks. */
  readonly passages: readonly Passage[];
  /** In passage order; null where there is no verdict yet, which counts as `none`. */
  readonly verdicts: readonly (Verdict | null)[];
  readonly detectedType: DetectedType;
  /** The type that the writer set, or null. */
  readonly chosenType: DocumentType | null;
  readonly preferences: Writer & {
    /** The writer's own expected ranges. */
    readonly ranges: Readonly<Partial<Record<DocumentType, ExpectedRange | undefined>>>;
  };
}

/** Reviews a document: type, mix, distance, moves and advice. Pure: equal input gives an equal report. */
export function review(input: ReviewInput): Report {
  const { snapshot, passages, preferences } = input;
  const state = stateOf(passages);
  const read = passages.map((passage, index) =>
    readPassage(passage, state === 'not-english' ? null : input.verdicts[index]),
  );
  const documentType = describeType(input.detectedType, input.chosenType);
  const expected = expectedRange(documentType.type, preferences.ranges);
  const mix = mixOf(
    passages,
    read.map(({ label }) => label),
  );
  const reading: Reading = {
    title: snapshot.title,
    type: documentType.type,
    typeConfidence: documentType.confidence,
    passages: read,
    mix,
    likely: likelyShares(
      passages,
      input.verdicts.map((verdict) => verdict?.probabilities ?? []),
    ),
    expected,
    moves: [],
    writer: { level: preferences.level, aim: preferences.aim },
  };
  const moves = state === 'ready' ? findMoves(reading) : [];
  return {
    version: 1,
    state,
    title: snapshot.title,
    documentType,
    mix,
    expected,
    distance: state === 'ready' ? distanceTo(mix, expected) : 0,
    passages: read.map((each, index) =>
      reportPassage(each, each.label === 'none' ? null : (input.verdicts[index]?.signal ?? null)),
    ),
    moves,
    advice: state === 'ready' ? advise({ ...reading, moves }) : [],
    unread: [...snapshot.unread, ...unreadByLimits(snapshot.blocks)],
    limits: [...snapshot.limits],
  };
}

function readPassage(passage: Passage, verdict: Verdict | null | undefined): ReadPassage {
  return {
    passage,
    label: verdict?.label ?? 'none',
    signal: verdict ? refinedSignal(passage, verdict) : null,
    probabilities: verdict?.probabilities ?? [],
    confidence: verdict?.confidence ?? 0,
    by: verdict?.by ?? 'model',
  };
}

/** The list shows the classifier's own signal, as the card does. */
function reportPassage({ passage, label, confidence, by }: ReadPassage, signal: Signal | null): PassageReport {
  return {
    id: passage.id,
    index: passage.index,
    label,
    signal,
    confidence,
    by,
    words: passage.words,
    heading: passage.headings.at(-1) ?? '',
    excerpt: shorten(passage.text, EXCERPT_LENGTH),
  };
}
