import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack, unpack } from '../../../lib/classifier/packing.ts';
import type { LabelledDocument } from '../../../lib/classifier/training/corpus.ts';
import { eigenSymmetric } from '../../../lib/classifier/training/eigen.ts';
import { evaluate } from '../../../lib/classifier/training/evaluate.ts';
import { minimise } from '../../../lib/classifier/training/minimise.ts';

describe('packing', () => {
  test('gives back whole numbers within its limits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -44, max: 44 })), (values) => {
        expect([...unpack(pack(values))]).toEqual(values);
      }),
    );
  });
});

describe('minimise', () => {
  test('finds the bottom of a bent valley', () => {
    const bottom = minimise(2, 200, (point, gradient) => {
      const [x = 0, y = 0] = point;
      gradient[0] = -2 * (1 - x) - 40 * x * (y - x * x);
      gradient[1] = 20 * (y - x * x);
      return (1 - x) ** 2 + 10 * (y - x * x) ** 2;
    });
    expect(bottom[0]).toBeCloseTo(1, 3);
    expect(bottom[1]).toBeCloseTo(1, 3);
  });
});

describe('eigenSymmetric', () => {
  test('rebuilds the matrix from its values and vectors', () => {
    const matrix = [4, 1, 0.5, 1, 3, -1, 0.5, -1, 2];
    const { values, vectors } = eigenSymmetric(Float64Array.from(matrix), 3);
    for (let row = 0; row < 3; row++)
      for (let column = 0; column < 3; column++) {
        let sum = 0;
        for (let k = 0; k < 3; k++)
          sum += (vectors[row * 3 + k] ?? 0) * (values[k] ?? 0) * (vectors[column * 3 + k] ?? 0);
        expect(sum).toBeCloseTo(matrix[row * 3 + column] ?? 0, 9);
      }
  });
});

describe('evaluate', () => {
  const passages = (['execution', 'execution', 'strategy', 'none'] as const).map((stage, index) => ({
    index,
    kind: 'paragraph' as const,
    headings: [],
    text: 'four words stand here',
    stage,
    signal: stage === 'execution' ? ('define' as const) : stage === 'strategy' ? ('bets' as const) : null,
  }));
  const document: LabelledDocument = { docId: 'a', title: 'A', docType: 'spec', org: 'o', passages };

  test('counts a hand-made case right', () => {
    const figures = evaluate(
      [document],
      [
        [
          { label: 'execution', confidence: 0.9, signal: 'define' },
          { label: 'execution', confidence: 0.9, signal: 'design' },
          { label: 'execution', confidence: 0.5, signal: 'define' },
          { label: 'none', confidence: 0.7, signal: null },
        ],
      ],
    );
    expect(figures.accuracy).toBeCloseTo(0.75, 9);
    expect(figures.perClass.execution).toMatchObject({ recall: 1, support: 2 });
    expect(figures.perClass.execution.precision).toBeCloseTo(2 / 3, 9);
    expect(figures.macroF1).toBeCloseTo((0.8 + 0 + 0 + 1) / 4, 9);
    expect(figures.signalAccuracy).toBeCloseTo(0.5, 9);
    // True shares 2/3 and 1/3, given shares 1 and 0: half of 1/3 + 1/3.
    expect(figures.mixError).toBeCloseTo(1 / 3, 9);
    expect(figures.dominantStage).toBe(1);
    expect(figures.ece).toBeCloseTo(0.5 * 0.1 + 0.25 * 0.5 + 0.25 * 0.3, 9);
  });

  test('refuses predictions that miss a passage', () => {
    expect(() => evaluate([document], [[]])).toThrow(/No prediction/);
  });
});
