import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanTokens, TokenBuffer } from '../../../lib/classifier/tokens.ts';
import { splitAndHash, WordTable } from '../../bench/floor.ts';
import { benchParagraphs } from '../../bench/text.ts';

const tokens = new TokenBuffer();
const words = new WordTable(4_096);

/** [start, end) of every word or token. */
function places({ start, end, count }: { start: Uint32Array; end: Uint32Array; count: number }): number[][] {
  return Array.from({ length: count }, (_, index) => [start[index] ?? -1, end[index] ?? -1]);
}

describe('the floor of the benchmark', () => {
  test('finds the words that the classifier finds in the text that is measured', () => {
    for (const text of benchParagraphs(2_000)) {
      scanTokens(text, tokens);
      splitAndHash(text, words);
      expect(places(words)).toEqual(places(tokens));
    }
  });

  test('finds them in any text without a web address, and hashes words as the classifier does', () => {
    const unit = fc.constantFrom(..."aZé'’19.,%$€£!? -\n×😀".split(''));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        scanTokens(text, tokens);
        splitAndHash(text, words);
        expect(places(words)).toEqual(places(tokens));
        for (let index = 0; index < words.count; index++)
          if (/\p{L}/u.test(text.charAt(words.start[index] ?? 0))) expect(words.hash[index]).toBe(tokens.hash[index]);
      }),
      { numRuns: 500 },
    );
  });
});
