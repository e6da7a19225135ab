import type { HighlightPlaces } from '../../marks/css-highlights.ts';
import type { Surface } from '../host.ts';
import type { CheckerEditor, EditorReading } from './editor.ts';

/** How far beyond the window's edges a block still counts as near, in window heights. */
const NEAR = 0.5;

/** Where blocks are in the checker's editor. */
export interface CheckerPlaces extends HighlightPlaces {
  /** The element of a block, or null. */
  elementOf(blockId: string): HTMLElement | null;
  visibleBlocks(): readonly string[];
  caret: Surface['caret'];
}

export function checkerPlaces(editor: CheckerEditor): CheckerPlaces {
  const { view } = editor;
  let indexed: { readonly reading: EditorReading; readonly indexOf: ReadonlyMap<string, number> } | null = null;
  const indexOf = (blockId: string): number => {
    const reading = editor.reading();
    if (indexed?.reading !== reading) {
      indexed = { reading, indexOf: new Map(reading.blocks.map(({ id }, index) => [id, index])) };
    }
    return indexed.indexOf.get(blockId) ?? -1;
  };
  const elementOf = (blockId: string): HTMLElement | null => {
    const block = editor.reading().nodes[indexOf(blockId)];
    const dom = block === undefined ? null : view.nodeDOM(block.pos);
    return dom instanceof HTMLElement ? dom : null;
  };
  const containing = (pos: number): { readonly blockId: string; readonly offset: number } | null => {
    const { blocks, nodes } = editor.reading();
    const index = nodes.findIndex((block) => pos > block.pos && pos < block.pos + block.node.nodeSize);
    const [block, node] = [blocks[index], nodes[index]];
    return block === undefined || node === undefined ? null : { blockId: block.id, offset: pos - node.pos - 1 };
  };
  const visibleBlocks = () => {
    const margin = innerHeight * NEAR;
    const { blocks } = editor.reading();
    const boxAt = (index: number) => elementOf(blocks[index]?.id ?? '')?.getBoundingClientRect();
    // Blocks stand below each other, so the first one near the screen is found by halving.
    let first = 0;
    for (let end = blocks.length; first < end; ) {
      const middle = (first + end) >> 1;
      if ((boxAt(middle)?.bottom ?? 0) < -margin) first = middle + 1;
      else end = middle;
    }
    const seen: string[] = [];
    for (let index = first; index < blocks.length; index++) {
      const box = boxAt(index);
      if (box !== undefined && box.top > innerHeight + margin) break;
      const id = blocks[index]?.id;
      if (id !== undefined) seen.push(id);
    }
    return seen;
  };
  return {
    elementOf,
    visibleBlocks,
    near: () => new Set(visibleBlocks()),
    text: (blockId) => editor.reading().blocks[indexOf(blockId)]?.text ?? null,
    ranges(blockId, start, end) {
      const block = editor.reading().nodes[indexOf(blockId)];
      if (block === undefined || start < 0 || end > block.node.content.size || start >= end) return [];
      const from = view.domAtPos(block.pos + 1 + start);
      const to = view.domAtPos(block.pos + 1 + end);
      const range = view.dom.ownerDocument.createRange();
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      return [range];
    },
    blockAt(element) {
      if (!view.dom.contains(element) || element === view.dom) return null;
      return containing(view.posAtDOM(element, 0))?.blockId ?? null;
    },
    caret: () => (view.hasFocus() ? containing(view.state.selection.head) : null),
  };
}
