import { type Matrix, matrixOf } from './matrix.ts';
import { minimise } from './minimise.ts';

/**
 * One group of features. `values` holds `width` numbers a unit; `unitOf` names each row's unit (-1 for none), so that what a
 * whole section or document shares is stored and multiplied once. Each feature is divided by its spread over the rows before
 * it is penalised; `penalty` is the ridge penalty of its weights then.
 */
export interface Block {
  readonly name: string;
  readonly width: number;
  readonly values: Float32Array;
  readonly unitOf: Int32Array;
  readonly penalty: number;
  /** False where features are flags that must keep their size. */
  readonly scaled: boolean;
}

/** Weights of one block: `width` by classes, in units of the unscaled features. */
export interface LinearModel {
  readonly classes: number;
  readonly weights: ReadonlyMap<string, Float64Array>;
  readonly bias: Float64Array;
}

export interface FitOptions {
  readonly classes: number;
  readonly iterations: number;
  /** Scores that stand before anything is fitted, row by class: the fit explains what they leave. None where left out. */
  readonly offset?: Float64Array;
}

interface ActiveBlock {
  readonly block: Block;
  /** Where the block's weights begin in the parameter vector. */
  readonly offset: number;
  /** What a feature is multiplied with before a weight of the penalised scale applies. */
  readonly factor: Float64Array;
  /** The units that some row of the fit has, one a row. */
  readonly matrix: Matrix;
  /** By row of the fit: the row of its unit in the matrix, -1 where it has none. */
  readonly places: Int32Array;
  /** Row of the matrix by class. */
  readonly scores: Float64Array;
}

/** Standard deviation of each feature over the given rows. */
function spread(block: Block, rows: Int32Array): Float64Array {
  const { width, values, unitOf } = block;
  const sum = new Float64Array(width);
  const squares = new Float64Array(width);
  for (const row of rows) {
    const unit = unitOf[row] ?? -1;
    if (unit < 0) continue;
    for (let d = 0; d < width; d++) {
      const value = values[unit * width + d] ?? 0;
      sum[d] = (sum[d] ?? 0) + value;
      squares[d] = (squares[d] ?? 0) + value * value;
    }
  }
  return sum.map((total, d) => Math.sqrt(Math.max(0, (squares[d] ?? 0) / rows.length - (total / rows.length) ** 2)));
}

function activate(blocks: readonly Block[], rows: Int32Array, classes: number): ActiveBlock[] {
  let offset = 0;
  return blocks.map((block) => {
    const deviation = block.scaled ? spread(block, rows) : new Float64Array(block.width).fill(1);
    const ridge = Math.sqrt(block.penalty);
    const factor = deviation.map((value) => (value > 1e-9 ? 1 / (value * ridge) : 0));
    const used = new Set<number>();
    for (const row of rows) if ((block.unitOf[row] ?? 0) >= 0) used.add(block.unitOf[row] ?? 0);
    const units = Int32Array.from(used).sort();
    const placeOf = new Int32Array(block.values.length / block.width).fill(-1);
    units.forEach((unit, place) => {
      placeOf[unit] = place;
    });
    const active: ActiveBlock = {
      block,
      offset,
      factor,
      matrix: matrixOf(block.values, block.width, units),
      places: rows.map((row) => placeOf[block.unitOf[row] ?? -1] ?? -1),
      scores: new Float64Array(units.length * classes),
    };
    offset += block.width * classes;
    return active;
  });
}

/** Scores of all units of a block under `point`, into `active.scores`. */
function scoreUnits(
  { block, factor, matrix, offset, scores }: ActiveBlock,
  point: Float64Array,
  classes: number,
): void {
  const weights = new Float64Array(block.width * classes);
  for (let d = 0; d < block.width; d++)
    for (let k = 0; k < classes; k++)
      weights[d * classes + k] = (point[offset + d * classes + k] ?? 0) * (factor[d] ?? 0);
  matrix.multiply(weights, classes, scores);
}

/** Adds a block's part of the gradient, given the gradient by unit in `active.scores`. */
function gatherGradient(
  { block, factor, matrix, offset, scores }: ActiveBlock,
  gradient: Float64Array,
  classes: number,
): void {
  const sums = matrix.gather(scores, classes);
  for (let d = 0; d < block.width; d++)
    for (let k = 0; k < classes; k++)
      gradient[offset + d * classes + k] =
        (gradient[offset + d * classes + k] ?? 0) + (sums[d * classes + k] ?? 0) * (factor[d] ?? 0);
}

/**
 * Fits a multinomial logistic regression with a ridge penalty.
 * @param targets class of every row (only those in `rows` are read).
 * @param weight weight of every row.
 */
export function fitLinear(
  blocks: readonly Block[],
  rows: Int32Array,
  targets: Int8Array,
  weight: Float32Array,
  options: FitOptions,
): LinearModel {
  const { classes, offset: given } = options;
  const active = activate(blocks, rows, classes);
  const size = active.reduce((sum, { block }) => sum + block.width * classes, 0);
  let mass = 0;
  for (const row of rows) mass += weight[row] ?? 0;
  const logits = new Float64Array(classes);
  const residual = new Float64Array(rows.length * classes);
  const scale = rows.length / mass;

  const solution = minimise(size + classes, options.iterations, (point, gradient) => {
    for (const block of active) scoreUnits(block, point, classes);
    let loss = 0;
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0;
      for (let k = 0; k < classes; k++) logits[k] = (point[size + k] ?? 0) + (given?.[row * classes + k] ?? 0);
      for (const { places, scores } of active) {
        const unit = places[index] ?? -1;
        if (unit >= 0)
          for (let k = 0; k < classes; k++) logits[k] = (logits[k] ?? 0) + (scores[unit * classes + k] ?? 0);
      }
      let top = logits[0] ?? 0;
      for (let k = 1; k < classes; k++) if ((logits[k] ?? 0) > top) top = logits[k] ?? 0;
      let sum = 0;
      for (let k = 0; k < classes; k++) sum += Math.exp((logits[k] ?? 0) - top);
      const target = targets[row] ?? 0;
      const share = (weight[row] ?? 0) * scale;
      loss += share * (Math.log(sum) + top - (logits[target] ?? 0));
      for (let k = 0; k < classes; k++)
        residual[index * classes + k] = share * (Math.exp((logits[k] ?? 0) - top) / sum - (k === target ? 1 : 0));
    }
    gradient.fill(0);
    for (const block of active) {
      block.scores.fill(0);
      for (let index = 0; index < rows.length; index++) {
        const unit = block.places[index] ?? -1;
        if (unit < 0) continue;
        for (let k = 0; k < classes; k++)
          block.scores[unit * classes + k] =
            (block.scores[unit * classes + k] ?? 0) + (residual[index * classes + k] ?? 0);
      }
      gatherGradient(block, gradient, classes);
    }
    for (let index = 0; index < residual.length; index++)
      gradient[size + (index % classes)] = (gradient[size + (index % classes)] ?? 0) + (residual[index] ?? 0);
    for (let index = 0; index < size; index++) {
      loss += 0.5 * (point[index] ?? 0) * (point[index] ?? 0);
      gradient[index] = (gradient[index] ?? 0) + (point[index] ?? 0);
    }
    for (let index = 0; index < gradient.length; index++) gradient[index] = (gradient[index] ?? 0) / rows.length;
    return loss / rows.length;
  });

  const weights = new Map<string, Float64Array>();
  for (const { block, factor, offset } of active) {
    const own = new Float64Array(block.width * classes);
    for (let d = 0; d < block.width; d++)
      for (let k = 0; k < classes; k++)
        own[d * classes + k] = (solution[offset + d * classes + k] ?? 0) * (factor[d] ?? 0);
    weights.set(block.name, own);
  }
  return { classes, weights, bias: solution.slice(size) };
}

/** Scores of the given rows, row by class. */
export function scoreLinear(model: LinearModel, blocks: readonly Block[], rows: Int32Array): Float64Array {
  const { classes } = model;
  const scores = new Float64Array(rows.length * classes);
  for (let index = 0; index < rows.length; index++)
    for (let k = 0; k < classes; k++) scores[index * classes + k] = model.bias[k] ?? 0;
  for (const block of blocks) {
    const weights = model.weights.get(block.name);
    if (weights === undefined) throw new Error(`The model knows no block ${block.name}`);
    for (let index = 0; index < rows.length; index++) {
      const unit = block.unitOf[rows[index] ?? 0] ?? -1;
      if (unit < 0) continue;
      for (let d = 0; d < block.width; d++) {
        const value = block.values[unit * block.width + d] ?? 0;
        if (value === 0) continue;
        for (let k = 0; k < classes; k++)
          scores[index * classes + k] = (scores[index * classes + k] ?? 0) + value * (weights[d * classes + k] ?? 0);
      }
    }
  }
  return scores;
}
