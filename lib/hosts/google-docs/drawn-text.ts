import type { Placement } from '../../marks/overlay.ts';
import { addToBars, type Bar } from './bars.ts';
import type { Chain } from './chains.ts';
import { extentOf } from './labels.ts';
import { squeezedAt } from './squeeze.ts';
import type { SqueezedTexts } from './squeezed-texts.ts';
import type { Look } from './structure.ts';
import type { Paragraph } from './text.ts';
import { gapBetween, inVisualOrder, isMarker, onOneLine, ranksOf } from './visual-order.ts';

/** Text that goes on farther away on its line than this many line heights has a picture in it. */
const PICTURE = 3;

/** Where text is drawn, as one alignment of the labels on the screen found it. */
export class DrawnText {
  readonly #squeezed: SqueezedTexts;
  /** Placed chains, those of a paragraph in the order of its text. */
  readonly #byParagraph = new Map<Paragraph, Chain[]>();
  /** All chains as they follow each other on the screen. */
  readonly #sequence: readonly Chain[];
  readonly #rank: ReadonlyMap<Chain, number>;
  /** Paragraphs of which the screen shows an older text. */
  readonly #ahead: ReadonlySet<Paragraph>;

  constructor(chains: readonly Chain[], squeezed: SqueezedTexts) {
    this.#squeezed = squeezed;
    for (const chain of chains) {
      if (chain.place === null) continue;
      const list = this.#byParagraph.get(chain.place.paragraph);
      if (list === undefined) this.#byParagraph.set(chain.place.paragraph, [chain]);
      else list.push(chain);
    }
    for (const list of this.#byParagraph.values()) list.sort((a, b) => (a.place?.offset ?? 0) - (b.place?.offset ?? 0));
    this.#sequence = inVisualOrder(chains);
    this.#rank = ranksOf(this.#sequence);
    this.#ahead = new Set(chains.flatMap(({ lost }) => (lost === null ? [] : lost.paragraph)));
  }

  /** Placed chains of a paragraph, in the order of its text. */
  chainsOf(paragraph: Paragraph): readonly Chain[] {
    return this.#byParagraph.get(paragraph) ?? [];
  }

  /** How many labels there are, and how many of them were found in the text. */
  counts(): { readonly labels: number; readonly placed: number } {
    let labels = 0;
    let placed = 0;
    for (const { runs, place } of this.#sequence) {
      labels += runs.length;
      if (place !== null) placed += runs.length;
    }
    return { labels, placed };
  }

  /** Share of the visible labels' text that was found in the text, 0-1. */
  agreement(): number {
    let all = 0;
    let placed = 0;
    for (const { text, place } of this.#sequence) {
      all += text.length;
      if (place !== null) placed += text.length;
    }
    return all === 0 ? 0 : placed / all;
  }

  /** Paragraphs with text on the screen between two heights (scroller coordinates), in the text's order. */
  visible(from: number, to: number): Paragraph[] {
    const result: Paragraph[] = [];
    for (const [paragraph, chains] of this.#byParagraph) {
      if (chains.some((chain) => chain.bottom + chain.dy > from && chain.top + chain.dy < to)) result.push(paragraph);
    }
    return result.sort((a, b) => a.start - b.start);
  }

  /** How paragraphs on the screen begin, with characters per font size for comparison. */
  looks(): { readonly looks: Map<Paragraph, Look>; readonly sizes: Map<number, number> } {
    const looks = new Map<Paragraph, Look>();
    const sizes = new Map<number, number>();
    const edges = new Map<object, number>();
    for (const { place, tile, left } of this.#sequence)
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
        const extent = first < end ? extentOf(run, first - at, end - at, this.#squeezed.strictness) : null;
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
