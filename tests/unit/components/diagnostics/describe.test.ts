import { describe, expect, test } from 'vitest';
import { describeTab } from '../../../../components/diagnostics/describe.ts';
import type { TabState } from '../../../../lib/model/tab.ts';

const SECRETS = ['Purple zeppelin', 'notion:1c0ffee', 'passage-7', 'northern market'];

const state: TabState = {
  status: 'ready',
  host: 'notion',
  off: null,
  mode: 'all',
  unplaced: 2,
  health: { surfaces: 1, 'fault.1': 'tier 2: An answer did not have the agreed form. (3)' },
  surfaces: [
    {
      id: 'notion:1c0ffee',
      kind: 'page',
      progress: 0.5,
      settled: false,
      activePassage: 'passage-7',
      report: {
        version: 1,
        state: 'ready',
        title: 'Purple zeppelin',
        documentType: {
          type: 'strategy',
          confidence: 0.812,
          by: 'model',
          why: [{ key: 'typeWhyTitle', values: ['Purple zeppelin'] }],
        },
        mix: { execution: 1, strategy: 0, organisation: 0, neutral: 0, stagedWords: 9, words: 9 },
        expected: {
          execution: { low: 0, high: 1 },
          strategy: { low: 0, high: 1 },
          organisation: { low: 0, high: 1 },
        },
        distance: 0,
        passages: [
          {
            id: 'passage-7',
            index: 0,
            label: 'execution',
            signal: 'deliver',
            confidence: 0.9,
            by: 'model',
            words: 9,
            heading: 'northern market',
            excerpt: 'Purple zeppelin for the northern market',
          },
        ],
        moves: [],
        advice: [],
        unread: [{ reason: 'closed-toggle', count: 4 }],
        limits: ['marks-unplaced'],
      },
    },
  ],
};

describe('diagnostics', () => {
  const text = describeTab(state, { version: '1.2.3', browser: 'Chrome 156' });

  test.each([
    'Stagemark 1.2.3',
    'Chrome 156',
    'tab: ready, notion, on, marks all, 2 unplaced',
    'page: 50 % read, not settled, ready, strategy by model (0.81), 9 words in 1 passages, execution 1, unread closed-toggle 4, marks-unplaced',
    'surfaces: 1',
    'fault.1: tier 2: An answer did not have the agreed form. (3)',
  ])('tell %s', (line) => {
    expect(text.split('\n')).toContain(line);
  });

  test('hold no title, text, heading or id of the document', () => {
    expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([]);
  });
});
