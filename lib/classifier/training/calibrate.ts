import { NONE_OUTPUT, OUTPUTS, SIGNAL_OUTPUTS } from '../model.ts';
import { labelProbabilities } from '../probability.ts';
import type { Dataset } from './features.ts';
import type { Scores } from './fit.ts';

/** Scale and shift per label score and one scale for the signals; folded into the weights that ship. */
export interface Calibration {
  readonly labelScale: readonly number[];
  readonly labelShift: readonly number[];
  readonly signalScale: number;
}

const SCALES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5];
const SHIFTS = [-0.1, 0, 0.1, 0.2, 0.3, 0.4];

/**
 * Chooses the scales that make out-of-fold probabilities most likely (temperature scaling; Guo et al., "On Calibration of
 * Modern Neural Networks", 2017), then the shifts of the two rarest labels, strategy and `none`, for which macro-F1 and accuracy add
 * up to most: rare classes lose where only likelihood counts, and all where only macro-F1 does.
 */
export function calibrate(dataset: Dataset, scores: Scores, rows: Int32Array): Calibration {
  let best = { loss: Number.POSITIVE_INFINITY, stage: 1, none: 1 };
  for (const stage of SCALES) {
    const loss = stageLoss(dataset, scores, rows, stage);
    if (loss < best.loss) best = { ...best, loss, stage };
  }
  best.loss = Number.POSITIVE_INFINITY;
  for (const none of SCALES) {
    const loss = noneLoss(dataset, scores, rows, none);
    if (loss < best.loss) best = { ...best, loss, none };
  }
  const scale = [best.stage, best.stage, best.stage, best.none];
  let shift = [0, 0, 0, 0];
  let top = -1;
  for (const strategy of SHIFTS)
    for (const none of SHIFTS) {
      const candidate = [0, strategy, 0, none];
      const worth = worthOf(dataset, scores, rows, scale, candidate);
      if (worth > top) {
        top = worth;
        shift = candidate;
      }
    }
  return { labelScale: scale, labelShift: shift, signalScale: signalScale(dataset, scores, rows) };
}

function stageLoss(dataset: Dataset, scores: Scores, rows: Int32Array, scale: number): number {
  let loss = 0;
  for (const row of rows) {
    const label = dataset.labels[row] ?? 0;
    if (label === NONE_OUTPUT) continue;
    let sum = 0;
    for (let k = 0; k < NONE_OUTPUT; k++)
      sum += Math.exp(scale * ((scores.labels[row * OUTPUTS + k] ?? 0) - (scores.labels[row * OUTPUTS + label] ?? 0)));
    loss += Math.log(sum);
  }
  return loss;
}

function noneLoss(dataset: Dataset, scores: Scores, rows: Int32Array, scale: number): number {
  let loss = 0;
  for (const row of rows) {
    const score = scale * (scores.labels[row * OUTPUTS + NONE_OUTPUT] ?? 0);
    loss += Math.log(1 + Math.exp(dataset.labels[row] === NONE_OUTPUT ? -score : score));
  }
  return loss;
}

/** Macro-F1 and accuracy, added up. */
function worthOf(
  dataset: Dataset,
  scores: Scores,
  rows: Int32Array,
  scale: readonly number[],
  shift: readonly number[],
): number {
  const right = new Float64Array(OUTPUTS);
  const given = new Float64Array(OUTPUTS);
  const wanted = new Float64Array(OUTPUTS);
  const scaled = new Float64Array(OUTPUTS);
  const probabilities = new Float64Array(OUTPUTS);
  for (const row of rows) {
    for (let k = 0; k < OUTPUTS; k++)
      scaled[k] = (scores.labels[row * OUTPUTS + k] ?? 0) * (scale[k] ?? 1) + (shift[k] ?? 0);
    labelProbabilities(scaled, 0, probabilities, 0);
    const predicted = probabilities.indexOf(Math.max(...probabilities));
    const label = dataset.labels[row] ?? 0;
    given[predicted] = (given[predicted] ?? 0) + 1;
    wanted[label] = (wanted[label] ?? 0) + 1;
    if (predicted === label) right[label] = (right[label] ?? 0) + 1;
  }
  let sum = 0;
  for (let k = 0; k < OUTPUTS; k++) sum += (2 * (right[k] ?? 0)) / ((given[k] ?? 0) + (wanted[k] ?? 0) || 1);
  return sum / OUTPUTS + right.reduce((all, count) => all + count, 0) / rows.length;
}

function signalScale(dataset: Dataset, scores: Scores, rows: Int32Array): number {
  const width = SIGNAL_OUTPUTS / NONE_OUTPUT;
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (const scale of SCALES) {
    let loss = 0;
    for (const row of rows) {
      const signal = dataset.signals[row] ?? -1;
      if (signal < 0) continue;
      const start = row * SIGNAL_OUTPUTS + Math.floor(signal / width) * width;
      let sum = 0;
      for (let k = 0; k < width; k++)
        sum += Math.exp(
          scale * ((scores.signals[start + k] ?? 0) - (scores.signals[row * SIGNAL_OUTPUTS + signal] ?? 0)),
        );
      loss += Math.log(sum);
    }
    if (loss < least) {
      least = loss;
      best = scale;
    }
  }
  return best;
}
