import type { TileContent } from './annotations.ts';
import type { PlacedLine } from './layout.ts';

interface Painted {
  readonly content: TileContent;
  readonly scale: number;
}

const painted = new WeakMap<HTMLCanvasElement, Painted>();

/**
 * Takes a copy of what a canvas shows before it is cleared. `scale` is device pixels per px at 100 %.
 * @returns a function that copies a line from where it stood to where it stands now, and says whether it could; null where
 *   nothing can be copied.
 */
export function copiedLines(
  canvas: HTMLCanvasElement,
  content: TileContent,
  scale: number,
): ((context: CanvasRenderingContext2D, placed: PlacedLine) => boolean) | null {
  const before = painted.get(canvas);
  painted.set(canvas, { content, scale });
  if (before === undefined || before.scale !== scale || canvas.width === 0) return null;
  const old = new OffscreenCanvas(canvas.width, canvas.height);
  old.getContext('2d')?.drawImage(canvas, 0, 0);
  const tops = new Map(before.content.lines.map(({ line, top }) => [line, top + before.content.offset]));
  return (context, { line, top }) => {
    const from = tops.get(line);
    if (from === undefined) return false;
    const [y, height] = [Math.round(from * scale), Math.ceil(line.height * scale)];
    context.save();
    context.resetTransform();
    context.drawImage(old, 0, y, old.width, height, 0, Math.round((top + content.offset) * scale), old.width, height);
    context.restore();
    return true;
  };
}
