import { describe, expect, test } from 'vitest';
import { entryOf, LEDGER_LIMIT, toCsv, withEntry } from '../../../lib/ledger/ledger.ts';
import type { LedgerEntry } from '../../../lib/ledger/schema.ts';
import type { Report } from '../../../lib/model/report.ts';

const report: Report = {
  version: 1,
  state: 'ready',
  title: 'A secret title',
  documentType: { type: 'spec', confidence: 0.9, by: 'model', why: [] },
  mix: { execution: 0.81234, strategy: 0.18766, organisation: 0, neutral: 0.1, stagedWords: 500, words: 560 },
  expected: {
    execution: { low: 0.7, high: 1 },
    strategy: { low: 0, high: 0.3 },
    organisation: { low: 0, high: 0.1 },
  },
  distance: 0,
  passages: [
    {
      id: 'p',
      index: 0,
      label: 'strategy',
      signal: 'bets',
      confidence: 1,
      by: 'model',
      words: 3,
      heading: 'Secret',
      excerpt: 'secret words',
    },
  ],
  moves: [],
  advice: [],
  unread: [],
  limits: [],
};
const day = new Date(2026, 10, 4, 9);
const entry = (document: string, on: string): LedgerEntry => ({ document, day: on, type: 'spec', mix: report.mix });

describe('the ledger', () => {
  test('keeps counts and a hash, and no word of the document', () => {
    const kept = JSON.stringify(entryOf(report, 'hash', day));
    expect(kept).not.toMatch(/secret/i);
    expect(JSON.parse(kept)).toMatchObject({
      document: 'hash',
      day: '2026-11-04',
      type: 'spec',
      mix: { execution: 0.812 },
    });
  });

  test.each([
    ['is too short', { ...report, mix: { ...report.mix, stagedWords: 10 } }],
    ['is not English', { ...report, state: 'not-english' as const }],
  ])('takes nothing of a document that %s', (_, given) => {
    expect(entryOf(given, 'hash', day)).toBeNull();
  });

  test('has one entry for a document and day', () => {
    const ledger = withEntry([entry('a', '2026-11-04'), entry('b', '2026-11-04')], {
      ...entry('a', '2026-11-04'),
      type: 'org',
    });
    expect(ledger.map(({ document, type }) => [document, type])).toEqual([
      ['b', 'spec'],
      ['a', 'org'],
    ]);
  });

  test('is the same object when nothing is new', () => {
    const ledger = [entry('a', '2026-11-04')];
    expect(withEntry(ledger, entry('a', '2026-11-04'))).toBe(ledger);
  });

  test('forgets the oldest over the limit', () => {
    const full = Array.from({ length: LEDGER_LIMIT }, (_, index) => entry(`d${index}`, '2026-01-01'));
    const ledger = withEntry(full, entry('new', '2026-11-04'));
    expect([ledger.length, ledger[0]?.document, ledger.at(-1)?.document]).toEqual([LEDGER_LIMIT, 'd1', 'new']);
  });

  test('is written as CSV with one line an entry', () => {
    expect(toCsv([entry('a', '2026-11-04')]).split('\r\n')).toEqual([
      'day,document,type,execution,strategy,organisation,neutral,stagedWords,words',
      '2026-11-04,a,spec,0.81234,0.18766,0,0.1,500,560',
      '',
    ]);
  });
});
