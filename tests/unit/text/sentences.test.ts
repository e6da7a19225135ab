import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../lib/text/sentences.ts';

const sentences = (text: string) => splitSentences(text).map(([start, end]) => text.slice(start, end));

/** What of a text is not white space; control characters count as white space. */
const solid = (text: string) => [...text].filter((each) => each > ' ' && !/[\s\u200b]/.test(each)).join('');

describe('splitSentences', () => {
  it.each([
    ['We ship. They wait! Why?', ['We ship.', 'They wait!', 'Why?']],
    ['Cut from 3.5 s to 1.2 s.', ['Cut from 3.5 s to 1.2 s.']],
    ['Use a cache, e.g. Redis. Then measure.', ['Use a cache, e.g. Redis.', 'Then measure.']],
    ['Ask J. Doe. She knows.', ['Ask J. Doe.', 'She knows.']],
    ['1. Open the page. Save.', ['1. Open the page.', 'Save.']],
    ['He said "stop." We did.', ['He said "stop."', 'We did.']],
    ['One line\nanother line', ['One line', 'another line']],
    ['Wait... what? yes', ['Wait... what? yes']],
    ['It is done.Next', ['It is done.Next']],
    ['完了。次へ', ['完了。', '次へ']],
    ['   ', []],
    ['', []],
  ])('splits %j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('covers any text in order, with only white space between sentences', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('. ', '? ', '\n', 'e.g. ', '" ', 'Go', '\ud800')),
        ),
        (pieces) => {
          const text = pieces.join('');
          let last = 0;
          for (const [start, end] of splitSentences(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(solid(text.slice(last, start))).toBe('');
            last = end;
          }
          expect(solid(text.slice(last))).toBe('');
        },
      ),
    );
  });
});
