import { describe, expect, it } from 'vitest';
import {
  countLabels,
  countSignals,
  EVERYTHING,
  filterPassages,
  presentLabels,
} from '../../../../components/passages/filter.ts';
import { typicalReport } from '../../../dom/components/fixtures/reports.ts';

const { passages } = typicalReport;

describe('the filter of the passage list', () => {
  it('shows the very same list when nothing is chosen', () => {
    expect(filterPassages(passages, EVERYTHING)).toBe(passages);
  });

  it('shows the passages of a stage, in reading order', () => {
    const shown = filterPassages(passages, { label: 'strategy', signal: null });
    expect(shown.map(({ index }) => index)).toEqual([1, 2, 10, 11, 12]);
  });

  it('narrows a stage to one signal', () => {
    expect(filterPassages(passages, { label: 'strategy', signal: 'goals' }).map(({ index }) => index)).toEqual([
      10, 11,
    ]);
  });

  it('counts every passage under one label', () => {
    const counts = countLabels(passages);
    expect(counts).toEqual({ execution: 9, strategy: 5, organisation: 2, none: 2 });
  });

  it('offers only labels and signals that occur', () => {
    expect(presentLabels(passages.filter(({ label }) => label !== 'organisation'))).toEqual([
      'execution',
      'strategy',
      'none',
    ]);
    expect([...countSignals(passages, 'organisation')]).toEqual([
      ['hiring', 1],
      ['process', 1],
    ]);
  });
});
