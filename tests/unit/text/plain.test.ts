import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksFromPlainText } from '../../../lib/text/plain.ts';

const read = (text: string) => blocksFromPlainText(text).blocks.map(({ kind, level, text }) => [kind, level, text]);

describe('blocksFromPlainText', () => {
  it('joins wrapped lines and parts paragraphs at empty lines', () => {
    expect(read('The first paragraph goes on\nto a second line.\n\nThe second one follows here.')).toEqual([
      ['paragraph', 0, 'The first paragraph goes on to a second line.'],
      ['paragraph', 0, 'The second one follows here.'],
    ]);
  });

  it('takes one line for one paragraph where lines are long, as editors copy them', () => {
    const long = 'This paragraph was copied from an editor and has no break in it, so its line is long. '
      .repeat(2)
      .trim();
    expect(read(`${long}\nA short one after it.`)).toEqual([
      ['paragraph', 0, long],
      ['paragraph', 0, 'A short one after it.'],
    ]);
  });

  it('finds title, headings, bullets, numbers and quotes', () => {
    expect(
      read(
        'Clinic plan\n\nWhy now\n\nClinics decide in weeks, hospitals in years.\n\n- one\n  * two\n3. three\n> said so',
      ),
    ).toEqual([
      ['title', 0, 'Clinic plan'],
      ['heading', 2, 'Why now'],
      ['paragraph', 0, 'Clinics decide in weeks, hospitals in years.'],
      ['list-item', 0, 'one'],
      ['list-item', 1, 'two'],
      ['list-item', 0, 'three'],
      ['quote', 0, 'said so'],
    ]);
  });

  it('finds headings that are underlined or marked', () => {
    expect(read('Scope\n=====\nOne thing only, no other.\n\n## Later\nAll else.')).toEqual([
      ['title', 0, 'Scope'],
      ['paragraph', 0, 'One thing only, no other.'],
      ['heading', 2, 'Later'],
      ['paragraph', 0, 'All else.'],
    ]);
  });

  it('keeps right-to-left text and lone surrogates as they are', () => {
    expect(read('בחרנו במרפאות\n\n\ud800 alone.')).toEqual([
      ['paragraph', 0, 'בחרנו במרפאות'],
      ['paragraph', 0, '\ud800 alone.'],
    ]);
  });

  it('loses no word of any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('alpha beta.', 'Gamma', '- delta', '', '  > eps', 'z'.repeat(120))),
        (lines) => {
          const words = (text: string) => text.match(/[A-Za-z]+/g) ?? [];
          const blocks = blocksFromPlainText(lines.join('\n')).blocks;
          expect(blocks.flatMap((block) => words(block.text))).toEqual(words(lines.join('\n')));
        },
      ),
    );
  });
});
