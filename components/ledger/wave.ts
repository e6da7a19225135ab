/** Length and height of one wave, in CSS pixels, as in the line that marks strategy in a document. */
const LENGTH = 8;
const HEIGHT = 1.8;
/** A wave is drawn in pieces this long. */
const STEP = 1;

export type Point = readonly [x: number, y: number];

/**
 * The points of a wave along a line from point to point, both ends on the line; the wave goes on round the corners.
 * @param scale device pixels per CSS pixel
 */
export function wavePoints(line: readonly Point[], scale: number): Point[] {
  const [start] = line;
  if (start === undefined) return [];
  const points: Point[] = [start];
  let gone = 0;
  for (let index = 1; index < line.length; index++) {
    const [x0, y0] = line[index - 1] ?? start;
    const [x1, y1] = line[index] ?? start;
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (length === 0) continue;
    const [alongX, alongY] = [(x1 - x0) / length, (y1 - y0) / length];
    for (let at = STEP * scale; at < length; at += STEP * scale) {
      const off = HEIGHT * scale * Math.sin((2 * Math.PI * (gone + at)) / (LENGTH * scale));
      points.push([x0 + alongX * at - alongY * off, y0 + alongY * at + alongX * off]);
    }
    points.push([x1, y1]);
    gone += length;
  }
  return points;
}
