import { ALL_SIGNALS, LABELS, STAGES } from '../../model/stage.ts';
import { NONE_OUTPUT, OUTPUTS, SIGNAL_OUTPUTS } from '../model.ts';
import { labelProbabilities, mostProbable } from '../probability.ts';
import type { LabelledDocument } from './corpus.ts';
import type { Prediction } from './evaluate.ts';
import type { Scores } from './fit.ts';

/** Turns calibrated scores of all rows into predictions by document. */
export function predictionsOf(documents: readonly LabelledDocument[], scores: Scores): Prediction[][] {
  const probabilities = new Float64Array(OUTPUTS);
  const width = SIGNAL_OUTPUTS / STAGES.length;
  let row = 0;
  return documents.map(({ passages }) =>
    passages.map(() => {
      labelProbabilities(scores.labels, row * OUTPUTS, probabilities, 0);
      const first = mostProbable(probabilities, 0);
      let signal = null;
      if (first !== NONE_OUTPUT) {
        const start = row * SIGNAL_OUTPUTS + first * width;
        const own = scores.signals.subarray(start, start + width);
        signal = ALL_SIGNALS[first * width + own.indexOf(Math.max(...own))] ?? null;
      }
      row++;
      return { label: LABELS[first] ?? 'none', confidence: probabilities[first] ?? 0, signal };
    }),
  );
}
