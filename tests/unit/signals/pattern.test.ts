import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nounForms, verbForms } from '../../../lib/classifier/signals/forms.ts';
import { findPattern, matchWords } from '../../../lib/classifier/signals/match.ts';
import { expandPattern } from '../../../lib/classifier/signals/pattern.ts';

const phrases = (pattern: string) => expandPattern({ pattern }).map((words) => words.join(' '));

describe('expandPattern', () => {
  test('expands alternatives, options and forms', () => {
    expect(phrases('(ship~|launch) to? user+')).toEqual([
      'ship to user',
      'ship to users',
      'ship user',
      'ship users',
      'ships to user',
      'ships to users',
      'ships user',
      'ships users',
      'shipped to user',
      'shipped to users',
      'shipped user',
      'shipped users',
      'shipping to user',
      'shipping to users',
      'shipping user',
      'shipping users',
      'launch to user',
      'launch to users',
      'launch user',
      'launch users',
    ]);
  });

  test('keeps slots as slots', () => {
    expect(phrases('reach # * users')).toEqual(['reach # * users']);
  });

  test('nests groups', () => {
    expect(phrases('(a (b|c)?|d)')).toEqual(['a b', 'a c', 'a', 'd']);
  });

  test('says what is wrong with a bad pattern', () => {
    expect(() => phrases('Ship it')).toThrow('Unmatchable character "S"');
    expect(() => phrases('(ship')).toThrow('Unclosed group');
    expect(() => phrases('ship)')).toThrow('Unopened group');
    expect(() => phrases('? ship')).toThrow('Nothing to make optional');
    expect(() => phrases('ship?')).toThrow('can match without a word');
    expect(() => phrases('ship *')).toThrow('begins or ends with any word');
    expect(() => phrases('a b c d e f')).toThrow('longer than 5 words');
    expect(() => phrases('(a|b|c|d) (a|b|c|d) (a|b|c|d) (a|b|c|d)')).toThrow('Too many expansions');
  });
});

describe('forms', () => {
  test('verbs take their endings by rule', () => {
    expect(verbForms('ship')).toEqual(['ship', 'ships', 'shipped', 'shipping']);
    expect(verbForms('carry')).toEqual(['carry', 'carries', 'carried', 'carrying']);
    expect(verbForms('launch')).toEqual(['launch', 'launches', 'launched', 'launching']);
    expect(verbForms('agree')).toEqual(['agree', 'agrees', 'agreed', 'agreeing']);
    expect(verbForms('win')).toEqual(['win', 'wins', 'won', 'winning']);
  });

  test('nouns take their plural by rule', () => {
    expect(nounForms('story')).toEqual(['story', 'stories']);
    expect(nounForms('analysis')).toEqual(['analysis', 'analyses']);
    expect(nounForms('sketch')).toEqual(['sketch', 'sketches']);
    expect(nounForms('day')).toEqual(['day', 'days']);
    expect(nounForms('person')).toEqual(['person', 'people']);
  });
});

describe('findPattern', () => {
  test('sees past hyphens, case, commas and typographic apostrophes', () => {
    expect(findPattern({ pattern: 'go to market' }, 'Our Go-To-Market plan')).toEqual([[4, 16]]);
    expect(findPattern({ pattern: "won't serve" }, 'We won’t serve them')).toEqual([[3, 14]]);
  });

  test('does not cross the end of a sentence, a colon or a line', () => {
    expect(findPattern({ pattern: 'user interview' }, 'The user. Interview two: user\ninterview')).toEqual([]);
  });

  test('takes the longest sequence at a place', () => {
    expect(findPattern({ pattern: 'big (bet|bet on)' }, 'A big bet on it')).toEqual([[2, 12]]);
  });

  test('offsets point at the words in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { word, start, end } of matchWords(text))
          expect(text.slice(start, end).toLowerCase().replaceAll('’', "'")).toBe(word);
      }),
    );
  });
});
