/**
 * The three stages of product work and the signals inside them.
 * Source: Jackie Bavaro, "The 3 Stages of a Product Manager's Career"; the signals follow the labelling guide.
 */

/** Stages in the order of the article: 1 execution, 2 strategy, 3 organisation. */
export const STAGES = ['execution', 'strategy', 'organisation'] as const;
export type Stage = (typeof STAGES)[number];

/** What a passage can be labelled: a stage, or `none` (it does no stage work). `none` is a full class, never a leftover. */
export const LABELS = [...STAGES, 'none'] as const;
export type Label = (typeof LABELS)[number];

/** The kinds of work inside each stage, in the order in which they usually happen. */
export const SIGNALS = {
  execution: ['discover', 'define', 'design', 'develop', 'deliver', 'debrief'],
  strategy: ['opportunity', 'market', 'vision', 'goals', 'bets', 'business'],
  organisation: ['hiring', 'coaching', 'structure', 'process', 'culture', 'alignment'],
} as const satisfies Record<Stage, readonly string[]>;
export type Signal = (typeof SIGNALS)[Stage][number];

/** All 18 signals, grouped by stage in stage order. */
export const ALL_SIGNALS: readonly Signal[] = STAGES.flatMap((stage) => [...SIGNALS[stage]]);

/** The stage a signal belongs to. */
export function stageOf(signal: Signal): Stage {
  const stage = STAGES.find((candidate) => (SIGNALS[candidate] as readonly string[]).includes(signal));
  if (stage === undefined) throw new RangeError(`Unknown signal: ${signal}`);
  return stage;
}

/** Whether a label is one of the three stages. */
export function isStage(label: Label): label is Stage {
  return label !== 'none';
}
