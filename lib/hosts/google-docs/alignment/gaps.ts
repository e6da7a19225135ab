import type { Chain } from '../chains.ts';
import type { Neighbours } from './neighbours.ts';
import type { Occupancy } from './occupancy.ts';
import type { Reading, Spot } from './reading.ts';

/** A chain at the open end of a gap must have at least this many squeezed units: nothing on its other side bears it out. */
const OPEN_LENGTH = 10;

/** What is known while gaps are closed. */
export interface Known {
  readonly reading: Reading;
  readonly occupancy: Occupancy;
  readonly neighbours: Neighbours;
}

/**
 * Where an open chain stands that comes next to a placed one on the screen (after it with `step` 1, before it with -1), though
 * not next to it in the text: what lies between has no label, as words that are suggested to be deleted. It counts as found
 * where its text stands once in the stretch of the placed chain's paragraph that is free there.
 */
export function spotInGap(from: Chain, step: 1 | -1, chain: Chain, known: Known): Spot | null {
  const { reading, occupancy } = known;
  const index = reading.indexOf(from.place?.paragraph);
  if (index === null || from.place === null) return null;
  const text = reading.text(index);
  const edge = step > 0 ? from.place.offset + from.text.length : from.place.offset;
  const border = occupancy.border(index, edge, step) ?? (step > 0 ? text.length : 0);
  const [start, end] = step > 0 ? [edge, border] : [border, edge];
  const isOpenEnd = !isClosed(chain, step, { index, offset: border }, known);
  if (isOpenEnd && (chain.atEdge || chain.text.length < OPEN_LENGTH)) return null;
  const gap = text.slice(start, end);
  const at = gap.indexOf(chain.text);
  return at < 0 || gap.includes(chain.text, at + 1) ? null : { index, offset: start + at };
}

/**
 * Whether what stands at the gap's border in the text bears the chain out: more of the same paragraph near it, or else the text
 * that comes next on the screen.
 */
function isClosed(chain: Chain, step: 1 | -1, border: Spot, { reading, occupancy, neighbours }: Known): boolean {
  const spot = step > 0 ? reading.onwards(border.index, border.offset) : reading.backwards(border.index, border.offset);
  if (spot === null) return false;
  const holder = step > 0 ? occupancy.startingAt(spot) : occupancy.endingAt(spot);
  if (holder === undefined) return false;
  if (spot.index === border.index)
    return step > 0 ? neighbours.isInReach(chain, holder) : neighbours.isInReach(holder, chain);
  let other = neighbours.next(chain, step);
  while (other !== null && other.place === null) other = neighbours.next(other, step);
  return other === holder;
}
