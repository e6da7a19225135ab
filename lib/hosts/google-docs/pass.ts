import type { Chain } from './chains.ts';
import { COLUMNS } from './raw.ts';
import type { SqueezedTexts } from './squeezed-texts.ts';
import { nearest, stepBackward, stepForward } from './steps.ts';
import { indexAt, type Paragraph } from './text.ts';
import {
  extentsOf,
  gapBetween,
  inVisualOrder,
  isMarker,
  isPartOf,
  middle,
  onOneLine,
  ranksOf,
} from './visual-order.ts';

/** A chain shorter than this many squeezed units cannot be placed by its text alone. */
export const SEED_LENGTH = 10;
/** A chain this long that stands once in the text needs no neighbour as proof. */
const SURE_LENGTH = 45;
/** Neighbours in the text stand at most this many line heights apart on one tile, or from the borders of two tiles. */
const REACH = 14;
/** Lines of the body follow each other within this many line heights, the space between paragraphs included. */
const APART = 1.9;
/** Space between a line and the next, at most, as a share of their height: headings stand farthest off. */
const SPACE = 1.5;
/** An empty paragraph takes at most this much more, in line heights. */
const EMPTY_LINE = 2.2;
/** Parts of one line of text are nearer to each other than this, in px; what is farther apart are columns. */
const WORD_GAP_PX = 60;
/** Lines of one list or one column start within this many px. */
const INDENT_PX = 6;
/** Equal texts at different indents are told apart if one costs this much more, in line heights. */
const NEARBY = 3;

/** A place in the text by the index of its paragraph and an offset in its squeezed text. */
export interface Spot {
  /** Index of the paragraph. */
  readonly index: number;
  readonly offset: number;
}

/** One alignment: what is placed, what is still open, and how placing spreads from chain to chain. */
export class Pass {
  readonly #paragraphs: readonly Paragraph[];
  readonly #squeezed: SqueezedTexts;
  /** Open chains by their first and by their last unit. */
  #byFirst = new Map<string, Chain[]>();
  #byLast = new Map<string, Chain[]>();
  #open = new Set<Chain>();
  /** Spots at which a placed chain starts, and at which one ends. */
  readonly #starts = new Map<string, Chain>();
  readonly #ends = new Map<string, Chain>();
  readonly #placed: Chain[] = [];
  /** Placed chains by the index of their paragraph. */
  readonly #taken = new Map<number, Chain[]>();
  /** Chains as they follow each other on each tile. */
  #sequence: readonly Chain[];
  #rank: ReadonlyMap<Chain, number>;
  /** Top and bottom of each tile's lines, headers and footers left out. */
  readonly #extents: ReadonlyMap<object, readonly [number, number]>;
  /** Chains that had their place before, or stand in the body right beside a placed one. */
  readonly #proven = new Set<Chain>();
  /** Where the columns of tables were seen so far: left and right edge. */
  readonly #columns = new Map<number, readonly [number, number]>();
  /** Whether only chains are placed that have no like on the screen. */
  choosy = true;

  constructor(paragraphs: readonly Paragraph[], squeezed: SqueezedTexts, chains: readonly Chain[]) {
    this.#paragraphs = paragraphs;
    this.#squeezed = squeezed;
    this.#sequence = inVisualOrder(chains);
    this.#rank = ranksOf(this.#sequence);
    this.#extents = extentsOf(chains);
  }

  /** Lets chains stay, or come back, where their text stands and nobody else has the place. */
  keepPlaces(): void {
    for (const chain of this.#sequence) {
      const place = chain.place ?? chain.lost;
      if (place === null) continue;
      chain.place = null;
      // What was just read is no older than the text: it is looked for anew.
      chain.lost = chain.tries === 0 ? null : place;
      const index = this.#indexOf(place.paragraph);
      const spot = { index: index ?? -1, offset: place.offset };
      if (index === null || !this.#textAt(index).startsWith(chain.text, spot.offset) || !this.#isFree(spot, chain))
        continue;
      chain.lost = null;
      this.#put(chain, spot);
      this.#proven.add(chain);
    }
  }

  /** Chains were cut into pieces. */
  cut(pieces: ReadonlyMap<Chain, readonly Chain[]>): void {
    this.#sequence = this.#sequence.flatMap((chain) => pieces.get(chain) ?? chain);
    this.#rank = ranksOf(this.#sequence);
  }

  offer(chains: readonly Chain[]): void {
    this.#open = new Set(chains);
    this.#byFirst = groupBy(chains, (chain) => chain.text.charAt(0));
    this.#byLast = groupBy(chains, (chain) => chain.text.charAt(chain.text.length - 1));
  }

  longestOpen(eligible: (chain: Chain) => boolean): Chain | null {
    let best: Chain | null = null;
    const texts = new Map<string, number>();
    for (const chain of this.#open) texts.set(chain.text, (texts.get(chain.text) ?? 0) + 1);
    for (const chain of this.#open) {
      if (texts.get(chain.text) !== 1 || !eligible(chain)) continue;
      if (best === null || chain.text.length > best.text.length) best = chain;
    }
    return best;
  }

  spreadAll(): void {
    for (const chain of [...this.#placed]) this.#spread(chain);
  }

  /** Places a chain by its text alone, and takes that back where no neighbour bears it out. */
  plant(seed: Chain, spot: Spot): void {
    if (!this.#isFree(spot, seed)) return;
    this.#put(seed, spot);
    const before = this.#placed.length;
    this.#spread(seed);
    const end = this.#normal(spot.index, spot.offset + seed.text.length);
    const start = this.#normalEnd(spot.index, spot.offset);
    const touches = (end !== null && this.#starts.has(key(end))) || (start !== null && this.#ends.has(key(start)));
    if (this.#placed.length > before || touches || seed.text.length >= SURE_LENGTH) return;
    this.#take(seed, spot);
  }

  /**
   * Takes back what may be a header, footer or page number that happens to say what the text goes on with: a few units of a
   * longer paragraph, or a whole paragraph that stands apart from the one before it with nothing after it.
   */
  dropScraps(): void {
    const sums = new Map<Paragraph, number>();
    for (const { place, text } of this.#placed) {
      if (place !== null) sums.set(place.paragraph, (sums.get(place.paragraph) ?? 0) + text.length);
    }
    for (const chain of this.#placed) {
      if (chain.place === null || this.#proven.has(chain)) continue;
      const { paragraph } = chain.place;
      const scrap = (sums.get(paragraph) ?? 0) < Math.min(SEED_LENGTH, this.#squeezed.of(paragraph).length);
      if (scrap || this.#standsApart(chain)) chain.place = null;
    }
  }

  #standsApart(chain: Chain): boolean {
    const index = this.#indexOf(chain.place?.paragraph);
    if (index === null || !chain.atEdge || chain.text.length !== this.#textAt(index).length) return false;
    const start = this.#normalEnd(index, 0);
    const end = this.#normal(index, chain.text.length);
    if (end === null || this.#starts.has(key(end))) return false;
    const before = start === null ? undefined : this.#ends.get(key(start));
    return before?.tile === chain.tile && middle(chain) - middle(before) > APART * (chain.bottom - chain.top);
  }

  #textAt(index: number): string {
    const paragraph = this.#paragraphs[index];
    return paragraph === undefined ? '' : this.#squeezed.of(paragraph);
  }

  #put(chain: Chain, spot: Spot): void {
    const paragraph = this.#paragraphs[spot.index];
    if (paragraph === undefined) return;
    chain.place = { paragraph, offset: spot.offset };
    this.#noticeColumn(paragraph, chain);
    this.#starts.set(key(spot), chain);
    this.#ends.set(key({ index: spot.index, offset: spot.offset + chain.text.length }), chain);
    this.#placed.push(chain);
    const others = this.#taken.get(spot.index);
    if (others === undefined) this.#taken.set(spot.index, [chain]);
    else others.push(chain);
    this.#open.delete(chain);
  }

  /** Whether no placed chain holds any of the text that a chain would hold at a spot. */
  #isFree({ index, offset }: Spot, { text }: Chain): boolean {
    return (this.#taken.get(index) ?? []).every(
      ({ place, text: other }) =>
        place === null || place.offset >= offset + text.length || place.offset + other.length <= offset,
    );
  }

  #take(chain: Chain, spot: Spot): void {
    chain.place = null;
    this.#starts.delete(key(spot));
    this.#ends.delete(key({ index: spot.index, offset: spot.offset + chain.text.length }));
    this.#placed.splice(this.#placed.lastIndexOf(chain), 1);
    this.#open.add(chain);
    this.#columns.clear();
    for (const other of this.#placed) if (other.place !== null) this.#noticeColumn(other.place.paragraph, other);
  }

  #noticeColumn({ column }: Paragraph, chain: Chain): void {
    if (column < 0) return;
    const [left, right] = this.#columns.get(column) ?? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    this.#columns.set(column, [Math.min(left, chain.left + chain.dx), Math.max(right, chain.right + chain.dx)]);
  }

  /** Goes on from a placed chain in both directions for as long as the next text is found next on the screen. */
  #spread(from: Chain): void {
    for (let chain: Chain | null = from; chain !== null; ) chain = this.#next(chain);
    for (let chain: Chain | null = from; chain !== null; ) chain = this.#previous(chain);
  }

  #next(chain: Chain): Chain | null {
    const index = this.#indexOf(chain.place?.paragraph);
    const spot = index === null ? null : this.#normal(index, (chain.place?.offset ?? 0) + chain.text.length);
    if (spot === null || this.#starts.has(key(spot))) return null;
    const text = this.#textAt(spot.index);
    const candidates = (this.#byFirst.get(text.charAt(spot.offset)) ?? []).filter(
      (other) =>
        this.#open.has(other) &&
        text.startsWith(other.text, spot.offset) &&
        this.#isFree(spot, other) &&
        this.#isInColumn(other, spot.index),
    );
    const opening = index === spot.index || index === null ? undefined : this.#opening(index);
    const chosen =
      this.#beside(chain, 1, spot.index - (index ?? 0), candidates) ??
      this.#choose(chain, candidates, spot, (other) =>
        this.#isInReach(chain, other) || (opening !== undefined && onOneLine(opening, other))
          ? stepForward(chain, opening ?? chain, other)
          : Number.POSITIVE_INFINITY,
      );
    if (chosen !== null) this.#put(chosen, spot);
    return chosen;
  }

  #previous(chain: Chain): Chain | null {
    const index = this.#indexOf(chain.place?.paragraph);
    const end = index === null ? null : this.#normalEnd(index, chain.place?.offset ?? 0);
    if (end === null || this.#ends.has(key(end))) return null;
    const text = this.#textAt(end.index);
    const candidates = (this.#byLast.get(text.charAt(end.offset - 1)) ?? []).filter(
      (other) =>
        this.#open.has(other) &&
        other.text.length <= end.offset &&
        text.startsWith(other.text, end.offset - other.text.length) &&
        this.#isFree({ index: end.index, offset: end.offset - other.text.length }, other) &&
        this.#isInColumn(other, end.index),
    );
    const chosen =
      this.#beside(chain, -1, (index ?? 0) - end.index, candidates) ??
      this.#choose(chain, candidates, end, (other) =>
        this.#isInReach(other, chain) ? stepBackward(chain, other) : Number.POSITIVE_INFINITY,
      );
    if (chosen !== null) this.#put(chosen, { index: end.index, offset: end.offset - chosen.text.length });
    return chosen;
  }

  /**
   * The candidate that follows a chain directly on its tile (`step` 1), or precedes it (-1): what comes next on the screen and
   * in the text needs no other proof, whatever its likes elsewhere. List markers between the two do not count.
   * @param paragraphs how many paragraphs further the candidates stand; those between are empty and leave space.
   */
  #beside(chain: Chain, step: 1 | -1, paragraphs: number, candidates: readonly Chain[]): Chain | null {
    let at = (this.#rank.get(chain) ?? Number.NaN) + step;
    const isBetween = (one: Chain | undefined) =>
      one !== undefined && !candidates.includes(one) && (isMarker(one) || isPartOf(one, chain));
    while (isBetween(this.#sequence[at])) at += step;
    const other = this.#sequence[at];
    if (other === undefined || other.tile !== chain.tile || !candidates.includes(other)) return null;
    const [upper, lower] = step > 0 ? [chain, other] : [other, chain];
    if (onOneLine(upper, lower))
      return lower.left >= upper.left && gapBetween(upper, lower) < WORD_GAP_PX ? other : null;
    const height = Math.max(upper.bottom - upper.top, lower.bottom - lower.top);
    const space = (SPACE + Math.max(0, paragraphs - 1) * EMPTY_LINE) * height;
    if (lower.top - upper.bottom >= space) return null;
    if (!other.atEdge) this.#proven.add(other);
    return other;
  }

  /** The first line of the table cell or paragraph that a paragraph belongs to, if it is placed. */
  #opening(index: number): Chain | undefined {
    const column = this.#paragraphs[index]?.column ?? -1;
    let first = index;
    while (column >= 0 && this.#paragraphs[first - 1]?.column === column) first--;
    return this.#starts.get(key({ index: first, offset: 0 }));
  }

  /** One of the chains that hold a spot's text, if it can be told which. */
  #choose(from: Chain, candidates: readonly Chain[], spot: Spot, cost: (chain: Chain) => number): Chain | null {
    const paragraph = this.#paragraphs[spot.index];
    if (candidates.length === 0 || paragraph === undefined) return null;
    const { column } = paragraph;
    // Parts of lines are too short to be known by their text: they go with their line, or begin one of a narrow column.
    const fitting = candidates.filter(
      (chain) => chain.whole === null || isPartOf(chain, from) || this.#beginsColumn(chain, column),
    );
    const [first] = fitting;
    if (first === undefined) return null;
    const alike = fitting.some((other) => other !== first);
    if (alike && this.choosy) return null;
    const chosen = nearest(fitting, cost);
    if (chosen === null || cost(chosen) < 1) return chosen;
    // Outside known tables, equal texts at different indents are cells of a table that the text does not tell of.
    const scattered = fitting.some(
      (other) =>
        column < 0 &&
        other.text === chosen.text &&
        Math.abs(other.left - chosen.left) > INDENT_PX &&
        cost(other) < cost(chosen) + NEARBY,
    );
    return scattered ? null : chosen;
  }

  /** Whether text can go on from one chain to another: near it on its tile, else from a tile's last lines to another's first. */
  #isInReach(from: Chain, to: Chain): boolean {
    const reach = REACH * Math.max(from.bottom - from.top, 8);
    if (from.tile === to.tile) return Math.abs(middle(to) - middle(from)) <= reach;
    // Tiles stand below each other in the order of the text: it never goes on from the end of a page to one above it.
    if (from.dy >= to.dy) return false;
    const [, last] = this.#extents.get(from.tile) ?? [0, 0];
    const [first] = this.#extents.get(to.tile) ?? [0, 0];
    return last - from.bottom <= reach && to.top - first <= reach;
  }

  /** Whether a chain begins where lines of a column begin. */
  #beginsColumn(chain: Chain, column: number): boolean {
    const [left] = this.#columns.get(column) ?? [Number.NaN];
    return Math.abs(chain.left + chain.dx - left) < INDENT_PX;
  }

  /** Whether a chain stands where a paragraph's column is, as far as columns of its table were seen. */
  #isInColumn(chain: Chain, index: number): boolean {
    const column = this.#paragraphs[index]?.column ?? -1;
    if (column < 0) return true;
    const overlaps = ([left, right]: readonly [number, number]) =>
      chain.left + chain.dx < right && chain.right + chain.dx > left;
    const own = this.#columns.get(column);
    if (own !== undefined && overlaps(own)) return true;
    const table = Math.floor(column / COLUMNS);
    return ![...this.#columns].some(
      ([other, edges]) => other !== column && Math.floor(other / COLUMNS) === table && overlaps(edges),
    );
  }

  #indexOf(paragraph: Paragraph | undefined): number | null {
    if (paragraph === undefined) return null;
    const index = indexAt(this.#paragraphs, paragraph.start);
    return this.#paragraphs[index] === paragraph ? index : null;
  }

  /** The spot where the text goes on: the start of the next paragraph with text where this one has ended. */
  #normal(index: number, offset: number): Spot | null {
    if (offset < this.#textAt(index).length) return { index, offset };
    for (let next = index + 1; next < this.#paragraphs.length; next++)
      if (this.#textAt(next) !== '') return { index: next, offset: 0 };
    return null;
  }

  /** The spot where the text before ends. */
  #normalEnd(index: number, offset: number): Spot | null {
    if (offset > 0) return { index, offset };
    for (let before = index - 1; before >= 0; before--) {
      const { length } = this.#textAt(before);
      if (length > 0) return { index: before, offset: length };
    }
    return null;
  }
}

function key(spot: Spot): string {
  return `${spot.index}:${spot.offset}`;
}

function groupBy(chains: readonly Chain[], of: (chain: Chain) => string): Map<string, Chain[]> {
  const groups = new Map<string, Chain[]>();
  for (const chain of chains) {
    const group = groups.get(of(chain));
    if (group === undefined) groups.set(of(chain), [chain]);
    else group.push(chain);
  }
  return groups;
}
