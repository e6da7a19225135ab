import { describe, expect, test } from 'vitest';
import { aimsOf, isKept } from '../../bench/aims.ts';
import type { Measured } from '../../bench/words.ts';

function measured(name: string, ms: number, edit: Measured['edit'] = {}): Measured {
  return { name, coldMs: 5, pass: { 50000: [ms] }, edit, peakMb: 60, bundle: null };
}

describe('what the benchmark promises', () => {
  test('is held against the run: multiples of the floor and of tier 1, edits and their growth', () => {
    const edits = { 1000: { medianMs: 0.02, p95Ms: 0.1 }, 200000: { medianMs: 0.05, p95Ms: 0.4 } };
    const words = [
      measured('floor', 1),
      measured('stagemark', 3, edits),
      measured('write-good', 30),
      measured('compromise', 600),
    ];
    const aims = aimsOf({ words, page: {}, wakeMs: 30, note: '' }).map((aim) => [aim.measured, isKept(aim)]);
    expect(aims).toEqual([
      [3, true],
      [10, false],
      [200, true],
      [null, null],
      [null, null],
      [null, null],
      [0.4, true],
      [2.5, false],
      [null, null],
    ]);
  });
});
