import { singleEdit } from '../../text/edit.ts';
import { Aligner } from './alignment/aligner.ts';
import { type Chain, chainsOf, MARKER } from './chains.ts';
import { DrawnText } from './drawn-text.ts';
import { LabelReader, SELECTORS } from './labels.ts';
import type { Strictness } from './squeeze.ts';
import { SqueezedTexts } from './squeezed-texts.ts';
import type { Paragraph } from './text.ts';
import { follow, inherit, spotKey, withoutRepeats } from './tile-chains.ts';
import type { Line } from './visible.ts';

/** Headers and footers lie within this share of a page's height from its edges. */
const MARGIN = 0.1;

interface TileState {
  readonly element: Element;
  /** Place of its drawing in scroller coordinates; a tile that moved was recycled. */
  left: number;
  top: number;
  height: number;
  chains: Chain[];
  stale: boolean;
}

/** Reads label rects of the painted tiles, and aligns them with the text. */
export class Geometry {
  readonly #scroller: HTMLElement;
  readonly #squeezed: SqueezedTexts;
  readonly #reader: LabelReader;
  readonly #aligner: Aligner;
  #tiles = new Map<Element, TileState>();
  #chains: Chain[] = [];
  #drawn: DrawnText;
  #list = true;
  /** Texts that had no place after the last fresh alignment. */
  #usual: string | null = null;
  /** Places of tiles that hold headers or footers, with their text. */
  readonly #margins = new Set<string>();

  constructor(scroller: HTMLElement, strictness: Strictness) {
    this.#scroller = scroller;
    this.#squeezed = new SqueezedTexts(strictness);
    this.#reader = new LabelReader(() => strictness);
    this.#aligner = new Aligner(this.#squeezed);
    this.#drawn = new DrawnText([], this.#squeezed);
  }

  /** Where text was drawn at the last update. */
  get drawn(): DrawnText {
    return this.#drawn;
  }

  /** Tiles on the screen, for the self-check. */
  get tiles(): number {
    return this.#tiles.size;
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
      for (const chain of this.#drawn.chainsOf(paragraph)) follow(chain, edit);
    }
    this.#aligner.changed(paragraphs);
  }

  /** Reads what is stale and aligns. `origin` is the client box of the scroller's content origin. */
  update(paragraphs: readonly Paragraph[], origin: DOMRect): void {
    if (this.#list) this.#listTiles();
    const isSeenAnew = this.#alignTiles(paragraphs, origin);
    // What is left over is nearly always the same few headers, footers and list markers. When it is something else, places
    // that were kept may be in the way of better ones: begin anew, as for a page never seen.
    if (isSeenAnew && !this.#isBehind() && this.#leftOver() !== this.#usual) {
      for (const tile of this.#tiles.values()) {
        tile.stale = true;
        tile.chains = [];
      }
      this.#alignTiles(paragraphs, origin);
      this.#usual = this.#leftOver();
    }
    this.#drawn = new DrawnText(this.#chains, this.#squeezed);
  }

  /** Whether the screen shows an older text. */
  #isBehind(): boolean {
    return this.#chains.some(({ lost }) => lost !== null);
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
}
