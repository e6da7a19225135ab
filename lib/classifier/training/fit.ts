import { STAGES, type Stage } from '../../model/stage.ts';
import { NONE_OUTPUT, OUTPUTS, SIGNAL_OUTPUTS } from '../model.ts';
import { type Calibration, calibrate } from './calibrate.ts';
import type { Dataset, GroupName } from './features.ts';
import { isMeasured, teaches } from './folds.ts';
import { fitHead, fitSignals, scoreHead, scoreSignals } from './heads.ts';
import type { LinearModel } from './linear.ts';

/** All linear models that are fitted on one set of rows. */
export interface Fitted {
  readonly work: LinearModel;
  readonly stage: LinearModel;
  readonly signals: Readonly<Record<Stage, LinearModel>> | null;
}

/** Scores in the order of the model's outputs: labels, then signals, row by row. */
export interface Scores {
  readonly labels: Float64Array;
  readonly signals: Float64Array;
}

export interface FitChoice {
  /** Groups left out, for measuring what each adds. */
  readonly without?: ReadonlySet<GroupName>;
  /** Which rows may be fitted on; all where left out. */
  readonly within?: (row: number) => boolean;
  /** False spares the signal models where only labels matter. */
  readonly signals?: boolean;
}

export function fitAll(dataset: Dataset, rows: Int32Array, choice: FitChoice = {}): Fitted {
  return {
    work: fitHead(dataset, 'work', rows, choice.without),
    stage: fitHead(dataset, 'stage', rows, choice.without),
    signals:
      choice.signals === false
        ? null
        : {
            execution: fitSignals(dataset, 'execution', rows),
            strategy: fitSignals(dataset, 'strategy', rows),
            organisation: fitSignals(dataset, 'organisation', rows),
          },
  };
}

export function scoreAll(dataset: Dataset, fitted: Fitted, rows: Int32Array, choice: FitChoice = {}): Scores {
  const labels = new Float64Array(rows.length * OUTPUTS);
  const work = scoreHead(dataset, 'work', fitted.work, rows, choice.without);
  const stage = scoreHead(dataset, 'stage', fitted.stage, rows, choice.without);
  for (let index = 0; index < rows.length; index++) {
    for (let k = 0; k < NONE_OUTPUT; k++) labels[index * OUTPUTS + k] = stage[index * NONE_OUTPUT + k] ?? 0;
    labels[index * OUTPUTS + NONE_OUTPUT] = (work[index * 2 + 1] ?? 0) - (work[index * 2] ?? 0);
  }
  const signals = new Float64Array(rows.length * SIGNAL_OUTPUTS);
  if (fitted.signals !== null)
    STAGES.forEach((name, place) => {
      const own = scoreSignals(dataset, (fitted.signals as Record<Stage, LinearModel>)[name], rows);
      const width = SIGNAL_OUTPUTS / STAGES.length;
      for (let index = 0; index < rows.length; index++)
        for (let k = 0; k < width; k++)
          signals[index * SIGNAL_OUTPUTS + place * width + k] = own[index * width + k] ?? 0;
    });
  return { labels, signals };
}

function measuredFolds(folds: Int8Array): number[] {
  return [...new Set(folds)].filter(isMeasured).sort();
}

/** Scores of all measured rows, each by a model that was fitted without the fold the row is in. */
export function crossValidate(dataset: Dataset, folds: Int8Array, choice: FitChoice = {}): Scores {
  const labels = new Float64Array(dataset.rows * OUTPUTS);
  const signals = new Float64Array(dataset.rows * SIGNAL_OUTPUTS);
  const all = Int32Array.from({ length: dataset.rows }, (_, row) => row);
  for (const fold of measuredFolds(folds)) {
    const inside = all.filter((row) => folds[row] === fold);
    const fitted = fitAll(
      dataset,
      all.filter((row) => teaches(folds[row] ?? 0, fold) && (choice.within?.(row) ?? true)),
      choice,
    );
    const scores = scoreAll(dataset, fitted, inside, choice);
    inside.forEach((row, index) => {
      labels.set(scores.labels.subarray(index * OUTPUTS, (index + 1) * OUTPUTS), row * OUTPUTS);
      signals.set(scores.signals.subarray(index * SIGNAL_OUTPUTS, (index + 1) * SIGNAL_OUTPUTS), row * SIGNAL_OUTPUTS);
    });
  }
  return { labels, signals };
}

/**
 * Applies to each fold the calibration that the other folds' scores give, so that no figure comes from a calibration that saw
 * the rows it is measured on.
 */
export function calibratedByFold(dataset: Dataset, folds: Int8Array, scores: Scores): Scores {
  const labels = scores.labels.slice();
  const signals = scores.signals.slice();
  const all = Int32Array.from({ length: dataset.rows }, (_, row) => row);
  for (const fold of measuredFolds(folds)) {
    const others = all.filter((row) => folds[row] !== fold && isMeasured(folds[row] ?? 0));
    const calibration = calibrate(dataset, scores, others);
    for (const row of all) if (folds[row] === fold) applyCalibration(calibration, labels, signals, row);
  }
  return { labels, signals };
}

/** Scales and shifts the scores of one row in place. */
export function applyCalibration(
  calibration: Calibration,
  labels: Float64Array,
  signals: Float64Array,
  row: number,
): void {
  for (let k = 0; k < OUTPUTS; k++)
    labels[row * OUTPUTS + k] =
      (labels[row * OUTPUTS + k] ?? 0) * (calibration.labelScale[k] ?? 1) + (calibration.labelShift[k] ?? 0);
  for (let k = 0; k < SIGNAL_OUTPUTS; k++)
    signals[row * SIGNAL_OUTPUTS + k] = (signals[row * SIGNAL_OUTPUTS + k] ?? 0) * calibration.signalScale;
}
