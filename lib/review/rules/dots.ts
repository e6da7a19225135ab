import { inStage, longestFirst, placeOf, quoteOf, wordsIn } from '../reading.ts';
import { bets, betsWithoutAction, orphanSections } from '../threads.ts';
import type { Rule } from './rule.ts';

const NAMED = 5;
/** Where fewer of the bets are without a beginning, the document knows how to begin one, and a label may be wrong. */
const MANY = 0.5;
const SOURCE = 'Bavaro: spell out every assumption between the business goal and the feature ("connect the dots")';

/** Work without a reason in the document, and bets without a beginning. Listed as something to look at, never as an error. */
export const DOTS_RULES: readonly Rule[] = [
  {
    id: 'orphan-work',
    types: ['one-pager', 'strategy', 'plan', 'update'],
    source: SOURCE,
    weight: 50,
    matter: 'dots',
    find: (reading) => {
      const orphans = orphanSections(reading).sort((first, second) => wordsIn(second) - wordsIn(first));
      const [first] = orphans[0] ?? [];
      if (first === undefined) return null;
      return {
        passageIds: orphans.slice(0, NAMED).flatMap((section) => longestFirst(section, 1)),
        reason: [placeOf(first)],
        question: [placeOf(first)],
        strength: wordsIn(orphans.flat()) / Math.max(1, wordsIn(inStage(reading, 'execution'))),
      };
    },
  },
  {
    id: 'bet-no-action',
    types: ['one-pager', 'strategy', 'plan'],
    source: 'Rumelt: coherent action; rubric of a strategy: first actions',
    weight: 60,
    matter: 'actions',
    find: (reading) => {
      const idle = betsWithoutAction(reading);
      const [first] = idle;
      const share = idle.length / Math.max(1, bets(reading).length);
      if (first === undefined || share < MANY) return null;
      return {
        passageIds: idle.slice(0, NAMED).map(({ passage }) => passage.id),
        reason: [quoteOf(first)],
        question: [quoteOf(first)],
        strength: share,
      };
    },
  },
];
