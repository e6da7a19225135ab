import { measure, measureHeight } from './measure.ts';
import { PAGE_BREAK, type Paragraph, type ParagraphStyle, SOFT_BREAK, type TextStyle } from './model.ts';

export { measureHeight };

/** A part of a line that is drawn in one go. `x` counts from the line's start; offsets count in the paragraph's text. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** The text as drawn; differs from the paragraph's for chips and footnote marks, empty for images. */
  readonly drawn: string;
  readonly x: number;
  readonly width: number;
  readonly font: string;
  /** Font size in px at 100 %. */
  readonly size: number;
  readonly rtl: boolean;
  readonly style: TextStyle;
  readonly ascent: number;
  readonly descent: number;
}

export interface BrokenLine {
  /** The line's text is [start, end) of the paragraph, its trailing spaces and break included. */
  readonly start: number;
  readonly end: number;
  readonly height: number;
  /** From the line's top to its baseline. */
  readonly baseline: number;
  readonly pieces: readonly Piece[];
  readonly breaksPage: boolean;
}

const SIZES: Record<ParagraphStyle, number> = {
  title: 34.6667,
  subtitle: 20,
  'heading-1': 26.6667,
  'heading-2': 21.3333,
  'heading-3': 18.6667,
  normal: 14.6667,
};
const LINE_SPACING = 1.15;
const SUPERSCRIPT = 0.6;
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const STRONG_LTR = /[\p{L}\p{N}]/u;
const IDEOGRAPH = /[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/;

/** The CSS font of a style in a paragraph style, as Docs writes it in `data-font-css`. */
export function fontOf(style: TextStyle, paragraph: ParagraphStyle): string {
  const size = sizeOf(style, paragraph);
  return `${style.italic === true ? 'italic ' : ''}${style.bold === true ? 700 : 400} ${size}px "${style.family ?? 'Arial'}"`;
}

function sizeOf(style: TextStyle, paragraph: ParagraphStyle): number {
  const size = style.size ?? SIZES[paragraph];
  return style.script === 'super' ? Number((size * SUPERSCRIPT).toFixed(4)) : size;
}

const kept = new WeakMap<Paragraph, { width: number; lines: BrokenLine[] }>();

/** Breaks a paragraph into lines of at most `width`. Results are kept by paragraph. */
export function breakParagraph(paragraph: Paragraph, width: number): { lines: readonly BrokenLine[] } {
  const known = kept.get(paragraph);
  if (known !== undefined && known.width === width) return known;
  const result = { width, lines: breakLines(paragraph, width) };
  kept.set(paragraph, result);
  return result;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly style: TextStyle;
  readonly rtl: boolean;
}

function breakLines(paragraph: Paragraph, width: number): BrokenLine[] {
  const stretches = stretchesOf(paragraph);
  const base = baseDirection(paragraph.text);
  const lines: BrokenLine[] = [];
  let start = 0;
  let used = 0;
  let at = 0;
  const { text } = paragraph;
  while (at < text.length) {
    const end = nextBreak(text, at);
    const forced = text[end - 1] === SOFT_BREAK || text[end - 1] === PAGE_BREAK;
    const visible = at + text.slice(at, end).trimEnd().length;
    const needed = widthOf(paragraph, stretches, at, visible);
    if (used + needed > width && at > start) {
      lines.push(makeLine(paragraph, stretches, start, at, base, width));
      start = at;
      used = 0;
    }
    if (needed > width && at === start) {
      const cut = fitting(paragraph, stretches, at, visible, width);
      if (cut < visible) {
        lines.push(makeLine(paragraph, stretches, at, cut, base, width));
        start = cut;
        at = cut;
        continue;
      }
    }
    used += needed + widthOf(paragraph, stretches, visible, forced ? end - 1 : end);
    at = end;
    if (forced) {
      lines.push(makeLine(paragraph, stretches, start, at, base, width));
      start = at;
      used = 0;
    }
  }
  if (start < text.length || lines.length === 0)
    lines.push(makeLine(paragraph, stretches, start, text.length, base, width));
  return lines;
}

/** End of the unbreakable stretch that starts at `at`, with the spaces after it. */
function nextBreak(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const unit = text[end] as string;
    end++;
    if (unit === SOFT_BREAK || unit === PAGE_BREAK) return end;
    if (unit === ' ' || unit === '-') {
      while (unit === ' ' && text[end] === ' ') end++;
      return end;
    }
    if (IDEOGRAPH.test(unit) || (text[end] !== undefined && IDEOGRAPH.test(text[end] as string))) return end;
  }
  return end;
}

function fitting(paragraph: Paragraph, stretches: readonly Stretch[], from: number, to: number, width: number): number {
  let end = from + 1;
  while (end < to && widthOf(paragraph, stretches, from, end + 1) <= width) end++;
  return end;
}

function widthOf(paragraph: Paragraph, stretches: readonly Stretch[], from: number, to: number): number {
  let width = 0;
  for (const stretch of stretches) {
    if (stretch.end <= from) continue;
    if (stretch.start >= to) break;
    const image = stretch.style.image;
    if (image !== undefined) width += image.width;
    else
      width += measure(
        fontOf(stretch.style, paragraph.style),
        drawnText(paragraph, stretch, Math.max(from, stretch.start), Math.min(to, stretch.end)),
      );
  }
  return width;
}

function drawnText(paragraph: Paragraph, stretch: Stretch, from: number, to: number): string {
  if (stretch.style.image !== undefined) return '';
  return stretch.style.drawn ?? paragraph.text.slice(from, to).replaceAll(SOFT_BREAK, '').replaceAll(PAGE_BREAK, '');
}

/** Stretches of one style and one direction; objects stand alone. */
function stretchesOf(paragraph: Paragraph): Stretch[] {
  const directions = directionsOf(paragraph.text);
  const stretches: Stretch[] = [];
  let at = 0;
  for (const run of paragraph.runs) {
    let start = at;
    for (let unit = at + 1; unit <= at + run.length; unit++) {
      if (unit < at + run.length && directions[unit] === directions[start]) continue;
      stretches.push({ start, end: unit, style: run.style, rtl: directions[start] === 1 });
      start = unit;
    }
    at += run.length;
  }
  return stretches;
}

function baseDirection(text: string): boolean {
  for (const unit of text) {
    if (RTL.test(unit)) return true;
    if (STRONG_LTR.test(unit)) return false;
  }
  return false;
}

/** Direction per unit: 1 right-to-left. Neutral units between equal neighbours take theirs, else the paragraph's. */
function directionsOf(text: string): Uint8Array {
  const result = new Uint8Array(text.length);
  if (!RTL.test(text)) return result;
  const base = baseDirection(text) ? 1 : 0;
  let last = base;
  let pending = 0;
  for (let unit = 0; unit <= text.length; unit++) {
    const own =
      unit === text.length ? base : RTL.test(text[unit] as string) ? 1 : STRONG_LTR.test(text[unit] as string) ? 0 : -1;
    if (own === -1) continue;
    result.fill(own === last ? own : base, pending, unit);
    if (unit < text.length) result[unit] = own;
    last = own;
    pending = unit + 1;
  }
  return result;
}

function makeLine(
  paragraph: Paragraph,
  stretches: readonly Stretch[],
  start: number,
  end: number,
  base: boolean,
  width: number,
): BrokenLine {
  const visible = start + paragraph.text.slice(start, end).trimEnd().length;
  const parts: Omit<Piece, 'x'>[] = [];
  for (const stretch of stretches) {
    const from = Math.max(start, stretch.start);
    const to = Math.min(visible, stretch.end);
    if (from >= to) continue;
    const font = fontOf(stretch.style, paragraph.style);
    const drawn = drawnText(paragraph, stretch, from, to);
    const heights = measureHeight(font);
    const image = stretch.style.image;
    parts.push({
      start: from,
      end: to,
      drawn,
      width: image?.width ?? measure(font, drawn),
      font,
      size: sizeOf(stretch.style, paragraph.style),
      rtl: stretch.rtl,
      style: stretch.style,
      ascent: image?.height ?? heights.ascent,
      descent: image === undefined ? heights.descent : 0,
    });
  }
  const plain = measureHeight(fontOf(paragraph.runs[0]?.style ?? {}, paragraph.style));
  const ascent = Math.max(plain.ascent, ...parts.map((part) => part.ascent + raised(part)));
  const descent = Math.max(plain.descent, ...parts.map((part) => part.descent));
  return {
    start,
    end,
    baseline: ascent,
    height: (ascent + descent) * LINE_SPACING,
    pieces: inVisualOrder(parts, base, width),
    breaksPage: paragraph.text[end - 1] === PAGE_BREAK,
  };
}

/** How far above the baseline a piece stands. */
export function raised(piece: Pick<Piece, 'style' | 'size'>): number {
  return piece.style.script === 'super' ? piece.size * 0.55 : 0;
}

function inVisualOrder(parts: readonly Omit<Piece, 'x'>[], base: boolean, width: number): Piece[] {
  const ordered: Omit<Piece, 'x'>[] = [];
  let group: Omit<Piece, 'x'>[] = [];
  const flush = () => {
    ordered.push(...(group[0]?.rtl === base ? group : group.reverse()));
    group = [];
  };
  for (const part of parts) {
    if (group.length > 0 && group[0]?.rtl !== part.rtl) flush();
    group.push(part);
  }
  flush();
  if (base) ordered.reverse();
  const total = ordered.reduce((sum, part) => sum + part.width, 0);
  let x = base ? width - total : 0;
  return ordered.map((part) => {
    const piece = { ...part, x };
    x += part.width;
    return piece;
  });
}

/**
 * The horizontal extent of the units [from, to) of a piece, from the line's start. Objects are taken whole.
 */
export function extentIn(piece: Piece, text: string, from: number, to: number): readonly [left: number, right: number] {
  const start = Math.max(from, piece.start);
  const end = Math.min(to, piece.end);
  const whole = piece.style.image !== undefined || piece.style.drawn !== undefined;
  if (whole || (start === piece.start && end === piece.end)) return [piece.x, piece.x + piece.width];
  const prefix = start === piece.start ? 0 : measure(piece.font, text.slice(piece.start, start));
  const upTo = end === piece.end ? piece.width : measure(piece.font, text.slice(piece.start, end));
  if (piece.rtl) return [piece.x + piece.width - upTo, piece.x + piece.width - prefix];
  return [piece.x + prefix, piece.x + upTo];
}
