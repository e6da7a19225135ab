import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_ADJUSTMENTS } from '../../../lib/classifier/contract.ts';
import { cueBits } from '../../../lib/classifier/cues.ts';
import { PHRASE_SIZE } from '../../../lib/classifier/reader.ts';
import { Reading } from '../../../lib/classifier/reading.ts';
import { PHRASE_RULES_START, RULES, readRules, rulesIn } from '../../../lib/classifier/rules.ts';
import { scanTokens, TokenBuffer } from '../../../lib/classifier/tokens.ts';

const { index, reader } = new Reading(NO_ADJUSTMENTS).scorer;
const cues = cueBits();

/** Pieces that rules and phrases hang on, in any order. */
const PIECES =
  "We will hire two people each week . : ; ! ? % $ 3 12 1,200 2024 Q3 q 1 this page document API iPhone McCoy Ann Lee don't we’ll http://a.example/B?c www.a.example ( ) | • — - -> … Running our goal is to win over the market 5 of 12 users said launch in Q2 É café".split(
    ' ',
  );
const textArbitrary = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(' ')),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 12 })
    .map((pieces) => pieces.join('')),
);

describe('reading a text', () => {
  test('finds the rules that fitting finds', () => {
    fc.assert(
      fc.property(textArbitrary, (text) => {
        const tokens = new TokenBuffer();
        scanTokens(text, tokens);
        const classes = Int32Array.from(tokens.hash.subarray(0, tokens.count), (hash) => cues.get(hash) ?? 0);
        const active = new Uint8Array(RULES.length);
        readRules(text, tokens, classes, active);
        reader.read(text);
        const names = (rules: readonly number[]) =>
          rules.filter((rule) => rule < PHRASE_RULES_START).map((rule) => RULES[rule]);
        expect(names(rulesIn(reader.ruleBits))).toEqual(
          names(RULES.map((_, rule) => rule).filter((rule) => active[rule] === 1)),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('finds the phrases that a look at every token finds, and each entry once', () => {
    fc.assert(
      fc.property(textArbitrary, (text) => {
        reader.read(text);
        const found: number[] = [];
        index.finder.find(reader.tokens, (...phrase) => found.push(...phrase));
        expect([...reader.phrases.subarray(0, reader.phraseEnd)]).toEqual(found);
        const entries = new Set(found.filter((_, place) => place % PHRASE_SIZE === 0));
        expect([...reader.entries.subarray(0, reader.entryCount)]).toEqual([...entries]);
      }),
      { numRuns: 500 },
    );
  });

  test('knows the words of its tokens', () => {
    reader.read('Customers of the market, xyzzyqq.');
    const words = [0, 1, 2, 3, 4].map((token) => index.word(reader.wordOf(token)));
    expect(words).toEqual(['customers', 'of', 'the', 'market', '']);
  });
});
