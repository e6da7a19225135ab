import { describe, expect, it } from 'vitest';
import { entriesOf, trendOf } from '../../../../components/ledger/trend.ts';
import { usedLedger } from '../../../dom/components/fixtures/settings.ts';

function entry(day: string, strategy: number, stagedWords: number) {
  const mix = { execution: 1 - strategy, strategy, organisation: 0, neutral: 0, stagedWords, words: stagedWords };
  return { document: `${day} ${strategy}`, day, type: 'spec' as const, mix };
}

describe('the trend of the ledger', () => {
  it('has one point per day, in the order of days', () => {
    const trend = trendOf([
      entry('2026-05-03', 0.2, 100),
      entry('2026-05-01', 0.1, 100),
      entry('2026-05-03', 0.4, 100),
    ]);
    expect(trend.times).toEqual([Date.UTC(2026, 4, 1, 12) / 1000, Date.UTC(2026, 4, 3, 12) / 1000]);
    expect(trend.shares.strategy[1]).toBeCloseTo(0.3);
  });

  it('counts a long document for more than a short one', () => {
    expect(trendOf([entry('2026-05-01', 0, 900), entry('2026-05-01', 1, 100)]).shares.strategy[0]).toBeCloseTo(0.1);
  });

  it('has a point per week or four weeks where days would be too many, and loses no word', () => {
    const daily = (days: number) =>
      Array.from({ length: days }, (_, at) =>
        entry(new Date(Date.UTC(2026, 0, 1) + at * 86_400_000).toISOString().slice(0, 10), (at % 2) * 0.4, 100),
      );
    expect(trendOf(daily(26)).span).toBe(1);
    const weeks = trendOf(daily(70));
    expect([weeks.span, weeks.times.length]).toEqual([7, 10]);
    for (const share of weeks.shares.strategy) expect(share).toBeCloseTo(0.2, 1);
    expect([...weeks.times].sort((a, b) => a - b)).toEqual(weeks.times);
    expect(trendOf(daily(400)).span).toBe(28);
    expect(trendOf(daily(400)).times).toHaveLength(15);
  });

  it('leaves out a day without staged words', () => {
    expect(trendOf([entry('2026-05-01', 0, 0)]).times).toEqual([]);
  });

  it('is of one document type, or of all', () => {
    expect(entriesOf(usedLedger, null)).toBe(usedLedger);
    expect(new Set(entriesOf(usedLedger, 'spec').map(({ type }) => type))).toEqual(new Set(['spec']));
  });
});
