import { flashRects } from '../../marks/css-highlights-flash.ts';
import type { BlockRange, RevealResult } from '../host.ts';
import { rangesOver } from './leaf-text.ts';
import type { LineRecord } from './line-index.ts';
import type { Reading } from './reading.ts';

/** Steps and pause (ms) of scrolling towards a part of the page that is not in the DOM. */
const SEARCH_STEPS = 60;
const SEARCH_PAUSE_MS = 60;
/** Room (CSS pixels) above a passage that is taller than the scroller: the bars over it take about this much. */
const TOP_ROOM = 100;

export interface RevealParts {
  readonly reading: Reading;
  readonly content: Element;
  scroller(): Element | null;
  readonly signal: AbortSignal;
}

interface Found {
  readonly record: LineRecord;
  readonly start: number;
  readonly end: number;
  readonly result: RevealResult;
}

/**
 * Jumps to a range: by its block, else by its exact words where they stand once in the document. Scrolls the surface's own
 * scroller and flashes the place; caret, selection and focus stay as they are.
 */
export function createReveal(parts: RevealParts): (range: BlockRange, quote: string) => Promise<RevealResult> {
  const { reading, signal } = parts;

  function find(range: BlockRange, quote: string): Found | null {
    const record = reading.record(range.blockId);
    if (record !== undefined) {
      if (record.block.text.slice(range.start, range.end) === quote) return { record, ...range, result: 'revealed' };
      const start = onlyPlace(record.block.text, quote);
      if (start !== null) return { record, start, end: start + quote.length, result: 'moved' };
    }
    if (quote === '') return null;
    let found: Found | null = null;
    for (const other of reading.records) {
      const start = onlyPlace(other.block.text, quote);
      if (start === null) continue;
      if (found !== null) return null;
      found = { record: other, start, end: start + quote.length, result: 'moved' };
    }
    return found;
  }

  /** Scrolls towards a line that is not in the DOM until it is; the line's neighbours tell the direction. */
  async function mount(key: string): Promise<void> {
    for (let step = 0; step < SEARCH_STEPS && !signal.aborted; step++) {
      const index = reading.records.findIndex((record) => record.key === key);
      const record = reading.records[index];
      if (record === undefined || record.element !== null) return;
      const scroller = parts.scroller();
      if (scroller === null) return;
      const above = reading.records
        .slice(0, index)
        .some((line) => line.element !== null && line.block.kind !== 'title');
      const below = reading.records.slice(index).some((line) => line.element !== null);
      const direction = above && !below ? 1 : below && !above ? -1 : 1;
      scroller.scrollBy({ top: direction * scroller.clientHeight * 0.9, behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, SEARCH_PAUSE_MS));
    }
  }

  return async (range, quote) => {
    const target = find(range, quote);
    if (target === null) return 'gone';
    if (target.record.element === null) await mount(target.record.key);
    const found = find(range, quote);
    if (found === null || found.record.element === null || signal.aborted) return 'gone';
    const { element } = found.record;
    const ranges = rangesOver(reading.map(element), found.start, found.end);
    const boxes = () => {
      const rects = ranges.flatMap((item) => [...item.getClientRects()]);
      return rects.length > 0 ? rects : [element.getBoundingClientRect()];
    };
    scrollTo(parts.scroller(), boxes());
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    flashRects(boxes(), signal);
    return found.result;
  };
}

/** Where the words stand in a text, or null when they do not or more than once. */
function onlyPlace(text: string, quote: string): number | null {
  if (quote === '') return null;
  const start = text.indexOf(quote);
  return start < 0 || text.indexOf(quote, start + 1) >= 0 ? null : start;
}

function scrollTo(scroller: Element | null, rects: readonly DOMRectReadOnly[]): void {
  if (scroller === null) return;
  const top = Math.min(...rects.map((rect) => rect.top));
  const height = Math.max(...rects.map((rect) => rect.bottom)) - top;
  const frame = scroller.getBoundingClientRect();
  const room = height < frame.height - TOP_ROOM * 2 ? (frame.height - height) / 2 : TOP_ROOM;
  scroller.scrollBy({ top: top - frame.top - room, behavior: 'instant' });
}
