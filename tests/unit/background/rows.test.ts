import { describe, expect, test } from 'vitest';
import { ROWS_AT_ONCE, ToldRows } from '../../../lib/background/documents/rows.ts';
import { toPassages } from '../../../lib/text/passages.ts';
import { paragraphs, verdictOf } from '../page/fakes.ts';

const passages = toPassages(paragraphs('We ship it. Today.', 'A bet.', 'Lunch.'));
const execution = verdictOf('execution');
const none = verdictOf('none');
const ids = (told: ReturnType<ToldRows['news']>) => told.flatMap(({ rows }) => rows.map(({ id }) => id));

describe('rows for a page', () => {
  test('name the sentences of a staged passage and none of another', () => {
    const [batch] = new ToldRows().news(passages, [execution, none, none], 0);
    expect(batch?.rows.map(({ sentences }) => sentences)).toEqual([[0, 11, 12, 18], [], []]);
  });

  test('begin where the reader is, and come once', () => {
    const told = new ToldRows();
    expect(ids(told.news(passages, [execution, none, none], 1))).toEqual(['b1', 'b2', 'b0']);
    expect(told.news(passages, [execution, none, none], 1)).toEqual([]);
  });

  test('come again where a label, its signal, its hand or a hundredth of its confidence changed', () => {
    for (const [changed, again] of [
      [none, true],
      [{ ...execution, signal: 'deliver' as const }, true],
      [{ ...execution, by: 'writer' as const }, true],
      [{ ...execution, confidence: execution.confidence + 0.02 }, true],
      [{ ...execution, confidence: execution.confidence + 0.002 }, false],
    ] as const) {
      const told = new ToldRows();
      told.news(passages, [execution, none, none], 0);
      expect(ids(told.news(passages, [changed, none, none], 0))).toEqual(again ? ['b0'] : []);
    }
  });

  test('that only move wait until every passage has a verdict', () => {
    const told = new ToldRows();
    told.news(passages, [execution, null, null], 0);
    expect(ids(told.news(passages, [none, none, null], 0))).toEqual(['b1']);
    expect(ids(told.news(passages, [none, none, none], 0))).toEqual(['b0', 'b2']);
  });

  test('come again for passages that the page forgot', () => {
    const told = new ToldRows();
    told.news(passages, [execution, none, none], 0);
    told.forget(['b2']);
    expect(ids(told.news(passages, [execution, none, none], 0))).toEqual(['b2']);
  });

  test('go in batches, each with the headings that its rows name', () => {
    const blocks = paragraphs(...Array.from({ length: 2 * ROWS_AT_ONCE }, (_, at) => `Line ${at}.`));
    const heading = { id: 'h', kind: 'heading' as const, level: 1, text: 'Plan' };
    const many = toPassages([heading, ...blocks]);
    const batches = new ToldRows().news(
      many,
      many.map(() => none),
      0,
    );
    expect(batches.map(({ rows, headings }) => [rows.length, headings, rows.at(-1)?.heading])).toEqual([
      [ROWS_AT_ONCE, ['Plan'], 0],
      [ROWS_AT_ONCE, ['Plan'], 0],
    ]);
  });
});
