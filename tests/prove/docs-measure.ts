import type { Box } from '../simulators/google-docs/truth.ts';

/** Area of the union of boxes, in square px. */
export function area(boxes: readonly Box[]): number {
  return overlap(boxes, boxes);
}

/** Area that lies in both unions, by cutting the plane at all edges. */
export function overlap(first: readonly Box[], second: readonly Box[]): number {
  const edges = (name: 'left' | 'right' | 'top' | 'bottom') => [...first, ...second].map((box) => box[name]);
  const xs = [...new Set([...edges('left'), ...edges('right')])].sort((a, b) => a - b);
  const ys = [...new Set([...edges('top'), ...edges('bottom')])].sort((a, b) => a - b);
  const inside = (boxes: readonly Box[], x: number, y: number) =>
    boxes.some((box) => x > box.left && x < box.right && y > box.top && y < box.bottom);
  let sum = 0;
  for (let column = 1; column < xs.length; column++) {
    for (let row = 1; row < ys.length; row++) {
      const [left = 0, right = 0, top = 0, bottom = 0] = [xs[column - 1], xs[column], ys[row - 1], ys[row]];
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      if (inside(first, x, y) && inside(second, x, y)) sum += (right - left) * (bottom - top);
    }
  }
  return sum;
}

/** Intersection over union of what was painted and what is true; 1 where both are empty. */
export function agreement(painted: readonly Box[], truth: readonly Box[]): number {
  const both = overlap(painted, truth);
  const union = area(painted) + area(truth) - both;
  return union === 0 ? 1 : both / union;
}

/** Share of the painted area that lies outside the truth, 0-1. */
export function astray(painted: readonly Box[], truth: readonly Box[]): number {
  const whole = area(painted);
  return whole === 0 ? 0 : 1 - overlap(painted, truth) / whole;
}
