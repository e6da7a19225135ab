import { ALL_SIGNALS, LABELS, type Signal, STAGES } from '../model/stage.ts';
import type { Verdict } from '../model/verdict.ts';
import { addGrammar } from './grammar-head.ts';
import { NONE_OUTPUT, OUTPUTS, SIGNAL_OUTPUTS } from './model.ts';
import { labelProbabilities, mostProbable } from './probability.ts';

const SIGNALS_PER_STAGE = SIGNAL_OUTPUTS / STAGES.length;

/**
 * Draws the verdict of one passage after the other: `take` its scores, `add` what grammar says, `draw`. Works in buffers of its own;
 * makes an object only where the verdict differs from the one before.
 */
export class VerdictDrawer {
  private readonly scores = new Float64Array(OUTPUTS);
  private readonly probabilities = new Float64Array(OUTPUTS);
  private readonly signals = new Float64Array(SIGNALS_PER_STAGE);
  private first = 0;
  private second = 1;

  /** Takes the label scores from `at`. @returns how probable the second label is beside the first (0-1). */
  take(labels: Float64Array, at: number): number {
    const { scores, probabilities } = this;
    for (let k = 0; k < OUTPUTS; k++) scores[k] = labels[at + k] ?? 0;
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

  /**
   * The verdict on what was taken. The scores of the signals are the sums of `own` and `section` from their places on; only
   * those of the label's stage are added up.
   * @param before returned where it says the same.
   */
  draw(own: Float64Array, ownAt: number, section: Float64Array, sectionAt: number, before: Verdict | null): Verdict {
    const { first, second, probabilities, signals } = this;
    let signal: Signal | null = null;
    let signalConfidence = 0;
    if (first !== NONE_OUTPUT) {
      const start = first * SIGNALS_PER_STAGE;
      let best = 0;
      for (let k = 0; k < SIGNALS_PER_STAGE; k++) {
        const score = (own[ownAt + start + k] ?? 0) + (section[sectionAt + start + k] ?? 0);
        signals[k] = score;
        if (score > (signals[best] ?? 0)) best = k;
      }
      const top = signals[best] ?? 0;
      let sum = 0;
      for (let k = 0; k < SIGNALS_PER_STAGE; k++) sum += Math.exp((signals[k] ?? 0) - top);
      signal = ALL_SIGNALS[start + best] ?? null;
      signalConfidence = 1 / sum;
    }
    if (
      before !== null &&
      this.isSame(before) &&
      before.signal === signal &&
      before.signalConfidence === signalConfidence
    )
      return before;
    return {
      label: LABELS[first] ?? 'none',
      confidence: probabilities[first] ?? 0,
      probabilities: [probabilities[0] ?? 0, probabilities[1] ?? 0, probabilities[2] ?? 0, probabilities[3] ?? 0],
      signal,
      signalConfidence,
      runnerUp: LABELS[second] ?? 'none',
      by: 'model',
    };
  }

  private isSame(before: Verdict): boolean {
    if (before.by !== 'model') return false;
    for (let k = 0; k < OUTPUTS; k++) if (before.probabilities[k] !== this.probabilities[k]) return false;
    return true;
  }
}
