import { describe, expect, it } from 'vitest';
import { framesOf } from '../../../lib/marks/overlay-flash.ts';

const line = (left: number, right: number, top: number) => ({ left, right, top, bottom: top + 18 });

describe('the frame of a passage that was jumped to', () => {
  it('goes around all its lines as one', () => {
    expect(framesOf([line(100, 500, 0), line(90, 480, 18), line(90, 200, 37)])).toEqual([
      { left: 90, right: 500, top: 0, bottom: 55 },
    ]);
  });

  it('is one frame on each page that has lines of it', () => {
    expect(framesOf([line(100, 500, 900), line(100, 300, 1100)])).toEqual([line(100, 500, 900), line(100, 300, 1100)]);
  });
});
