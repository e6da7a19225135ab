/** How far (CSS pixels) around the line box of a mark the pointer still counts as on it. */
const SLACK_X = 1;
const SLACK_Y = 3;

/**
 * The rectangle of the range under a client point, or null. Works on rectangles alone, so it needs neither
 * `highlightsFromPoint` nor caret positions, which snap to text that is not under the pointer.
 */
export function rangeAt(ranges: readonly Range[], x: number, y: number): DOMRectReadOnly | null {
  for (const range of ranges) {
    for (const rect of range.getClientRects()) {
      const inside =
        x >= rect.left - SLACK_X && x <= rect.right + SLACK_X && y >= rect.top - SLACK_Y && y <= rect.bottom + SLACK_Y;
      if (inside) return rect;
    }
  }
  return null;
}

export function rectsOfRanges(ranges: readonly Range[]): DOMRectReadOnly[] {
  return ranges.flatMap((range) => [...range.getClientRects()]).filter((rect) => rect.width > 0);
}
