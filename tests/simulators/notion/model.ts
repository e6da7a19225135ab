import { plainText, type Rich } from './rich.ts';

/** Block types by the name that their class carries. */
export const BLOCK_TYPES = [
  'text',
  'header',
  'sub_header',
  'sub_sub_header',
  'header_4',
  'bulleted_list',
  'numbered_list',
  'to_do',
  'toggle',
  'quote',
  'callout',
  'code',
  'equation',
  'table',
  'column_list',
  'column',
  'divider',
  'breadcrumb',
  'table_of_contents',
  'image',
  'video',
  'audio',
  'pdf',
  'embed',
  'file',
  'bookmark',
  'transclusion_container',
  'transclusion_reference',
  'page',
  'alias',
  'collection_view',
  'collection_view_page',
  'button',
  'factory',
  'tab',
  'tab_item',
  'transcription',
] as const;
export type BlockType = (typeof BLOCK_TYPES)[number];

export interface SimBlock {
  readonly id: string;
  type: BlockType;
  /** One rich text per leaf; a table has its cells row by row, an image or a file its caption, others one or none. */
  leaves: Rich[];
  children: string[];
  parent: string | null;
  checked: boolean;
  /** Toggles and toggle headings: null = not a toggle. */
  open: boolean | null;
  /** Tables: cells in a row. */
  columns: number;
  /** Tab and meeting-note blocks: index of the child that is shown. */
  shown: number;
  /** A synced copy: the block whose children it shows. */
  source: string | null;
}

export interface SimPage {
  readonly id: string;
  title: Rich;
  children: string[];
  /** A page that is only a database has no page content. */
  readonly database: boolean;
}

/** Types of which one child is shown at a time, under a row of labels. Their names and inside are guesses: no page of theirs was seen. */
export const TABBED_TYPES: ReadonlySet<BlockType> = new Set(['tab', 'transcription']);

/** Types whose only prose is a caption, which has no leaf while it is empty. */
export const CAPTIONED_TYPES: ReadonlySet<BlockType> = new Set(['image', 'video', 'audio', 'pdf', 'embed']);

/** Types whose own leaf is one line of prose. */
export const LINE_TYPES: ReadonlySet<BlockType> = new Set([
  'text',
  'header',
  'sub_header',
  'sub_sub_header',
  'header_4',
  'bulleted_list',
  'numbered_list',
  'to_do',
  'toggle',
  'quote',
  'callout',
]);

export type StoreEvent =
  | { readonly kind: 'leaf'; readonly id: string; readonly leaf: number; readonly native: boolean }
  | { readonly kind: 'children'; readonly id: string }
  | { readonly kind: 'block'; readonly id: string };

/** All pages and blocks, and those who want to know of their changes. Views read from here and hold no text of their own. */
export class Store {
  readonly blocks = new Map<string, SimBlock>();
  readonly pages = new Map<string, SimPage>();
  private readonly listeners = new Set<(event: StoreEvent) => void>();
  private journal: Map<string, SimBlock | SimPage | null> | null = null;

  subscribe(listener: (event: StoreEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(event: StoreEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  block(id: string): SimBlock {
    const found = this.blocks.get(id);
    if (found === undefined) throw new Error(`No block ${id}`);
    return found;
  }

  page(id: string): SimPage {
    const found = this.pages.get(id);
    if (found === undefined) throw new Error(`No page ${id}`);
    return found;
  }

  add(block: Partial<SimBlock> & Pick<SimBlock, 'id' | 'type'>): SimBlock {
    const full: SimBlock = {
      leaves: LINE_TYPES.has(block.type) ? [[]] : [],
      children: [],
      parent: null,
      checked: false,
      open: block.type === 'toggle' ? false : null,
      columns: 0,
      shown: 0,
      source: null,
      ...block,
    };
    this.touch(full.id);
    this.blocks.set(full.id, full);
    return full;
  }

  /** Children of a page or block; the list itself, to be changed only by the operations. */
  childrenOf(id: string): string[] {
    return this.pages.get(id)?.children ?? this.block(id).children;
  }

  /** A leaf's rich text; the title is leaf 0 of the page's id. */
  leaf(id: string, leaf: number): Rich {
    const page = this.pages.get(id);
    if (page !== undefined) return page.title;
    return this.block(id).leaves[leaf] ?? [];
  }

  setLeaf(id: string, leaf: number, rich: Rich, native = false): void {
    this.touch(id);
    const page = this.pages.get(id);
    if (page !== undefined) page.title = rich;
    else this.block(id).leaves[leaf] = rich;
    this.emit({ kind: 'leaf', id, leaf, native });
  }

  text(id: string, leaf = 0): string {
    return plainText(this.leaf(id, leaf));
  }

  /** Notes how a page or block is before it changes, where somebody records. */
  touch(id: string): void {
    if (this.journal === null || this.journal.has(id)) return;
    const page = this.pages.get(id);
    const block = this.blocks.get(id);
    this.journal.set(id, copyOf(page) ?? copyOf(block) ?? null);
  }

  /** Runs a change and returns how everything that it touched was before; null stands for what was not there. */
  record(change: () => void): Map<string, SimBlock | SimPage | null> {
    const outer = this.journal;
    const own = new Map<string, SimBlock | SimPage | null>();
    this.journal = own;
    try {
      change();
    } finally {
      this.journal = outer;
    }
    return own;
  }

  /** Puts recorded states back and tells the views. */
  restore(states: ReadonlyMap<string, SimBlock | SimPage | null>): void {
    for (const [id, state] of states) {
      this.touch(id);
      if (state === null) this.blocks.delete(id);
      else if ('database' in state) this.pages.set(id, { ...state, children: [...state.children] });
      else this.blocks.set(id, { ...state, children: [...state.children], leaves: [...state.leaves] });
    }
    const mended = this.mend();
    for (const id of [...states.keys(), ...mended]) {
      if (this.pages.has(id)) {
        this.emit({ kind: 'children', id });
        this.emit({ kind: 'leaf', id, leaf: 0, native: false });
      }
    }
    for (const id of [...states.keys(), ...mended]) if (this.blocks.has(id)) this.emit({ kind: 'block', id });
  }

  /**
   * Makes the tree whole again after old states met what colleagues did meanwhile: every block is the child of one parent
   * that exists. @returns the pages and blocks whose children had to change.
   */
  private mend(): string[] {
    const seen = new Set<string>();
    const changed: string[] = [];
    const visit = (id: string) => {
      const children = this.childrenOf(id);
      const kept = children.filter((child) => this.blocks.has(child) && !seen.has(child));
      if (kept.length < children.length) {
        changed.push(id);
        children.splice(0, children.length, ...kept);
      }
      for (const child of kept) {
        seen.add(child);
        this.block(child).parent = id;
        visit(child);
      }
    };
    for (const id of this.pages.keys()) visit(id);
    for (const id of this.blocks.keys()) if (!seen.has(id)) this.blocks.delete(id);
    return changed;
  }

  /** The page that a block lies on. */
  pageOf(id: string): string {
    let at = id;
    while (!this.pages.has(at)) {
      const parent = this.block(at).parent;
      if (parent === null) throw new Error(`Block ${id} lies on no page`);
      at = parent;
    }
    return at;
  }
}

function copyOf<T extends SimBlock | SimPage>(state: T | undefined): T | undefined {
  if (state === undefined) return undefined;
  return { ...state, children: [...state.children], ...('leaves' in state && { leaves: [...state.leaves] }) };
}
