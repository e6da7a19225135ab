import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, isBlank } from '../../../lib/text/words.ts';

describe('countWords', () => {
  it.each([
    ['', 0],
    ['   \n\t', 0],
    ['One', 1],
    ['We will re-open the US and/or EU shops.', 8],
    ['- • * — …', 0],
    ['a — b', 2],
    ['now—then', 2],
    ['$4.5m in 2027', 3],
    ['non\u00a0breaking', 2],
    ['naïve café', 2],
    ['שלום עולם', 2],
    ['👍 good', 1],
  ])('counts %j as %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  it('adds up over texts joined by a space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (first, second) => {
        expect(countWords(`${first} ${second}`)).toBe(countWords(first) + countWords(second));
      }),
    );
  });

  it('counts none exactly where a text is blank', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(isBlank(text)).toBe(countWords(text) === 0);
      }),
    );
  });
});
