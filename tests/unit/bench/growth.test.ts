import { describe, expect, test } from 'vitest';
import { editGrowth } from '../../bench/growth.ts';

describe('growth of the cost of an edit', () => {
  test('has slope 0 where the cost stays, and 1 where it grows like the document', () => {
    const costs = (cost: (words: number) => number) =>
      Object.fromEntries([1_000, 10_000, 200_000].map((words) => [words, { medianMs: cost(words) }]));
    expect(editGrowth(costs(() => 0.3))).toMatchObject({ times: 1 });
    expect(editGrowth(costs(() => 0.3))?.slope).toBeCloseTo(0, 9);
    expect(editGrowth(costs((words) => words / 5_000))?.times).toBeCloseTo(200, 9);
    expect(editGrowth(costs((words) => words / 5_000))?.slope).toBeCloseTo(1, 9);
  });

  test('is not told of one size alone', () => {
    expect(editGrowth({ 1000: { medianMs: 1 } })).toBeNull();
  });
});
