import type { Chain } from '../chains.ts';
import {
  extentsOf,
  gapBetween,
  inVisualOrder,
  isMarker,
  isPartOf,
  middle,
  onOneLine,
  ranksOf,
} from '../visual-order.ts';

/** Neighbours in the text stand at most this many line heights apart on one tile, or from the borders of two tiles. */
const REACH = 14;
/** A line is taken for at least this high, in px, where distances are counted in line heights. */
const LOWEST_PX = 8;
/** Space between a line and the next, at most, as a share of their height: headings stand farthest off. */
const SPACE = 1.5;
/** An empty paragraph takes at most this much more, in line heights. */
const EMPTY_LINE = 2.2;
/** Parts of one line of text are nearer to each other than this, in px; what is farther apart are columns. */
const WORD_GAP_PX = 60;

/** How chains stand to each other on the screen. */
export class Neighbours {
  /** Chains as they follow each other on each tile. */
  #sequence: readonly Chain[];
  #rank: ReadonlyMap<Chain, number>;
  /** Top and bottom of each tile's lines, headers and footers left out. */
  readonly #extents: ReadonlyMap<object, readonly [number, number]>;

  constructor(chains: readonly Chain[]) {
    this.#sequence = inVisualOrder(chains);
    this.#rank = ranksOf(this.#sequence);
    this.#extents = extentsOf(chains);
  }

  /** All chains, tile by tile, line by line, from the left. */
  get sequence(): readonly Chain[] {
    return this.#sequence;
  }

  /** Chains were cut into pieces, which stand where they stood. */
  cut(pieces: ReadonlyMap<Chain, readonly Chain[]>): void {
    this.#sequence = this.#sequence.flatMap((chain) => pieces.get(chain) ?? chain);
    this.#rank = ranksOf(this.#sequence);
  }

  /** The chain that comes next on the tile (`step` 1), or before (-1); list markers do not count. */
  next(chain: Chain, step: 1 | -1): Chain | null {
    let at = (this.#rank.get(chain) ?? Number.NaN) + step;
    while (isMarker(this.#sequence[at])) at += step;
    const other = this.#sequence[at];
    return other?.tile === chain.tile ? other : null;
  }

  /**
   * The candidate that follows a chain directly on its tile (`step` 1), or precedes it (-1): what comes next on the screen and
   * in the text needs no other proof, whatever its likes elsewhere. List markers between the two do not count.
   * @param paragraphs how many paragraphs further the candidates stand; those between are empty and leave space.
   */
  beside(chain: Chain, step: 1 | -1, paragraphs: number, candidates: readonly Chain[]): Chain | null {
    let at = (this.#rank.get(chain) ?? Number.NaN) + step;
    const isBetween = (one: Chain | undefined) =>
      one !== undefined && !candidates.includes(one) && (isMarker(one) || isPartOf(one, chain));
    let skipped = false;
    for (; isBetween(this.#sequence[at]); at += step) skipped ||= !isMarker(this.#sequence[at]);
    const other = this.#sequence[at];
    if (other === undefined || other.tile !== chain.tile || !candidates.includes(other)) return null;
    // Over a part of its line that the text does not have, a chain is next only if none elsewhere holds more of the text.
    if (skipped && candidates.some(({ text }) => text.length > other.text.length)) return null;
    const [upper, lower] = step > 0 ? [chain, other] : [other, chain];
    if (onOneLine(upper, lower))
      return lower.left >= upper.left && gapBetween(upper, lower) < WORD_GAP_PX ? other : null;
    const height = Math.max(upper.bottom - upper.top, lower.bottom - lower.top);
    const space = (SPACE + Math.max(0, paragraphs - 1) * EMPTY_LINE) * height;
    return lower.top - upper.bottom < space ? other : null;
  }

  /** Whether text can go on from one chain to another: near it on its tile, else from a tile's last lines to another's first. */
  isInReach(from: Chain, to: Chain): boolean {
    const reach = REACH * Math.max(from.bottom - from.top, LOWEST_PX);
    if (from.tile === to.tile) return Math.abs(middle(to) - middle(from)) <= reach;
    // Tiles stand below each other in the order of the text: it never goes on from the end of a page to one above it.
    if (from.dy >= to.dy) return false;
    const [, last] = this.#extents.get(from.tile) ?? [0, 0];
    const [first] = this.#extents.get(to.tile) ?? [0, 0];
    return last - from.bottom <= reach && to.top - first <= reach;
  }
}
