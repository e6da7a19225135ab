/** Rows of numbers that weights are multiplied with: all kept, or only those that are not 0 where most are. */
export interface Matrix {
  /**
   * Writes each row's product with `weights` (column by class) to `out` (row by class).
   */
  multiply(weights: Float64Array, classes: number, out: Float64Array): void;
  /** The transposed product: adds up, column by class, each row times its numbers in `values` (row by class). */
  gather(values: Float64Array, classes: number): Float64Array;
}

/** Below this share of numbers other than 0, only those are kept. */
const SPARSE = 0.25;

/** @param rows which rows of `values` to take, in order; @param width numbers a row. */
export function matrixOf(values: Float32Array, width: number, rows: Int32Array): Matrix {
  let kept = 0;
  for (const row of rows) for (let d = 0; d < width; d++) if (values[row * width + d] !== 0) kept++;
  return kept < SPARSE * rows.length * width
    ? new SparseMatrix(values, width, rows, kept)
    : new DenseMatrix(values, width, rows);
}

/** Number `index` of an array that is known to have it: the loops below are where a fit spends its time. */
type Numbers = Float64Array | Float32Array;
const at = (numbers: Numbers, index: number): number => numbers[index] as number;

class DenseMatrix implements Matrix {
  private readonly values: Float32Array;
  private readonly width: number;
  private readonly rows: number;

  constructor(values: Float32Array, width: number, rows: Int32Array) {
    this.width = width;
    this.rows = rows.length;
    this.values = new Float32Array(rows.length * width);
    rows.forEach((row, place) => {
      this.values.set(values.subarray(row * width, (row + 1) * width), place * width);
    });
  }

  multiply(weights: Float64Array, classes: number, out: Float64Array): void {
    const { rows, values, width } = this;
    for (let k = 0; k < classes; k += 3) {
      const two = k + 1 < classes ? 1 : 0;
      const three = k + 2 < classes ? 2 : 0;
      for (let row = 0; row < rows; row++) {
        let a = 0;
        let b = 0;
        let c = 0;
        const from = row * width;
        for (let d = 0, place = k; d < width; d++, place += classes) {
          const value = at(values, from + d);
          a += value * at(weights, place);
          b += value * at(weights, place + two);
          c += value * at(weights, place + three);
        }
        out[row * classes + k] = a;
        if (two > 0) out[row * classes + k + 1] = b;
        if (three > 0) out[row * classes + k + 2] = c;
      }
    }
  }

  gather(values: Float64Array, classes: number): Float64Array {
    const { rows, width } = this;
    const sums = new Float64Array(width * classes);
    const numbers = this.values;
    for (let row = 0; row < rows; row++) {
      const from = row * width;
      for (let k = 0; k < classes; k++) {
        const factor = at(values, row * classes + k);
        for (let d = 0, place = k; d < width; d++, place += classes)
          sums[place] = at(sums, place) + factor * at(numbers, from + d);
      }
    }
    return sums;
  }
}

class SparseMatrix implements Matrix {
  private readonly width: number;
  /** Where each row begins in `columns` and `values`; the last is their length. */
  private readonly starts: Int32Array;
  private readonly columns: Uint16Array;
  private readonly values: Float32Array;

  constructor(values: Float32Array, width: number, rows: Int32Array, kept: number) {
    this.width = width;
    this.starts = new Int32Array(rows.length + 1);
    this.columns = new Uint16Array(kept);
    this.values = new Float32Array(kept);
    let size = 0;
    rows.forEach((row, place) => {
      for (let d = 0; d < width; d++) {
        const value = values[row * width + d] ?? 0;
        if (value === 0) continue;
        this.columns[size] = d;
        this.values[size++] = value;
      }
      this.starts[place + 1] = size;
    });
  }

  multiply(weights: Float64Array, classes: number, out: Float64Array): void {
    const { columns, starts, values } = this;
    for (let row = 0; row + 1 < starts.length; row++) {
      const to = row * classes;
      for (let k = 0; k < classes; k++) out[to + k] = 0;
      for (let place = starts[row] ?? 0; place < (starts[row + 1] ?? 0); place++) {
        const from = (columns[place] ?? 0) * classes;
        const value = at(values, place);
        for (let k = 0; k < classes; k++) out[to + k] = at(out, to + k) + value * at(weights, from + k);
      }
    }
  }

  gather(values: Float64Array, classes: number): Float64Array {
    const { columns, starts, width } = this;
    const numbers = this.values;
    const sums = new Float64Array(width * classes);
    for (let row = 0; row + 1 < starts.length; row++) {
      const from = row * classes;
      for (let place = starts[row] ?? 0; place < (starts[row + 1] ?? 0); place++) {
        const to = (columns[place] ?? 0) * classes;
        const value = at(numbers, place);
        for (let k = 0; k < classes; k++) sums[to + k] = at(sums, to + k) + value * at(values, from + k);
      }
    }
    return sums;
  }
}
