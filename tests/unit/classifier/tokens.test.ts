import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashToken, scanTokens, TokenBuffer, tokenStrings } from '../../../lib/classifier/tokens.ts';

describe('tokens', () => {
  test('are words in small letters, marks that matter, and classes for addresses, years and numbers', () => {
    expect(
      tokenStrings("We’ll ship v2.5 in 2026: 45% of users' café! See https://a.example/b-c or www.foo.example."),
    ).toEqual([
      "we'll",
      'ship',
      'v',
      '#number',
      'in',
      '#year',
      '#number',
      '%',
      'of',
      'users',
      'café',
      '!',
      'see',
      '#url',
      'or',
      '#url',
    ]);
  });

  test('carry the hash of their string and their place in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const tokens = new TokenBuffer();
        scanTokens(text, tokens);
        tokenStrings(text).forEach((word, index) => {
          expect(tokens.hash[index]).toBe(hashToken(word));
        });
        let last = 0;
        for (let index = 0; index < tokens.count; index++) {
          expect(tokens.start[index]).toBeGreaterThanOrEqual(last);
          last = tokens.end[index] ?? 0;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
