import { NONE_OUTPUT, OUTPUTS } from './model.ts';

// Own names, which need no looking up in the loops.
const LABEL_COUNT = OUTPUTS;
const NONE = NONE_OUTPUT;

/**
 * Calibrated probabilities of the labels from their scores: first whether the passage does any stage work (logistic in the
 * score of `none`), then which stage (softmax over the other three). Writes them to `out` at `offset`.
 */
export function labelProbabilities(scores: Float64Array, from: number, out: Float64Array, offset: number): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < NONE; k++) top = Math.max(top, scores[from + k] ?? 0);
  let sum = 0;
  for (let k = 0; k < NONE; k++) {
    const odds = Math.exp((scores[from + k] ?? 0) - top);
    out[offset + k] = odds;
    sum += odds;
  }
  const none = 1 / (1 + Math.exp(-(scores[from + NONE] ?? 0)));
  for (let k = 0; k < NONE; k++) out[offset + k] = ((1 - none) * (out[offset + k] ?? 0)) / sum;
  out[offset + NONE] = none;
}

/** The place of the most probable label, other than `except`; of equals the first. */
export function mostProbable(probabilities: Float64Array, from: number, except = -1): number {
  let best = except === 0 ? 1 : 0;
  for (let k = best + 1; k < LABEL_COUNT; k++)
    if (k !== except && (probabilities[from + k] ?? 0) > (probabilities[from + best] ?? 0)) best = k;
  return best;
}
