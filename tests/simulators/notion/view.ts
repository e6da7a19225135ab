import { elementFrom, elementsFrom, need, setHtml } from './html.ts';
import { createLock, type DomLock, type LockReport, NO_LOCK } from './lock.ts';
import type { Store, StoreEvent } from './model.ts';
import type { SimOptions } from './options.ts';
import { blockHtml, type RenderContext } from './render-block.ts';
import { codeHtml, leafHtml } from './render-leaf.ts';
import { pageHtml } from './render-page.ts';
import { plainText } from './rich.ts';
import { createWindowing, type Windowing } from './windowing.ts';

/** What a view shares with the rest of the page. */
export interface ViewShared {
  readonly store: Store;
  readonly options: SimOptions;
  readonly names: Pick<RenderContext, 'names' | 'depth'>;
  readonly lockReport: LockReport;
  onViolation(): void;
  /** Whether a key's native change is on its way. */
  typed(): boolean;
  /** Whether a composition is under way in this leaf; drawing it again has to wait. */
  composing(leaf: Element): boolean;
  /** Called around every drawing of a leaf, so that the caret in it can be kept. */
  keepCaret(leaf: Element, draw: () => void): void;
}

/**
 * One page shown in one place (the main frame or a peek): draws it from the store, keeps it drawn as the store changes, and
 * guards it. Leaves are set as whole strings; only natively typed text survives as it is.
 */
export class PageView {
  readonly shared: ViewShared;
  readonly pageId: string;
  /** The scroller that the page is drawn in; emptied first. */
  readonly scroller: HTMLElement;
  readonly kind: 'page' | 'peek';
  readonly root: HTMLElement;
  readonly content: HTMLElement | null;
  readonly context: RenderContext;
  readonly windowing: Windowing | null;
  private readonly lock: DomLock;
  private readonly mountedToggles = new Set<string>();
  private readonly unsubscribe: () => void;
  private readonly held = new Map<string, { id: string; leaf: number | null }>();
  private stopped = false;

  constructor(shared: ViewShared, pageId: string, scroller: HTMLElement, kind: 'page' | 'peek') {
    this.shared = shared;
    this.pageId = pageId;
    this.scroller = scroller;
    this.kind = kind;
    const { store, options } = shared;
    this.context = {
      store,
      readonly: options.readonly,
      names: shared.names.names,
      depth: shared.names.depth,
      mounted: (id) => this.mountedToggles.has(id),
    };
    for (const block of store.blocks.values()) if (block.open === true) this.mountedToggles.add(block.id);
    const layout = elementFrom(pageHtml(this.context, pageId, options));
    this.root = layout.matches('[data-content-editable-root]')
      ? layout
      : (layout.querySelector<HTMLElement>('[data-content-editable-root]') ?? layout);
    this.content = layout.querySelector<HTMLElement>('.notion-page-content');
    scroller.replaceChildren(
      layout,
      elementFrom('<div class="notion-presence-container" style="position: absolute;"></div>'),
    );
    const guarded = options.lock !== 'off' && this.content !== null;
    this.lock = guarded
      ? createLock(
          this.root,
          shared.lockReport,
          () => shared.onViolation(),
          () => shared.typed(),
        )
      : NO_LOCK;
    this.windowing =
      this.content === null
        ? null
        : createWindowing(this.content, scroller, options, {
            ids: () => store.page(pageId).children,
            render: (id) => this.render(id),
            write: (change) => this.lock.write(change),
          });
    this.unsubscribe = store.subscribe((event) => this.onEvent(event));
  }

  stop(): void {
    this.stopped = true;
    this.unsubscribe();
    this.lock.stop();
    this.windowing?.stop();
  }

  /** The editor's own writes outside what the store tells. */
  write<T>(change: () => T): T {
    return this.lock.write(change);
  }

  absorb(): void {
    this.lock.absorb();
  }

  /** The leaf elements of a block in this view: several where a synced copy shows it again. */
  leavesOf(id: string, leaf: number): HTMLElement[] {
    if (id === this.pageId) return [need(this.root, 'h1[data-content-editable-leaf]')];
    return this.instancesOf(id).flatMap((block) => {
      const own = [...block.querySelectorAll<HTMLElement>('[data-content-editable-leaf]')].filter(
        (element) => element.closest('[data-block-id]')?.getAttribute('data-block-id') === id,
      );
      const element = own[leaf];
      return element === undefined ? [] : [element];
    });
  }

  /** Block id and leaf index of a leaf element of this view. */
  place(leaf: Element): { id: string; leaf: number } | null {
    const id = leaf.closest('[data-block-id]')?.getAttribute('data-block-id') ?? null;
    if (id === null) return null;
    if (leaf.tagName === 'H1') return { id: this.pageId, leaf: 0 };
    let outer = leaf.closest('[data-block-id]');
    for (let up = outer?.parentElement?.closest('[data-block-id]'); up?.getAttribute('data-block-id') === id; ) {
      outer = up;
      up = up.parentElement?.closest('[data-block-id]');
    }
    const own = [...(outer?.querySelectorAll('[data-content-editable-leaf]') ?? [])].filter(
      (element) => element.closest('[data-block-id]')?.getAttribute('data-block-id') === id,
    );
    return { id, leaf: own.indexOf(leaf as HTMLElement) };
  }

  /** Draws a leaf again, as every change does that was not typed natively. */
  renderLeaf(id: string, leaf: number, except: Element | null = null): void {
    const rich = this.shared.store.leaf(id, leaf);
    const code = !this.shared.store.pages.has(id) && this.shared.store.block(id).type === 'code';
    const html = code ? codeHtml(plainText(rich)) : leafHtml(rich, id);
    for (const element of this.leavesOf(id, leaf)) {
      if (element === except) continue;
      if (this.shared.composing(element)) this.held.set(`${id}/${leaf}`, { id, leaf });
      else this.shared.keepCaret(element, () => this.lock.write(() => setHtml(element, html)));
    }
  }

  /** Draws what had to wait for the end of a composition. */
  flushHeld(): void {
    const held = [...this.held.values()];
    this.held.clear();
    for (const { id, leaf } of held) {
      if (!this.shared.store.blocks.has(id)) continue;
      if (leaf === null) this.renderBlock(id);
      else this.renderLeaf(id, leaf);
    }
  }

  /** Draws a block again with new nodes and the same id. */
  renderBlock(id: string): void {
    for (const element of this.instancesOf(id)) {
      const leaves = [...element.querySelectorAll('[data-content-editable-leaf]')];
      if (leaves.some((leaf) => this.shared.composing(leaf))) this.held.set(id, { id, leaf: null });
      else {
        const draw = () => element.replaceWith(...elementsFrom(this.render(id)));
        this.shared.keepCaret(element, () => this.lock.write(draw));
      }
    }
  }

  private instancesOf(id: string): HTMLElement[] {
    const found = [...(this.content?.querySelectorAll<HTMLElement>(`.notion-selectable[data-block-id="${id}"]`) ?? [])];
    return found.filter(
      (element) =>
        !element.matches('.notion-unknown-block, a') &&
        element.parentElement?.closest('[data-block-id]')?.getAttribute('data-block-id') !== id &&
        element.closest('.notion-collection_view-block, .notion-table_of_contents-block') === null,
    );
  }

  private render(id: string): string {
    return blockHtml(this.context, id, this.numberOf(id));
  }

  private numberOf(id: string): number {
    const { store } = this.shared;
    const parent = store.block(id).parent;
    if (parent === null || store.block(id).type !== 'numbered_list') return 1;
    const siblings = store.childrenOf(parent);
    let number = 1;
    for (let at = siblings.indexOf(id) - 1; at >= 0; at--) {
      const above = siblings[at];
      if (above === undefined || store.block(above).type !== 'numbered_list') break;
      number++;
    }
    return number;
  }

  private onEvent(event: StoreEvent): void {
    if (this.stopped || this.content === null) return;
    const { store } = this.shared;
    if (event.kind === 'leaf') {
      const typed = event.native ? this.typedLeaf(event.id, event.leaf) : null;
      this.renderLeaf(event.id, event.leaf, typed);
      return;
    }
    if (event.kind === 'children') {
      if (event.id === this.pageId) this.windowing?.reconcile();
      else if (!store.pages.has(event.id)) this.redrawParent(event.id);
      return;
    }
    this.onToggle(event.id);
    this.renderBlock(event.id);
  }

  /** Draws the children of a block by difference, so that unchanged blocks keep their nodes. */
  private redrawParent(id: string): void {
    const { store } = this.shared;
    const shown = [id, ...[...store.blocks.values()].filter((block) => block.source === id).map((block) => block.id)];
    for (const holder of shown) {
      for (const element of this.instancesOf(holder)) {
        const children = [...element.querySelectorAll<HTMLElement>('[data-block-id]')].filter(
          (child) => child.parentElement?.closest('[data-block-id]') === element,
        );
        const slot = children[0]?.parentElement;
        const wanted = store.block(id).children;
        if (slot === undefined || slot === null || wanted.length === 0) {
          this.renderBlock(holder);
          continue;
        }
        this.lock.write(() => reconcileChildren(slot, children, wanted, (child) => this.render(child)));
      }
    }
  }

  private onToggle(id: string): void {
    const block = this.shared.store.blocks.get(id);
    if (block === undefined) return;
    const shown = block.children.some((child) => this.instancesOf(child).length > 0);
    // A block that became a toggle with its children in sight stays open as it is.
    if (block.open === true && shown) this.mountedToggles.add(id);
    else if (block.open === true && !this.mountedToggles.has(id)) {
      setTimeout(() => {
        if (this.stopped || this.shared.store.blocks.get(id)?.open !== true) return;
        this.mountedToggles.add(id);
        this.renderBlock(id);
      }, this.shared.options.mount);
    } else if (block.open !== true) this.mountedToggles.delete(id);
  }

  /** The leaf that the caret is in, when it is the given one in this view. */
  private typedLeaf(id: string, leaf: number): Element | null {
    const node = getSelection()?.anchorNode ?? null;
    const element = node instanceof Element ? node : node?.parentElement;
    return (
      this.leavesOf(id, leaf).find((candidate) => candidate === element || candidate.contains(element ?? null)) ?? null
    );
  }
}

/** Brings child elements into the wanted order, making new ones and dropping others; what stays keeps its nodes. */
export function reconcileChildren(
  slot: Element,
  current: readonly HTMLElement[],
  wanted: readonly string[],
  render: (id: string) => string,
): void {
  const byId = new Map(current.map((element) => [element.dataset.blockId ?? '', element]));
  const keep = new Set(wanted);
  for (const [id, element] of byId) if (!keep.has(id)) element.remove();
  let after: Element | null = null;
  for (const id of wanted) {
    const element: Element | undefined = byId.get(id) ?? elementsFrom(render(id))[0];
    if (element === undefined) continue;
    const next: ChildNode | null = after === null ? slot.firstChild : after.nextSibling;
    if (element !== next) slot.insertBefore(element, next);
    after = element;
  }
}
