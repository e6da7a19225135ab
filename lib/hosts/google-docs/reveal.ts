import type { Box } from '../../marks/overlay.ts';

/** What is needed to bring a place of the text into view without touching selection or focus. */
export interface RevealTarget {
  readonly scroller: HTMLElement;
  /** Raw length of the text, and raw offset of the place. */
  readonly length: number;
  readonly target: number;
  /** Boxes of the place, empty while its page is not painted. */
  readonly place: () => readonly Box[];
  /** Places that are painted now: raw offset and height. */
  readonly anchors: () => readonly { readonly at: number; readonly top: number }[];
}

/** Painted pages change this long after a scroll, at most, in milliseconds. */
const PAINT_WAIT_MS = 120;
const ATTEMPTS = 10;
/** The place comes to stand this far down the screen. */
const DOWN = 0.3;
/** Of a place that is as wide as the page, this share of the screen's width must be seen. */
const SHOWN = 0.4;
/** Where the screen goes sideways, the place comes to stand this share of its width from the left. */
const ASIDE = 0.1;

/**
 * Scrolls until a place is painted, guessing from how far its text is from places that are, then to it.
 * @returns its boxes, or null where it could not be found on the screen.
 */
export async function reveal(target: RevealTarget): Promise<readonly Box[] | null> {
  const { scroller } = target;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const [box] = target.place();
    if (box !== undefined) {
      const { scrollTop, scrollLeft, clientWidth, clientHeight } = scroller;
      const isAbove = box.top < scrollTop || box.bottom > scrollTop + clientHeight;
      const start = Math.min(box.right, box.left + SHOWN * clientWidth);
      const isAside = box.left < scrollLeft || start > scrollLeft + clientWidth;
      if (isAbove) scroller.scrollTop = box.top - DOWN * clientHeight;
      // A page wider than the window, as at a high zoom, may have the place in a column at its side.
      if (isAside) scroller.scrollLeft = Math.max(0, box.left - ASIDE * clientWidth);
      if (isAbove || isAside) await painted();
      return target.place();
    }
    scroller.scrollTop = guess(target) - DOWN * scroller.clientHeight;
    await painted();
  }
  return null;
}

/** The place's height by the nearest painted places on both sides, or by the share of the text before it. */
function guess({ scroller, length, target, anchors }: RevealTarget): number {
  const painted = [...anchors()].sort((a, b) => a.at - b.at);
  const before = painted.findLast((anchor) => anchor.at <= target) ?? { at: 0, top: 0 };
  const after = painted.find((anchor) => anchor.at > target) ?? { at: length, top: scroller.scrollHeight };
  const share = after.at > before.at ? (target - before.at) / (after.at - before.at) : 0;
  return before.top + share * (after.top - before.top);
}

function painted(): Promise<void> {
  return new Promise((done) => setTimeout(done, PAINT_WAIT_MS));
}
