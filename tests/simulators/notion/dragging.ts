import type { Editor } from './editor.ts';
import type { History } from './history.ts';
import { elementFrom, need } from './html.ts';
import type { Store } from './model.ts';
import type { Operations } from './operations.ts';
import type { SimOptions } from './options.ts';
import type { PageView } from './view.ts';

/** How far (pixels) left of a block its handle stands. */
const HANDLE_LEFT = 26;

/**
 * Blocks can be dragged by a handle that comes beside the block under the pointer: it captures the pointer, a line shows
 * where the block would go, and on release the block moves. Handle and line lie in the overlay, outside the editor.
 */
export function startDragging(
  overlay: HTMLElement,
  store: Store,
  operations: Operations,
  history: History,
  editor: Editor,
  options: SimOptions,
  main: () => PageView | null,
): void {
  const handle = elementFrom('<div role="button" class="sim-handle" aria-label="Drag to move" hidden>⠿</div>');
  const line = elementFrom('<div class="sim-drop-line" hidden></div>');
  overlay.append(handle, line);
  let under: HTMLElement | null = null;
  let dragged: HTMLElement | null = null;

  /** The top-level block whose height holds a client coordinate. */
  function blockAt(y: number): HTMLElement | null {
    const blocks = [...(main()?.content?.children ?? [])];
    const found = blocks.find((block) => {
      const box = block.getBoundingClientRect();
      return box.top <= y && y < box.bottom;
    });
    return found instanceof HTMLElement && store.blocks.has(found.dataset.blockId ?? '') ? found : null;
  }

  function showHandle(block: HTMLElement | null): void {
    under = block;
    handle.hidden = block === null;
    const box = block?.getBoundingClientRect();
    if (box !== undefined)
      Object.assign(handle.style, { left: `${box.left - HANDLE_LEFT}px`, top: `${box.top + 4}px` });
  }

  function showLine(block: HTMLElement | null): void {
    line.hidden = block === null;
    const box = block?.getBoundingClientRect();
    if (box !== undefined)
      Object.assign(line.style, { left: `${box.left}px`, width: `${box.width}px`, top: `${box.bottom}px` });
  }

  function drop(y: number): void {
    const moved = dragged?.dataset.blockId ?? '';
    const after = blockAt(y)?.dataset.blockId ?? '';
    dragged = null;
    showLine(null);
    showHandle(null);
    const parent = store.blocks.get(moved)?.parent ?? null;
    if (parent === null || moved === after || !store.blocks.has(after)) return;
    editor.expectCaretMove();
    history.step(() => {
      const siblings = store.childrenOf(parent).filter((id) => id !== moved);
      operations.move(moved, parent, siblings.indexOf(after) + 1);
    });
    if (options.rebuild) rebuildListener();
  }

  document.addEventListener('pointermove', (event) => {
    if (dragged !== null) return showLine(blockAt(event.clientY));
    if (event.buttons === 0 && event.target !== handle) showHandle(blockAt(event.clientY));
  });
  handle.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    dragged = under;
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener('pointerup', (event) => drop(event.clientY));
}

/** Puts a new element in place of the one around all pages; what was in it stays the same nodes and keeps its scroll. */
function rebuildListener(): void {
  const old = need(document, '.notion-cursor-listener');
  const tops = [...old.querySelectorAll('.notion-scroller')].map((scroller) => [scroller, scroller.scrollTop] as const);
  const fresh = old.cloneNode(false) as HTMLElement;
  fresh.append(...old.childNodes);
  old.replaceWith(fresh);
  for (const [scroller, top] of tops) scroller.scrollTop = top;
}
