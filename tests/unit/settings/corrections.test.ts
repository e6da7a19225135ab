import { describe, expect, test } from 'vitest';
import {
  CORRECTIONS_LIMIT,
  type Correction,
  correctionsSchema,
  withCorrection,
  withoutCorrection,
} from '../../../lib/settings/corrections.ts';

const passage = (quote: string, label: 'strategy' | 'none', at = 1): Correction => ({
  kind: 'passage',
  document: 'd',
  quote,
  before: 'b',
  after: 'a',
  label,
  was: 'execution',
  at,
});
const phrase = (text: string, label: 'strategy' | 'none'): Correction => ({
  kind: 'phrase',
  phrase: text,
  label,
  at: 1,
});

describe('corrections', () => {
  test('replace an earlier one about the same passage', () => {
    const all = withCorrection([passage('q', 'none')], passage('q', 'strategy', 2));
    expect(all).toEqual([passage('q', 'strategy', 2)]);
  });

  test('replace an earlier one about the same phrase, whatever its case', () => {
    expect(withCorrection([phrase('Goal', 'none')], phrase('goal', 'strategy'))).toEqual([phrase('goal', 'strategy')]);
  });

  test('stand beside those about other things', () => {
    expect(withCorrection([passage('q', 'none')], passage('r', 'none')).length).toBe(2);
  });

  test('are taken away by their subject', () => {
    expect(withoutCorrection([phrase('goal', 'none'), passage('q', 'none')], phrase('GOAL', 'strategy'))).toEqual([
      passage('q', 'none'),
    ]);
  });

  test('forget the oldest over the limit and stay readable', () => {
    let all: readonly Correction[] = Array.from({ length: CORRECTIONS_LIMIT }, (_, index) =>
      passage(`q${index}`, 'none'),
    );
    all = withCorrection(all, passage('new', 'none'));
    expect(all.length).toBe(CORRECTIONS_LIMIT);
    expect(correctionsSchema.safeParse(all).success).toBe(true);
  });
});
