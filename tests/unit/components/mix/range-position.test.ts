import { describe, expect, it } from 'vitest';
import { rangePosition } from '../../../../components/mix/range-position.ts';

const range = { low: 0.05, high: 0.2 };

describe('where a share lies to its range', () => {
  it.each([
    [0.05, 'within'],
    [0.2, 'within'],
    [0.12, 'within'],
    [0.21, 'above'],
    [0.04, 'below'],
    [0, 'below'],
    [1, 'above'],
  ])('%f is %s', (share, position) => {
    expect(rangePosition(share, range)).toBe(position);
  });

  it('never contradicts the rounded figures that stand beside it', () => {
    expect(rangePosition(0.2049, range)).toBe('within');
    expect(rangePosition(0.0451, range)).toBe('within');
  });
});
