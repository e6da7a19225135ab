import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_TYPES } from '../../../lib/model/document.ts';
import { STAGES } from '../../../lib/model/stage.ts';
import { distanceTo } from '../../../lib/review/distance.ts';
import { EXPECTED_RANGES, expectedRange } from '../../../lib/review/expected-ranges.ts';
import { likelyShares, mixOf } from '../../../lib/review/mix.ts';
import { toPassages } from '../../../lib/text/passages.ts';

const mix = (execution: number, strategy: number, organisation: number) => ({
  execution,
  strategy,
  organisation,
  neutral: 0,
  stagedWords: 100,
  words: 100,
});

describe('distance', () => {
  const range = {
    execution: { low: 0.1, high: 0.3 },
    strategy: { low: 0.6, high: 0.8 },
    organisation: { low: 0, high: 0.1 },
  };

  it.each([
    [mix(0.2, 0.7, 0.1), 0],
    [mix(0.5, 0.5, 0), 0.2],
    [mix(0.3, 0.3, 0.4), 0.3],
    [mix(0, 0, 1), 0.9],
  ])('of %j is %f', (each, distance) => {
    expect(distanceTo(each, range)).toBeCloseTo(distance);
  });

  it('is 0 exactly where every stage is inside its range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (first, second) => {
        const [low, high] = [Math.min(first, second) / 100, Math.max(first, second) / 100];
        const each = mix(low, high - low, 1 - high);
        const inside = STAGES.every((stage) => each[stage] >= range[stage].low && each[stage] <= range[stage].high);
        expect(distanceTo(each, range) === 0).toBe(inside);
      }),
    );
  });
});

describe('the expected ranges', () => {
  it.each(DOCUMENT_TYPES)('of %s can be met by a mix', (type) => {
    const range = expectedRange(type);
    const sum = (side: 'low' | 'high') => STAGES.reduce((total, stage) => total + range[stage][side], 0);
    for (const stage of STAGES) expect(range[stage].low).toBeLessThanOrEqual(range[stage].high);
    expect(sum('low')).toBeLessThanOrEqual(1);
    expect(sum('high')).toBeGreaterThanOrEqual(1);
    expect(EXPECTED_RANGES[type].source).not.toBe('');
  });
});

describe('the mix', () => {
  it('shares the words of staged passages, with the neutral share beside', () => {
    const passages = toPassages(
      ['one two three', 'four', 'five six', 'seven eight'].map((text, index) => ({
        id: `${index}`,
        kind: 'paragraph' as const,
        level: 0,
        text,
      })),
    );
    expect(mixOf(passages, ['execution', 'strategy', 'none', 'none'])).toEqual({
      execution: 0.75,
      strategy: 0.25,
      organisation: 0,
      neutral: 0.5,
      stagedWords: 4,
      words: 8,
    });
  });
});

describe('the likely shares', () => {
  const passages = toPassages(
    ['one two three', 'four'].map((text, index) => ({ id: `${index}`, kind: 'paragraph' as const, level: 0, text })),
  );

  it('count every passage for each stage by its probability', () => {
    const shares = likelyShares(passages, [
      [0.5, 0.5, 0, 0],
      [0, 0, 0.5, 0.5],
    ]);
    expect(shares.execution).toBeCloseTo(1.5 / 3.5);
    expect(shares.strategy).toBeCloseTo(1.5 / 3.5);
    expect(shares.organisation).toBeCloseTo(0.5 / 3.5);
  });

  it('are 0 where there is nothing', () => {
    expect(likelyShares([], [])).toEqual({ execution: 0, strategy: 0, organisation: 0 });
  });
});
