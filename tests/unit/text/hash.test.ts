import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText } from '../../../lib/text/hash.ts';

describe('hashText', () => {
  it('gives equal texts equal hashes of 11 characters', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => {
        expect(hashText(...parts)).toBe(hashText(...parts));
        expect(hashText(...parts)).toMatch(/^[0-9a-z]{11}$/);
      }),
    );
  });

  it('gives the values by which stored corrections are known', () => {
    expect(hashText('')).toBe('22mwrmz85nc');
    expect(hashText('a', 'b')).toBe('2derrg8a3pc');
    expect(hashText('paragraph', '', 'We ship on Friday.')).toBe('0ki1m1q9ls3');
  });

  it('tells where one part ends and the next begins', () => {
    expect(hashText('ab', 'c')).not.toBe(hashText('a', 'bc'));
    expect(hashText('', 'a')).not.toBe(hashText('a', ''));
    expect(hashText('a')).not.toBe(hashText('a', ''));
  });

  it('does not collide over 200,000 similar texts', () => {
    const seen = new Set<string>();
    for (let index = 0; index < 200_000; index++) seen.add(hashText('paragraph', `Ship item ${index} by March`));
    expect(seen.size).toBe(200_000);
  });
});
