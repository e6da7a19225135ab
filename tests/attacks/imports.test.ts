import { describe, expect, test } from 'vitest';
import { CORRECTIONS_LIMIT } from '../../lib/settings/corrections.ts';
import { FILE_LIMIT, planImport } from '../../lib/settings/transfer.ts';

/** A settings file with one part. */
const file = (key: string, data: unknown, version = 1) =>
  JSON.stringify({ product: 'stagemark', version: 1, items: { [key]: { version, data } } });

const outcome = (text: string): string => {
  const plan = planImport(text);
  return plan.ok ? 'taken' : [plan.key, ...plan.values].join(' ');
};

const phrase = (at: number) => ({ kind: 'phrase', phrase: `goal ${at}`, label: 'none', at });

/** A name that reaches into a prototype, at every depth of a file that is right otherwise. */
const PROTOTYPE_FILES = ['__proto__', 'constructor', 'prototype'].flatMap((name) => [
  `{"product":"stagemark","version":1,"${name}":{"polluted":1},"items":{"preferences":{"version":1,"data":{}}}}`,
  `{"product":"stagemark","version":1,"items":{"${name}":{"version":1,"data":{"polluted":1}}}}`,
  `{"product":"stagemark","version":1,"items":{"preferences":{"version":1,"data":{},"${name}":{"polluted":1}}}}`,
  `{"product":"stagemark","version":1,"items":{"preferences":{"version":1,"data":{"${name}":{"polluted":1}}}}}`,
  `{"product":"stagemark","version":1,"items":{"documents":{"version":1,"data":{"a":{"at":1,"${name}":{"polluted":1}}}}}}`,
]);

describe('a hostile settings file', () => {
  test.each(PROTOTYPE_FILES)('with a prototype name is refused: %s', (text) => {
    expect(outcome(text)).toBe('importNotOurs');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('with an array that never ends is refused', () => {
    expect(
      outcome(
        file(
          'corrections',
          Array.from({ length: CORRECTIONS_LIMIT + 1 }, (_, at) => phrase(at)),
        ),
      ),
    ).toBe('importBadPart corrections');
    expect(outcome(file('ledger', new Array(1_000_000).fill(0)))).toBe('importBadPart ledger');
    expect(outcome(file('preferences', { vocabulary: new Array(501).fill('word') }))).toBe('importBadPart preferences');
  });

  test('with words longer than a word is refused', () => {
    expect(outcome(file('preferences', { vocabulary: ['x'.repeat(81)] }))).toBe('importBadPart preferences');
    expect(outcome(file('corrections', [{ ...phrase(1), phrase: 'x'.repeat(81) }]))).toBe('importBadPart corrections');
    expect(outcome(file('corrections', [{ ...phrase(1), phrase: '' }]))).toBe('importBadPart corrections');
  });

  test.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('of %s in each other, as deep as it may be long, is refused', (_, open, close) => {
    const depth = Math.floor(FILE_LIMIT / 2 / (open.length + close.length));
    const deep = `${open.repeat(depth)}1${close.repeat(depth)}`;
    expect(['importNotOurs', 'importNotJson']).toContain(outcome(deep));
    const inside = `{"product":"stagemark","version":1,"items":{"documents":{"version":1,"data":${deep}}}}`;
    expect(['importNotOurs', 'importNotJson', 'importBadPart documents']).toContain(outcome(inside));
  });

  test.each([
    ['a pause of no time', { pauseMs: 0 }],
    ['an endless pause', { pauseMs: 1e9 }],
    ['a pause that is no number', { pauseMs: '800' }],
    ['a mode that there is not', { mode: 'everything' }],
    ['a level that there is not', { level: 'emperor' }],
    ['a range for a type that there is not', { ranges: { novel: {} } }],
    ['a range of words', { ranges: { spec: { execution: 'all' } } }],
  ])('with %s is refused', (_, data) => {
    expect(outcome(file('preferences', data))).toBe('importBadPart preferences');
  });

  test('keeps nothing that has no place in a part', () => {
    const plan = planImport(file('preferences', { level: 'pm', script: '<img onerror=alert(1)>' }));
    expect(JSON.stringify(plan.ok && [...plan.items])).not.toContain('onerror');
  });
});
