import { type Chain, MARKER } from './chains.ts';

/** Lines of one list or one column start within this many px. */
export const INDENT_PX = 6;

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

/** Top and bottom of each tile's lines, headers and footers left out, in the tile's own px. */
export function extentsOf(chains: readonly Chain[]): Map<object, [number, number]> {
  const extents = new Map<object, [number, number]>();
  for (const { tile, top, bottom, atEdge } of chains) {
    if (atEdge) continue;
    const extent = extents.get(tile);
    if (extent === undefined) extents.set(tile, [top, bottom]);
    else extents.set(tile, [Math.min(extent[0], top), Math.max(extent[1], bottom)]);
  }
  return extents;
}

/** Where each chain stands in a sequence. */
export function ranksOf(sequence: readonly Chain[]): Map<Chain, number> {
  return new Map(sequence.map((chain, at) => [chain, at]));
}

/** Whether two chains were cut from one. */
export function isPartOf(chain: Chain, other: Chain): boolean {
  return chain.whole !== null && chain.whole === other.whole;
}

/** Whether a chain is nothing but a list marker. */
export function isMarker(chain: Chain | undefined): boolean {
  const [run] = chain?.runs ?? [];
  return run !== undefined && chain?.runs.length === 1 && MARKER.test(run.label.trim());
}

/** Whether two chains stand on one line of text. */
export function onOneLine(a: Chain, b: Chain): boolean {
  return Math.abs(middle(a) - middle(b)) < Math.min(a.bottom - a.top, b.bottom - b.top) / 2;
}

/** Space between two chains sideways, in px; 0 where they overlap. */
export function gapBetween(a: Chain, b: Chain): number {
  return Math.max(0, b.left + b.dx - (a.right + a.dx), a.left + a.dx - (b.right + b.dx));
}

/** Height of a chain's middle in scroller coordinates. */
export function middle(chain: Chain): number {
  return (chain.top + chain.bottom) / 2 + chain.dy;
}
