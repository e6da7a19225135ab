import { type BlockType, LINE_TYPES, type SimBlock, type Store } from './model.ts';
import { concat, plainText, type Rich, slice } from './rich.ts';

/** Changes of the document's structure. Each keeps the ids that Notion keeps and tells the views what to draw again. */
export interface Operations {
  /** Cuts a line in two; the new block takes the text after the offset. @returns the new block's id. */
  split(id: string, offset: number): string;
  /** Joins a line to the line above it. @returns the block that holds the text now and the offset of the seam. */
  merge(id: string): { id: string; offset: number } | null;
  insert(parent: string, index: number, type: BlockType, leaves: Rich[]): string;
  remove(id: string): void;
  /** Moves a block under a parent, before the child that now stands at `index`. */
  move(id: string, parent: string, index: number): void;
  /** Tab: the block becomes the last child of the one above it. @returns false where there is none. */
  nest(id: string): boolean;
  convert(id: string, type: BlockType): void;
  setOpen(id: string, open: boolean): void;
  setChecked(id: string, checked: boolean): void;
  /** Shows another child of a tab or meeting-note block. */
  show(id: string, index: number): void;
}

/** Types that go on as the same type after Enter. */
const CONTINUES: ReadonlySet<BlockType> = new Set(['bulleted_list', 'numbered_list', 'to_do']);

export function createOperations(store: Store, newId: () => string): Operations {
  const place = (id: string) => {
    const parent = store.block(id).parent;
    if (parent === null) throw new Error(`Block ${id} has no parent`);
    const siblings = store.childrenOf(parent);
    return { parent, siblings, index: siblings.indexOf(id) };
  };
  const insert = (parent: string, index: number, type: BlockType, leaves: Rich[], open: boolean | null = null) => {
    const block: SimBlock = store.add({ id: newId(), type, leaves, parent, ...(open !== null && { open }) });
    store.touch(parent);
    store.childrenOf(parent).splice(index, 0, block.id);
    store.emit({ kind: 'children', id: parent });
    return block.id;
  };
  const detach = (id: string) => {
    const { parent, siblings, index } = place(id);
    store.touch(parent);
    store.touch(id);
    siblings.splice(index, 1);
    return parent;
  };
  const forget = (id: string) => {
    for (const child of store.block(id).children) forget(child);
    store.touch(id);
    store.blocks.delete(id);
  };
  return {
    split(id, offset) {
      const block = store.block(id);
      const { parent, index } = place(id);
      const rich = store.leaf(id, 0);
      const type = CONTINUES.has(block.type) ? block.type : 'text';
      const tail = slice(rich, offset, Number.MAX_SAFE_INTEGER);
      store.setLeaf(id, 0, slice(rich, 0, offset));
      return insert(parent, index + 1, type, [tail]);
    },
    merge(id) {
      const { parent, siblings, index } = place(id);
      const above = siblings[index - 1];
      if (above === undefined || !LINE_TYPES.has(store.block(above).type) || store.block(id).children.length > 0) {
        return null;
      }
      const rich = store.leaf(above, 0);
      const offset = plainText(rich).length;
      store.setLeaf(above, 0, concat(rich, store.leaf(id, 0)));
      detach(id);
      store.emit({ kind: 'children', id: parent });
      forget(id);
      return { id: above, offset };
    },
    insert,
    remove(id) {
      const parent = detach(id);
      store.emit({ kind: 'children', id: parent });
      forget(id);
    },
    move(id, parent, index) {
      const from = detach(id);
      store.touch(parent);
      store.childrenOf(parent).splice(index, 0, id);
      store.block(id).parent = parent;
      store.emit({ kind: 'children', id: from });
      if (parent !== from) store.emit({ kind: 'children', id: parent });
    },
    nest(id) {
      const { siblings, index } = place(id);
      const above = siblings[index - 1];
      if (above === undefined || !LINE_TYPES.has(store.block(above).type) || store.block(above).open !== null)
        return false;
      const from = detach(id);
      store.touch(above);
      store.block(above).children.push(id);
      store.block(id).parent = above;
      store.emit({ kind: 'children', id: from });
      store.emit({ kind: 'children', id: above });
      return true;
    },
    convert(id, type) {
      store.touch(id);
      const block = store.block(id);
      block.type = type;
      block.open = type === 'toggle' ? true : null;
      if (!LINE_TYPES.has(type) && type !== 'code') block.leaves = [];
      store.emit({ kind: 'block', id });
    },
    setOpen(id, open) {
      store.touch(id);
      store.block(id).open = open;
      store.emit({ kind: 'block', id });
    },
    setChecked(id, checked) {
      store.touch(id);
      store.block(id).checked = checked;
      store.emit({ kind: 'block', id });
    },
    show(id, index) {
      store.touch(id);
      store.block(id).shown = index;
      store.emit({ kind: 'block', id });
    },
  };
}
