import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** Rows rendered beyond each edge of the visible part, so that quick scrolling shows no gap. */
const OVERSCAN_ROWS = 8;

export interface VirtualListOptions {
  readonly count: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Expected height of a row in CSS pixels; rows are measured once they are there. */
  readonly estimate: number;
  /** Identity of a row, so that measurements stay with it. */
  readonly keyOf: (index: number) => string;
}

/** Shows only the rows of a long list that are in view. */
export function useVirtualList(options: VirtualListOptions): Virtualizer<HTMLElement, HTMLElement> {
  const [, rerender] = useReducer((count: number) => count + 1, 0);
  const virtualOptions = {
    count: options.count,
    getScrollElement: () => options.scroller.current,
    estimateSize: () => options.estimate,
    getItemKey: options.keyOf,
    overscan: OVERSCAN_ROWS,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => rerender(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(virtualOptions));
  virtualizer.setOptions(virtualOptions);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}
