import { describe, expect, test } from 'vitest';
import { benchJson } from '../../bench/figures.ts';
import type { PageFigures } from '../../bench/pages.ts';
import type { Measured } from '../../bench/words.ts';

function measured(name: string, pass: Measured['pass'], edit: Measured['edit']): Measured {
  return { name, coldMs: 5, pass, edit, peakMb: 60, bundle: null };
}

const PAGE: PageFigures = {
  keyToPaintP99AddedMs: 1.5,
  keyToPaintMedianMs: { with: 3, without: 2 },
  keyToPaintP99Ms: { with: 6, without: 4.5 },
  keys: 60,
  longTasks: 0,
  idleCpuPercent: 0.1,
  memoryMb: 8,
  loadMs: { with: 400, without: 380 },
  evaluationMs: 4,
  small: null,
  renamed: null,
};

describe('the figures that --json prints', () => {
  test('have the promised form, medians by size and reader, and leave out what was not measured', () => {
    const words = [
      measured('floor', { 1000: [1, 3, 2], 50000: [40] }, { 1000: { medianMs: 0.1, p95Ms: 0.2 } }),
      measured('stagemark', { 1000: [6] }, {}),
    ];
    expect(benchJson({ words, page: { docs: PAGE }, wakeMs: 30, note: 'not told' })).toEqual({
      pass: { 1000: { floor: 2, stagemark: 6 }, 50000: { floor: 40 } },
      edit: { 1000: { floor: { medianMs: 0.1, p95Ms: 0.2 } }, 50000: {} },
      floorMs: 40,
      page: { docs: { keyToPaintP99AddedMs: 1.5, longTasks: 0, idleCpuPercent: 0.1, memoryMb: 8 } },
      wakeMs: 30,
    });
  });
});
