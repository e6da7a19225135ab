/** Text measuring on a real canvas, with the widths of words kept. */
const context = (() => {
  const canvas = document.createElement('canvas');
  const made = canvas.getContext('2d');
  if (made === null) throw new Error('This browser has no canvas');
  return made;
})();
const widths = new Map<string, number>();
const LIMIT = 60_000;

/** Advance width of `text` in a CSS font, in px. */
export function measure(font: string, text: string): number {
  const key = `${font}|${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context.font = font;
  const { width } = context.measureText(text);
  if (widths.size > LIMIT) widths.clear();
  widths.set(key, width);
  return width;
}

const heights = new Map<string, { ascent: number; descent: number }>();

/** Ascent and descent of a CSS font, in px. */
export function measureHeight(font: string): { ascent: number; descent: number } {
  let found = heights.get(font);
  if (found === undefined) {
    context.font = font;
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('x');
    found = { ascent: fontBoundingBoxAscent, descent: fontBoundingBoxDescent };
    heights.set(font, found);
  }
  return found;
}
