import type { Chain } from '../chains.ts';
import { gapBetween, middle, onOneLine } from '../visual-order.ts';

/** Of two candidates with the same text the nearer is taken only if the other costs this much more, in line heights. */
const CLEARLY = 0.25;
/** Costs of a step, in line heights: on the same line, and against the reading direction. */
const SAME_BAND = 0.1;
const UPWARDS = 3;
/** A line height sideways counts as this share of one downwards; this many px as a whole one between columns. */
const SIDEWAYS = 8;
const COLUMN_PX = 400;
const WIDEST_PX = 4000;

/** The candidate with the least cost; null where none is in reach or two of the same text are about equal. */
export function nearest(candidates: readonly Chain[], cost: (chain: Chain) => number): Chain | null {
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
export function stepForward(from: Chain, opening: Chain, to: Chain): number {
  const height = Math.max(from.bottom - from.top, 8);
  const beside = [from, opening].find((chain) => onOneLine(chain, to) && to.left + to.dx >= chain.left + chain.dx);
  if (beside !== undefined) return SAME_BAND + gapBetween(beside, to) / height / SIDEWAYS;
  const down = (middle(to) - middle(from)) / height;
  return Math.abs(down) + (down < 0 ? UPWARDS : 1) + (to.left + to.dx) / COLUMN_PX;
}

/** The same backwards: to the left on the same line, else on a line above, where the rightmost comes first. */
export function stepBackward(from: Chain, to: Chain): number {
  const height = Math.max(from.bottom - from.top, 8);
  const beside = onOneLine(from, to) && to.left + to.dx <= from.left + from.dx;
  if (beside) return SAME_BAND + gapBetween(from, to) / height / SIDEWAYS;
  const up = (middle(from) - middle(to)) / height;
  return Math.abs(up) + (up < 0 ? UPWARDS : 1) + WIDEST_PX / COLUMN_PX - (to.left + to.dx) / COLUMN_PX;
}
