import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remapSpan, singleEdit } from '../../../lib/text/edit.ts';

/** Any UTF-16 units, lone surrogates among them. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd800, max: 0xdfff }), fc.constant(97)))
  .map((units) => String.fromCharCode(...units));

function parts(text: string, offset: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(offset - 1)) && /[\udc00-\udfff]/.test(text.charAt(offset));
}

describe('singleEdit', () => {
  it('finds nothing between equal texts', () => {
    expect(singleEdit('same', 'same')).toBeNull();
  });

  it.each([
    ['', 'a', { start: 0, removed: 0, inserted: 1 }],
    ['win', 'wind', { start: 3, removed: 0, inserted: 1 }],
    ['aXb', 'ab', { start: 1, removed: 1, inserted: 0 }],
    ['the old way', 'the new way', { start: 4, removed: 3, inserted: 3 }],
    ['👍', '👎', { start: 0, removed: 2, inserted: 2 }],
    ['aaa', 'aa', { start: 2, removed: 1, inserted: 0 }],
  ])('finds the edit from %j to %j', (before, after, edit) => {
    expect(singleEdit(before, after)).toEqual(edit);
  });

  it('finds an edit far into a long text', () => {
    const start = 'so it goes. '.repeat(5000);
    expect(singleEdit(`${start}old${start}`, `${start}new${start}`)).toEqual({
      start: start.length,
      removed: 3,
      inserted: 3,
    });
  });

  it('turns the first text into the second', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, (head, before, after, tail) => {
        const [old, now] = [head + before + tail, head + after + tail];
        const edit = singleEdit(old, now);
        if (edit === null) expect(old).toBe(now);
        else
          expect(
            old.slice(0, edit.start) +
              now.slice(edit.start, edit.start + edit.inserted) +
              old.slice(edit.start + edit.removed),
          ).toBe(now);
      }),
    );
  });

  it('never cuts a surrogate pair of either text', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, (head, before, after, tail) => {
        const [old, now] = [head + before + tail, head + after + tail];
        const edit = singleEdit(old, now);
        if (edit === null) return;
        expect(parts(old, edit.start) || parts(now, edit.start)).toBe(false);
        expect(parts(old, edit.start + edit.removed)).toBe(false);
        expect(parts(now, edit.start + edit.inserted)).toBe(false);
      }),
    );
  });
});

describe('remapSpan', () => {
  it('keeps a span before the edit, shifts one after it, drops one it touches', () => {
    const edit = { start: 10, removed: 2, inserted: 5 };
    expect(remapSpan(0, 9, edit)).toEqual([0, 9]);
    expect(remapSpan(13, 20, edit)).toEqual([16, 23]);
    expect(remapSpan(5, 11, edit)).toBeNull();
    expect(remapSpan(0, 10, edit)).toBeNull();
    expect(remapSpan(12, 20, edit)).toBeNull();
  });

  it('a remapped span still covers the same text', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, fc.nat(), fc.nat(), (head, old, now, tail, from, length) => {
        const [before, after] = [head + old + tail, head + now + tail];
        const edit = singleEdit(before, after);
        if (edit === null || before.length === 0) return;
        const start = from % before.length;
        const end = Math.min(before.length, start + 1 + (length % 8));
        const moved = remapSpan(start, end, edit);
        if (moved !== null) expect(after.slice(...moved)).toBe(before.slice(start, end));
      }),
    );
  });
});
