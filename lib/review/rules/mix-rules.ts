import { DOCUMENT_TYPES } from '../../model/document.ts';
import { STAGES, type Stage } from '../../model/stage.ts';
import { hasCue } from '../cues.ts';
import { excess } from '../distance.ts';
import { percent } from '../message.ts';
import { inStage, longestFirst, placeOf, type Reading, type ReadPassage, sectionsOf, wordsIn } from '../reading.ts';
import type { Finding, Rule } from './rule.ts';

/** A share this far under or over its range is worth a word; less is noise of labelling. */
const WORTH_SAYING = { under: 0.1, over: 0.15 } as const;
/** From here on the weight does not grow. */
const FULL = 0.5;
const NAMED = 3;

const SOURCE = 'Default mixes: distance to the range';

/**
 * Too little or too much of a stage for a document of its type: one rule per stage and side. The likely shares
 * have to be outside the range too, so that a few doubtful labels raise no alarm.
 */
export const MIX_RULES: readonly Rule[] = STAGES.flatMap((stage) => [
  {
    id: `too-little-${stage}`,
    types: DOCUMENT_TYPES,
    source: SOURCE,
    weight: 84,
    matter: 'mix',
    find: (reading) => (speaksOfStage(reading, stage) ? null : outside(reading, stage, -1, sectionOfMost(reading))),
  },
  {
    id: `too-much-${stage}`,
    types: DOCUMENT_TYPES,
    source: SOURCE,
    weight: 80,
    matter: 'mix',
    find: (reading) => outside(reading, stage, 1, longestSection(inStage(reading, stage))),
  },
]);

/** Two passages that choose or tie work to a goal say the direction, however few words they take. */
function speaksOfStage({ passages }: Reading, stage: Stage): boolean {
  if (stage !== 'strategy') return false;
  const speaking = passages.filter(({ passage }) => hasCue(passage, 'choice') || hasCue(passage, 'link'));
  return speaking.length >= 2;
}

/** @param side -1 for too little, 1 for too much. @param named the section that the question is about */
function outside(reading: Reading, stage: Stage, side: 1 | -1, named: readonly ReadPassage[]): Finding | null {
  const [first] = named;
  const amount = excess(stage, reading.mix, reading.expected) * side;
  const likely = excess(stage, reading.likely, reading.expected) * side;
  const worth = side === 1 ? WORTH_SAYING.over : WORTH_SAYING.under;
  if (amount < worth || likely < worth / 2 || first === undefined) return null;
  const { low, high } = reading.expected[stage];
  return {
    passageIds: longestFirst(named, NAMED),
    reason: [percent(reading.mix[stage]), percent(low), percent(high)],
    question: [placeOf(first)],
    strength: Math.min(1, amount / FULL),
  };
}

/** The longest section of the stage that has most words. */
function sectionOfMost(reading: Reading): readonly ReadPassage[] {
  const most = STAGES.reduce((best, stage) => (reading.mix[stage] > reading.mix[best] ? stage : best));
  return longestSection(inStage(reading, most));
}

function longestSection(passages: readonly ReadPassage[]): readonly ReadPassage[] {
  return sectionsOf(passages).reduce<readonly ReadPassage[]>(
    (longest, section) => (wordsIn(section) > wordsIn(longest) ? section : longest),
    [],
  );
}
