import { rangeOver } from './caret.ts';
import { type BlockType, CAPTIONED_TYPES, LINE_TYPES, type Store, TABBED_TYPES } from './model.ts';
import { plainText } from './rich.ts';
import type { PageView } from './view.ts';

/** One leaf of prose as the model holds it: what a perfect reading would give. */
export interface TruthLeaf {
  readonly id: string;
  readonly leaf: number;
  readonly kind: 'title' | 'heading' | 'paragraph' | 'list-item' | 'table-cell' | 'quote';
  readonly level: number;
  readonly text: string;
}

const HEADINGS: readonly BlockType[] = ['header', 'sub_header', 'sub_sub_header', 'header_4'];
const LISTS: ReadonlySet<BlockType> = new Set(['bulleted_list', 'numbered_list', 'to_do', 'toggle']);

/**
 * The prose of a page in reading order. `view` given: only what that view has in the DOM; synced copies counted once.
 */
export function truthOf(store: Store, pageId: string, view: PageView | null): TruthLeaf[] {
  const result: TruthLeaf[] = [{ id: pageId, leaf: 0, kind: 'title', level: 0, text: store.text(pageId) }];
  const seen = new Set<string>();
  const shown = view === null ? null : shownIds(view);
  const visit = (ids: readonly string[], depth: number, quoted: boolean) => {
    for (const id of ids) {
      const block = store.block(id);
      if (shown !== null && !shown.has(id)) continue;
      const heading = HEADINGS.indexOf(block.type);
      const list = LISTS.has(block.type);
      const kind =
        heading >= 0
          ? 'heading'
          : list
            ? 'list-item'
            : block.type === 'table'
              ? 'table-cell'
              : block.type === 'quote' || quoted
                ? 'quote'
                : 'paragraph';
      if (!seen.has(id)) {
        const caption = CAPTIONED_TYPES.has(block.type);
        const prose = LINE_TYPES.has(block.type) || block.type === 'table' || caption;
        block.leaves.forEach((rich, leaf) => {
          const text = plainText(rich);
          if (!prose || (caption && text === '')) return;
          result.push({ id, leaf, kind, level: heading >= 0 ? heading + 1 : list ? depth : 0, text });
        });
      }
      seen.add(id);
      const own = block.source === null ? block.children : store.block(block.source).children;
      const children = view !== null && TABBED_TYPES.has(block.type) ? own.slice(block.shown, block.shown + 1) : own;
      if (block.open === null || view === null || view.context.mounted(id))
        visit(children, depth + (list ? 1 : 0), block.type === 'quote');
    }
  };
  visit(store.page(pageId).children, 0, false);
  return result;
}

function shownIds(view: PageView): Set<string> {
  const ids = new Set<string>();
  for (const element of view.content?.querySelectorAll<HTMLElement>('[data-block-id]') ?? []) {
    if (!element.matches('a, .notion-unknown-block')) ids.add(element.dataset.blockId ?? '');
  }
  return ids;
}

/** Where a stretch of a leaf stands on the screen, measured by the simulator itself. */
export function expectedRects(view: PageView, id: string, leaf: number, start: number, end: number): DOMRect[] {
  return view.leavesOf(id, leaf).flatMap((element) => [...rangeOver(element, start, end).getClientRects()]);
}

/** Ranges of registered highlights that lie outside the prose of the given views: must be none. */
export function marksOutside(views: readonly PageView[], prefix: string): string[] {
  const outside: string[] = [];
  for (const [name, highlight] of CSS.highlights.entries()) {
    if (!name.startsWith(prefix)) continue;
    for (const range of highlight) {
      const start = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
      const leaf = start?.closest('[data-content-editable-leaf]') ?? null;
      const view = views.find((candidate) => leaf !== null && candidate.root.contains(leaf));
      const inProse =
        leaf !== null &&
        view !== undefined &&
        leaf.contains(range.endContainer) &&
        leaf.closest('.notion-page-content') === view.content &&
        leaf.closest(
          '.notion-collection_view-block, .notion-collection-item, .notion-code-block, .notion-bookmark-block, .notion-file-block',
        ) === null;
      if (!inProse) outside.push(`${name}: ${range.toString().slice(0, 40)}`);
    }
  }
  return outside;
}
