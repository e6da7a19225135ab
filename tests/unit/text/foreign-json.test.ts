import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForeignJson } from '../../../lib/text/foreign-json.ts';

const LIMITS = { length: 10_000, depth: 8 };

describe('foreign JSON', () => {
  test('is read as JSON reads it, where it is not deep', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const read = readForeignJson(text, LIMITS);
        if (read.ok) expect(read.value).toEqual(JSON.parse(text));
        else expect(read.why).toMatch(/forbidden-name|too-deep|too-large/);
      }),
    );
  });

  test.each([
    ['too long', `"${'a'.repeat(10_000)}"`, 'too-large'],
    ['too deep', '[[[[[[[[[1]]]]]]]]]', 'too-deep'],
    ['too deep behind a quotation mark in a text', '["\\"", [[[[[[[[1]]]]]]]]]', 'too-deep'],
    ['broken', '[1, 2', 'not-json'],
    ['no text at all', '', 'not-json'],
    ['reaching for a prototype', '{"a": {"__proto__": {"b": 1}}}', 'forbidden-name'],
  ])('that is %s is refused', (_, text, why) => {
    expect(readForeignJson(text, LIMITS)).toEqual({ ok: false, why });
  });
});
