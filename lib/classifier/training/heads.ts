import { STAGES, type Stage } from '../../model/stage.ts';
import type { Dataset, GroupName } from './features.ts';
import { type Block, fitLinear, type LinearModel, scoreLinear } from './linear.ts';

/**
 * The two decisions behind a label, each a linear model. `work`: does the passage do any stage work at all? `stage`: which
 * stage, were it to do some? What a passage says of itself decides the first; its section and document weigh much in the second.
 */
export type HeadName = 'work' | 'stage';
export type SignalHeadName = Stage;

interface HeadDesign {
  /** Feature groups with the ridge penalty of each, chosen by cross-validation over organisations. */
  readonly penalties: Partial<Record<GroupName, number>>;
  readonly classes: number;
}

export const HEADS: Readonly<Record<HeadName, HeadDesign>> = {
  work: {
    penalties: {
      text: 9600,
      heading: 9600,
      section: 6400,
      document: 9600,
      outline: 12_800,
      phrases: 96,
      'heading-phrases': 32,
      rules: 32,
      'heading-rules': 32,
      'document-rules': 9600,
      lone: 6,
      'lone-rules': 8,
      layout: 32,
    },
    classes: 2,
  },
  stage: {
    penalties: {
      text: 9600,
      heading: 24_000,
      path: 9600,
      title: 9600,
      section: 4000,
      document: 2700,
      outline: 9600,
      'document-rules': 4000,
      'document-phrases': 9600,
      phrases: 160,
      'heading-phrases': 96,
      rules: 640,
      'heading-rules': 160,
      lone: 6,
      'lone-rules': 8,
    },
    classes: 3,
  },
};

/** Which signal inside a stage: one model a stage, fitted on the passages of that stage. */
const SIGNAL_HEAD: HeadDesign = {
  penalties: {
    text: 3000,
    heading: 4000,
    path: 6000,
    title: 1200,
    section: 1500,
    document: 700,
    outline: 1500,
    rules: 100,
    'heading-rules': 60,
    'document-rules': 3000,
  },
  classes: 6,
};

/** Groups whose features are yes or no, or mostly nothing: they keep their size, the others are scaled by their spread. */
const FLAGS: ReadonlySet<GroupName> = new Set([
  'phrases',
  'heading-phrases',
  'rules',
  'heading-rules',
  'title-rules',
  'lone',
  'lone-rules',
  'layout',
]);

const ITERATIONS = 80;
const SIGNAL_ITERATIONS = 40;
export const NONE = 3;

/** The blocks of one head, without the groups left out. */
export function blocksOf(dataset: Dataset, head: HeadDesign, without: ReadonlySet<GroupName> = new Set()): Block[] {
  return (Object.entries(head.penalties) as [GroupName, number][])
    .filter(([name]) => !without.has(name))
    .map(([name, penalty]) => ({ name, penalty, scaled: !FLAGS.has(name), ...dataset.groups[name] }));
}

/** Fits one head on the given rows. Rows without stage work do not teach the stage head. */
export function fitHead(
  dataset: Dataset,
  name: HeadName,
  rows: Int32Array,
  without?: ReadonlySet<GroupName>,
): LinearModel {
  const { classes } = HEADS[name];
  const isStage = name === 'stage';
  const targets = isStage ? dataset.labels : dataset.labels.map((label) => (label === NONE ? 1 : 0));
  const used = isStage ? rows.filter((row) => dataset.labels[row] !== NONE) : rows;
  return fitLinear(blocksOf(dataset, HEADS[name], without), used, targets, dataset.weights, {
    classes,
    iterations: ITERATIONS,
  });
}

/** Scores of one head for the given rows, row by class. */
export function scoreHead(
  dataset: Dataset,
  name: HeadName,
  model: LinearModel,
  rows: Int32Array,
  without?: ReadonlySet<GroupName>,
): Float64Array {
  return scoreLinear(model, blocksOf(dataset, HEADS[name], without), rows);
}

/** Fits the signals of one stage on those of the given rows that have one of them. */
export function fitSignals(dataset: Dataset, stage: Stage, rows: Int32Array): LinearModel {
  const { classes } = SIGNAL_HEAD;
  const start = STAGES.indexOf(stage) * classes;
  const targets = dataset.signals.map((signal) => signal - start);
  const used = rows.filter((row) => {
    const target = targets[row] ?? -1;
    return target >= 0 && target < classes;
  });
  return fitLinear(blocksOf(dataset, SIGNAL_HEAD), used, targets, dataset.weights, {
    classes,
    iterations: SIGNAL_ITERATIONS,
  });
}

/** Scores of the six signals of one stage for the given rows. */
export function scoreSignals(dataset: Dataset, model: LinearModel, rows: Int32Array): Float64Array {
  return scoreLinear(model, blocksOf(dataset, SIGNAL_HEAD), rows);
}
