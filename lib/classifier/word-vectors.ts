import { LIMIT, unpackUnit } from './packing.ts';

/** Word weights lie between 0 and 1; this many steps of a packed number cover them. */
export const WORD_WEIGHT_STEPS = 2 * LIMIT;

/**
 * Two whole numbers lie in one floating-point number, the second times this: so one addition adds two, exactly. The first may add up to
 * half of it.
 */
const PAIR = 2 ** 26;
/** So many rows can be added up before a sum of first numbers could reach half of PAIR. */
export const MOST_ROWS = Math.floor(PAIR / 2 / (LIMIT * WORD_WEIGHT_STEPS)) - 1;

/** Columns that are added up together: as many as a row has today. */
const BLOCK = 9;

/**
 * The words' vectors, packed by column. A row is made when its word is first read: the word's weight in steps, then its value in each
 * dimension in that dimension's steps times the weight; whole numbers, two by two. A text's mean is one sum by the other.
 */
export class WordVectors {
  readonly size: number;
  readonly dimensions: number;
  /** Numbers a row takes in `rows`. */
  readonly width: number;
  /** Rows in the order of their first use. */
  rows: Float64Array;
  private readonly places: Int32Array;
  /** The words that have rows, in the order of these. */
  private readonly words: number[] = [];
  private readonly sums: Float64Array;
  private readonly columns: readonly string[];
  private readonly weights: string;
  private readonly steps: Float64Array;

  /** @param columns one string of packed numbers a dimension; @param weights one number a word; @param steps by dimension. */
  constructor(columns: readonly string[], weights: string, steps: Float64Array) {
    columns.forEach((column, d) => {
      if (column.length !== weights.length) throw new Error(`Dimension ${d} of the tables does not fit the words`);
    });
    this.columns = columns;
    this.weights = weights;
    this.steps = steps;
    this.size = weights.length;
    this.dimensions = columns.length;
    this.width = (columns.length >> 1) + 1;
    this.rows = new Float64Array(this.width * 256);
    this.sums = new Float64Array(this.width + BLOCK);
    this.places = new Int32Array(this.size).fill(-1);
  }

  /** Where the word's row begins in `rows`. */
  rowOf(word: number): number {
    const known = this.places[word] ?? -1;
    return known >= 0 ? known : this.make(word);
  }

  /** The word whose row begins at `at`. */
  wordOf(at: number): number {
    return this.words[at / this.width] ?? -1;
  }

  private make(word: number): number {
    const { columns, weights, width } = this;
    const at = this.words.length * width;
    this.words.push(word);
    // A block may reach beyond the last row.
    if (at + width + BLOCK > this.rows.length) {
      const wider = new Float64Array(this.rows.length * 2);
      wider.set(this.rows);
      this.rows = wider;
    }
    const weight = unpackUnit(weights, word) + LIMIT;
    let first = weight;
    for (let d = 0; d < columns.length; d++) {
      const value = unpackUnit(columns[d] ?? '', word) * weight;
      if ((d & 1) === 0) this.rows[at + (d >> 1)] = first + value * PAIR;
      else first = value;
    }
    if ((columns.length & 1) === 0) this.rows[at + width - 1] = first;
    this.places[word] = at;
    return at;
  }

  /**
   * The mean of `count` rows in `out`; zeros where their words weigh nothing.
   * @returns the sum of the words' weights, in steps.
   */
  mean(places: Int32Array, count: number, out: Float64Array): number {
    this.add(places, count);
    const { dimensions, steps, sums, width } = this;
    const weights = sums[0] ?? 0;
    const mass = weights - Math.floor(weights / PAIR + 0.5) * PAIR;
    const share = mass > 0 ? 1 / mass : 0;
    for (let pair = 0; pair < width; pair++) {
      const sum = sums[pair] ?? 0;
      const second = Math.floor(sum / PAIR + 0.5);
      if (pair > 0) out[2 * pair - 1] = (sum - second * PAIR) * share * (steps[2 * pair - 1] ?? 0);
      if (2 * pair < dimensions) out[2 * pair] = second * share * (steps[2 * pair] ?? 0);
    }
    return mass;
  }

  /** Adds rows up, BLOCK columns at a time, so that the sums stay where adding is cheapest. */
  private add(places: Int32Array, count: number): void {
    const { rows, sums, width } = this;
    for (let pair = 0; pair < width; pair += BLOCK) {
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      let e = 0;
      let f = 0;
      let g = 0;
      let h = 0;
      let i = 0;
      for (let row = 0; row < count; row++) {
        const at = (places[row] ?? 0) + pair;
        a += rows[at] ?? 0;
        b += rows[at + 1] ?? 0;
        c += rows[at + 2] ?? 0;
        d += rows[at + 3] ?? 0;
        e += rows[at + 4] ?? 0;
        f += rows[at + 5] ?? 0;
        g += rows[at + 6] ?? 0;
        h += rows[at + 7] ?? 0;
        i += rows[at + 8] ?? 0;
      }
      sums[pair] = a;
      sums[pair + 1] = b;
      sums[pair + 2] = c;
      sums[pair + 3] = d;
      sums[pair + 4] = e;
      sums[pair + 5] = f;
      sums[pair + 6] = g;
      sums[pair + 7] = h;
      sums[pair + 8] = i;
    }
  }

  /** What one occurrence of the word adds to a dimension of a mean over words whose weights add up to `mass`. */
  share(word: number, dimension: number, mass: number): number {
    const weight = unpackUnit(this.weights, word) + LIMIT;
    return (unpackUnit(this.columns[dimension] ?? '', word) * weight * (this.steps[dimension] ?? 0)) / mass;
  }
}
