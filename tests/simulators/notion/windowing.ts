import { elementsFrom } from './html.ts';
import type { SimOptions } from './options.ts';
import { unknownHtml } from './render-block.ts';

/** Where windowing gets its blocks from and how it writes. */
export interface WindowingSource {
  /** Top-level block ids in order. */
  ids(): readonly string[];
  render(id: string): string;
  write(change: () => void): void;
}

/** Which top-level blocks are in the DOM: all, the first chunks, or those near the screen between two spacers. */
export interface Windowing {
  /** Brings the DOM in line after blocks came, went or moved. */
  reconcile(): void;
  stop(): void;
}

/** Height guessed for a block that is not in the DOM, in pixels: never right, as on the real page. */
const ESTIMATE = 34;
const CHUNK = 60;

export function createWindowing(
  content: HTMLElement,
  scroller: HTMLElement,
  options: SimOptions,
  source: WindowingSource,
): Windowing {
  const heights = new Map<string, number>();
  let first = 0;
  let count = options.mode === 'mounted' ? Number.MAX_SAFE_INTEGER : CHUNK;
  let stopped = false;
  let pending = 0;

  const elements = () => [...content.children].filter((child): child is HTMLElement => child instanceof HTMLElement);
  const spacer = (height: number, name: string) =>
    elementsFrom(`<div class="sim-spacer" data-side="${name}" style="height: ${height}px;"></div>`)[0];
  const estimate = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (heights.get(id) ?? ESTIMATE), 0);

  /** What should stand in the content now, top to bottom: block ids, shimmering ids, spacers. */
  function draw(loaded = count): void {
    const ids = source.ids();
    const shown = ids.slice(first, first + loaded);
    const byId = new Map<string, HTMLElement>();
    for (const element of elements()) {
      const id = element.dataset.blockId;
      if (id !== undefined && !element.matches('.notion-unknown-block') && !byId.has(id)) byId.set(id, element);
    }
    const wanted: Element[] = [];
    const add = (element: Element | undefined) => {
      if (element !== undefined) wanted.push(element);
    };
    if (options.mode === 'windowed' && first > 0) add(spacer(estimate(ids.slice(0, first)), 'top'));
    for (const id of shown) add(byId.get(id) ?? elementsFrom(source.render(id))[0]);
    const rest = ids.slice(first + loaded);
    if (options.mode === 'chunked') for (const id of rest.slice(0, 4)) add(elementsFrom(unknownHtml(id))[0]);
    if (options.mode === 'windowed' && rest.length > 0) add(spacer(estimate(rest), 'bottom'));
    const kept = new Set(wanted);
    for (const element of elements()) if (!kept.has(element)) element.remove();
    let after: Element | null = null;
    for (const element of wanted) {
      const next: ChildNode | null = after === null ? content.firstChild : after.nextSibling;
      if (element !== next) content.insertBefore(element, next);
      after = element;
    }
  }

  function measure(): void {
    for (const element of elements()) {
      const id = element.dataset.blockId;
      if (id !== undefined) heights.set(id, element.getBoundingClientRect().height);
    }
  }

  function onScroll(): void {
    if (pending !== 0 || stopped) return;
    pending = requestAnimationFrame(() => {
      pending = 0;
      if (options.mode === 'chunked') growChunk();
      if (options.mode === 'windowed') moveWindow();
    });
  }

  function growChunk(): void {
    if (scroller.scrollTop + scroller.clientHeight * 1.5 < scroller.scrollHeight || count >= source.ids().length)
      return;
    setTimeout(() => {
      if (stopped) return;
      count += CHUNK;
      source.write(() => draw());
    }, 80);
  }

  function moveWindow(): void {
    measure();
    const ids = source.ids();
    const offset = content.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const top = -offset - scroller.clientHeight;
    let at = 0;
    let next = 0;
    while (next < ids.length - 1 && at + (heights.get(ids[next] ?? '') ?? ESTIMATE) < top) {
      at += heights.get(ids[next] ?? '') ?? ESTIMATE;
      next++;
    }
    const start = Math.max(0, next - (next % 5));
    if (start === first) return;
    first = start;
    source.write(() => draw());
  }

  /** The start: shimmering blocks first, then waves. */
  function boot(): void {
    const ids = source.ids();
    source.write(() => {
      for (const id of ids.slice(0, 12)) content.append(...elementsFrom(unknownHtml(id)));
    });
    const waves = [12, 30, count];
    waves.forEach((loaded, index) => {
      setTimeout(
        () => {
          if (!stopped) source.write(() => draw(Math.min(loaded, count)));
        },
        options.boot * (index + 1),
      );
    });
  }

  if (options.boot > 0) boot();
  else source.write(() => draw());
  if (options.mode !== 'mounted') scroller.addEventListener('scroll', onScroll, { passive: true });
  return {
    reconcile: () => source.write(() => draw()),
    stop() {
      stopped = true;
      scroller.removeEventListener('scroll', onScroll);
    },
  };
}
