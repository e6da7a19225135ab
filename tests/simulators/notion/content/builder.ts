import type { BlockType, SimPage, Store } from '../model.ts';
import { type Random, randomId } from '../random.ts';
import { type Rich, run } from '../rich.ts';

/** Text as written in a sample: a plain string or rich runs. */
export type Written = string | Rich;

export function rich(text: Written): Rich {
  return typeof text === 'string' ? (text === '' ? [] : [run(text)]) : text;
}

/** Writes a page into the store, block after block. */
export interface PageBuilder {
  readonly page: SimPage;
  /** Adds a block under `parent` (the page when absent). @returns its id. */
  add(type: BlockType, text?: Written, parent?: string): string;
  /** Adds a table, row by row. */
  table(rows: readonly (readonly Written[])[]): string;
}

export function buildPage(store: Store, random: Random, id: string, title: Written, database = false): PageBuilder {
  const page: SimPage = { id, title: rich(title), children: [], database };
  store.pages.set(id, page);
  const add = (type: BlockType, text?: Written, parent = id) => {
    const block = store.add({
      id: randomId(random),
      type,
      parent,
      ...(text !== undefined && { leaves: [rich(text)] }),
    });
    store.childrenOf(parent).push(block.id);
    return block.id;
  };
  return {
    page,
    add,
    table(rows) {
      const table = add('table');
      const block = store.block(table);
      block.columns = rows[0]?.length ?? 1;
      block.leaves = rows.flatMap((row) => row.map((cell) => rich(cell)));
      return table;
    },
  };
}
