import { ALL_SIGNALS, LABELS, type Signal } from '../model/stage.ts';
import type { Verdict } from '../model/verdict.ts';
import { addGrammar } from './grammar-head.ts';
import { NONE_OUTPUT, OUTPUTS } from './model.ts';
import { STAGE_SIGNALS } from './passage-store.ts';
import { labelProbabilities, mostProbable } from './probability.ts';
import { MOVED } from './totals.ts';

// Own names, which need no looking up in the loops.
const LABEL_COUNT = OUTPUTS;
const NONE = NONE_OUTPUT;
const SIGNAL_COUNT = STAGE_SIGNALS;

/**
 * Draws the verdict of one passage after the other: `take` its scores, `add` what grammar says, `draw`. Works in buffers of its own;
 * makes an object only where the verdict differs from the one before.
 */
export class VerdictDrawer {
  private readonly scores = new Float64Array(LABEL_COUNT);
  private readonly probabilities = new Float64Array(LABEL_COUNT);
  private readonly signals = new Float64Array(SIGNAL_COUNT);
  private first = 0;
  private second = 1;
  private signal: Signal | null = null;
  private signalConfidence = 0;

  /** Takes label scores, each the sum of three parts from their places on. @returns how probable the second label is beside the first (0-1). */
  take(
    own: Float64Array,
    ownAt: number,
    common: Float64Array,
    commonAt: number,
    place: Float64Array,
    placeAt: number,
  ): number {
    const { scores, probabilities } = this;
    for (let k = 0; k < LABEL_COUNT; k++)
      scores[k] = (own[ownAt + k] ?? 0) + (common[commonAt + k] ?? 0) + (place[placeAt + k] ?? 0);
    this.weigh();
    return (probabilities[this.second] ?? 0) / (probabilities[this.first] ?? 1);
  }

  add(rules: Iterable<string>): void {
    addGrammar(rules, this.scores);
    this.weigh();
  }

  private weigh(): void {
    labelProbabilities(this.scores, 0, this.probabilities, 0);
    this.first = mostProbable(this.probabilities, 0);
    this.second = mostProbable(this.probabilities, 0, this.first);
  }

  /** Place among STAGES of the stage on which the verdict will be, or -1 where it is `none`. */
  get stage(): number {
    return this.first === NONE ? -1 : this.first;
  }

  /**
   * The verdict on what was taken. The scores of the stage's signals are the sums of `own`, which holds those of that stage alone, and
   * `common`, which holds all signals'.
   * @param before returned where it says the same; @param moved what `common` says anew since then: bits of MOVED.
   */
  draw(
    own: Float64Array,
    ownAt: number,
    common: Float64Array,
    commonAt: number,
    before: Verdict | null,
    moved: number,
  ): Verdict {
    const { first, second, probabilities } = this;
    const label = LABELS[first] ?? 'none';
    if (first === NONE) {
      this.signal = null;
      this.signalConfidence = 0;
    } else if (before?.by === 'model' && before.label === label && (moved & MOVED.signals(first)) === 0) {
      this.signal = before.signal;
      this.signalConfidence = before.signalConfidence;
    } else this.weighSignals(first, own, ownAt, common, commonAt);
    const { signal, signalConfidence } = this;
    if (
      before !== null &&
      this.isSame(before) &&
      before.signal === signal &&
      before.signalConfidence === signalConfidence
    )
      return before;
    return {
      label,
      confidence: probabilities[first] ?? 0,
      probabilities: [probabilities[0] ?? 0, probabilities[1] ?? 0, probabilities[2] ?? 0, probabilities[3] ?? 0],
      signal,
      signalConfidence,
      runnerUp: LABELS[second] ?? 'none',
      by: 'model',
    };
  }

  /** A verdict with what the scores of its stage's signals say now; the same where they say the same. */
  withSignal(
    before: Verdict,
    stage: number,
    own: Float64Array,
    ownAt: number,
    common: Float64Array,
    commonAt: number,
  ): Verdict {
    this.weighSignals(stage, own, ownAt, common, commonAt);
    const { signal, signalConfidence } = this;
    if (before.signal === signal && before.signalConfidence === signalConfidence) return before;
    // Field by field, which is made in a fraction of a spread's time.
    const { label, confidence, probabilities, runnerUp, by } = before;
    return { label, confidence, probabilities, signal, signalConfidence, runnerUp, by };
  }

  private weighSignals(stage: number, own: Float64Array, ownAt: number, common: Float64Array, commonAt: number): void {
    const { signals } = this;
    const start = stage * SIGNAL_COUNT;
    let best = 0;
    for (let k = 0; k < SIGNAL_COUNT; k++) {
      const score = (own[ownAt + k] ?? 0) + (common[commonAt + start + k] ?? 0);
      signals[k] = score;
      if (score > (signals[best] ?? 0)) best = k;
    }
    const top = signals[best] ?? 0;
    let sum = 0;
    for (let k = 0; k < SIGNAL_COUNT; k++) sum += Math.exp((signals[k] ?? 0) - top);
    this.signal = ALL_SIGNALS[start + best] ?? null;
    this.signalConfidence = 1 / sum;
  }

  private isSame(before: Verdict): boolean {
    if (before.by !== 'model') return false;
    for (let k = 0; k < LABEL_COUNT; k++) if (before.probabilities[k] !== this.probabilities[k]) return false;
    return true;
  }
}
