import type { Stage } from '../../model/stage.ts';
import { hasCue } from '../cues.ts';
import { STAGE_OF_LEVEL, stepOf } from '../levels.ts';
import { percent } from '../message.ts';
import { inStage, longestFirst, placeOf, quoteOf, type Reading, withSignal } from '../reading.ts';
import type { Rule } from './rule.ts';

const NAMED = 3;
const WITHIN = 'Bavaro, promotion within a stage: improve your craft; peer feedback points at what to improve';
const ACROSS = 'Bavaro, promotion across stages: be intentional, hand work over, ask your manager and their peers';

/** From here on execution is much for a document of somebody who leads the organisation. */
const MUCH_EXECUTION = 0.3;

function works(reading: Reading, from: Stage, to: Stage): boolean {
  const step = stepOf(reading.writer);
  return step !== null && step.from === from && step.to === to;
}

/** Advice for the step that the writer said they work on; none without a level. */
export const LEVEL_RULES: readonly Rule[] = [
  {
    id: 'craft-execution',
    types: ['spec', 'one-pager', 'launch'],
    source: WITHIN,
    weight: 46,
    matter: 'level',
    find: (reading) => {
      const work = inStage(reading, 'execution');
      const learns = work.some(({ passage, signal }) => signal === 'debrief' || hasCue(passage, 'learning'));
      const [first] = work;
      if (!works(reading, 'execution', 'execution') || work.length < 4 || learns || first === undefined) return null;
      return { passageIds: longestFirst(work, 1), reason: [], question: [placeOf(first)], strength: 1 };
    },
  },
  {
    id: 'craft-strategy',
    types: ['strategy', 'plan', 'one-pager', 'update'],
    source: `${WITHIN}; risk to the strategy`,
    weight: 58,
    matter: 'level',
    find: (reading) => {
      const strategy = inStage(reading, 'strategy');
      const doubts = strategy.some(({ passage }) => hasCue(passage, 'risk'));
      const [first] = [...withSignal(reading, 'bets'), ...strategy];
      if (!works(reading, 'strategy', 'strategy') || strategy.length < 3 || doubts || first === undefined) return null;
      return { passageIds: [first.passage.id], reason: [], question: [quoteOf(first)], strength: 1 };
    },
  },
  {
    id: 'craft-organisation',
    types: ['org', 'plan', 'update', 'strategy'],
    source: `${WITHIN}; the other half of stage 3 is advising the company`,
    weight: 58,
    matter: 'level',
    find: (reading) => {
      const organisation = inStage(reading, 'organisation');
      const [first] = organisation;
      if (!works(reading, 'organisation', 'organisation') || organisation.length < 3 || first === undefined)
        return null;
      if (withSignal(reading, 'alignment').length > 0) return null;
      return { passageIds: longestFirst(organisation, 1), reason: [], question: [placeOf(first)], strength: 1 };
    },
  },
  {
    id: 'toward-strategy',
    types: ['spec', 'one-pager', 'launch', 'update', 'plan'],
    source: ACROSS,
    weight: 74,
    matter: 'level',
    find: (reading) => {
      const handOver = withSignal(reading, 'develop', 'deliver');
      const [first] = handOver.length > 0 ? handOver : inStage(reading, 'execution');
      const chooses = withSignal(reading, 'bets', 'opportunity').length > 0;
      if (!works(reading, 'execution', 'strategy') || chooses || first === undefined) return null;
      return {
        passageIds: longestFirst(handOver.length > 0 ? handOver : [first], NAMED),
        reason: [percent(reading.mix.strategy)],
        question: [placeOf(first)],
        strength: 1,
      };
    },
  },
  {
    id: 'toward-organisation',
    types: ['strategy', 'one-pager', 'plan', 'update'],
    source: ACROSS,
    weight: 74,
    matter: 'level',
    find: (reading) => {
      const [first] = [...withSignal(reading, 'bets'), ...inStage(reading, 'strategy')];
      if (!works(reading, 'strategy', 'organisation') || first === undefined) return null;
      if (inStage(reading, 'organisation').length > 0) return null;
      return { passageIds: [first.passage.id], reason: [], question: [quoteOf(first)], strength: 1 };
    },
  },
  {
    id: 'hand-over',
    types: ['org', 'strategy', 'plan', 'update'],
    source: `${ACROSS}; a director's org plan that talks about features`,
    weight: 76,
    matter: 'level',
    find: (reading) => {
      const { level } = reading.writer;
      const work = inStage(reading, 'execution');
      const [first] = work;
      const much = Math.max(MUCH_EXECUTION, reading.expected.execution.high);
      if (level === null || STAGE_OF_LEVEL[level] !== 'organisation' || first === undefined) return null;
      if (reading.mix.execution <= much) return null;
      return {
        passageIds: longestFirst(work, NAMED),
        reason: [percent(reading.mix.execution)],
        question: [placeOf(first)],
        strength: Math.min(1, reading.mix.execution),
      };
    },
  },
];
