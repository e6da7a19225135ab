import type { Box } from '../../marks/overlay.ts';

/** Boxes of one line nearer than this share of the line's height are one bar. */
const JOIN = 0.6;

/** The boxes of one line, joined. `rtl`: some of its text runs from right to left. */
export interface Bar extends Box {
  readonly rtl: boolean;
}

/**
 * Adds a box to the bar of its line. A range of left-to-right text is one stretch on a line, whatever lies in it: spaces,
 * smart chips, superscripts; in lines of both directions only neighbours are joined.
 */
export function addToBars(bars: Bar[], box: Bar): void {
  const at = bars.findLastIndex((bar) => {
    const height = Math.min(bar.bottom - bar.top, box.bottom - box.top);
    const sameLine = Math.abs(bar.top + bar.bottom - box.top - box.bottom) / 2 < height / 2;
    const gap = Math.max(box.left - bar.right, bar.left - box.right);
    return sameLine && (gap <= JOIN * height || !(bar.rtl || box.rtl));
  });
  const bar = bars[at];
  if (bar === undefined) bars.push(box);
  else {
    bars[at] = {
      left: Math.min(bar.left, box.left),
      right: Math.max(bar.right, box.right),
      top: Math.min(bar.top, box.top),
      bottom: Math.max(bar.bottom, box.bottom),
      rtl: bar.rtl || box.rtl,
    };
  }
}
