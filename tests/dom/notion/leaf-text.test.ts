import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafText, mapLeaf, offsetOfPoint, rangesOver } from '../../../lib/hosts/notion/leaf-text.ts';
import { pointAt } from '../../simulators/notion/caret.ts';
import { setHtml } from '../../simulators/notion/html.ts';
import { leafHtml } from '../../simulators/notion/render-leaf.ts';
import { atom, plainText, type Rich, type Run } from '../../simulators/notion/rich.ts';

const words = fc.stringMatching(/^[a-zé 🛒,.<&]{1,12}$/u);
const marks = fc.constantFrom<Run['marks']>(
  {},
  { bold: true },
  { code: true },
  { link: 'https://example.com' },
  { comment: 'c1' },
  { colour: 'red', italic: true },
  { suggestion: 'deleted' },
);
const piece: fc.Arbitrary<Run> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(words, marks).map(([text, mark]) => ({ text, marks: mark })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(atom('user', '@Ann Lee'), atom('page', 'Roadmap'), atom('equation', '', 'x^2')),
  },
);
const richText: fc.Arbitrary<Rich> = fc.array(piece, { maxLength: 8 });

function leafOf(html: string): HTMLElement {
  const leaf = document.createElement('div');
  leaf.dataset.contentEditableLeaf = 'true';
  setHtml(leaf, html);
  return leaf;
}

/** The plain text with atoms cut out of [start, end). */
function paintable(rich: Rich, start: number, end: number): string {
  let at = 0;
  let text = '';
  for (const item of rich) {
    if (item.atom === undefined) text += item.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += item.text.length;
  }
  return text;
}

describe('text of a leaf', () => {
  it('is the plain text of the rich text that it shows', () => {
    fc.assert(
      fc.property(richText, (rich) => {
        const leaf = leafOf(leafHtml(rich, 'b'));
        expect(mapLeaf(leaf).text).toBe(plainText(rich));
        expect(leafText(leaf)).toBe(plainText(rich));
      }),
    );
  });

  it('leaves out caret stops wherever they stand', () => {
    fc.assert(
      fc.property(richText, fc.nat(), (rich, seed) => {
        const leaf = leafOf(leafHtml(rich, 'b'));
        const texts = [...leaf.querySelectorAll('span:not([contenteditable] *)'), leaf].flatMap((element) =>
          [...element.childNodes].filter((node): node is Text => node instanceof Text),
        );
        const target = texts[seed % Math.max(1, texts.length)];
        if (target !== undefined && target.parentElement?.closest('[contenteditable="false"]') === null) {
          target.insertData(seed % (target.length + 1), '\u200B');
        }
        leaf.append('\u200B');
        expect(mapLeaf(leaf).text).toBe(plainText(rich));
        expect(leafText(leaf)).toBe(plainText(rich));
      }),
    );
  });

  it('reads the browser filler of an empty line as nothing and a line break in text as one', () => {
    expect(leafText(leafOf('<br>'))).toBe('');
    expect(leafText(leafOf(''))).toBe('');
    expect(leafText(leafOf('one<br>two'))).toBe('one\ntwo');
    expect(leafText(leafOf('one\ntwo'))).toBe('one\ntwo');
  });

  it('counts an inline equation as one character though its markup holds the text twice', () => {
    const leaf = leafOf(`under ${leafHtml([atom('equation', '', 'ship it')], 'b')} of orders`);
    expect(leafText(leaf)).toBe('under \uFFFC of orders');
  });
});

describe('ranges over a leaf', () => {
  it('hold exactly the text between the offsets, without atoms', () => {
    fc.assert(
      fc.property(richText, fc.nat(60), fc.nat(60), (rich, a, b) => {
        const leaf = leafOf(leafHtml(rich, 'b'));
        const length = plainText(rich).length;
        const [start, end] = [Math.min(a, b, length), Math.min(Math.max(a, b), length)];
        const ranges = rangesOver(mapLeaf(leaf), start, end);
        expect(ranges.map((range) => range.toString()).join('')).toBe(paintable(rich, start, end));
      }),
    );
  });

  it('give back the offset of every point of the text', () => {
    fc.assert(
      fc.property(richText, fc.nat(80), (rich, at) => {
        const leaf = leafOf(leafHtml(rich, 'b'));
        const offset = Math.min(at, plainText(rich).length);
        const point = pointAt(leaf, offset);
        const found = offsetOfPoint(mapLeaf(leaf), point.node, point.offset);
        expect(paintable(rich, 0, found)).toBe(paintable(rich, 0, offset));
      }),
    );
  });
});
