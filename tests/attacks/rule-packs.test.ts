import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../lib/classifier/classify.ts';
import { findsPackPhrase } from '../../lib/classifier/pack-phrase.ts';
import { PACK_LIMITS } from '../../lib/model/pack-limits.ts';
import { readPackFile } from '../../lib/settings/pack-file.ts';

const problem = (text: string): string => {
  const reading = readPackFile(text, findsPackPhrase);
  return reading.ok ? 'taken' : (reading.problems[0]?.key ?? '');
};
const file = (pack: object) =>
  JSON.stringify({ product: 'stagemark', kind: 'rule-pack', version: 1, name: 'Acme', phrases: [], ...pack });
const phrase = (text: string, fires: string) => ({ phrase: text, stage: 'execution', fires: [fires] });

describe('a hostile rule pack', () => {
  test.each(['__proto__', 'constructor', 'prototype'])('with the name %s, anywhere, is refused', (name) => {
    for (const text of [
      `{"${name}":{"polluted":1},"product":"stagemark","kind":"rule-pack","version":1,"name":"A","phrases":[]}`,
      `{"product":"stagemark","kind":"rule-pack","version":1,"name":"A","phrases":[{"${name}":{"polluted":1}}]}`,
    ])
      expect(problem(text)).toBe('packForbiddenName');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('of %s in each other is refused before it is read', (_, open, close) => {
    const depth = Math.floor(PACK_LIMITS.file / (open.length + close.length)) - 1;
    expect(problem(`${open.repeat(depth)}1${close.repeat(depth)}`)).toBe('packTooDeep');
  });

  test('with brackets in its texts is no deep one', () => {
    expect(problem(file({ about: '[[[[[[[[\\"{{{{{{{' }))).toBe('taken');
  });

  test('of 50 MB is refused unread', () => {
    expect(problem('['.repeat(50_000_000))).toBe('packTooLarge');
  });

  test('with an array that never ends is refused', () => {
    expect(problem(file({ vocabulary: new Array(20_000).fill('a') }))).toBe('packNeedsList');
    expect(problem(file({ phrases: new Array(20_000).fill(1) }))).toMatch(/^packNeeds(List|Phrase)$/);
  });

  test.each(['(a+)+$', '^(\\w+\\s?)*$', '(.*a){20}', '[a-z]+'])(
    'looks for %s letter by letter, never as a pattern',
    (pattern) => {
      expect(problem(file({ phrases: [phrase(pattern, `${'a'.repeat(399)}!`)] }))).toBe('packExampleSilent');
    },
  );

  test('of phrases that all share their words costs a look at each word, not at each way through them', () => {
    // Every placing of two wildcards among eight equal words: the most ways that one text can be walked.
    const phrases = [];
    for (let first = 1; first < 8; first++)
      for (let second = first + 1; second < 8; second++) {
        const words = new Array(8).fill('the');
        words[first] = '*';
        words[second] = '*';
        phrases.push(phrase(words.join(' '), 'the '.repeat(8)));
      }
    const reading = readPackFile(file({ phrases }), findsPackPhrase);
    if (!reading.ok) throw new Error('refused');
    const classifier = createClassifier();
    const text = 'the '.repeat(50_000);
    const document = { title: '', passages: [{ kind: 'paragraph', headings: [], text, hash: 'a' } as const] };
    classifier.update(document, {
      passages: new Map(),
      phrases: [],
      vocabulary: [],
      learnt: [],
      packs: [reading.pack],
    });
    while (!classifier.step(100, 0));
    const packs = classifier.explain(0).evidence.filter(({ source }) => source === 'pack');
    expect(packs.length).toBeLessThanOrEqual(phrases.length);
    expect(classifier.verdicts()[0]?.probabilities.every(Number.isFinite)).toBe(true);
  });

  test('with markup and controls in its texts is kept as text', () => {
    const name = '<img src=x onerror=alert(1)>\u0000\u202e';
    const reading = readPackFile(file({ name }), findsPackPhrase);
    expect(reading.ok && reading.pack.name).toBe(name);
  });
});
