import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ASK,
  conforms,
  STRUCTURE_ANSWER,
  TEXT_ANSWER,
  TEXT_LIMIT,
} from '../../../lib/hosts/google-docs/bridge/protocol.ts';

const answer = {
  seq: 1,
  kind: 'text',
  state: 'changed',
  flag: 'own',
  revision: 1,
  base: 0,
  start: 0,
  removed: 0,
  inserted: 'text',
  length: 4,
  anchor: -1,
  focus: 3,
  cut: false,
};

describe('the bridge protocol', () => {
  it('takes a complete answer', () => {
    expect(conforms(TEXT_ANSWER, answer)).toBe(true);
  });

  it.each([
    ['a missing field', { ...answer, cut: undefined }],
    ['a further field', { ...answer, run: 'code' }],
    ['a negative length', { ...answer, length: -1 }],
    ['a fraction', { ...answer, start: 0.5 }],
    ['a huge number', { ...answer, revision: 1e300 }],
    ['an offset under -1', { ...answer, anchor: -2 }],
    ['an unknown state', { ...answer, state: 'writing' }],
    ['text over the limit', { ...answer, inserted: 'x'.repeat(TEXT_LIMIT + 1) }],
    ['an object for a text', { ...answer, inserted: { length: 4 } }],
    ['nothing', null],
  ])('refuses %s', (_, value) => {
    expect(conforms(TEXT_ANSWER, value)).toBe(false);
  });

  it('asks for text and structure and nothing else', () => {
    expect(ASK.kind).toEqual(['text', 'structure']);
    expect(conforms(ASK, { seq: 1, kind: 'write', revision: 0 })).toBe(false);
  });

  it('takes no arbitrary JSON for a message', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(conforms(ASK, value) || conforms(TEXT_ANSWER, value) || conforms(STRUCTURE_ANSWER, value)).toBe(false);
      }),
    );
  });
});
