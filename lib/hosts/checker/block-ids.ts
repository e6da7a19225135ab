import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { textBlocks } from './blocks.ts';

interface BlockIds {
  /** Id of the text block that begins at a position. */
  readonly byPos: ReadonlyMap<number, string>;
  readonly next: number;
}

const key = new PluginKey<BlockIds>('stagemark-block-ids');

/** Keeps an id for each text block that stays the same through edits of its text and of what is around it. */
export function blockIdsPlugin(): Plugin<BlockIds> {
  return new Plugin({
    key,
    state: {
      init: (_, state) => assign(state.doc, new Map(), 0),
      apply: (transaction, ids, _old, state) =>
        transaction.docChanged ? assign(state.doc, mapped(transaction, ids.byPos), ids.next) : ids,
    },
  });
}

/** Id of the text block that begins at `pos` in a state. @throws RangeError when none begins there. */
export function blockIdAt(state: Parameters<typeof key.getState>[0], pos: number): string {
  const id = key.getState(state)?.byPos.get(pos);
  if (id === undefined) throw new RangeError(`No text block begins at ${pos}`);
  return id;
}

function mapped(transaction: Transaction, byPos: ReadonlyMap<number, string>): ReadonlyMap<number, string> {
  const moved = new Map<number, string>();
  for (const [pos, id] of byPos) {
    const result = transaction.mapping.mapResult(pos, 1);
    // Where two blocks were joined, the first keeps its id.
    if (!result.deletedAfter && !moved.has(result.pos)) moved.set(result.pos, id);
  }
  return moved;
}

function assign(doc: Node, known: ReadonlyMap<number, string>, first: number): BlockIds {
  const byPos = new Map<number, string>();
  let next = first;
  for (const { pos } of textBlocks(doc)) {
    let id = known.get(pos);
    if (id === undefined) id = `c${next++}`;
    byPos.set(pos, id);
  }
  return { byPos, next };
}
