import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withBound } from '../../../../components/options/ranges.ts';
import { addWord } from '../../../../components/options/vocabulary.ts';
import { EXPECTED_RANGES } from '../../../../lib/review/expected-ranges.ts';

const range = EXPECTED_RANGES.strategy.range;

describe('a bound of a range', () => {
  it('never crosses the other bound and stays a share', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('low' as const, 'high' as const),
        fc.integer({ min: 0, max: 100 }),
        (bound, percent) => {
          const { low, high } = withBound(range, 'strategy', bound, percent).strategy;
          expect(low).toBeLessThanOrEqual(high);
          expect(bound === 'low' ? low : high).toBe(percent / 100);
        },
      ),
    );
  });

  it('leaves the other stages alone', () => {
    const next = withBound(range, 'strategy', 'low', 12);
    expect(next.execution).toBe(range.execution);
    expect(next.organisation).toBe(range.organisation);
  });

  it.each([Number.NaN, -1, 101, Number.POSITIVE_INFINITY])('refuses %s', (percent) => {
    expect(withBound(range, 'strategy', 'low', percent)).toBe(range);
  });
});

describe('the own vocabulary', () => {
  it('takes a word once, whatever its case and spaces', () => {
    const words = ['Hiring Hub'];
    expect(addWord(words, '  hiring   HUB ')).toBe(words);
    expect(addWord(words, '   ')).toBe(words);
  });

  it('stays in the order of the alphabet', () => {
    expect(addWord(['alpha', 'Gamma'], 'Beta')).toEqual(['alpha', 'Beta', 'Gamma']);
  });
});
