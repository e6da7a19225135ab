import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMIT, pack } from '../../../lib/classifier/packing.ts';
import { MOST_ROWS, WordVectors } from '../../../lib/classifier/word-vectors.ts';

const WORDS = 5;

describe('word vectors', () => {
  test('add up exactly to the weighted mean, however many words there are', () => {
    const numbers = fc.array(fc.integer({ min: -LIMIT, max: LIMIT }), { minLength: WORDS, maxLength: WORDS });
    const table = fc.integer({ min: 1, max: 6 }).chain((dimensions) =>
      fc.record({
        columns: fc.array(numbers, { minLength: dimensions, maxLength: dimensions }),
        weights: numbers,
        words: fc.array(fc.nat(WORDS - 1), { maxLength: 40 }),
        times: fc.constantFrom(1, 3, 200),
      }),
    );
    fc.assert(
      fc.property(table, ({ columns, weights, words, times }) => {
        const steps = Float64Array.from(columns, (_, d) => 0.25 * (d + 1));
        const vectors = new WordVectors(columns.map(pack), pack(weights), steps);
        const text = Array.from({ length: times }, () => words)
          .flat()
          .slice(0, MOST_ROWS);
        const mean = new Float64Array(columns.length);
        const mass = vectors.mean(
          Int32Array.from(text, (word) => vectors.rowOf(word)),
          text.length,
          mean,
        );
        const weight = (word: number) => (weights[word] ?? 0) + LIMIT;
        expect(mass).toBe(text.reduce((sum, word) => sum + weight(word), 0));
        columns.forEach((column, d) => {
          const sum = text.reduce((total, word) => total + (column[word] ?? 0) * weight(word), 0);
          expect(mean[d]).toBeCloseTo(mass > 0 ? (sum / mass) * (steps[d] ?? 0) : 0, 9);
          const shares = text.reduce((total, word) => total + vectors.share(word, d, mass || 1), 0);
          expect(shares).toBeCloseTo(mean[d] ?? 0, 9);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('refuse a dimension that does not fit the words', () => {
    expect(() => new WordVectors([pack([1])], pack([1, 2]), new Float64Array(1))).toThrow(/Dimension 0/);
  });
});
