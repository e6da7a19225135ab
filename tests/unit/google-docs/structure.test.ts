import { describe, expect, it } from 'vitest';
import { parseModel } from '../../../lib/hosts/google-docs/bridge/model.ts';
import { kindByLook, kindsOf, modalSize, PLAIN } from '../../../lib/hosts/google-docs/structure.ts';
import { modelChunks } from '../../simulators/google-docs/chunks.ts';
import { DEFAULTS } from '../../simulators/google-docs/options.ts';
import { sampleTab } from '../../simulators/google-docs/sample.ts';

describe('the page model', () => {
  it.each([1, 3, 7])('gives title, headings and nested items out of %i chunks of both shapes', (chunks) => {
    const kindOf = kindsOf(parseModel(modelChunks(sampleTab(), { ...DEFAULTS, chunks })));
    expect(kindOf('Kestrel: where we play and how we win, 2027')).toEqual({ kind: 'title', level: 0 });
    expect(kindOf('Who we compete with')).toEqual({ kind: 'heading', level: 2 });
    expect(kindOf('we accept losing the Lyon pilot;')).toEqual({ kind: 'list-item', level: 1 });
    expect(
      kindOf('We rank bets by what we would learn if they failed, not by what they would earn if they worked.'),
    ).toEqual(PLAIN);
  });

  it('does not know what was written later', () => {
    expect(kindsOf(parseModel(modelChunks(sampleTab(), DEFAULTS)))('Written afterwards')).toBeUndefined();
  });

  it('survives chunks that are no chunks', () => {
    const junk = [
      null,
      4,
      'x',
      {},
      { chunk: 'no' },
      [null, { ty: 'is', s: 5, ibi: -1 }, { ty: 'as', ei: 3, sm: { ps_hd: 'x' } }],
    ];
    expect(parseModel(junk)).toEqual({ text: '', ends: [] });
  });
});

describe('kindByLook', () => {
  const look = (size: number, marker = false, indent = 0) => ({ size, marker, indent });

  it('takes the sizes of Docs for its title and heading levels', () => {
    expect(kindByLook(look(34.7), 14.67, true)).toEqual({ kind: 'title', level: 0 });
    expect([26.67, 21.33, 18.67].map((size) => kindByLook(look(size), 14.67, false).level)).toEqual([1, 2, 3]);
    expect(kindByLook(look(14.67), 14.67, false)).toEqual(PLAIN);
  });

  it('takes a marker for a list item, and its indent for the nesting', () => {
    expect(kindByLook(look(14.67, true, 36), 14.67, false)).toEqual({ kind: 'list-item', level: 0 });
    expect(kindByLook(look(14.67, true, 72), 14.67, false)).toEqual({ kind: 'list-item', level: 1 });
  });

  it('compares with the size that most characters have', () => {
    expect(
      modalSize(
        new Map([
          [14.67, 900],
          [26.67, 120],
        ]),
      ),
    ).toBe(14.67);
  });
});
