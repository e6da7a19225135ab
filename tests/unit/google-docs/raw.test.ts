import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutParagraphs } from '../../../lib/hosts/google-docs/raw.ts';

const texts = (raw: string) => cutParagraphs(raw).map((part) => part.text);

describe('cutParagraphs', () => {
  it('leaves the segment mark at the start out, and the offsets in', () => {
    expect(cutParagraphs('\u0003One\nTwo\n')).toEqual([
      { start: 1, text: 'One', column: -1 },
      { start: 5, text: 'Two', column: -1 },
    ]);
  });

  it('ends with the body: later segments are headers, footers and notes', () => {
    expect(texts('\u0003Body\n\u0003Header\n\u0003Footer\n')).toEqual(['Body']);
    expect(texts('\u0003Body\n\u0003\n')).toEqual(['Body']);
  });

  it('tells table cells from what follows the table', () => {
    const raw = '\u0003Before\n\u0010\u0012\u001cA\n\u001cB\n\u0012\u001cC\n\u001cD\n\u0011After\n';
    expect(cutParagraphs(raw).map(({ text, column }) => [text, column])).toEqual([
      ['Before', -1],
      ['A', 1000],
      ['B', 1001],
      ['C', 1000],
      ['D', 1001],
      ['After', -1],
    ]);
  });

  it('reads soft breaks as new lines and objects as spaces without moving any offset', () => {
    expect(texts('\u0003one\u000btwo \ue907 three\ufffc\u0001\n')).toEqual(['one\ntwo   three  ']);
  });

  it('ends a paragraph at a page break', () => {
    expect(texts('\u0003end of page\u000c\nnext\n').filter((text) => text !== '')).toEqual(['end of page', 'next']);
  });

  it('gives every paragraph the offset at which its text stands', () => {
    const unit = fc.constantFrom(
      'a',
      ' ',
      'é',
      '\u{1f680}',
      '\n',
      '\u000b',
      '\u0010',
      '\u0012',
      '\u001c',
      '\u0011',
      '\u000c',
      '\ufffc',
    );
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const raw = `\u0003${units.join('')}\n`;
        for (const { start, text } of cutParagraphs(raw)) {
          const original = raw.slice(start, start + text.length);
          expect(original.replaceAll('\u000b', '\n').replaceAll('\ufffc', ' ')).toBe(text);
        }
      }),
    );
  });

  it('loses no character of the body but controls', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', ' ', '\n', '\u0012', '\u001c')), (units) => {
        const raw = `\u0003${units.join('')}\n`;
        const letters = (text: string) => text.replace(/[^ab ]/g, '');
        expect(letters(texts(raw).join(''))).toBe(letters(raw));
      }),
    );
  });
});
