import type { Box, Placement } from '../../marks/overlay.ts';
import { Aligner, SqueezedTexts } from './alignment.ts';
import { type Chain, chainsOf } from './chains.ts';
import { extentOf, LabelReader, SELECTORS } from './labels.ts';
import { type Strictness, squeezedAt } from './squeeze.ts';
import type { Look } from './structure.ts';
import type { Paragraph } from './text.ts';

/** Boxes of one line nearer than this share of the line's height are one bar. */
const JOIN = 0.6;
/** Overlapping tiles repeat lines: the same text this near, in px, is the same line. */
const SAME_PLACE_PX = 3;

interface TileState {
  readonly element: Element;
  /** Place of its drawing in scroller coordinates; a tile that moved was recycled. */
  left: number;
  top: number;
  chains: Chain[];
  stale: boolean;
  /** Number of the update that read it last. */
  read: number;
}

/** Knows where text is drawn: reads label rects of the painted tiles, aligns them with the text, gives boxes for ranges. */
export class Geometry {
  readonly #scroller: HTMLElement;
  readonly #squeezed: SqueezedTexts;
  readonly #reader: LabelReader;
  readonly #aligner: Aligner;
  readonly #strictness: Strictness;
  #tiles = new Map<Element, TileState>();
  #chains: Chain[] = [];
  #byParagraph = new Map<Paragraph, Chain[]>();
  #list = true;
  /** Grows with every change of a text and every reading of a tile, so that the two can be put in order. */
  #clock = 0;
  /** When a paragraph's text changed last, and the tile that showed it then. */
  readonly #changes = new WeakMap<Paragraph, { readonly at: number; readonly tiles: ReadonlySet<object> }>();

  constructor(scroller: HTMLElement, strictness: Strictness) {
    this.#scroller = scroller;
    this.#strictness = strictness;
    this.#squeezed = new SqueezedTexts(strictness);
    this.#reader = new LabelReader(() => strictness);
    this.#aligner = new Aligner(this.#squeezed);
  }

  /** Counts for the self-check. */
  facts(): { readonly labels: number; readonly placed: number; readonly tiles: number } {
    let labels = 0;
    let placed = 0;
    for (const { runs, place } of this.#chains) {
      labels += runs.length;
      if (place !== null) placed += runs.length;
    }
    return { labels, placed, tiles: this.#tiles.size };
  }

  /** Share of the visible labels' text that was found in the text, 0-1. */
  agreement(): number {
    let all = 0;
    let placed = 0;
    for (const { text, place } of this.#chains) {
      all += text.length;
      if (place !== null) placed += text.length;
    }
    return all === 0 ? 0 : placed / all;
  }

  /** The page changed an element: what was read of it is forgotten. */
  mutated(target: Node): void {
    const element = target instanceof Element ? target : target.parentElement;
    if (element === null) return;
    this.#reader.forget(element);
    const tile = element.closest(SELECTORS.tile);
    const state = tile === null ? undefined : this.#tiles.get(tile);
    if (state === undefined) this.#list = true;
    else state.stale = true;
  }

  /** Forgets every element, as after a change of zoom or theme. */
  reset(): void {
    this.#reader.forgetAll();
    for (const tile of this.#tiles.values()) tile.stale = true;
    this.#list = true;
  }

  /** Texts of paragraphs changed. */
  changed(paragraphs: readonly Paragraph[]): void {
    this.#aligner.changed(paragraphs);
    for (const paragraph of paragraphs) {
      const before = this.#changes.get(paragraph);
      const tiles = this.#byParagraph.get(paragraph)?.map((chain) => chain.tile);
      this.#changes.set(paragraph, {
        at: ++this.#clock,
        tiles: tiles === undefined ? (before?.tiles ?? new Set()) : new Set(tiles),
      });
    }
  }

  /** Whether the tiles that showed a paragraph have not been repainted since its text changed. */
  #isAhead(paragraph: Paragraph): boolean {
    const change = this.#changes.get(paragraph);
    if (change === undefined) return false;
    for (const tile of change.tiles) if ((tile as TileState).read > change.at) return false;
    return true;
  }

  /** Reads what is stale and aligns. `origin` is the client box of the scroller's content origin. */
  update(paragraphs: readonly Paragraph[], origin: DOMRect): void {
    if (this.#list) this.#listTiles();
    for (const tile of this.#tiles.values()) this.#readTile(tile, origin);
    const tiles = [...this.#tiles.values()].sort((a, b) => a.top - b.top);
    this.#chains = this.#aligner.align(withoutRepeats(tiles.flatMap((tile) => tile.chains)), paragraphs);
    const byTile = new Map<object, Chain[]>();
    for (const chain of this.#chains) {
      const list = byTile.get(chain.tile);
      if (list === undefined) byTile.set(chain.tile, [chain]);
      else list.push(chain);
    }
    for (const tile of tiles) tile.chains = byTile.get(tile) ?? [];
    this.#byParagraph = new Map();
    for (const chain of this.#chains) {
      if (chain.place === null) continue;
      const list = this.#byParagraph.get(chain.place.paragraph);
      if (list === undefined) this.#byParagraph.set(chain.place.paragraph, [chain]);
      else list.push(chain);
    }
  }

  #listTiles(): void {
    this.#list = false;
    const found = new Map<Element, TileState>();
    for (const element of this.#scroller.querySelectorAll(SELECTORS.tile)) {
      if (element.tagName === 'CANVAS') continue;
      found.set(element, this.#tiles.get(element) ?? { element, left: 0, top: 0, chains: [], stale: true, read: 0 });
    }
    this.#tiles = found;
  }

  #readTile(tile: TileState, origin: DOMRect): void {
    const drawing = (tile.element.querySelector('svg') ?? tile.element).getBoundingClientRect();
    const left = drawing.left - origin.left;
    const top = drawing.top - origin.top;
    const moved = Math.abs(left - tile.left) > 0.01 || Math.abs(top - tile.top) > 0.01;
    if (!moved && !tile.stale) return;
    // Chains of a tile that only changed its text keep their places; those of a recycled one start anew.
    const known = Math.abs(top - tile.top) > 0.01 ? [] : tile.chains;
    tile.left = left;
    tile.top = top;
    tile.stale = false;
    tile.read = ++this.#clock;
    const runs = drawing.width === 0 ? [] : this.#reader.read(tile.element, drawing);
    tile.chains = chainsOf(runs, tile);
    inherit(tile.chains, known);
    for (const chain of tile.chains) {
      chain.dx = left;
      chain.dy = top;
    }
  }

  /** Paragraphs with text on the screen between two heights (scroller coordinates), in the text's order. */
  visible(from: number, to: number): Paragraph[] {
    const result: Paragraph[] = [];
    for (const [paragraph, chains] of this.#byParagraph) {
      if (chains.some((chain) => chain.bottom + chain.dy > from && chain.top + chain.dy < to)) result.push(paragraph);
    }
    return result.sort((a, b) => a.start - b.start);
  }

  /** Labels in reading order as plain lines: the last way of reading where the page gives no text. */
  lines(): { readonly text: string; readonly top: number; readonly bottom: number }[] {
    return this.#chains
      .map((chain) => ({
        text: chain.runs
          .map((run) => run.label)
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim(),
        top: chain.top + chain.dy,
        bottom: chain.bottom + chain.dy,
      }))
      .sort((a, b) => a.top - b.top);
  }

  /** How paragraphs on the screen begin, with characters per font size for comparison. */
  looks(): { readonly looks: Map<Paragraph, Look>; readonly sizes: Map<number, number> } {
    const looks = new Map<Paragraph, Look>();
    const sizes = new Map<number, number>();
    const edges = new Map<object, number>();
    for (const { place, tile, left } of this.#chains)
      if (place !== null) edges.set(tile, Math.min(edges.get(tile) ?? left, left));
    for (const [paragraph, chains] of this.#byParagraph) {
      for (const { place, runs, marker, left, tile, top, bottom } of chains) {
        const [run] = runs;
        if (run === undefined) continue;
        sizes.set(run.size, (sizes.get(run.size) ?? 0) + run.squeezed.length);
        if (place?.offset !== 0) continue;
        const zoom = run.size > 0 ? (bottom - top) / (run.size * 1.2) : 1;
        looks.set(paragraph, { size: run.size, marker, indent: (left - (edges.get(tile) ?? left)) / (zoom || 1) });
      }
    }
    return { looks, sizes };
  }

  /**
   * Boxes of [start, end) of a paragraph, in scroller coordinates, one bar per line; only where labels show that very text.
   */
  place(paragraph: Paragraph, start: number, end: number): Placement {
    const chains = this.#byParagraph.get(paragraph);
    const ahead = this.#isAhead(paragraph);
    if (chains === undefined) return { boxes: [], complete: false, ahead };
    const map = this.#squeezed.mapOf(paragraph);
    const from = squeezedAt(map, start);
    const to = squeezedAt(map, end);
    const boxes: Box[] = [];
    let covered = 0;
    for (const chain of chains) {
      let at = chain.place?.offset ?? 0;
      let bar: Box | null = null;
      for (const run of chain.runs) {
        const first = Math.max(from, at);
        const last = Math.min(to, at + run.squeezed.length);
        if (first < last) {
          const extent = extentOf(run, first - at, last - at, this.#strictness);
          if (extent !== null) {
            covered += last - first;
            const box = {
              left: extent[0] + chain.dx,
              right: extent[1] + chain.dx,
              top: run.top + chain.dy,
              bottom: run.bottom + chain.dy,
            };
            bar = joined(bar, box, boxes);
          }
        }
        at += run.squeezed.length;
      }
      if (bar !== null) boxes.push(bar);
    }
    return { boxes: barsOf(boxes), complete: covered >= to - from, ahead };
  }
}

/** Chains that look as before keep their places. */
function inherit(chains: readonly Chain[], known: readonly Chain[]): void {
  const byText = new Map<string, Chain[]>();
  for (const chain of known) {
    if (chain.place === null) continue;
    const list = byText.get(chain.text);
    if (list === undefined) byText.set(chain.text, [chain]);
    else list.push(chain);
  }
  for (const chain of chains) {
    const list = byText.get(chain.text);
    // Of several equal lines none can be told from the others; their neighbours will place them.
    if (list?.length === 1) chain.place = list[0]?.place ?? null;
  }
}

function withoutRepeats(chains: readonly Chain[]): Chain[] {
  const seen = new Map<string, Chain[]>();
  return chains.filter((chain) => {
    const others = seen.get(chain.text);
    if (others === undefined) {
      seen.set(chain.text, [chain]);
      return true;
    }
    const repeated = others.some(
      (other) =>
        other.tile !== chain.tile &&
        Math.abs(other.top + other.dy - chain.top - chain.dy) < SAME_PLACE_PX &&
        Math.abs(other.left + other.dx - chain.left - chain.dx) < SAME_PLACE_PX,
    );
    if (!repeated) others.push(chain);
    return !repeated;
  });
}

/** Adds a box to the bar of its line, or starts a new bar and hands the old one over. */
function joined(bar: Box | null, box: Box, done: Box[]): Box {
  if (bar === null) return box;
  const height = box.bottom - box.top;
  const gap = Math.max(box.left - bar.right, bar.left - box.right);
  if (gap > JOIN * height) {
    done.push(bar);
    return box;
  }
  return {
    left: Math.min(bar.left, box.left),
    right: Math.max(bar.right, box.right),
    top: Math.min(bar.top, box.top),
    bottom: Math.max(bar.bottom, box.bottom),
  };
}

/** Joins bars of neighbouring chains on one line. */
function barsOf(boxes: readonly Box[]): Box[] {
  const sorted = [...boxes].sort((a, b) => a.top - b.top || a.left - b.left);
  const bars: Box[] = [];
  for (const box of sorted) {
    const at = bars.findIndex((bar) => {
      const height = Math.min(bar.bottom - bar.top, box.bottom - box.top);
      const sameLine = Math.abs(bar.top + bar.bottom - box.top - box.bottom) / 2 < height / 2;
      return sameLine && Math.max(box.left - bar.right, bar.left - box.right) <= JOIN * height;
    });
    const bar = bars[at];
    if (bar === undefined) bars.push(box);
    else bars[at] = joined(bar, box, bars);
  }
  return bars;
}
