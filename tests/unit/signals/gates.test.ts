import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keywordBaseline } from '../../../lib/classifier/training/baselines.ts';
import { readCorpus } from '../../../lib/classifier/training/corpus.ts';
import { evaluate } from '../../../lib/classifier/training/evaluate.ts';
import { predict } from '../../../lib/classifier/training/predict.ts';
import { measureRobustness } from '../../accuracy/robustness.ts';

/**
 * What the shipped weights have reached, less what a refit may move by chance (about two points). A floor is raised with the figures and
 * lowered only for a reason that stands beside it.
 */
const FLOORS = {
  adversarial: 0.71,
  adversarialHeldOut: 0.72,
  /**
   * The same passages with all that have the same title: unlike ones beside each other, as no writer sets them. Six points lower since a
   * document says more of its passages, which is right in real ones: cross-validated accuracy and mix gained by it.
   */
  adversarialTogether: 0.67,
  adversarialTogetherHeldOut: 0.7,
  /** By how much the classifier must beat the counting of phrases. */
  overCounting: 0.08,
  /** Share of words of prose without product work that may be marked with more than 0.6 confidence. */
  neutral: 0.05,
  macroF1: 0.7,
  accuracy: 0.75,
  calibrationError: 0.07,
} as const;

describe('the shipped weights', () => {
  const { alone, together, neutral, neutralHeldOut } = measureRobustness();

  test('label misleading passages right, each alone and in company, the half that nobody read included', () => {
    expect(alone.all.accuracy).toBeGreaterThanOrEqual(FLOORS.adversarial);
    expect(alone.heldOut.accuracy).toBeGreaterThanOrEqual(FLOORS.adversarialHeldOut);
    expect(together.all.accuracy).toBeGreaterThanOrEqual(FLOORS.adversarialTogether);
    expect(together.heldOut.accuracy).toBeGreaterThanOrEqual(FLOORS.adversarialTogetherHeldOut);
  });

  test('beat the counting of phrases on both halves', () => {
    for (const { accuracy, keywordAccuracy } of [alone.open, alone.heldOut])
      expect(accuracy - keywordAccuracy).toBeGreaterThanOrEqual(FLOORS.overCounting);
  });

  test('leave prose without product work unmarked, on the pages they were mended on and on others', () => {
    expect(neutral.falseShare).toBeLessThanOrEqual(FLOORS.neutral);
    expect(neutralHeldOut.falseShare).toBeLessThanOrEqual(FLOORS.neutral);
  });
});

/** Documents of organisations that nothing was fitted on; they never become part of the project. */
const FOLDER = resolve(import.meta.dirname, '../../../../shared/corpus/dev');
const present = existsSync(FOLDER);
if (!present) console.log(`${FOLDER} is not there, so the floors on documents of other organisations are not held.`);

describe('on documents of organisations that nothing was fitted on', () => {
  test.skipIf(!present)('the shipped weights keep their figures and beat keywords', () => {
    const { documents } = readCorpus([FOLDER]);
    const figures = evaluate(
      documents,
      documents.map((document) => predict(document).passages),
    );
    expect(figures.macroF1).toBeGreaterThanOrEqual(FLOORS.macroF1);
    expect(figures.accuracy).toBeGreaterThanOrEqual(FLOORS.accuracy);
    expect(figures.ece).toBeLessThanOrEqual(FLOORS.calibrationError);
    expect(figures.macroF1).toBeGreaterThan(evaluate(documents, keywordBaseline(documents)).macroF1 + 0.2);
  });
});
