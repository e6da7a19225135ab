import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../lib/model/document.ts';
import {
  capBlocks,
  cutWhole,
  MAX_BLOCK_CHARACTERS,
  MAX_BLOCKS,
  MAX_CHARACTERS,
  unreadByLimits,
} from '../../../lib/text/limits.ts';

const paragraph = (text: string, id = 'a'): Block => ({ id, kind: 'paragraph', level: 0, text });

describe('capBlocks', () => {
  it('leaves a document within the caps as it is', () => {
    const blocks = [paragraph('short'), paragraph('too')];
    expect(capBlocks(blocks).blocks).toBe(blocks);
    expect(unreadByLimits(blocks)).toEqual([]);
  });

  it('shortens a block of one word repeated 100,000 times and tells it', () => {
    const blocks = [paragraph('word '.repeat(100_000)), paragraph('next')];
    expect(capBlocks(blocks).blocks.map((block) => block.text.length)).toEqual([MAX_BLOCK_CHARACTERS, 4]);
    expect(unreadByLimits(blocks)).toEqual([{ reason: 'too-long', count: 1 }]);
  });

  it('stops after the cap of blocks', () => {
    const blocks = Array.from({ length: MAX_BLOCKS + 5 }, (_, index) => paragraph('x', `${index}`));
    expect(capBlocks(blocks).blocks).toHaveLength(MAX_BLOCKS);
    expect(unreadByLimits(blocks)).toEqual([{ reason: 'too-long', count: 5 }]);
  });

  it('reads no more than the cap of characters of 5 MB', () => {
    const blocks = Array.from({ length: 500 }, (_, index) => paragraph('ten thousa'.repeat(1000), `${index}`));
    const kept = capBlocks(blocks).blocks;
    expect(kept.reduce((sum, block) => sum + block.text.length, 0)).toBeLessThanOrEqual(MAX_CHARACTERS);
    expect(unreadByLimits(blocks)).toEqual([{ reason: 'too-long', count: 300 }]);
  });
});

describe('cutWhole', () => {
  it('gives the beginning of any text and never half a pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
        const cut = cutWhole(text, limit);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(limit);
        if (text.isWellFormed()) expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});
