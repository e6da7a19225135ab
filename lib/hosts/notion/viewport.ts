/**
 * Which blocks are on or near the screen. Top-level blocks stand one below the other, so the first and the last are found
 * by halving: about twenty rectangles for any size of page, where an observer on every block would cost each frame.
 */
export interface Viewport {
  /** The top-level elements now within the margin around the scroller, in order. */
  near(): readonly Element[];
}

/** @param rows the elements that stack up to the page, in order. */
export function createViewport(rows: () => readonly Element[], scroller: Element | null, margin: number): Viewport {
  return {
    near() {
      const list = rows();
      const frame = scroller?.getBoundingClientRect();
      const top = Math.max(0, frame?.top ?? 0) - margin;
      const bottom = Math.min(innerHeight, frame?.bottom ?? innerHeight) + margin;
      const first = firstWhere(list, (element) => element.getBoundingClientRect().bottom >= top);
      const last = firstWhere(list, (element) => element.getBoundingClientRect().top > bottom);
      return list.slice(first, Math.max(first, last));
    },
  };
}

/** Index of the first element for which the test holds; the test must hold for all after it. */
function firstWhere(list: readonly Element[], holds: (element: Element) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = list[middle];
    if (element !== undefined && holds(element)) high = middle;
    else low = middle + 1;
  }
  return low;
}
