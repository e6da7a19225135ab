/** A function to be made small: writes its gradient at `point` into `gradient` and returns its value. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

const MEMORY = 8;
const SUFFICIENT_DECREASE = 1e-4;
const CURVATURE_FLOOR = 1e-10;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

function addScaled(target: Float64Array, factor: number, step: Float64Array): void {
  for (let index = 0; index < target.length; index++)
    target[index] = (target[index] ?? 0) + factor * (step[index] ?? 0);
}

interface Correction {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly curvature: number;
}

/** The two-loop recursion: turns a gradient into a descent direction with the last corrections. */
function descend(gradient: Float64Array, corrections: readonly Correction[]): Float64Array {
  const direction = Float64Array.from(gradient, (value) => -value);
  const factors: number[] = [];
  for (let index = corrections.length - 1; index >= 0; index--) {
    const { step, change, curvature } = corrections[index] as Correction;
    const factor = dot(step, direction) / curvature;
    factors.unshift(factor);
    addScaled(direction, -factor, change);
  }
  const newest = corrections.at(-1);
  if (newest !== undefined) {
    const scale = newest.curvature / dot(newest.change, newest.change);
    for (let index = 0; index < direction.length; index++) direction[index] = (direction[index] ?? 0) * scale;
  }
  corrections.forEach(({ step, change, curvature }, index) => {
    addScaled(direction, (factors[index] ?? 0) - dot(change, direction) / curvature, step);
  });
  return direction;
}

/**
 * Limited-memory BFGS with a backtracking line search (Nocedal & Wright, "Numerical Optimization", algorithm 7.5).
 * Starts at zero, stops after `iterations` or where no step helps. Same objective, same result.
 */
export function minimise(size: number, iterations: number, objective: Objective): Float64Array {
  let point = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = objective(point, gradient);
  const corrections: Correction[] = [];
  for (let iteration = 0; iteration < iterations; iteration++) {
    const direction = descend(gradient, corrections);
    const slope = dot(gradient, direction);
    if (slope >= 0) break;
    let length = corrections.length === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    let next = point;
    let nextGradient = gradient;
    let nextValue = value;
    for (let attempt = 0; attempt < 20; attempt++) {
      next = Float64Array.from(point);
      addScaled(next, length, direction);
      nextGradient = new Float64Array(size);
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + SUFFICIENT_DECREASE * length * slope) break;
      length /= 2;
    }
    if (nextValue >= value) break;
    const step = Float64Array.from(next, (coordinate, index) => coordinate - (point[index] ?? 0));
    const change = Float64Array.from(nextGradient, (slopeAt, index) => slopeAt - (gradient[index] ?? 0));
    const curvature = dot(step, change);
    if (curvature > CURVATURE_FLOOR) {
      corrections.push({ step, change, curvature });
      if (corrections.length > MEMORY) corrections.shift();
    }
    point = next;
    gradient = nextGradient;
    value = nextValue;
  }
  return point;
}
