import { expect } from 'vitest';

/** A page of either browser's driver. */
export interface Evaluates {
  evaluate<T>(read: () => T | Promise<T>): Promise<T>;
}

/** What Stagemark has in a page. */
export interface Traces {
  /** Ranges registered as marks, and those of them whose text is no longer in the page. */
  readonly ranges: number;
  readonly dead: number;
  readonly overlays: number;
  readonly cards: number;
}

export const NO_TRACES: Traces = { ranges: 0, dead: 0, overlays: 0, cards: 0 };

/** What a page holds of Stagemark now. */
export function traces(page: Evaluates): Promise<Traces> {
  return page.evaluate(() => {
    const ranges = [...CSS.highlights]
      .filter(([name]) => name.startsWith('stagemark-'))
      .flatMap(([, highlight]) => [...highlight]);
    return {
      ranges: ranges.length,
      dead: ranges.filter((range) => !range.startContainer.isConnected).length,
      overlays: document.querySelectorAll('stagemark-marks').length,
      cards: document.querySelectorAll('stagemark-card').length,
    };
  });
}

/** Waits until a page has marks: ranges, or the layer of Google Docs. */
export const someMarks = (page: Evaluates): Promise<void> =>
  expect
    .poll(async () => {
      const { ranges, overlays } = await traces(page);
      return ranges + overlays;
    })
    .toBeGreaterThan(0);

/** Waits until a page has no mark and no element of Stagemark. */
export const noTraces = (page: Evaluates): Promise<void> => expect.poll(() => traces(page)).toEqual(NO_TRACES);
