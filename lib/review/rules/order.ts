import { DOCUMENT_TYPES } from '../../model/document.ts';
import { hasCue } from '../cues.ts';
import { percent } from '../message.ts';
import { inStage, perhapsInStage, placeOf, quoteOf, type Reading, wordsIn } from '../reading.ts';
import type { Finding, Rule } from './rule.ts';

/** A reader who decides has stopped reading by then. */
const TOO_LATE = 0.4;
/** A label under this confidence is no strategic passage to a reader, unless its words choose. */
const SURE = 0.75;
/** Words above the first strategic passage that a reader takes for an introduction. */
const INTRODUCTION = 150;
const NAMED = 3;
/** Of a document's words at least this share should do stage work. */
const STAGED_SHARE = 0.1;

/** Where things stand, and what stands where it does not belong. */
export const ORDER_RULES: readonly Rule[] = [
  {
    id: 'strategy-too-late',
    types: ['strategy', 'one-pager', 'plan', 'update'],
    source: 'Reviewers of ten documents read the beginning; Amazon PR/FAQ: customer and benefit first',
    weight: 76,
    matter: 'order',
    find: tooLate,
  },
  {
    id: 'detail-in-strategy',
    types: ['strategy', 'plan', 'org', 'update'],
    source: 'The six tests, object: a feature, flow or release is stage 1',
    weight: 68,
    matter: 'mix',
    find: (reading) => {
      const detail = perhapsInStage(reading, 'execution').filter(
        ({ passage, signal }) => signal !== 'discover' && signal !== 'debrief' && hasCue(passage, 'buildDetail'),
      );
      const [first] = detail;
      const share = wordsIn(detail) / Math.max(1, reading.mix.stagedWords);
      if (detail.length < 2 || share < 0.08 || share > 0.8 || first === undefined) return null;
      return {
        passageIds: detail.slice(0, NAMED).map(({ passage }) => passage.id),
        reason: [quoteOf(first), String(detail.length)],
        question: [placeOf(first)],
        strength: Math.min(1, share / 0.3),
      };
    },
  },
  {
    id: 'little-stage-work',
    types: DOCUMENT_TYPES,
    source: 'Labelling guide, none: a passage that does no product work a reader could place',
    weight: 60,
    matter: 'mix',
    find: ({ mix, passages }) => {
      const [first] = passages;
      if (mix.words < 100 || mix.stagedWords >= mix.words * STAGED_SHARE || first === undefined) return null;
      return {
        passageIds: [first.passage.id],
        reason: [percent(mix.neutral)],
        question: [placeOf(first)],
        strength: 1,
      };
    },
  },
];

function tooLate(reading: Reading): Finding | null {
  const first = inStage(reading, 'strategy').find(
    ({ passage, confidence }) => confidence >= SURE || hasCue(passage, 'choice') || hasCue(passage, 'bet'),
  );
  if (first === undefined) return null;
  const before = wordsIn(reading.passages.slice(0, first.passage.index));
  const depth = before / Math.max(1, reading.mix.words);
  if (before < INTRODUCTION || depth < TOO_LATE) return null;
  return {
    passageIds: [first.passage.id],
    reason: [quoteOf(first), percent(depth)],
    question: [quoteOf(first)],
    strength: Math.min(1, depth / 0.8),
  };
}
