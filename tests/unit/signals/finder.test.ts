import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SIGNAL_ENTRIES } from '../../../lib/classifier/signals/index.ts';
import { findPattern } from '../../../lib/classifier/signals/match.ts';
import { scanTokens, TokenBuffer } from '../../../lib/classifier/tokens.ts';
import { lexiconFinder } from '../../../lib/classifier/training/lexicon.ts';
import { adversarialFamilies } from '../../accuracy/adversarial-set.ts';

const finder = lexiconFinder();
const tokens = new TokenBuffer();

/** Entries found in a text, with the texts they cover. */
function scanned(text: string): string[] {
  const found: string[] = [];
  scanTokens(text, tokens);
  finder.find(tokens, (entry, first, last) => {
    found.push(`${SIGNAL_ENTRIES[entry]?.id}: ${text.slice(tokens.start[first], tokens.end[last])}`);
  });
  return found;
}

describe('the finder of the lexicon’s phrases', () => {
  test('finds every example that the reference matcher finds, at the same place', () => {
    const missed = SIGNAL_ENTRIES.flatMap((entry) =>
      entry.fires.flatMap((text) => {
        const found = new Set(scanned(text));
        return findPattern(entry, text)
          .map(([start, end]) => `${entry.id}: ${text.slice(start, end)}`)
          .filter((hit) => !found.has(hit));
      }),
    );
    expect(missed).toEqual([]);
  });

  test('finds nothing in the examples that must stay quiet', () => {
    const loud = SIGNAL_ENTRIES.flatMap((entry) =>
      entry.quiet.filter((text) => scanned(text).some((hit) => hit.startsWith(`${entry.id}:`))),
    );
    expect(loud).toEqual([]);
  });

  test('finds in whole passages what the reference matcher finds', () => {
    const passages = adversarialFamilies().flatMap((family) => family.passages.map(({ text }) => text));
    const entries = SIGNAL_ENTRIES.filter((_, index) => index % 6 === 0);
    const missed = passages.flatMap((text) => {
      const found = new Set(scanned(text));
      return entries.flatMap((entry) =>
        findPattern(entry, text)
          .map(([start, end]) => `${entry.id}: ${text.slice(start, end)}`)
          .filter((hit) => !found.has(hit)),
      );
    });
    expect(missed).toEqual([]);
  });

  test('lets a percent sign stand inside a phrase but no end of a sentence', () => {
    expect(scanned('A 12% lift')).toContain('debrief/percent-change: 12% lift');
    expect(scanned('We saw 12. Lift it.').filter((hit) => hit.startsWith('debrief/percent-change'))).toEqual([]);
  });

  test('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => scanned(text).every((hit) => hit.length > 0)));
  });
});
