import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { parseModel } from '../../../lib/hosts/google-docs/bridge/model.ts';
import { conforms, STRUCTURE_ANSWER, TEXT_ANSWER } from '../../../lib/hosts/google-docs/bridge/protocol.ts';
import { cutParagraphs } from '../../../lib/hosts/google-docs/raw.ts';
import { squeeze, squeezeMap } from '../../../lib/hosts/google-docs/squeeze.ts';
import { DocumentText } from '../../../lib/hosts/google-docs/text.ts';
import { singleEdit } from '../../../lib/text/edit.ts';
import { anyJson, anyNumber, anyText, nearly } from '../arbitraries.ts';
import { promise } from '../promise.ts';

/** A document as Docs' text layer gives it: text with segment marks, table controls, soft breaks and objects among it. */
const anyRaw = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('\n', '\u0003', '\u0010', '\u0012', '\u001c', '\u0011', '\u000b', '\u0001'),
      },
      { weight: 1, arbitrary: fc.constantFrom('\u001a', '\u0000', '\ufffc', '\ue000', '\uf8ff', '\t', '\r') },
      { weight: 4, arbitrary: anyText },
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

/** Paragraphs with their places. An empty one after the last new line is nothing to a reader, and may be there or not. */
const placed = (text: DocumentText) =>
  text.paragraphs
    .filter(({ text: words }) => words !== '')
    .map(({ start, text: words, column }) => ({ start, text: words, column }));

const anySteps = fc.tuple(
  anyRaw,
  fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.oneof(fc.constant(''), anyRaw)), { maxLength: 5 }),
);

const anyOperation = fc.oneof(
  fc.record({ ty: fc.constantFrom('is', 'iss'), s: anyText, ibi: anyNumber }),
  fc.record({ ty: fc.constant('as'), ei: anyNumber, sm: fc.record({ ps_hd: anyNumber, ls_nest: anyNumber }) }),
  anyJson,
);

const rightTextAnswer = fc.record({
  seq: fc.nat(),
  kind: fc.constant('text'),
  state: fc.constantFrom('same', 'changed', 'starting'),
  flag: fc.constantFrom('own', 'other'),
  revision: fc.nat(),
  base: fc.nat(),
  start: fc.nat(),
  removed: fc.nat(),
  inserted: anyText,
  length: fc.nat(),
  anchor: fc.integer({ min: -1, max: 99 }),
  focus: fc.integer({ min: -1, max: 99 }),
  cut: fc.boolean(),
});

export const GOOGLE_DOCS_PROMISES = [
  promise('a paragraph has one unit for each unit of the raw text', 20, anyRaw, (raw) => {
    let last = -1;
    for (const { start, text } of cutParagraphs(raw)) {
      ok(start > last && start + text.length <= raw.length, `${start}, ${text.length}`);
      last = start + text.length - 1;
      for (let at = 0; at < text.length; at++) {
        const [read, was] = [text.charAt(at), raw.charAt(start + at)];
        ok(read === was || read === ' ' || (read === '\n' && was === '\v'), `${start + at}`);
      }
    }
  }),
  promise('paragraphs after any edits are those of a fresh reading', 10, anySteps, ([first, edits]) => {
    const text = new DocumentText(() => undefined);
    text.update(first, null);
    let raw = first;
    for (const [at, removed, inserted] of edits) {
      const start = at % (raw.length + 1);
      const next = raw.slice(0, start) + inserted + raw.slice(start + removed);
      const edit = singleEdit(raw, next);
      const splice = edit && {
        start: edit.start,
        removed: edit.removed,
        inserted: next.slice(edit.start, edit.start + edit.inserted),
      };
      const known = new Map(text.paragraphs.map(({ id, text: words }) => [id, words]));
      const { touched } = text.update(next, splice);
      raw = next;
      const fresh = new DocumentText(() => undefined);
      fresh.update(raw, null);
      deepEqual(placed(text), placed(fresh));
      const ids = text.paragraphs.map(({ id }) => id);
      equal(new Set(ids).size, ids.length);
      for (const { id, text: words, block } of text.paragraphs) {
        deepEqual([block.id, block.text], [id, words]);
        ok(touched.includes(id) || known.get(id) === words, `${id} changed untold`);
      }
    }
  }),
  promise('a squeezed text has a place for each of its units', 25, fc.tuple(anyRaw, fc.boolean()), ([raw, loose]) => {
    const strictness = loose ? 'loose' : 'exact';
    const map = squeezeMap(raw, strictness);
    equal(map.length, squeeze(raw, strictness).length + 1);
    equal(map.at(-1), raw.length);
    for (let at = 1; at < map.length; at++) ok((map[at] ?? 0) >= (map[at - 1] ?? 0));
  }),
  promise(
    'a model of any chunks gives an answer of the agreed form',
    15,
    fc.array(fc.oneof(anyJson, fc.record({ chunk: fc.array(anyOperation, { maxLength: 8 }) })), { maxLength: 3 }),
    (chunks) => {
      const answer: unknown = { seq: 1, kind: 'structure', ...parseModel(chunks) };
      ok(conforms(STRUCTURE_ANSWER, JSON.parse(JSON.stringify(answer))), JSON.stringify(answer));
    },
  ),
  promise('an answer is taken only where every field is right', 25, nearly(rightTextAnswer), (value) => {
    if (!conforms(TEXT_ANSWER, value)) return;
    deepEqual(Object.keys(value).sort(), Object.keys(TEXT_ANSWER).sort());
    for (const field of ['seq', 'revision', 'base', 'start', 'removed', 'length'] as const)
      ok(Number.isSafeInteger(value[field]) && value[field] >= 0);
    equal(typeof value.inserted, 'string');
  }),
];
