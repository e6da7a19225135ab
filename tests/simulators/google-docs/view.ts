import { Collaborators } from './collaborators.ts';
import type { Counters } from './counters.ts';
import type { Editor } from './editor.ts';
import { layOut, PAGE, pageTop } from './layout.ts';
import { extentIn } from './lines.ts';
import type { SimulatorOptions } from './options.ts';
import type { Shell } from './shell.ts';
import { Tiles } from './tiles.ts';
import { type Box, linesOfParagraph, rangeBoxes } from './truth.ts';

/** Shows an editor on the screen: repaints with delay, scrolls, zooms, places the caret, finds positions under points. */
export class View {
  readonly tiles: Tiles;
  /** Docs zoom, 1 = 100 %. */
  scale: number;
  readonly #editor: Editor;
  readonly #shell: Shell;
  readonly #options: SimulatorOptions;
  #repaint: ReturnType<typeof setTimeout> | null = null;
  #stale = false;
  readonly #collaborators: Collaborators | null;
  /** Paragraphs found in the painted layout, by their id. */
  #indexById: { layout: object; map: Map<number, number> } | null = null;

  constructor(editor: Editor, shell: Shell, options: SimulatorOptions, counters: Counters) {
    this.#editor = editor;
    this.#shell = shell;
    this.#options = options;
    this.scale = options.zoom / 100;
    this.tiles = new Tiles(shell.content, options, counters);
    this.#collaborators = options.collaborators > 0 ? new Collaborators(editor, shell, this, options) : null;
    editor.onChange((kind) => {
      if (kind === 'selection') this.placeCaret();
      else if (kind === 'text') this.schedule(options.lag);
      else this.schedule(options.tabDelay);
    });
    shell.scroller.addEventListener('scroll', () => this.tiles.place(shell.scroller, this.left), { passive: true });
    new ResizeObserver(() => this.paint()).observe(shell.scroller);
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && this.#stale) this.paint();
    });
  }

  /** Left edge of the pages in the scroller. */
  get left(): number {
    return Math.max(0, (this.#shell.scroller.clientWidth - PAGE.width * this.scale) / 2);
  }

  schedule(delay: number): void {
    if (this.#repaint !== null) return;
    if (delay === 0) {
      this.#repaint = setTimeout(() => undefined, 0);
      requestAnimationFrame(() => this.paint());
    } else this.#repaint = setTimeout(() => this.paint(), delay);
  }

  paint(): void {
    if (this.#repaint !== null) clearTimeout(this.#repaint);
    this.#repaint = null;
    // A hidden tab paints nothing and catches up when it is shown.
    this.#stale = document.hidden;
    if (document.hidden) return;
    const layout = layOut(this.#editor.tab, this.#options.pageless);
    this.tiles.paint(layout, this.scale, this.#shell.scroller, this.left);
    this.placeCaret();
    this.#collaborators?.place();
    this.#outline();
  }

  zoom(percent: number): void {
    const { scroller } = this.#shell;
    const share = scroller.scrollTop / Math.max(1, scroller.scrollHeight);
    this.scale = percent / 100;
    this.paint();
    scroller.scrollTop = share * scroller.scrollHeight;
    this.tiles.place(scroller, this.left);
  }

  /** Client rectangles of [from, to) of the painted paragraph with this id, from the layout. Empty if it is not painted now. */
  boxesOf(paragraphId: number, from: number, to: number): Box[] {
    const painted = this.tiles.painted;
    const index = this.#indexOf(paragraphId);
    if (painted === null || index === null) return [];
    const origin = this.#shell.content.getBoundingClientRect();
    return rangeBoxes(painted, index, from, to, (line) => this.tiles.shows(line)).map((box) => ({
      left: box.left + origin.left + this.left,
      right: box.right + origin.left + this.left,
      top: box.top + origin.top,
      bottom: box.bottom + origin.top,
    }));
  }

  /** Whether any line of the paragraph lies on a tile that exists now. */
  isPainted(paragraphId: number): boolean {
    const painted = this.tiles.painted;
    const index = this.#indexOf(paragraphId);
    if (painted === null || index === null) return false;
    return linesOfParagraph(painted.layout, index).some((line) => this.tiles.shows(line));
  }

  #indexOf(paragraphId: number): number | null {
    const painted = this.tiles.painted;
    if (painted === null) return null;
    if (this.#indexById === null || this.#indexById.layout !== painted.layout) {
      const map = new Map(painted.layout.tab.paragraphs.map((paragraph, index) => [paragraph.id, index]));
      this.#indexById = { layout: painted.layout, map };
    }
    return this.#indexById.map.get(paragraphId) ?? null;
  }

  /** Puts the caret where the selection's focus is drawn, and draws the selection. */
  placeCaret(): void {
    const { anchor, focus } = this.#editor.selection;
    this.placeAt(this.#shell.cursor.firstElementChild as HTMLElement, focus);
    this.tiles.select(anchor === focus ? [] : this.#selected(Math.min(anchor, focus), Math.max(anchor, focus)));
  }

  #selected(from: number, to: number): Box[] {
    const [first, last] = [this.#editor.position(from), this.#editor.position(to)];
    return this.#editor.tab.paragraphs
      .slice(first.index, last.index + 1)
      .flatMap(({ id, text }, at) =>
        this.boxesOf(id, at === 0 ? first.offset : 0, first.index + at === last.index ? last.offset : text.length),
      );
  }

  /** Puts a caret element where a raw offset is drawn. */
  placeAt(caret: HTMLElement, raw: number): void {
    const painted = this.tiles.painted;
    if (painted === null) return;
    const { index, offset } = this.#editor.position(raw);
    const text = painted.layout.tab.paragraphs[index]?.text ?? '';
    const lines = linesOfParagraph(painted.layout, index);
    const line = lines.find((one) => offset < one.line.end) ?? lines.at(-1);
    if (line === undefined) return;
    let x = 0;
    for (const piece of line.line.pieces) {
      if (offset < piece.start) continue;
      x = offset === piece.start ? piece.x : extentIn(piece, text, piece.start, Math.min(offset, piece.end))[1];
    }
    const { scale } = this;
    caret.style.left = `${this.left + (line.x + x) * scale}px`;
    caret.style.top = `${(pageTop(line.page, painted.layout.pageless) + line.top) * scale}px`;
    caret.style.height = `${line.line.height * scale}px`;
  }

  /** Raw offset under a client point. */
  offsetAt(x: number, y: number): number | null {
    const painted = this.tiles.painted;
    if (painted === null) return null;
    const origin = this.#shell.content.getBoundingClientRect();
    const docX = (x - origin.left - this.left) / this.scale;
    const docY = (y - origin.top) / this.scale;
    let best: { distance: number; raw: number } | null = null;
    for (const placed of painted.layout.lines) {
      const top = pageTop(placed.page, painted.layout.pageless) + placed.top;
      const distanceY = Math.max(0, top - docY, docY - top - placed.line.height);
      if (distanceY > 60) continue;
      const text = painted.layout.tab.paragraphs[placed.paragraph]?.text ?? '';
      const { pieces, start } = placed.line;
      const left = placed.x + (pieces[0]?.x ?? 0);
      const right = placed.x + Math.max(0, ...pieces.map((piece) => piece.x + piece.width));
      const distance = distanceY * 10 + Math.max(0, left - docX, docX - right);
      if (best !== null && best.distance <= distance) continue;
      let offset = start;
      let near = Number.POSITIVE_INFINITY;
      for (const piece of pieces) {
        for (let unit = piece.start; unit <= piece.end; unit++) {
          const edge = unit === piece.start ? piece.x : extentIn(piece, text, piece.start, unit)[1];
          const gap = Math.abs(placed.x + edge - docX);
          if (gap < near) [near, offset] = [gap, unit];
        }
      }
      best = { distance, raw: this.#editor.raw({ index: placed.paragraph, offset }) };
    }
    return best?.raw ?? null;
  }

  #outline(): void {
    if (!this.#options.outline) return;
    const items = this.#editor.tab.paragraphs.flatMap((paragraph) => {
      const level = { title: 0, subtitle: -1, normal: -1, 'heading-1': 1, 'heading-2': 2, 'heading-3': 3 }[
        paragraph.style
      ];
      if (level < 0 || paragraph.text.trim() === '') return [];
      const item = document.createElement('div');
      item.className = `navigation-item navigation-item-level-${level}`;
      item.textContent = paragraph.text;
      return [item];
    });
    this.#shell.outline.replaceChildren(...items);
  }
}
