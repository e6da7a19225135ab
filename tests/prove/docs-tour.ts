import type { PlacementSample } from './docs-placement.ts';
import { quantile } from './docs-trace.ts';

export interface PlacementFigures {
  readonly passages: number;
  readonly medianIoU: number;
  readonly p01IoU: number;
  readonly paintedShare: number;
  readonly wrongMarks: number;
}

/** What was seen on a tour through documents. */
export interface PlacementSum {
  readonly overlaps: number[];
  visible: number;
  wrong: number;
  readonly notes: string[];
}

export function newSum(): PlacementSum {
  return { overlaps: [], visible: 0, wrong: 0, notes: [] };
}

/** Adds what one look at a document found. */
export function addSample(sum: PlacementSum, query: string, sample: PlacementSample): void {
  for (const overlap of sample.overlaps) sum.overlaps.push(overlap);
  sum.visible += sample.visible;
  sum.wrong += sample.wrong;
  for (const worst of sample.worst) if (/^(missing|wrong)/.test(worst)) sum.notes.push(`${query}: ${worst}`);
}

export function figuresOf({ overlaps, visible, wrong }: PlacementSum): PlacementFigures {
  return {
    passages: overlaps.length,
    medianIoU: round(quantile(overlaps, 0.5)),
    p01IoU: round(quantile(overlaps, 0.01)),
    paintedShare: round(visible === 0 ? 0 : overlaps.length / visible),
    wrongMarks: wrong,
  };
}

/** On the page: whether every tile on the screen has its labels, which come after a recycled one's bitmap. */
export function isLabelled(): boolean {
  return [...document.querySelectorAll('div.kix-canvas-tile-content:not(.kix-canvas-tile-selection)')].every(
    (tile) => !tile.checkVisibility() || tile.querySelector('g rect[aria-label]') !== null,
  );
}

/** On the page: waits for the next frame and what is done after it. */
export function nextFrame(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
}

/** On the page: goes a screen further, or far away in long documents. @returns whether there was more. */
export function scrollOn(): boolean {
  const scroller = document.querySelector('.kix-appview-editor');
  if (scroller === null) return false;
  const before = scroller.scrollTop;
  const screens = scroller.scrollHeight / scroller.clientHeight;
  scroller.scrollTop += scroller.clientHeight * Math.max(0.8, screens / 9.7);
  return scroller.scrollTop !== before;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
