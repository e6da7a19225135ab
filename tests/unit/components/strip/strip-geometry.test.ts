import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveCursor, passageAt, stripColumns, stripPaths } from '../../../../components/strip/strip-geometry.ts';
import { LABELS, type Label } from '../../../../lib/model/stage.ts';

const labels = fc.array(fc.constantFrom<Label>(...LABELS), { minLength: 1, maxLength: 400 });

/** Columns that a path covers, from its moves and widths. */
function columnsOf(path: string): number[] {
  return [...path.matchAll(/M(\d+) [\d.]+h([\d.]+)/g)].flatMap(([, start, width]) =>
    Array.from({ length: Math.round(Number(width)) }, (_, index) => Number(start) + index),
  );
}

describe('the altitude strip', () => {
  it('draws each passage once, in the row of its label', () => {
    fc.assert(
      fc.property(labels, (all) => {
        const paths = stripPaths(all);
        for (const label of LABELS) {
          const expected = all.flatMap((candidate, index) => (candidate === label ? [index] : []));
          expect(columnsOf(paths[label])).toEqual(expected);
        }
      }),
    );
  });

  it('finds under each column the passage that is drawn there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(2999), (count, pick) => {
        const index = pick % count;
        expect(passageAt((index + 0.5) / stripColumns(count), count)).toBe(index);
      }),
    );
  });

  it('finds nothing beside the passages of a short document', () => {
    expect(passageAt(0.9, 3)).toBeNull();
    expect(passageAt(-0.1, 3)).toBeNull();
  });

  it('joins the cells of a long document into few path commands', () => {
    const all = Array.from({ length: 2000 }, (): Label => 'execution');
    expect(stripPaths(all).execution.match(/M/g)).toHaveLength(1);
  });
});

describe('the keys of the strip', () => {
  const all: Label[] = ['none', 'strategy', 'execution', 'strategy', 'organisation'];

  it.each([
    ['ArrowRight', 1, 2],
    ['ArrowLeft', 1, 0],
    ['ArrowLeft', 0, 0],
    ['ArrowRight', 4, 4],
    ['PageUp', 0, 4],
    ['PageDown', 4, 0],
    ['Home', 3, 0],
    ['End', 0, 4],
    ['2', 1, 3],
    ['3', 0, 4],
    ['1', 2, 2],
    ['0', 0, 0],
  ])('%s at %i goes to %i', (key, at, to) => {
    expect(moveCursor(key, at, all)).toBe(to);
  });

  it('leaves other keys alone', () => {
    for (const key of ['Enter', 'a', 'Tab', 'Escape', '4']) expect(moveCursor(key, 0, all)).toBeNull();
  });
});
