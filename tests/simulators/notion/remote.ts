import { sentence } from './content/generated.ts';
import { elementFrom } from './html.ts';
import { LINE_TYPES, type Store } from './model.ts';
import type { Operations } from './operations.ts';
import type { Random } from './random.ts';
import { replace, run } from './rich.ts';
import type { PageView } from './view.ts';

/** A colleague who edits the same page: text, blocks, and a caret in the presence layer. */
export interface Remote {
  edit(id: string, text: string, leaf?: number): void;
  /** Types text into a block at an offset. */
  type(id: string, offset: number, text: string): void;
  insert(after: string, text: string): string;
  remove(id: string): void;
  /** Draws a block again without a change, as presence and comments do. */
  redraw(id: string): void;
  /** One random act. */
  act(): void;
}

export function createRemote(
  store: Store,
  operations: Operations,
  random: Random,
  views: () => readonly PageView[],
): Remote {
  const lines = () => {
    const page = views()[0]?.pageId;
    return page === undefined
      ? []
      : store.page(page).children.filter((id) => LINE_TYPES.has(store.block(id).type) && store.block(id).open === null);
  };
  function presence(id: string) {
    for (const view of views()) {
      const leaf = view.leavesOf(id, 0)[0];
      const layer = view.scroller.querySelector('.notion-presence-container');
      if (leaf === undefined || layer === null) continue;
      const caret = elementFrom('<div class="sim-caret"></div>');
      const box = leaf.getBoundingClientRect();
      caret.style.transform = `translate(${box.left}px, ${box.top}px)`;
      layer.replaceChildren(caret);
    }
  }
  const remote: Remote = {
    edit(id, text, leaf = 0) {
      store.setLeaf(id, leaf, text === '' ? [] : [run(text)]);
    },
    type(id, offset, text) {
      store.setLeaf(id, 0, replace(store.leaf(id, 0), offset, offset, text));
    },
    insert(after, text) {
      const parent = store.block(after).parent;
      if (parent === null) throw new Error('No parent');
      return operations.insert(parent, store.childrenOf(parent).indexOf(after) + 1, 'text', [[run(text)]]);
    },
    remove: (id) => operations.remove(id),
    redraw(id) {
      for (const view of views()) view.renderBlock(id);
    },
    act() {
      const ids = lines();
      if (ids.length === 0) return;
      const id = random.pick(ids);
      const kind = random.int(0, 4);
      if (kind === 0) remote.edit(id, sentence(random));
      else if (kind === 1) remote.type(id, random.int(0, store.text(id).length), 'and so on ');
      else if (kind === 2) remote.insert(id, sentence(random));
      else if (kind === 3 && ids.length > 10) remote.remove(id);
      else remote.redraw(id);
      if (store.blocks.has(id)) presence(id);
    },
  };
  return remote;
}
