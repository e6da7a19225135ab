import { type Layout, type PlacedLine, pageTop } from './layout.ts';
import { extentIn, raised } from './lines.ts';

/** A rectangle in client coordinates. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is on the screen: the layout that was painted last, and how it is scaled. */
export interface Painted {
  readonly layout: Layout;
  readonly scale: number;
}

/**
 * Rectangles of the units [from, to) of a paragraph in document px (scaled, from the top left of the tile area), one per
 * drawn piece of the lines that are shown. They come from the layout itself, never from the annotation layer.
 */
export function rangeBoxes(
  painted: Painted,
  paragraph: number,
  from: number,
  to: number,
  isShown: (line: PlacedLine) => boolean,
): Box[] {
  const { layout, scale } = painted;
  const text = layout.tab.paragraphs[paragraph]?.text ?? '';
  const boxes: Box[] = [];
  for (const placed of linesOfParagraph(layout, paragraph)) {
    if (!isShown(placed)) continue;
    for (const piece of placed.line.pieces) {
      const start = Math.max(from, piece.start);
      const end = Math.min(to, piece.end);
      if (start >= end || piece.drawn === '') continue;
      const [left, right] = extentIn(piece, text, start, end);
      const top =
        pageTop(placed.page, layout.pageless) + placed.top + placed.line.baseline - raised(piece) - piece.ascent;
      boxes.push({
        left: (placed.x + left) * scale,
        right: (placed.x + right) * scale,
        top: top * scale,
        bottom: (top + piece.ascent + piece.descent) * scale,
      });
    }
  }
  return boxes;
}

/** Lines of a paragraph, in order; a table's lines are found among those of its row. */
export function linesOfParagraph(layout: Layout, paragraph: number): PlacedLine[] {
  const first = layout.firstLine[paragraph];
  if (first === undefined) return [];
  const result: PlacedLine[] = [];
  for (let at = first; at < layout.lines.length; at++) {
    const line = layout.lines[at] as PlacedLine;
    if (line.paragraph !== paragraph) break;
    result.push(line);
  }
  return result;
}
