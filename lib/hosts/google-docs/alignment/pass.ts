import type { Chain } from '../chains.ts';
import type { SqueezedTexts } from '../squeezed-texts.ts';
import type { Paragraph } from '../text.ts';
import { INDENT_PX, isPartOf, middle, onOneLine } from '../visual-order.ts';
import { spotInGap } from './gaps.ts';
import { Neighbours } from './neighbours.ts';
import { Occupancy } from './occupancy.ts';
import { OpenChains } from './open-chains.ts';
import { Reading, type Spot } from './reading.ts';
import { nearest, stepBackward, stepForward } from './steps.ts';
import { TableColumns } from './table-columns.ts';

/** A chain shorter than this many squeezed units cannot be placed by its text alone. */
export const SEED_LENGTH = 10;
/** A chain this long that stands once in the text needs no neighbour as proof. */
const SURE_LENGTH = 45;
/** Lines of the body follow each other within this many line heights, the space between paragraphs included. */
const APART = 1.9;
/** Equal texts at different indents are told apart if one costs this much more, in line heights. */
const NEARBY = 3;

/** One alignment by seed and extension: what is placed, what is still open, and how placing spreads from chain to chain. */
export class Pass {
  readonly #reading: Reading;
  readonly #neighbours: Neighbours;
  readonly #occupancy = new Occupancy();
  readonly #columns = new TableColumns();
  readonly #placed: Chain[] = [];
  #open = new OpenChains([]);
  /** Chains that had their place before, or stand in the body right beside a placed one. */
  readonly #proven = new Set<Chain>();
  /** Whether only chains are placed that have no like on the screen. */
  choosy = true;

  constructor(paragraphs: readonly Paragraph[], squeezed: SqueezedTexts, chains: readonly Chain[]) {
    this.#reading = new Reading(paragraphs, squeezed);
    this.#neighbours = new Neighbours(chains);
  }

  /** Lets chains stay, or come back, where their text stands and nobody else has the place. */
  keepPlaces(): void {
    for (const chain of this.#neighbours.sequence) {
      const place = chain.place ?? chain.lost;
      if (place === null) continue;
      chain.place = null;
      // What was just read is no older than the text: it is looked for anew.
      chain.lost = chain.tries === 0 ? null : place;
      const index = this.#reading.indexOf(place.paragraph);
      const spot = { index: index ?? -1, offset: place.offset };
      const stands = index !== null && this.#reading.text(index).startsWith(chain.text, spot.offset);
      if (!stands || !this.#occupancy.isFree(spot, chain)) continue;
      chain.lost = null;
      this.#put(chain, spot);
      this.#proven.add(chain);
    }
  }

  /** Chains were cut into pieces. */
  cut(pieces: ReadonlyMap<Chain, readonly Chain[]>): void {
    this.#neighbours.cut(pieces);
  }

  /** Says which chains are to be placed from now on. */
  offer(chains: readonly Chain[]): void {
    this.#open = new OpenChains(chains);
  }

  longestOpen(eligible: (chain: Chain) => boolean): Chain | null {
    return this.#open.longest(eligible);
  }

  spreadAll(): void {
    for (const chain of [...this.#placed]) this.#spread(chain);
  }

  /** Places a chain by its text alone, and takes that back where no neighbour bears it out; its own line's other parts do not. */
  plant(seed: Chain, spot: Spot): void {
    if (!this.#occupancy.isFree(spot, seed)) return;
    const before = this.#placed.length;
    this.#put(seed, spot);
    this.#spread(seed);
    const end = this.#reading.onwards(spot.index, spot.offset + seed.text.length);
    const start = this.#reading.backwards(spot.index, spot.offset);
    const witnesses = [
      end === null ? undefined : this.#occupancy.startingAt(end),
      start === null ? undefined : this.#occupancy.endingAt(start),
      ...this.#placed.slice(before + 1),
    ];
    const isBorneOut = witnesses.some((one) => one !== undefined && !isPartOf(one, seed));
    if (isBorneOut || seed.text.length >= SURE_LENGTH) return;
    for (const chain of this.#placed.slice(before)) this.#takeBack(chain);
  }

  /** Places what comes next to placed chains on the screen, with text between them that has no labels. */
  bridgeGaps(): void {
    for (const step of [1, -1] as const) {
      for (const placed of [...this.#placed]) {
        for (let chain: Chain | null = placed; chain !== null; ) chain = this.#bridge(chain, step);
      }
    }
  }

  #bridge(from: Chain, step: 1 | -1): Chain | null {
    const other = this.#neighbours.next(from, step);
    if (other === null || !this.#open.has(other)) return null;
    const known = { reading: this.#reading, occupancy: this.#occupancy, neighbours: this.#neighbours };
    const spot = spotInGap(from, step, other, known);
    if (spot === null || !this.#canHold(other, spot)) return null;
    this.#put(other, spot);
    return other;
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
      const index = this.#reading.indexOf(paragraph) ?? -1;
      const scrap = (sums.get(paragraph) ?? 0) < Math.min(SEED_LENGTH, this.#reading.text(index).length);
      if (scrap || this.#standsApart(chain)) chain.place = null;
    }
  }

  #standsApart(chain: Chain): boolean {
    const index = this.#reading.indexOf(chain.place?.paragraph);
    if (index === null || !chain.atEdge || chain.text.length !== this.#reading.text(index).length) return false;
    const start = this.#reading.backwards(index, 0);
    const end = this.#reading.onwards(index, chain.text.length);
    if (end === null || this.#occupancy.startingAt(end) !== undefined) return false;
    const before = start === null ? undefined : this.#occupancy.endingAt(start);
    if (before?.tile !== chain.tile) return false;
    const height = Math.max(chain.bottom - chain.top, before.bottom - before.top);
    return middle(chain) - middle(before) > APART * height;
  }

  #put(chain: Chain, spot: Spot): void {
    const paragraph = this.#reading.paragraph(spot.index);
    if (paragraph === undefined) return;
    chain.place = { paragraph, offset: spot.offset };
    this.#columns.notice(paragraph.column, chain);
    this.#occupancy.hold(spot, chain);
    this.#placed.push(chain);
    this.#open.close(chain);
  }

  #takeBack(chain: Chain): void {
    const index = this.#reading.indexOf(chain.place?.paragraph);
    if (index !== null) this.#occupancy.release({ index, offset: chain.place?.offset ?? 0 }, chain);
    chain.place = null;
    this.#placed.splice(this.#placed.lastIndexOf(chain), 1);
    this.#open.open(chain);
    this.#columns.forget();
    for (const other of this.#placed)
      if (other.place !== null) this.#columns.notice(other.place.paragraph.column, other);
  }

  /** Goes on from a placed chain in both directions for as long as the next text is found next on the screen. */
  #spread(from: Chain): void {
    for (let chain: Chain | null = from; chain !== null; ) chain = this.#next(chain);
    for (let chain: Chain | null = from; chain !== null; ) chain = this.#previous(chain);
  }

  #next(chain: Chain): Chain | null {
    const index = this.#reading.indexOf(chain.place?.paragraph);
    const spot = index === null ? null : this.#reading.onwards(index, (chain.place?.offset ?? 0) + chain.text.length);
    if (index === null || spot === null || this.#occupancy.startingAt(spot) !== undefined) return null;
    const candidates = this.#open
      .onwards(this.#reading.text(spot.index), spot.offset)
      .filter((other) => this.#canHold(other, spot));
    const opening =
      index === spot.index
        ? undefined
        : this.#occupancy.startingAt({ index: this.#reading.cellStart(index), offset: 0 });
    const chosen =
      this.#beside(chain, 1, spot.index - index, candidates, this.#crossesCells(index, spot.index)) ??
      this.#choose([chain, opening], candidates, spot, (other) =>
        this.#neighbours.isInReach(chain, other) || (opening !== undefined && onOneLine(opening, other))
          ? stepForward(chain, opening ?? chain, other)
          : Number.POSITIVE_INFINITY,
      );
    if (chosen !== null) this.#put(chosen, spot);
    return chosen;
  }

  #previous(chain: Chain): Chain | null {
    const index = this.#reading.indexOf(chain.place?.paragraph);
    const end = index === null ? null : this.#reading.backwards(index, chain.place?.offset ?? 0);
    if (index === null || end === null || this.#occupancy.endingAt(end) !== undefined) return null;
    const spotOf = ({ text }: Chain): Spot => ({ index: end.index, offset: end.offset - text.length });
    const candidates = this.#open
      .backwards(this.#reading.text(end.index), end.offset)
      .filter((other) => this.#canHold(other, spotOf(other)));
    const crossesCells = this.#crossesCells(index, end.index);
    // Where the cell before ends, its last lines may look like those of another: reading on from it tells.
    if (crossesCells && candidates.length > 1) return null;
    const chosen =
      this.#beside(chain, -1, index - end.index, candidates, crossesCells) ??
      this.#choose([chain], candidates, end, (other) =>
        this.#neighbours.isInReach(other, chain) ? stepBackward(chain, other) : Number.POSITIVE_INFINITY,
      );
    if (chosen !== null) this.#put(chosen, spotOf(chosen));
    return chosen;
  }

  /** Whether two paragraphs are of different cells of one table. */
  #crossesCells(first: number, second: number): boolean {
    const [one, other] = [first, second].map((index) => this.#reading.paragraph(index)?.column ?? -1);
    return one !== other && one !== -1 && other !== -1;
  }

  /** Whether a spot's text is free, and a chain stands where the column of its paragraph can be. */
  #canHold(chain: Chain, spot: Spot): boolean {
    return (
      this.#occupancy.isFree(spot, chain) &&
      this.#columns.admit(chain, this.#reading.paragraph(spot.index)?.column ?? -1)
    );
  }

  #beside(
    chain: Chain,
    step: 1 | -1,
    paragraphs: number,
    candidates: readonly Chain[],
    crossesCells: boolean,
  ): Chain | null {
    const other = this.#neighbours.beside(chain, step, paragraphs, candidates);
    // The line below the last one of a cell may be of any cell: only what stands beside it on its line goes on from it.
    if (other !== null && crossesCells && !onOneLine(chain, other)) return null;
    if (other !== null && !other.atEdge && !onOneLine(chain, other)) this.#proven.add(other);
    return other;
  }

  /**
   * One of the chains that hold a spot's text, if it can be told which.
   * @param lines chains on whose lines the text may go on.
   */
  #choose(
    lines: readonly (Chain | undefined)[],
    candidates: readonly Chain[],
    spot: Spot,
    cost: (chain: Chain) => number,
  ): Chain | null {
    const paragraph = this.#reading.paragraph(spot.index);
    if (candidates.length === 0 || paragraph === undefined) return null;
    const { column } = paragraph;
    // Parts of lines are too short to be known by their text: they go with their line, or begin one.
    const fitting = candidates.filter(
      (chain) =>
        chain.whole === null ||
        (chain.left === chain.whole.left && chain.text.length >= SEED_LENGTH) ||
        lines.some((line) => line !== undefined && isPartOf(chain, line)) ||
        this.#columns.begins(chain, column),
    );
    const [first] = fitting;
    if (first === undefined) return null;
    const alike = fitting.some((other) => other !== first);
    if (alike && this.choosy) return null;
    const chosen = nearest(wholeFirst(fitting, cost), cost);
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
}

/** Of the candidates in reach the whole lines, where there are any: parts of lines go with their line. */
function wholeFirst(candidates: readonly Chain[], cost: (chain: Chain) => number): readonly Chain[] {
  const whole = candidates.filter((chain) => chain.whole === null && cost(chain) < Number.POSITIVE_INFINITY);
  return whole.length > 0 ? whole : candidates;
}
