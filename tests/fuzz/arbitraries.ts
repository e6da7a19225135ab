import fc from 'fast-check';
import { BLOCK_KINDS, type Block } from '../../lib/model/document.ts';

/** UTF-16 units that break readers: lone surrogates, controls, joiners, marks that stack, direction overrides, objects. */
const HARD_UNITS = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }),
  fc.integer({ min: 0xd800, max: 0xdfff }),
  fc.integer({ min: 0, max: 0x20 }),
  fc.constantFrom(
    0x00a0,
    0x00ad,
    0x0301,
    0x034f,
    0x200b,
    0x200d,
    0x2028,
    0x2029,
    0x202e,
    0x2066,
    0xfe0f,
    0xfeff,
    0xfffc,
  ),
);

const HARD_TEXT = fc.array(HARD_UNITS, { maxLength: 40 }).map((units) => String.fromCharCode(...units));

/** Words and pieces that documents of the product hold, so that rules fire and sentences end. */
const WORDS = fc.constantFrom(
  ...'We will ship the beta because our bet is on teams. Hire two engineers! Revenue? not e.g. 3.5 v2.0 OKRs goal-keeper İstanbul naïve 完了。 👩‍👩‍👧 مرحبا can’t win-win and/or … “trade-off” trade off Non-goals: rather than'.split(
    ' ',
  ),
);
const PROSE = fc
  .array(fc.tuple(WORDS, fc.constantFrom(' ', ' ', ' ', '\n', '\t', '  ', '')), { maxLength: 40 })
  .map((parts) => parts.flat().join(''));

/** Any text: prose, any Unicode, any UTF-16 units, and all three joined. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  PROSE,
  HARD_TEXT,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.tuple(PROSE, HARD_TEXT, PROSE).map((parts) => parts.join('')),
  fc.tuple(WORDS, fc.integer({ min: 0, max: 300 })).map(([word, times]) => word.repeat(times)),
);

/** A number as a hostile source gives it. */
export const anyNumber: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.double(),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 2 ** 53, 1e308),
);

export const anyBlock: fc.Arbitrary<Omit<Block, 'id'>> = fc.record({
  kind: fc.constantFrom(...BLOCK_KINDS),
  level: anyNumber,
  text: anyText,
});

/** Blocks of a document, each with an id of its own. */
export const anyBlocks: fc.Arbitrary<readonly Block[]> = fc
  .array(anyBlock, { maxLength: 12 })
  .map((blocks) => blocks.map((block, at) => ({ ...block, id: `b${at}` })));

/** Names that reach into prototypes, or that tables of ours know. */
const HOSTILE_KEYS = fc.constantFrom(
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'kind', 'version', 'data', 'items', ''],
);

/** Any JSON value, with hostile names and deep nesting among it. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(fc.constant(null), fc.boolean(), anyNumber, anyText),
    fc.array(tie('value'), { maxLength: 6 }),
    fc
      .array(fc.tuple(fc.oneof(HOSTILE_KEYS, fc.string({ maxLength: 8 })), tie('value')), { maxLength: 6 })
      .map((entries) => ownFields(entries)),
    fc.tuple(tie('value'), fc.integer({ min: 1, max: 60 })).map(([value, depth]) => nested(value, depth)),
  ),
})).value;

/** An object with these as its own fields, `__proto__` among them, as JSON.parse makes it. */
function ownFields(entries: readonly (readonly [string, unknown])[]): object {
  const made = {};
  for (const [key, value] of entries)
    Object.defineProperty(made, key, { value, enumerable: true, writable: true, configurable: true });
  return made;
}

function nested(value: unknown, depth: number): unknown {
  let made = value;
  for (let level = 0; level < depth; level++) made = level % 2 === 0 ? [made] : { items: made };
  return made;
}

/** A value of the right form with one place of it, however deep, replaced by anything. */
export function nearly<T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> {
  return fc.oneof(
    right,
    fc.tuple(right, fc.array(fc.nat(), { maxLength: 5 }), anyJson).map(([value, path, wrong]) => {
      const copy: unknown = structuredClone(value);
      return replaceAt(copy, path, wrong);
    }),
  );
}

function replaceAt(value: unknown, path: readonly number[], wrong: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined || typeof value !== 'object' || value === null) return wrong;
  const keys = Object.keys(value);
  const key = keys[first % Math.max(1, keys.length)];
  if (key === undefined) return wrong;
  Reflect.set(value, key, replaceAt(Reflect.get(value, key), rest, wrong));
  return value;
}
