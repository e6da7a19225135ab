import { describe, expect, test } from 'vitest';
import { type Point, wavePoints } from '../../../../components/ledger/wave.ts';

const LINE: readonly Point[] = [
  [0, 100],
  [30, 60],
  [90, 60],
];

/** How far a point lies from the nearest piece of the line. */
function distance([x, y]: Point): number {
  return Math.min(
    ...LINE.slice(1).map(([x1, y1], index) => {
      const [x0, y0] = LINE[index] ?? [0, 0];
      const along = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / ((x1 - x0) ** 2 + (y1 - y0) ** 2);
      const at = Math.max(0, Math.min(1, along));
      return Math.hypot(x - x0 - at * (x1 - x0), y - y0 - at * (y1 - y0));
    }),
  );
}

describe('a wave along a line', () => {
  test('goes through every point of it', () => {
    expect(wavePoints(LINE, 1)).toEqual(expect.arrayContaining([...LINE]));
  });

  test('leaves it on both sides, and never far', () => {
    const points = wavePoints(LINE, 2);
    expect(Math.max(...points.map(distance))).toBeGreaterThan(3);
    expect(Math.max(...points.map(distance))).toBeLessThanOrEqual(3.7);
    const flat = points.filter(([x]) => x > 40);
    expect(flat.some(([, y]) => y > 61)).toBe(true);
    expect(flat.some(([, y]) => y < 59)).toBe(true);
  });

  test('of no points, one point or one place is no wave', () => {
    expect(wavePoints([], 1)).toEqual([]);
    expect(wavePoints([[3, 4]], 1)).toEqual([[3, 4]]);
    expect(
      wavePoints(
        [
          [3, 4],
          [3, 4],
        ],
        1,
      ),
    ).toEqual([[3, 4]]);
  });
});
