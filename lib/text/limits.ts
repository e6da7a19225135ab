import type { Block, Unread } from '../model/document.ts';

/**
 * How much of a document is read. Twice the longest documents that product teams were seen to keep in one file (a 400-page
 * one has about a million characters); beyond that reading would be felt in the page and a mix over it says nothing more.
 */
export const MAX_CHARACTERS = 2_000_000;
/** Blocks (headings included) that are read. */
export const MAX_BLOCKS = 20_000;
/** Characters of one block that are read; the words after them have no weight and no mark. About six pages. */
export const MAX_BLOCK_CHARACTERS = 20_000;

export interface CappedBlocks {
  /** The blocks to read, in order; a block that was too long comes shortened, so offsets into it stay right. */
  readonly blocks: readonly Block[];
  /** Blocks that were left out or shortened. */
  readonly tooLong: number;
}

/** Cuts a document down to what is read. Costs one look at each block's length; returns the same array when nothing is cut. */
export function capBlocks(blocks: readonly Block[]): CappedBlocks {
  let characters = 0;
  let cut = false;
  for (const block of blocks) {
    characters += block.text.length;
    cut ||= block.text.length > MAX_BLOCK_CHARACTERS;
  }
  if (!cut && characters <= MAX_CHARACTERS && blocks.length <= MAX_BLOCKS) return { blocks, tooLong: 0 };

  const kept: Block[] = [];
  let shortened = 0;
  let room = MAX_CHARACTERS;
  for (const block of blocks) {
    if (kept.length === MAX_BLOCKS || room <= 0) break;
    const limit = Math.min(MAX_BLOCK_CHARACTERS, room);
    if (block.text.length > limit) {
      kept.push({ ...block, text: cutWhole(block.text, limit) });
      shortened++;
      room -= limit;
    } else {
      kept.push(block);
      room -= block.text.length;
    }
  }
  return { blocks: kept, tooLong: shortened + blocks.length - kept.length };
}

/** What the caps leave unread of a document, in the terms of the snapshot; empty where everything is read. */
export function unreadByLimits(blocks: readonly Block[]): Unread[] {
  const { tooLong } = capBlocks(blocks);
  return tooLong === 0 ? [] : [{ reason: 'too-long', count: tooLong }];
}

/** The first `limit` units of a text, never half a surrogate pair. */
export function cutWhole(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const splits = (text.charCodeAt(limit - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(limit) & 0xfc00) === 0xdc00;
  return text.slice(0, splits ? limit - 1 : limit);
}
