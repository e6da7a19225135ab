import type { Signal } from '../../model/stage.ts';
import { hasCue, headingHasCue } from '../cues.ts';
import { inStage, longestFirst, perhapsInStage, placeOf, quoteOf, speaksOf, withSignal } from '../reading.ts';
import { isGoalLike } from '../refine.ts';
import type { Rule } from './rule.ts';

const NAMED = 3;

const isInward = (signal: Signal) => signal === 'vision' || signal === 'goals' || signal === 'bets';

/** Kinds of work that a stage's own passages lack. */
export const MISSING_SIGNAL_RULES: readonly Rule[] = [
  {
    id: 'no-discover-no-debrief',
    types: ['spec', 'one-pager'],
    source: 'Stage 1 has six parts: Discover, Define, Design, Develop, Deliver, Debrief',
    weight: 66,
    matter: 'learning',
    find: (reading) => {
      const work = withSignal(reading, 'define', 'design', 'develop', 'deliver');
      const learns = reading.passages.some(
        (read) =>
          read.signal === 'discover' ||
          read.signal === 'debrief' ||
          (read.label === 'strategy' && hasCue(read.passage, 'evidence')),
      );
      const [first] = work;
      if (work.length < 5 || learns || first === undefined) return null;
      return { passageIds: longestFirst(work, NAMED), reason: [], question: [placeOf(first)], strength: 1 };
    },
  },
  {
    id: 'goal-no-plan',
    types: ['strategy', 'plan', 'one-pager', 'update'],
    source: 'Rumelt: goals mistaken for strategy; signal phrases, goal-setting: "goal, no plan"',
    weight: 92,
    matter: 'choice',
    find: (reading) => {
      const goals = perhapsInStage(reading, 'strategy').filter(
        ({ passage, signal }) => signal === 'goals' || (signal === null && isGoalLike(passage)),
      );
      const first = goals.find(({ passage }) => headingHasCue(passage, 'goalHeading')) ?? goals[0];
      const plan =
        withSignal(reading, 'bets').length > 0 ||
        inStage(reading, 'strategy').some(({ passage }) => hasCue(passage, 'choice'));
      if (goals.length < 2 || plan || first === undefined) return null;
      return {
        passageIds: goals.slice(0, NAMED).map(({ passage }) => passage.id),
        reason: [quoteOf(first)],
        question: [quoteOf(first)],
        strength: Math.min(1, goals.length / 4),
      };
    },
  },
  {
    id: 'nothing-outside',
    types: ['strategy', 'one-pager'],
    source: 'Rumelt: not facing the challenge; swap test: could another company use the page unchanged?',
    weight: 72,
    matter: 'diagnosis',
    find: (reading) => {
      const inward = perhapsInStage(reading, 'strategy').filter(({ signal }) => signal === null || isInward(signal));
      const outward = withSignal(reading, 'market', 'opportunity', 'business', 'discover');
      const [first] = inward;
      if (inward.length < 5 || outward.length > 0 || first === undefined) return null;
      if (inward.some(({ passage }) => hasCue(passage, 'marketObject') && hasCue(passage, 'diagnosis'))) return null;
      return { passageIds: longestFirst(inward, NAMED), reason: [], question: [quoteOf(first)], strength: 1 };
    },
  },
  {
    id: 'hiring-no-coaching',
    types: ['org', 'plan'],
    source: 'Bavaro, stage 3: hire people, coach them, set up processes',
    weight: 68,
    matter: 'people',
    find: (reading) => {
      const hiring = withSignal(reading, 'hiring');
      const [first] = hiring;
      if (hiring.length < 3 || withSignal(reading, 'coaching').length > 0 || first === undefined) return null;
      return {
        passageIds: longestFirst(hiring, NAMED),
        reason: [placeOf(first)],
        question: [placeOf(first)],
        strength: Math.min(1, hiring.length / 8),
      };
    },
  },
  {
    id: 'launch-no-look-back',
    types: ['launch'],
    source: 'Stage 1, Debrief: results after launch; Deliver: monitoring',
    weight: 64,
    matter: 'learning',
    find: (reading) => {
      const deliver = inStage(reading, 'execution').filter(({ signal }) => signal !== 'debrief');
      const last = deliver.at(-1);
      const looks = reading.passages.some(
        (read) => read.signal === 'debrief' || hasCue(read.passage, 'measure') || speaksOf(read, 'learning'),
      );
      if (deliver.length < 3 || looks || last === undefined) return null;
      return { passageIds: [last.passage.id], reason: [], question: [quoteOf(last)], strength: 1 };
    },
  },
  {
    id: 'roles-no-decisions',
    types: ['org'],
    source: 'Signal phrases, org design: decision rights; process and operating cadence',
    weight: 56,
    matter: 'structure',
    find: (reading) => {
      const structure = perhapsInStage(reading, 'organisation').filter(
        ({ passage, signal }) => signal === 'structure' || (signal === null && hasCue(passage, 'heads')),
      );
      const [first] = structure;
      const runs = reading.passages.some(
        (read) =>
          read.signal === 'process' || hasCue(read.passage, 'decision') || headingHasCue(read.passage, 'cadence'),
      );
      if (structure.length < 4 || runs || first === undefined) return null;
      return { passageIds: longestFirst(structure, NAMED), reason: [placeOf(first)], question: [], strength: 1 };
    },
  },
];
