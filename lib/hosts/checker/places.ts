import type { Surface } from '../host.ts';
import type { CheckerEditor } from './editor.ts';

/** How far beyond the window's edges a block still counts as near, in window heights. */
const NEAR = 0.5;
/** How long the flash of a revealed block lasts, in milliseconds. */
const FLASH_MS = 1200;

/** Where blocks are in the checker's editor. */
export interface CheckerPlaces {
  /** The editor's element; all text is in it. */
  readonly root: HTMLElement;
  /** A DOM range for a part of a block's text, or null where the block is gone or the offsets lie outside it. */
  rangeOf(blockId: string, start: number, end: number): Range | null;
  /** The element of a block, or null. */
  elementOf(blockId: string): HTMLElement | null;
  /** Id and offset under a client point, or null beside all text. */
  blockAt(x: number, y: number): string | null;
  visibleBlocks(): readonly string[];
  caret: Surface['caret'];
  /** Scrolls a block into view and flashes it, leaving caret and focus alone. */
  show(blockId: string): void;
}

export function checkerPlaces(editor: CheckerEditor): CheckerPlaces {
  const { view } = editor;
  const find = (blockId: string) => {
    const { blocks, nodes } = editor.reading();
    const index = blocks.findIndex((block) => block.id === blockId);
    return nodes[index] ?? null;
  };
  const elementOf = (blockId: string): HTMLElement | null => {
    const block = find(blockId);
    const dom = block === null ? null : view.nodeDOM(block.pos);
    return dom instanceof HTMLElement ? dom : null;
  };
  const idContaining = (pos: number): { readonly blockId: string; readonly offset: number } | null => {
    const { blocks, nodes } = editor.reading();
    const index = nodes.findIndex((block) => pos > block.pos && pos <= block.pos + block.node.nodeSize - 1);
    const [block, node] = [blocks[index], nodes[index]];
    return block === undefined || node === undefined ? null : { blockId: block.id, offset: pos - node.pos - 1 };
  };
  return {
    root: view.dom,
    elementOf,
    rangeOf(blockId, start, end) {
      const block = find(blockId);
      if (block === null || start < 0 || end > block.node.content.size || start >= end) return null;
      const from = view.domAtPos(block.pos + 1 + start);
      const to = view.domAtPos(block.pos + 1 + end);
      const range = view.dom.ownerDocument.createRange();
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      return range;
    },
    blockAt(x, y) {
      const at = view.posAtCoords({ left: x, top: y });
      return at === null || at.inside === -1 ? null : (idContaining(at.pos)?.blockId ?? null);
    },
    visibleBlocks() {
      const margin = innerHeight * NEAR;
      return editor
        .reading()
        .blocks.filter(({ id }) => {
          const box = elementOf(id)?.getBoundingClientRect();
          return box !== undefined && box.bottom > -margin && box.top < innerHeight + margin;
        })
        .map(({ id }) => id);
    },
    caret: () => (view.hasFocus() ? idContaining(view.state.selection.head) : null),
    show(blockId) {
      const element = elementOf(blockId);
      if (element === null) return;
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
      element.animate([{ backgroundColor: 'rgb(128 128 128 / 25%)' }, { backgroundColor: 'transparent' }], FLASH_MS);
    },
  };
}
