import { describe, expect, test } from 'vitest';
import { PhraseFinder } from '../../../lib/classifier/phrases.ts';
import { SIGNAL_ENTRIES } from '../../../lib/classifier/signals/index.ts';
import { scanTokens, TokenBuffer } from '../../../lib/classifier/tokens.ts';
import { keptEntries, lexiconFinder } from '../../../lib/classifier/training/lexicon.ts';

function found(finder: PhraseFinder, text: string): [number, string][] {
  const tokens = new TokenBuffer();
  scanTokens(text, tokens);
  const all: [number, string][] = [];
  finder.find(tokens, (entry, first, last) => {
    all.push([entry, text.slice(tokens.start[first], tokens.end[last])]);
  });
  return all;
}

describe('phrases', () => {
  test('are found where the lexicon says they fire, and not where it says they must not', () => {
    const finder = lexiconFinder();
    SIGNAL_ENTRIES.forEach(({ id, fires, quiet }, entry) => {
      for (const text of fires)
        expect(
          found(finder, text).map(([one]) => one),
          `${id} in: ${text}`,
        ).toContain(entry);
      for (const text of quiet)
        expect(
          found(finder, text).map(([one]) => one),
          `${id} in: ${text}`,
        ).not.toContain(entry);
    });
  });

  test('count the longest of an entry, run over any word and any number, and stop at the end of a sentence', () => {
    const finder = PhraseFinder.of([
      [
        ['we', 'win'],
        ['we', 'win', 'by'],
      ],
      [['each', '*', 'week']],
      [['#', 'of', '#', 'users']],
    ]);
    expect(found(finder, 'We win by price. Each second week 5 of 12 users')).toEqual([
      [0, 'We win by'],
      [1, 'Each second week'],
      [2, '5 of 12 users'],
    ]);
    expect(found(finder, 'This is what we. Win by then.')).toEqual([]);
  });

  test('ship only where the documents hold them', () => {
    const document = {
      docId: 'a',
      title: 'Notes',
      docType: 'other',
      org: 'o',
      passages: [
        {
          index: 0,
          kind: 'paragraph' as const,
          headings: [],
          text: 'Our bet is on clinics.',
          stage: 'strategy' as const,
        },
      ],
    };
    const kept = keptEntries([document]);
    const bet = kept.find(({ entry }) => SIGNAL_ENTRIES[entry]?.id === 'bets/big-bet');
    expect(bet?.phrases).toContainEqual(['bet', 'is']);
    expect(kept.flatMap(({ phrases }) => phrases).length).toBeLessThan(20);
  });
});
