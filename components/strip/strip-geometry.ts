import { LABELS, type Label } from '../../lib/model/stage.ts';

/** Rows of the strip from the top: the higher the stage, the higher the altitude. Passages without a stage lie on the ground. */
const ROW: Readonly<Record<Label, number>> = { organisation: 0, strategy: 1, execution: 2, none: 3 };
/** Height of a row and of the ground line, in rows. */
const CELL_HEIGHT = 0.8;
const GROUND_HEIGHT = 0.18;
/** Height of the strip, in rows. */
export const STRIP_ROWS = 3 + GROUND_HEIGHT;
/** A short document gets cells of at most this share of the strip, so that they stay cells. */
const MIN_COLUMNS = 28;
/** Share of its column that a cell leaves free, while there is room to see it. */
const GAP = 0.16;
const GAP_MAX_COLUMNS = 150;

/** Width of the strip in columns, one per passage. */
export function stripColumns(count: number): number {
  return Math.max(count, MIN_COLUMNS);
}

/**
 * The strip as one SVG path per label, so that 2,000 passages cost four elements. Runs of equal labels are joined where
 * columns leave no gap.
 */
export function stripPaths(labels: readonly Label[]): Readonly<Record<Label, string>> {
  const parts: Record<Label, string[]> = { execution: [], strategy: [], organisation: [], none: [] };
  const gap = stripColumns(labels.length) <= GAP_MAX_COLUMNS ? GAP : 0;
  for (let start = 0; start < labels.length; ) {
    const label = labels[start] ?? 'none';
    let end = start + 1;
    while (gap === 0 && labels[end] === label) end += 1;
    const height = label === 'none' ? GROUND_HEIGHT : CELL_HEIGHT;
    parts[label].push(`M${start} ${ROW[label]}h${end - start - gap}v${height}h${-(end - start - gap)}z`);
    start = end;
  }
  const paths = Object.fromEntries(LABELS.map((label) => [label, parts[label].join('')]));
  return paths as Record<Label, string>;
}

/** The passage at a horizontal place (0-1 of the strip's width), or null beyond the last one. */
export function passageAt(place: number, count: number): number | null {
  const index = Math.floor(place * stripColumns(count));
  return index >= 0 && index < count ? index : null;
}

/**
 * Where a key moves the strip's cursor; null for keys that are not the strip's.
 * Arrows step by one, Page keys by ten, Home and End to the ends; 1, 2, 3 and 0 to the next passage with that label.
 */
export function moveCursor(key: string, at: number, labels: readonly Label[]): number | null {
  const last = labels.length - 1;
  const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[key];
  if (step !== undefined) return Math.min(last, Math.max(0, at + step));
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  const label = ({ 1: 'execution', 2: 'strategy', 3: 'organisation', 0: 'none' } as const)[key];
  if (label === undefined) return null;
  const next = labels.indexOf(label, at + 1);
  return next >= 0 ? next : Math.max(at, 0);
}
