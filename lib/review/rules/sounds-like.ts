import { cueCount, hasCue, headingHasCue } from '../cues.ts';
import { longestFirst, perhapsInStage, placeOf, quoteOf, type ReadPassage, sectionsOf } from '../reading.ts';
import { mayBe } from '../refine.ts';
import type { Rule } from './rule.ts';

const NAMED = 3;
/** A list is one of work when this share of it is execution. */
const MOSTLY = 0.6;

/** Limits of one release, which are no choice of market. */
const RELEASE_SCOPE =
  /\b(?:release|version|v\d|mvp|milestone|iteration|for now|yet|phase|scope|sprint|initially|at first)\b/i;
/** What is chosen among when one chooses where to play. */
const WHERE_TO_PLAY =
  /\b(?:segments?|markets?|enterprises?|smbs?|verticals?|regions?|countr(?:y|ies)|resellers?|agencies|self-serve|business model|product lines?|free (?:plan|tier)|pricing|(?:small|large|big|mid-sized|new|existing|paying|free|public|private|independent) (?:\w+ )?(?:customers?|shops?|clinics?|schools?|hospitals?|teams?|companies|buyers?|sellers?|accounts?)|hospitals?|universities|governments?)\b/i;

/** Passages that sound like one stage and do the work of another, and the reverse. */
export const SOUNDS_LIKE_RULES: readonly Rule[] = [
  {
    id: 'strategy-words-no-choice',
    types: ['strategy', 'one-pager', 'plan', 'update'],
    source: 'Rumelt: fluff; the second of the six tests: "talks about strategy" against "makes a strategy"',
    weight: 95,
    matter: 'choice',
    find: (reading) => {
      const wordy = perhapsInStage(reading, 'strategy').filter(({ passage }) => hasCue(passage, 'strategyWords'));
      const chosen = reading.passages.some(
        ({ passage, label }) =>
          (label === 'strategy' && (hasCue(passage, 'choice') || hasCue(passage, 'exclusion'))) ||
          (label !== 'none' && headingHasCue(passage, 'exclusion')),
      );
      const [first] = wordy;
      if (wordy.length < 2 || chosen || first === undefined) return null;
      return {
        passageIds: wordy.slice(0, NAMED).map(({ passage }) => passage.id),
        reason: [quoteOf(first)],
        question: [quoteOf(first)],
        strength: Math.min(1, wordy.length / 3),
      };
    },
  },
  {
    id: 'values-no-behaviour',
    types: ['org', 'strategy', 'plan', 'update'],
    source: 'Signal phrases, culture and values: as behaviour',
    weight: 70,
    matter: 'culture',
    find: (reading) => {
      // Bare names of values have no verb by which a classifier could know them.
      const culture = reading.passages.filter(
        ({ passage, label, signal }) =>
          signal === 'culture' || (label !== 'execution' && cueCount(passage.text, 'valueWords') >= 2),
      );
      const named = culture.filter(({ passage }) => hasCue(passage, 'valueWords'));
      const [first] = named;
      const seen = culture.some(({ passage }) => hasCue(passage, 'behaviour'));
      if (named.length < 2 || seen || first === undefined) return null;
      return {
        passageIds: longestFirst(named, NAMED),
        reason: [quoteOf(first)],
        question: [quoteOf(first)],
        strength: 1,
      };
    },
  },
  {
    id: 'hidden-choice',
    types: ['spec', 'one-pager', 'strategy', 'plan', 'launch', 'update'],
    source: 'The six tests: a choice of customer, market or model is stage 2 wherever it stands',
    weight: 88,
    matter: 'hidden',
    find: (reading) => {
      const hidden = sectionsOf(reading.passages).flatMap(choicesAmongWork);
      const [first] = hidden;
      if (first === undefined) return null;
      return {
        passageIds: hidden.slice(0, NAMED).map(({ passage }) => passage.id),
        reason: [quoteOf(first), placeOf(first)],
        question: [quoteOf(first)],
        strength: 1,
      };
    },
  },
];

/** Choices of where to play in a section that is a list of work. */
function choicesAmongWork(section: readonly ReadPassage[]): ReadPassage[] {
  const isChoice = ({ passage, label }: ReadPassage) =>
    (label === 'execution' || label === 'strategy') &&
    passage.kind !== 'quote' &&
    hasCue(passage, 'choice') &&
    WHERE_TO_PLAY.test(passage.text) &&
    !RELEASE_SCOPE.test(passage.text);
  const work = section.filter((read) => mayBe('execution', read) && !isChoice(read));
  const [first] = section;
  if (first === undefined || work.length < 3 || work.length < section.length * MOSTLY) return [];
  if (headingHasCue(first.passage, 'exclusion') || headingHasCue(first.passage, 'alternative')) return [];
  return section.filter(isChoice);
}
