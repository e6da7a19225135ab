import { AnnotationLayer, type TileContent } from './annotations.ts';
import type { Counters } from './counters.ts';
import { type Layout, PAGE, type PlacedLine, pageTop, TILE_HEIGHT } from './layout.ts';
import type { SimulatorOptions } from './options.ts';
import { paintTile, THEMES } from './paint.ts';
import { randomFrom } from './random.ts';
import type { Box } from './truth.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** One recycled tile: a page of a paginated document, or a slice of a pageless one. */
class Tile {
  readonly element = document.createElement('div');
  readonly canvas = document.createElement('canvas');
  readonly labels: AnnotationLayer;
  readonly wrapper = document.createElement('div');
  readonly selection = document.createElement('div');
  /** The page or slice it shows now; -1 none. */
  index = -1;
  /** Labels that come later than the bitmap. */
  pendingLabels: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SimulatorOptions, random: () => number) {
    const svg = document.createElementNS(SVG, 'svg');
    this.labels = new AnnotationLayer(svg, options, random);
    this.canvas.className = 'kix-canvas-tile-content';
    this.wrapper.className = 'kix-canvas-tile-content';
    this.selection.className = 'kix-canvas-tile-content kix-canvas-tile-selection';
    const selectionSvg = document.createElementNS(SVG, 'svg');
    this.wrapper.append(svg);
    this.selection.append(selectionSvg);
    for (const layer of [this.canvas, this.wrapper, this.selection]) {
      layer.style.position = 'absolute';
      layer.style.left = '0';
      layer.style.top = '0';
      layer.style.pointerEvents = 'none';
    }
    if (options.noise) {
      const defs = document.createElementNS(SVG, 'defs');
      const clip = document.createElementNS(SVG, 'clipPath');
      const rect = document.createElementNS(SVG, 'rect');
      rect.setAttribute('aria-label', 'clip');
      rect.setAttribute('width', '100');
      rect.setAttribute('height', '100');
      clip.append(rect);
      defs.append(clip);
      const unlabelled = document.createElementNS(SVG, 'rect');
      unlabelled.setAttribute('width', '300');
      unlabelled.setAttribute('height', '18');
      unlabelled.setAttribute('fill', 'none');
      svg.append(defs, unlabelled);
    }
    this.element.append(this.canvas, this.wrapper, this.selection);
    if (options.noise) {
      // Another extension's overlay, with a label of its own.
      const foreign = document.createElement('div');
      foreign.id = 'another-extension-highlights';
      foreign.setAttribute('aria-label', 'A label that another extension wrote');
      this.element.append(foreign);
    }
  }

  get svgs(): SVGSVGElement[] {
    return [this.labels.svg, this.selection.firstElementChild as SVGSVGElement];
  }
}

/** The pool of tiles: few elements in random DOM order, moved to where the reader is. */
export class Tiles {
  readonly content: HTMLElement;
  readonly #options: SimulatorOptions;
  readonly #counters: Counters;
  readonly #random: () => number;
  readonly #pool: Tile[] = [];
  #painted: { layout: Layout; scale: number } | null = null;
  /** Whether the annotation layer exists: decided once, at boot. */
  annotated = false;

  constructor(content: HTMLElement, options: SimulatorOptions, counters: Counters) {
    this.content = content;
    this.#options = options;
    this.#counters = counters;
    this.#random = randomFrom(options.seed + 99);
  }

  /** The layout on the screen. */
  get painted(): { layout: Layout; scale: number } | null {
    return this.#painted;
  }

  /** Pages or slices that are shown now. */
  get shown(): number[] {
    return this.#pool.filter((tile) => tile.index >= 0).map((tile) => tile.index);
  }

  /** Whether a line stands on a tile that exists now, in a pageless document at least in part. */
  shows(line: PlacedLine): boolean {
    const shown = this.shown;
    if (this.#painted?.layout.pageless !== true) return shown.includes(line.page);
    const covers = (index: number) => {
      const from = index * TILE_HEIGHT;
      return line.top + line.line.height > from && line.top < from + TILE_HEIGHT + this.#options.overlap;
    };
    return shown.some(covers);
  }

  /** Repaints everything that is or should be on the screen. */
  paint(layout: Layout, scale: number, scroller: HTMLElement, left: number): void {
    this.#painted = { layout, scale };
    this.#counters.repaints++;
    this.place(scroller, left, true);
  }

  /** Gives tiles to the pages in view; `all` repaints also those that keep their page. */
  place(scroller: HTMLElement, left: number, all = false): void {
    if (this.#painted === null) return;
    const { layout, scale } = this.#painted;
    const wanted = this.#wanted(layout, scale, scroller);
    const size = Math.max(2, wanted.length);
    while (this.#pool.length < size) this.#addTile();
    const free = this.#pool.filter((tile) => !wanted.includes(tile.index));
    const stay = this.#pool.filter((tile) => wanted.includes(tile.index));
    for (const index of wanted) {
      const kept = stay.find((tile) => tile.index === index);
      if (kept !== undefined) {
        if (all) this.#show(kept, index, left, false);
        continue;
      }
      const tile = free.pop();
      if (tile !== undefined) this.#show(tile, index, left, true);
    }
    for (const tile of free) {
      if (all || tile.index >= this.#count(layout)) this.#retire(tile);
    }
    const height = `${layout.height * scale}px`;
    if (this.content.parentElement !== null) this.content.parentElement.style.height = height;
  }

  #count(layout: Layout): number {
    return layout.pageless ? Math.ceil(layout.height / TILE_HEIGHT) : layout.pageCount;
  }

  #wanted(layout: Layout, scale: number, scroller: HTMLElement): number[] {
    const pitch = (layout.pageless ? TILE_HEIGHT : PAGE.height + PAGE.gap) * scale;
    const first = Math.max(0, Math.floor(scroller.scrollTop / pitch));
    const last = Math.min(this.#count(layout) - 1, Math.floor((scroller.scrollTop + scroller.clientHeight) / pitch));
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, nth) => first + nth);
  }

  #addTile(): void {
    const tile = new Tile(this.#options, this.#random);
    this.#pool.push(tile);
    const place = this.content.children[Math.floor(this.#random() * (this.content.children.length + 1))] ?? null;
    this.content.insertBefore(tile.element, place);
    this.#watchForeign(tile);
  }

  #retire(tile: Tile): void {
    tile.index = -1;
    tile.labels.clear();
    tile.element.style.display = 'none';
  }

  #show(tile: Tile, index: number, left: number, fresh: boolean): void {
    if (this.#painted === null) return;
    const { layout, scale } = this.#painted;
    tile.index = index;
    const { style } = tile.element;
    const width = PAGE.width * scale;
    const height = (layout.pageless ? TILE_HEIGHT + this.#options.overlap : PAGE.height) * scale;
    const top = layout.pageless ? index * TILE_HEIGHT : pageTop(index, false);
    tile.element.className = layout.pageless
      ? ''
      : `kix-page-paginated${index === 0 ? ' canvas-first-page' : ''}${this.#options.compact ? ' kix-page-canvas-compact-mode' : ''}`;
    style.display = 'block';
    style.position = 'absolute';
    style.left = `${left}px`;
    style.top = `${top * scale}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    style.zIndex = layout.pageless ? '' : String(index + 1);
    const content = contentOf(layout, index, this.#options.overlap);
    paintTile(tile.canvas, { width, height }, content, scale, this.#options);
    if (this.#options.removesForeign || this.#random() < 0.3) this.#removeForeign(tile);
    if (!this.annotated) return;
    for (const svg of tile.svgs) {
      svg.setAttribute('width', String(width));
      svg.setAttribute('height', String(height));
    }
    const { labelLag } = this.#options;
    clearTimeout(tile.pendingLabels);
    if (labelLag === 0 || !fresh) tile.labels.update(content, scale, fresh);
    else {
      tile.labels.clear();
      tile.pendingLabels = setTimeout(() => tile.labels.update(content, scale, fresh), labelLag);
    }
  }

  /** Draws the selection's boxes (client coordinates) as rects without label in the selection layers. */
  select(boxes: readonly Box[]): void {
    for (const { selection, element } of this.#pool) {
      const origin = element.getBoundingClientRect();
      const rects = boxes
        .filter((box) => box.top >= origin.top && box.bottom <= origin.bottom)
        .map((box) => {
          const rect = document.createElementNS(SVG, 'rect');
          rect.setAttribute('x', String(box.left - origin.left));
          rect.setAttribute('y', String(box.top - origin.top));
          rect.setAttribute('width', String(box.right - box.left));
          rect.setAttribute('height', String(box.bottom - box.top));
          rect.setAttribute('fill', THEMES.light.selection);
          return rect;
        });
      if (rects.length > 0 || selection.firstElementChild?.hasChildNodes() === true)
        selection.firstElementChild?.replaceChildren(...rects);
    }
  }

  /** Docs clears foreign children of tile wrappers, sometimes also foreign SVG nodes. */
  #removeForeign(tile: Tile): void {
    for (const child of [...tile.wrapper.children]) if (child !== tile.labels.svg) child.remove();
    if (!this.#options.removesForeign) return;
    for (const child of [...tile.labels.svg.children])
      if (child.tagName !== 'g' && child.tagName !== 'defs') child.remove();
  }

  #watchForeign(tile: Tile): void {
    new MutationObserver((records) => {
      for (const record of records) {
        for (const node of record.addedNodes) {
          const own = node === tile.labels.svg || (node instanceof SVGElement && /^(g|rect|defs)$/.test(node.tagName));
          if (!own) this.#counters.foreignTileNodes++;
        }
      }
    }).observe(tile.element, { childList: true, subtree: true });
  }
}

/** Lines and noise of one page or slice. */
function contentOf(layout: Layout, index: number, overlap: number): TileContent {
  if (!layout.pageless) {
    let low = 0;
    let high = layout.lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((layout.lines[middle]?.page ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (layout.lines[end]?.page === index) end++;
    return {
      layout,
      lines: layout.lines.slice(low, end),
      noise: layout.noise.filter((one) => one.page === index),
      offset: 0,
    };
  }
  const from = index * TILE_HEIGHT;
  const to = from + TILE_HEIGHT + overlap;
  const inside = (top: number, height: number) => top + height > from && top < to;
  return {
    layout,
    lines: layout.lines.filter((line) => inside(line.top, line.line.height)),
    noise: layout.noise.filter((one) => inside(one.top, one.piece.ascent)),
    offset: -from,
  };
}
