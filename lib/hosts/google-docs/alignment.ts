import { type Chain, MARKER, makeChain } from './chains.ts';
import { COLUMNS } from './raw.ts';
import { type Strictness, squeeze, squeezeMap } from './squeeze.ts';
import { indexAt, type Paragraph } from './text.ts';

/** A chain shorter than this many squeezed units cannot be placed by its text alone. */
const SEED_LENGTH = 10;
/** A chain this long that stands once in the text needs no neighbour as proof. */
const SURE_LENGTH = 45;
/** A text that the screen shows before it can be read comes within this many changes. */
const TRIES = 8;
/** How many chains are looked for in the whole text at one alignment. */
const SEEDS_TRIED = 12;
/** Neighbours in the text stand at most this many line heights apart on one tile, or from the borders of two tiles. */
const REACH = 14;
/** Of two candidates with the same text the nearer is taken only if the other costs this much more, in line heights. */
const CLEARLY = 0.25;
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
/** Costs of a step, in line heights: on the same line, and against the reading direction. */
const SAME_BAND = 0.1;
const UPWARDS = 3;
/** A line height sideways counts as this share of one downwards; this many px as a whole one between columns. */
const SIDEWAYS = 8;
const COLUMN_PX = 400;
const WIDEST_PX = 4000;

interface Entry {
  readonly source: string;
  readonly squeezed: string;
  map: Uint32Array | null;
}

/** Squeezed texts of paragraphs, made when needed and kept until the text changes. */
export class SqueezedTexts {
  readonly #texts = new WeakMap<Paragraph, Entry>();
  readonly strictness: Strictness;

  constructor(strictness: Strictness) {
    this.strictness = strictness;
  }

  of(paragraph: Paragraph): string {
    return this.#entry(paragraph).squeezed;
  }

  /** The index map of a paragraph's squeezed text. */
  mapOf(paragraph: Paragraph): Uint32Array {
    const entry = this.#entry(paragraph);
    entry.map ??= squeezeMap(paragraph.text, this.strictness);
    return entry.map;
  }

  /** Texts of a paragraph before and after its last change, as far as the one before was ever asked for. */
  renew(paragraph: Paragraph): { readonly before: string | null; readonly after: string } {
    const before = this.#texts.get(paragraph)?.squeezed ?? null;
    return { before, after: this.of(paragraph) };
  }

  #entry(paragraph: Paragraph): Entry {
    let entry = this.#texts.get(paragraph);
    if (entry === undefined || entry.source !== paragraph.text) {
      entry = { source: paragraph.text, squeezed: squeeze(paragraph.text, this.strictness), map: null };
      this.#texts.set(paragraph, entry);
    }
    return entry;
  }
}

interface Spot {
  /** Index of the paragraph. */
  readonly index: number;
  readonly offset: number;
}

/**
 * Finds where chains of labels stand in the text. A chain counts as placed when text next to it is placed next to it: by
 * keeping a place it had, by following or preceding a placed chain both in the text and on the screen, or, for the first
 * ones, by standing exactly once in the text and finding a neighbour.
 */
export class Aligner {
  readonly #squeezed: SqueezedTexts;
  /** Texts that were looked for and not found; most are headers, footers and page numbers. */
  readonly #absent = new Set<string>();

  constructor(squeezed: SqueezedTexts) {
    this.#squeezed = squeezed;
  }

  /** Texts of these paragraphs changed: what was absent may be there now. */
  changed(paragraphs: readonly Paragraph[]): void {
    if (this.#absent.size === 0) return;
    for (const text of this.#absent) {
      if (paragraphs.some((paragraph) => this.#squeezed.of(paragraph).includes(text))) this.#absent.delete(text);
    }
  }

  /**
   * Places chains. Chains that come with a place keep it if their text still stands there; where it does not, the screen is
   * older than the text, and they get no other place until the screen is read again.
   * @returns the chains, in which some may have been cut into their runs.
   */
  align(chains: readonly Chain[], paragraphs: readonly Paragraph[]): Chain[] {
    const pass = new Pass(paragraphs, this.#squeezed, chains);
    pass.keepPlaces();
    const isOpen = ({ place, lost, tries }: Chain) => place === null && lost === null && tries < TRIES;
    this.#place(pass, chains.filter(isOpen), paragraphs);
    const rest = chains.filter((chain) => isOpen(chain) && chain.runs.length > 1);
    const whole = chains.filter((chain) => !isOpen(chain) || chain.runs.length < 2);
    const pieces = rest.map(cut);
    if (rest.length > 0) {
      pass.cut(new Map(rest.map((chain, at) => [chain, pieces[at] ?? []])));
      this.#place(pass, [...pieces.flat(), ...whole.filter(isOpen)], paragraphs);
    }
    pass.dropScraps();
    for (const chain of chains) chain.tries++;
    for (const chain of pieces.flat()) chain.tries++;
    // A chain none of whose runs was placed stays whole, so that it can be placed next time.
    const some = (runs: readonly Chain[]) => runs.some((run) => run.place !== null);
    return [...whole, ...rest.flatMap((chain, at) => (some(pieces[at] ?? []) ? (pieces[at] ?? []) : chain))];
  }

  /** Places what can be mistaken for nothing else first; only then what has to be told from its like by distance. */
  #place(pass: Pass, chains: readonly Chain[], paragraphs: readonly Paragraph[]): void {
    pass.offer(chains);
    pass.spreadAll();
    this.#seed(pass, paragraphs);
    pass.choosy = false;
    pass.spreadAll();
    this.#seed(pass, paragraphs);
    pass.choosy = true;
  }

  /** Looks for long chains in the whole text until everything is placed or the tries are used up. */
  #seed(pass: Pass, paragraphs: readonly Paragraph[]): void {
    const tried = new Set<Chain>();
    for (let tries = 0; tries < SEEDS_TRIED; tries++) {
      const seed = pass.longestOpen(
        (chain) => chain.text.length >= SEED_LENGTH && !tried.has(chain) && !this.#absent.has(chain.text),
      );
      if (seed === null) return;
      tried.add(seed);
      const spot = this.#onlySpot(seed.text, paragraphs);
      if (spot === 'absent') this.#absent.add(seed.text);
      else if (spot !== 'several') pass.plant(seed, spot);
    }
  }

  #onlySpot(text: string, paragraphs: readonly Paragraph[]): Spot | 'absent' | 'several' {
    let found: Spot | null = null;
    for (let index = 0; index < paragraphs.length; index++) {
      const paragraph = paragraphs[index];
      if (paragraph === undefined || paragraph.text.length < text.length) continue;
      const squeezed = this.#squeezed.of(paragraph);
      const offset = squeezed.indexOf(text);
      if (offset < 0) continue;
      if (found !== null || squeezed.includes(text, offset + 1)) return 'several';
      found = { index, offset };
    }
    return found ?? 'absent';
  }
}

function cut(chain: Chain): Chain[] {
  return chain.runs.map((run, at) => {
    const { dx, dy, atEdge } = chain;
    return { ...makeChain([run], chain.tile, at === 0 && chain.marker), dx, dy, atEdge, whole: chain };
  });
}

/** One alignment: what is placed, what is still open, and how placing spreads from chain to chain. */
class Pass {
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

/** Tile by tile, line by line, from the left. */
export function inVisualOrder(chains: readonly Chain[]): Chain[] {
  const sorted = [...chains].sort((a, b) => a.dy - b.dy || a.top + a.bottom - b.top - b.bottom || a.left - b.left);
  const ordered: Chain[] = [];
  let line: Chain[] = [];
  const flush = () => {
    ordered.push(...line.sort((a, b) => a.left - b.left));
    line = [];
  };
  for (const chain of sorted) {
    const [first] = line;
    if (first !== undefined && (first.tile !== chain.tile || !onOneLine(first, chain))) flush();
    line.push(chain);
  }
  flush();
  return ordered;
}

function extentsOf(chains: readonly Chain[]): Map<object, [number, number]> {
  const extents = new Map<object, [number, number]>();
  for (const { tile, top, bottom, atEdge } of chains) {
    if (atEdge) continue;
    const extent = extents.get(tile);
    if (extent === undefined) extents.set(tile, [top, bottom]);
    else extents.set(tile, [Math.min(extent[0], top), Math.max(extent[1], bottom)]);
  }
  return extents;
}

function ranksOf(sequence: readonly Chain[]): Map<Chain, number> {
  return new Map(sequence.map((chain, at) => [chain, at]));
}

/** Whether two chains were cut from one. */
function isPartOf(chain: Chain, other: Chain): boolean {
  return chain.whole !== null && chain.whole === other.whole;
}

/** Whether a chain is nothing but a list marker. */
export function isMarker(chain: Chain | undefined): boolean {
  const [run] = chain?.runs ?? [];
  return run !== undefined && chain?.runs.length === 1 && MARKER.test(run.label.trim());
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

/** The candidate with the least cost; null where none is in reach or two of the same text are about equal. */
function nearest(candidates: readonly Chain[], cost: (chain: Chain) => number): Chain | null {
  const inReach = candidates
    .map((chain) => ({ chain, cost: cost(chain) }))
    .filter((one) => one.cost < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.cost - b.cost || b.chain.text.length - a.chain.text.length);
  const [best, second] = inReach;
  if (best === undefined) return null;
  const clear = second === undefined || second.chain.text !== best.chain.text || second.cost > best.cost + CLEARLY;
  return clear ? best.chain : null;
}

/**
 * How far reading goes from a chain to the one that is said to follow it, in line heights. Text goes on to the right on the
 * same line, else on a line below, where the leftmost comes first. A table cell is followed by the cell right of its first
 * line, `opening`.
 */
function stepForward(from: Chain, opening: Chain, to: Chain): number {
  const height = Math.max(from.bottom - from.top, 8);
  const beside = [from, opening].find((chain) => onOneLine(chain, to) && to.left + to.dx >= chain.left + chain.dx);
  if (beside !== undefined) return SAME_BAND + gapBetween(beside, to) / height / SIDEWAYS;
  const down = (middle(to) - middle(from)) / height;
  return Math.abs(down) + (down < 0 ? UPWARDS : 1) + (to.left + to.dx) / COLUMN_PX;
}

/** The same backwards: to the left on the same line, else on a line above, where the rightmost comes first. */
function stepBackward(from: Chain, to: Chain): number {
  const height = Math.max(from.bottom - from.top, 8);
  const beside = onOneLine(from, to) && to.left + to.dx <= from.left + from.dx;
  if (beside) return SAME_BAND + gapBetween(from, to) / height / SIDEWAYS;
  const up = (middle(from) - middle(to)) / height;
  return Math.abs(up) + (up < 0 ? UPWARDS : 1) + WIDEST_PX / COLUMN_PX - (to.left + to.dx) / COLUMN_PX;
}

function onOneLine(a: Chain, b: Chain): boolean {
  return Math.abs(middle(a) - middle(b)) < Math.min(a.bottom - a.top, b.bottom - b.top) / 2;
}

function gapBetween(a: Chain, b: Chain): number {
  return Math.max(0, b.left + b.dx - (a.right + a.dx), a.left + a.dx - (b.right + b.dx));
}

function middle(chain: Chain): number {
  return (chain.top + chain.bottom) / 2 + chain.dy;
}
