import type { Block } from '../model/document.ts';
import type { Splice } from './document-protocol.ts';

function isSame(first: Block | undefined, second: Block | undefined): boolean {
  return (
    first === second ||
    (first !== undefined &&
      second !== undefined &&
      first.id === second.id &&
      first.text === second.text &&
      first.kind === second.kind &&
      first.level === second.level)
  );
}

/** What turns the blocks `before` into `after`: single blocks where only texts changed, else one run of blocks. */
export function splicesBetween(before: readonly Block[], after: readonly Block[]): Splice[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(before[start], after[start])) start++;
  let end = 0;
  while (end < shorter - start && isSame(before[before.length - 1 - end], after[after.length - 1 - end])) end++;
  const remove = before.length - start - end;
  const blocks = after.slice(start, after.length - end);
  if (remove === 0 && blocks.length === 0) return [];
  const stays = remove === blocks.length && blocks.every(({ id }, index) => id === before[start + index]?.id);
  if (!stays) return [{ at: start, remove, blocks }];
  const splices: Splice[] = [];
  blocks.forEach((block, index) => {
    if (!isSame(block, before[start + index])) splices.push({ at: start + index, remove: 1, blocks: [block] });
  });
  return splices;
}

/** The blocks after a splice. */
export function withSplice(blocks: Block[], { at, remove, blocks: added }: Splice): Block[] {
  return blocks.toSpliced(at, remove, ...added);
}

/** Splices in groups of about `characters` each, so that no message is long; a long run of blocks is cut into several. */
export function inChunks(splices: readonly Splice[], characters: number): Splice[][] {
  const chunks: Splice[][] = [];
  let chunk: Splice[] = [];
  let size = 0;
  const add = (splice: Splice) => {
    if (splice.blocks.length > 0 || splice.remove > 0) chunk.push(splice);
  };
  for (const { at, remove, blocks } of splices) {
    let begin = 0;
    let taken = remove;
    blocks.forEach((block, index) => {
      size += block.text.length;
      if (size < characters) return;
      add({ at: at + begin, remove: taken, blocks: blocks.slice(begin, index + 1) });
      chunks.push(chunk);
      chunk = [];
      size = 0;
      taken = 0;
      begin = index + 1;
    });
    add({ at: at + begin, remove: taken, blocks: blocks.slice(begin) });
  }
  if (chunk.length > 0 || chunks.length === 0) chunks.push(chunk);
  return chunks;
}
