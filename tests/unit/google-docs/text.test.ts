import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutParagraphs } from '../../../lib/hosts/google-docs/raw.ts';
import { type Kind, PLAIN } from '../../../lib/hosts/google-docs/structure.ts';
import { DocumentText } from '../../../lib/hosts/google-docs/text.ts';
import { singleEdit } from '../../../lib/text/edit.ts';

function documentOf(raw: string): DocumentText {
  const text = new DocumentText(() => undefined);
  text.update(raw, null);
  return text;
}

/** Changes a document as the page's changes arrive: as one splice. */
function change(text: DocumentText, raw: string): readonly string[] {
  const edit = singleEdit(text.raw, raw);
  if (edit === null) return [];
  const inserted = raw.slice(edit.start, edit.start + edit.inserted);
  return text.update(raw, { start: edit.start, removed: edit.removed, inserted }).touched;
}

const shape = (text: DocumentText) =>
  text.paragraphs.map(({ start, text: content, column }) => ({ start, text: content, column }));
const ids = (text: DocumentText) => text.paragraphs.map(({ id }) => id);

describe('DocumentText', () => {
  it('reads after any run of splices what a fresh reading gives', () => {
    const piece = fc.constantFrom(
      'word',
      ' ',
      'x',
      '\n',
      '\u000b',
      '\u{1f680}',
      '\u0010\u0012\u001ccell\n',
      '\u001cnext\n',
      '\u0011',
    );
    const edit = fc.record({ at: fc.nat(400), remove: fc.nat(20), insert: fc.array(piece, { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.array(edit, { maxLength: 12 }), (start, edits) => {
        let body = start.join('');
        const text = documentOf(`\u0003${body}\n`);
        for (const { at, remove, insert } of edits) {
          const from = Math.min(at, body.length);
          body = body.slice(0, from) + insert.join('') + body.slice(from + remove);
          const raw = `\u0003${body}\n\u0003header\n`;
          change(text, raw);
          expect(shape(text)).toEqual(cutParagraphs(raw));
          expect(new Set(ids(text)).size).toBe(text.paragraphs.length);
        }
      }),
    );
  });

  it('keeps the identity of every paragraph that an edit does not touch', () => {
    const line = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(line, { minLength: 3, maxLength: 30 }),
        fc.nat(),
        fc.string({ maxLength: 5 }),
        (lines, which, typed) => {
          const target = which % lines.length;
          const raw = (all: readonly string[]) => `\u0003${all.join('\n')}\n`;
          const text = documentOf(raw(lines));
          const before = ids(text);
          const clean = typed.replace(/[^\w ]/g, '');
          change(text, raw(lines.map((one, at) => (at === target ? `${one}${clean}!` : one))));
          expect(ids(text)).toEqual(before);
        },
      ),
    );
  });

  it('keeps both identities of neighbours when a paragraph is put between them', () => {
    const text = documentOf('\u0003one\ntwo\n');
    const [one, two] = ids(text);
    change(text, '\u0003one\nnew\ntwo\n');
    expect([ids(text)[0], ids(text)[2]]).toEqual([one, two]);
  });

  it('leaves the identity with the text when an empty line is typed before it', () => {
    const text = documentOf('\u0003one\ntwo\n');
    const [, two] = ids(text);
    change(text, '\u0003one\n\ntwo\n');
    expect(ids(text)[2]).toBe(two);
  });

  it('keeps all identities when a word is replaced everywhere', () => {
    const lines = Array.from({ length: 20 }, (_, at) => `line ${at} has a clinic in it`);
    const text = documentOf(`\u0003${lines.join('\n')}\n`);
    const before = ids(text);
    change(text, `\u0003${lines.join('\n').replaceAll('clinic', 'practice')}\n`);
    expect(ids(text)).toEqual(before);
  });

  it('names as touched what changed and nothing else', () => {
    const text = documentOf('\u0003one\ntwo\nthree\n');
    const [, two] = ids(text);
    expect(change(text, '\u0003one\ntwo!\nthree\n')).toEqual([two]);
  });

  it('does not mistake an edit in a footer for one in the body', () => {
    const text = documentOf('\u0003one\n\u0003foot\n');
    expect(change(text, '\u0003one\n\u0003footer\n')).toEqual([]);
    expect(text.paragraphs.map((one) => one.text)).toEqual(['one']);
  });

  it('makes the second half of a split list item a list item, and what follows a heading plain', () => {
    const item = { kind: 'list-item', level: 1 } as const;
    const kinds = new Map<string, Kind>([
      ['first item', item],
      ['A heading', { kind: 'heading', level: 1 } as const],
    ]);
    const text = new DocumentText((content) => kinds.get(content));
    text.update('\u0003A heading\nfirst item\n', null);
    change(text, '\u0003A heading\n\nfirst\n item\n');
    expect(text.paragraphs.map(({ kind }) => kind)).toEqual([{ kind: 'heading', level: 1 }, PLAIN, item, item]);
  });

  it('reads one line repeated a hundred thousand times in reasonable time and without losing any', () => {
    const raw = `\u0003${'same\n'.repeat(100_000)}`;
    const text = documentOf(raw);
    text.update(`\u0003first\n${'same\n'.repeat(100_000)}last\n`, null);
    expect(text.paragraphs.length).toBe(100_002);
  });
});
