import type { Placement } from '../../marks/overlay.ts';
import { singleEdit } from '../../text/edit.ts';
import { Aligner } from './alignment/aligner.ts';
import { addToBars, type Bar } from './bars.ts';
import { type Chain, chainsOf, MARKER } from './chains.ts';
import { extentOf, LabelReader, SELECTORS } from './labels.ts';
import { type Strictness, squeezedAt } from './squeeze.ts';
import { SqueezedTexts } from './squeezed-texts.ts';
import type { Look } from './structure.ts';
import type { Paragraph } from './text.ts';
import { follow, inherit, spotKey, withoutRepeats } from './tile-chains.ts';
import type { Line } from './visible.ts';
import { gapBetween, inVisualOrder, isMarker, onOneLine } from './visual-order.ts';

/** Headers and footers lie within this share of a page's height from its edges. */
const MARGIN = 0.1;
/** Text that goes on farther away on its line than this many line heights has a picture in it. */
const PICTURE = 3;

interface TileState {
  readonly element: Element;
  /** Place of its drawing in scroller coordinates; a tile that moved was recycled. */
  left: number;
  top: number;
  height: number;
  chains: Chain[];
  stale: boolean;
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
  /** Placed chains, those of a paragraph in the order of its text. */
  #byParagraph = new Map<Paragraph, Chain[]>();
  /** All chains as they follow each other on the screen. */
  #sequence: readonly Chain[] = [];
  #rank = new Map<Chain, number>();
  #list = true;
  /** Texts that had no place after the last fresh alignment. */
  #usual: string | null = null;
  /** Places of tiles that hold headers or footers, with their text. */
  readonly #margins = new Set<string>();
  /** Paragraphs of which the screen shows an older text. */
  #ahead = new Set<Paragraph>();

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
    this.#margins.clear();
    for (const tile of this.#tiles.values()) tile.stale = true;
    this.#list = true;
  }

  /** Texts of paragraphs changed: what the screen shows of them moves along, as far as it still stands. */
  changed(paragraphs: readonly Paragraph[]): void {
    for (const paragraph of paragraphs) {
      const { before, after } = this.#squeezed.renew(paragraph);
      const edit = before === null ? null : singleEdit(before, after);
      if (edit === null) continue;
      for (const chain of this.#byParagraph.get(paragraph) ?? []) follow(chain, edit);
    }
    this.#aligner.changed(paragraphs);
  }

  /** Reads what is stale and aligns. `origin` is the client box of the scroller's content origin. */
  update(paragraphs: readonly Paragraph[], origin: DOMRect): void {
    if (this.#list) this.#listTiles();
    const isSeenAnew = this.#alignTiles(paragraphs, origin);
    // What is left over is nearly always the same few headers, footers and list markers. When it is something else, places
    // that were kept may be in the way of better ones: begin anew, as for a page never seen.
    if (isSeenAnew && this.#ahead.size === 0 && this.#leftOver() !== this.#usual) {
      for (const tile of this.#tiles.values()) {
        tile.stale = true;
        tile.chains = [];
      }
      this.#alignTiles(paragraphs, origin);
      this.#usual = this.#leftOver();
    }
    this.#byParagraph = new Map();
    for (const chain of this.#chains) {
      if (chain.place === null) continue;
      const list = this.#byParagraph.get(chain.place.paragraph);
      if (list === undefined) this.#byParagraph.set(chain.place.paragraph, [chain]);
      else list.push(chain);
    }
    for (const list of this.#byParagraph.values()) list.sort((a, b) => (a.place?.offset ?? 0) - (b.place?.offset ?? 0));
    this.#sequence = inVisualOrder(this.#chains);
    this.#rank = new Map(this.#sequence.map((chain, at) => [chain, at]));
  }

  #leftOver(): string {
    return this.#chains.flatMap(({ place, text }) => (place === null ? text : [])).join('\n');
  }

  /** @returns whether any tile had changed. */
  #alignTiles(paragraphs: readonly Paragraph[], origin: DOMRect): boolean {
    let changed = false;
    for (const tile of this.#tiles.values()) changed = this.#readTile(tile, origin) || changed;
    const tiles = [...this.#tiles.values()].sort((a, b) => a.top - b.top);
    const all = tiles.flatMap((tile) => tile.chains);
    this.#noticeMargins(all);
    const body = withoutRepeats(all.filter((chain) => !this.#margins.has(spotKey(chain))));
    this.#chains = this.#aligner.align([...body], paragraphs);
    this.#ahead = new Set(this.#chains.flatMap(({ lost }) => (lost === null ? [] : lost.paragraph)));
    // What was left out stays with its tile: when the tile that repeats it goes, it is needed.
    const leftOut = all.filter((chain) => !body.has(chain));
    for (const tile of tiles) tile.chains = [];
    for (const chain of [...this.#chains, ...leftOut]) (chain.tile as TileState).chains.push(chain);
    return changed;
  }

  /** Headers and footers: the same text at the same place of two tiles, near their upper or lower edge. */
  #noticeMargins(chains: readonly Chain[]): void {
    const seen = new Map<string, object>();
    for (const chain of chains) {
      if (!chain.atEdge) continue;
      const key = spotKey(chain);
      const tile = seen.get(key);
      if (tile !== undefined && tile !== chain.tile) this.#margins.add(key);
      seen.set(key, chain.tile);
    }
  }

  #listTiles(): void {
    this.#list = false;
    const found = new Map<Element, TileState>();
    for (const element of this.#scroller.querySelectorAll(SELECTORS.tile)) {
      if (element.tagName === 'CANVAS') continue;
      found.set(element, this.#tiles.get(element) ?? { element, left: 0, top: 0, height: 0, chains: [], stale: true });
    }
    this.#tiles = found;
  }

  /** @returns whether it had changed. */
  #readTile(tile: TileState, origin: DOMRect): boolean {
    const drawing = (tile.element.querySelector('svg') ?? tile.element).getBoundingClientRect();
    const left = drawing.left - origin.left;
    const top = drawing.top - origin.top;
    const moved = Math.abs(left - tile.left) > 0.01 || Math.abs(top - tile.top) > 0.01;
    if (!moved && !tile.stale) return false;
    // Chains of a tile that only changed its text keep their places; those of a recycled one start anew.
    const known = Math.abs(top - tile.top) > 0.01 ? [] : tile.chains;
    tile.left = left;
    tile.top = top;
    tile.height = drawing.height;
    tile.stale = false;
    const runs = drawing.width === 0 ? [] : this.#reader.read(tile.element, drawing);
    tile.chains = chainsOf(runs, tile);
    inherit(tile.chains, known);
    // Tiles of a document without pages have neither headers nor footers.
    const isPage = tile.element.closest(SELECTORS.page) !== null;
    for (const chain of tile.chains) {
      chain.dx = left;
      chain.dy = top;
      chain.atEdge = isPage && (chain.bottom <= MARGIN * tile.height || chain.top >= (1 - MARGIN) * tile.height);
    }
    return true;
  }

  /** Paragraphs with text on the screen between two heights (scroller coordinates), in the text's order. */
  visible(from: number, to: number): Paragraph[] {
    const result: Paragraph[] = [];
    for (const [paragraph, chains] of this.#byParagraph) {
      if (chains.some((chain) => chain.bottom + chain.dy > from && chain.top + chain.dy < to)) result.push(paragraph);
    }
    return result.sort((a, b) => a.start - b.start);
  }

  /** Labels as plain lines in reading order, without headers, footers and list markers. Reads what is stale first. */
  lines(origin: DOMRect): Line[] {
    if (this.#list) this.#listTiles();
    for (const tile of this.#tiles.values()) this.#readTile(tile, origin);
    const all = [...this.#tiles.values()].flatMap((tile) => tile.chains);
    this.#noticeMargins(all);
    const lines: Line[] = [];
    for (const chain of withoutRepeats(all.filter((one) => !this.#margins.has(spotKey(one))))) {
      const text = chain.runs.map((run) => run.label.trim()).join(' ');
      if (MARKER.test(text)) continue;
      lines.push({ text, top: chain.top + chain.dy, bottom: chain.bottom + chain.dy, marker: chain.marker });
    }
    return lines.sort((a, b) => a.top - b.top);
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
    const ahead = this.#ahead.has(paragraph);
    if (chains === undefined) return { boxes: [], complete: false, ahead };
    const map = this.#squeezed.mapOf(paragraph);
    const from = squeezedAt(map, start);
    const to = squeezedAt(map, end);
    const bars: Bar[] = [];
    let covered = from;
    let complete = true;
    let last: Chain | undefined;
    for (const chain of chains) {
      let at = chain.place?.offset ?? 0;
      if (at + chain.text.length <= from || at >= to) continue;
      if (at > covered) complete = false;
      if (at > covered && (this.#isDoubtful(last, 1) || this.#isDoubtful(chain, -1)))
        return { boxes: [], complete, ahead };
      const apart = last !== undefined && at === covered && this.#isPictureBetween(last, chain);
      last = chain;
      covered = at + chain.text.length;
      for (const run of chain.runs) {
        const first = Math.max(from, at);
        const end = Math.min(to, at + run.squeezed.length);
        const extent = first < end ? extentOf(run, first - at, end - at, this.#strictness) : null;
        at += run.squeezed.length;
        if (extent === null) continue;
        const bar = {
          left: extent[0] + chain.dx,
          right: extent[1] + chain.dx,
          top: run.top + chain.dy,
          bottom: run.bottom + chain.dy,
          rtl: run.rtl,
        };
        if (apart && run === chain.runs[0]) bars.push(bar);
        else addToBars(bars, bar);
      }
    }
    if (covered >= to) return { boxes: bars, complete, ahead };
    return { boxes: this.#isDoubtful(last, 1) ? [] : bars, complete: false, ahead };
  }

  /**
   * Whether something without any label, and wider than a few spaces, stands between two chains whose texts follow each other: a
   * picture. (A smart chip has a label that is not in the text, a suggested deletion text that has no label.)
   */
  #isPictureBetween(before: Chain, after: Chain): boolean {
    const follows = this.#rank.get(after) === (this.#rank.get(before) ?? Number.NaN) + 1;
    return follows && onOneLine(before, after) && gapBetween(before, after) > PICTURE * (after.bottom - after.top);
  }

  /**
   * Whether the screen goes on, after a chain (`step` 1) or before it (-1), with something that was not found in the text. Where
   * text is missing there, screen and text say different things; where nothing stands, it is on a page that is not painted.
   */
  #isDoubtful(chain: Chain | undefined, step: 1 | -1): boolean {
    let at = chain === undefined ? Number.NaN : (this.#rank.get(chain) ?? Number.NaN) + step;
    while (isMarker(this.#sequence[at])) at += step;
    const other = this.#sequence[at];
    return other !== undefined && other.tile === chain?.tile && other.place === null && !other.atEdge;
  }
}
