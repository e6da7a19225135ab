import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { squeeze, squeezedAt, squeezeMap } from '../../../lib/hosts/google-docs/squeeze.ts';

const text = fc.string({
  unit: fc.constantFrom(
    'a',
    'B',
    '7',
    '.',
    ' ',
    '\u00a0',
    '\n',
    '\u200b',
    'é',
    'e\u0301',
    '\u{1f680}',
    '市',
    'ש',
    '\ufffc',
    '"',
    '’',
  ),
});

describe('squeeze', () => {
  it('drops what may differ between a label and the text: spaces, controls, marks', () => {
    expect(squeeze('a\u00a0 b\u200bc\u000bd\u202ae\u0301', 'exact')).toBe('abcde');
    expect(squeeze('caf\u00e9', 'exact')).toBe(squeeze('cafe\u0301', 'exact'));
  });

  it('keeps letters and digits only where punctuation may differ', () => {
    expect(squeeze('“It’s 5 % – now”', 'loose')).toBe(squeeze('"It\'s 5 % - now"', 'loose'));
  });

  it('gives the same for a text as for its parts, wherever a label ends, in the middle of a character too', () => {
    fc.assert(
      fc.property(text, fc.nat(60), (content, at) => {
        const parts = [content.slice(0, at), content.slice(at)];
        expect(parts.map((part) => squeeze(part, 'exact')).join('')).toBe(squeeze(content, 'exact'));
      }),
    );
  });

  it('agrees with its map: one entry a unit and one for the end, in order', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('exact' as const, 'loose' as const), (content, strictness) => {
        const squeezed = squeeze(content, strictness);
        const map = squeezeMap(content, strictness);
        expect(map.length).toBe(squeezed.length + 1);
        expect([...map]).toEqual([...map].sort((a, b) => a - b));
        expect(map[map.length - 1]).toBe(content.length);
      }),
    );
  });

  it('maps an offset to the first unit that stands there or later', () => {
    fc.assert(
      fc.property(text, fc.nat(60), (content, wanted) => {
        const offset = Math.min(wanted, content.length);
        const map = squeezeMap(content, 'exact');
        const at = squeezedAt(map, offset);
        expect(map[at] ?? 0).toBeGreaterThanOrEqual(offset);
        if (at > 0) expect(map[at - 1] ?? 0).toBeLessThan(offset);
      }),
    );
  });
});
