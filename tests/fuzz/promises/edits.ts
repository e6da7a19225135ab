import { equal } from 'node:assert/strict';
import fc from 'fast-check';
import { remapSpan, singleEdit } from '../../../lib/text/edit.ts';
import { anyText } from '../arbitraries.ts';
import { promise } from '../promise.ts';

/** A text before and after one replacement in it. */
export const anyEdit = fc
  .tuple(anyText, fc.nat(), fc.nat(20), fc.oneof(fc.constant(''), anyText))
  .map(([before, at, removed, inserted]) => {
    const start = at % (before.length + 1);
    return { before, after: before.slice(0, start) + inserted + before.slice(start + removed) };
  });

const isHigh = (unit: string) => /[\ud800-\udbff]/.test(unit);
const isLow = (unit: string) => /[\udc00-\udfff]/.test(unit);
const parts = (text: string, at: number) => isHigh(text.charAt(at - 1)) && isLow(text.charAt(at));

export const EDIT_PROMISES = [
  promise('the single edit turns one text into the other', 40, fc.oneof(anyEdit, pair()), ({ before, after }) => {
    const edit = singleEdit(before, after);
    if (edit === null) return equal(before, after);
    const { start, removed, inserted } = edit;
    equal(before.slice(0, start) + after.slice(start, start + inserted) + before.slice(start + removed), after);
    equal(parts(before, start) || parts(after, start), false);
    equal(parts(before, start + removed) || parts(after, start + inserted), false);
  }),
  promise(
    'a span that outlives edits covers the text that it covered',
    30,
    fc.tuple(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), fc.nat(), fc.integer({ min: 1, max: 9 })),
    ([edits, at, length]) => {
      let text = edits[0]?.before ?? '';
      if (text === '') return;
      let span: [number, number] = [at % text.length, Math.min(text.length, (at % text.length) + length)];
      const covered = text.slice(...span);
      for (const { before, after } of edits) {
        // Each edit is put into the text as it is by then.
        const next = before === '' ? after + text : text.replace(before.slice(0, 2), () => after.slice(0, 3));
        const edit = singleEdit(text, next);
        const moved = edit === null ? span : remapSpan(...span, edit);
        if (moved === null) return;
        span = moved;
        text = next;
      }
      equal(text.slice(...span), covered);
    },
  ),
];

function pair() {
  return fc.record({ before: anyText, after: anyText });
}
