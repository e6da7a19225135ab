import { type BrokenLine, breakParagraph, fontOf, measureHeight, type Piece } from './lines.ts';
import { measure } from './measure.ts';
import type { Paragraph, Tab } from './model.ts';

/** All lengths are CSS px at 100 % zoom; pages are counted from 0. */
export const PAGE = { width: 816, height: 1056, margin: 96, gap: 10, top: 5 } as const;
export const TILE_HEIGHT = 700;
const LIST_INDENT = 24;
const CELL_PADDING = 7;
const SPACE_AFTER: Record<Paragraph['style'], readonly [before: number, after: number]> = {
  title: [0, 4],
  subtitle: [0, 21.3333],
  'heading-1': [26.6667, 8],
  'heading-2': [24, 8],
  'heading-3': [21.3333, 5.3333],
  normal: [0, 10.6667],
};
const NOTE_SIZE = 13.3333;

/** A line of body text where it was placed. `x` and `top` are in page coordinates. */
export interface PlacedLine {
  readonly page: number;
  readonly x: number;
  readonly top: number;
  readonly line: BrokenLine;
  /** Index of its paragraph in the tab. */
  readonly paragraph: number;
}

/** Text that is drawn but is not body text: list markers, headers, footers, page numbers, footnotes. */
export interface Noise {
  readonly page: number;
  readonly x: number;
  readonly top: number;
  readonly piece: Piece;
  readonly kind: 'marker' | 'header' | 'footer' | 'note';
  /** The paragraph a list marker belongs to, else -1. */
  readonly paragraph: number;
}

export interface Layout {
  readonly tab: Tab;
  readonly pageless: boolean;
  readonly pageCount: number;
  /** Height of everything, from the first page's top. */
  readonly height: number;
  readonly lines: readonly PlacedLine[];
  /** Index of each paragraph's first line in `lines`, plus the number of lines. */
  readonly firstLine: readonly number[];
  readonly noise: readonly Noise[];
}

/** Top of a page in document coordinates. */
export function pageTop(page: number, pageless: boolean): number {
  return pageless ? 0 : PAGE.top + page * (PAGE.height + PAGE.gap);
}

/** Places every line of a tab: list indents, table columns, paragraph gaps, page breaks, two lines kept together. */
export function layOut(tab: Tab, pageless: boolean): Layout {
  const flow = new Flow(pageless);
  const firstLine: number[] = [];
  const counters: number[] = [];
  let index = 0;
  while (index < tab.paragraphs.length) {
    const paragraph = tab.paragraphs[index] as Paragraph;
    if (paragraph.cell !== null) {
      index = placeTable(tab.paragraphs, index, flow, firstLine);
      continue;
    }
    firstLine[index] = flow.lines.length;
    placeParagraph(paragraph, index, tab.paragraphs[index - 1], flow, counters);
    index++;
  }
  firstLine.push(flow.lines.length);
  const pageCount = flow.page + 1;
  const noise = [...flow.noise, ...(pageless ? [] : margins(tab, pageCount))];
  const height = pageless ? flow.y + PAGE.margin : pageTop(pageCount, false);
  return { tab, pageless, pageCount, height, lines: flow.lines, firstLine, noise };
}

/** Where the next line goes. */
class Flow {
  page = 0;
  y: number = PAGE.margin;
  /** Space that the last paragraph wants below it. */
  after = 0;
  readonly lines: PlacedLine[] = [];
  readonly noise: Noise[] = [];
  readonly bottom: number;

  constructor(pageless: boolean) {
    this.bottom = pageless ? Number.POSITIVE_INFINITY : PAGE.height - PAGE.margin;
  }

  breakPage(): void {
    this.page++;
    this.y = PAGE.margin;
    this.after = 0;
  }
}

function placeParagraph(
  paragraph: Paragraph,
  index: number,
  previous: Paragraph | undefined,
  flow: Flow,
  counters: number[],
): void {
  const indent = paragraph.list === null ? 0 : LIST_INDENT * (paragraph.list.level * 1.5 + 2);
  const broken = breakParagraph(paragraph, PAGE.width - 2 * PAGE.margin - indent);
  const [before, after] = SPACE_AFTER[paragraph.style];
  const together = paragraph.list !== null && previous !== undefined && previous.list !== null;
  const atTop = flow.y === PAGE.margin;
  flow.y += atTop || together ? 0 : Math.max(before, flow.after);
  const { lines } = broken;
  lines.forEach((line, nth) => {
    const remaining = lines.length - nth;
    const needed = nth === 0 && lines.length > 1 ? line.height + (lines[1]?.height ?? 0) : line.height;
    const orphan = remaining === 2 && nth > 0 && flow.y + line.height + (lines[nth + 1]?.height ?? 0) > flow.bottom;
    if ((flow.y + needed > flow.bottom || orphan) && flow.y > PAGE.margin) flow.breakPage();
    const top = Math.round(flow.y);
    if (nth === 0 && paragraph.list !== null)
      flow.noise.push(marker(paragraph, index, flow.page, top, indent, line, counters));
    flow.lines.push({ page: flow.page, x: PAGE.margin + indent, top, line, paragraph: index });
    flow.y += line.height;
    if (line.breaksPage && flow.bottom < Number.POSITIVE_INFINITY) flow.breakPage();
  });
  if (paragraph.list === null) counters.length = 0;
  flow.after = after;
}

function marker(
  paragraph: Paragraph,
  index: number,
  page: number,
  top: number,
  indent: number,
  line: BrokenLine,
  counters: number[],
): Noise {
  const { kind, level } = paragraph.list ?? { kind: 'bullet', level: 0 };
  counters.length = level + 1;
  counters[level] = (counters[level] ?? 0) + 1;
  const text = kind === 'number' ? `${counters[level]}.` : level % 2 === 0 ? '●' : '○';
  const piece = loose(text, line.pieces[0]?.size ?? 14.6667);
  return { page, x: PAGE.margin + indent - LIST_INDENT * 0.75, top, piece, kind: 'marker', paragraph: index };
}

/** A piece that stands for itself, outside any paragraph. */
function loose(text: string, size: number): Piece {
  const font = fontOf({ size }, 'normal');
  const { ascent, descent } = measureHeight(font);
  return {
    start: 0,
    end: text.length,
    drawn: text,
    x: 0,
    width: measure(font, text),
    font,
    size,
    rtl: false,
    style: {},
    ascent,
    descent,
  };
}

function placeTable(paragraphs: readonly Paragraph[], from: number, flow: Flow, firstLine: number[]): number {
  const table = paragraphs[from]?.cell?.table;
  let index = from;
  flow.y += flow.y === PAGE.margin ? 0 : flow.after;
  while (paragraphs[index]?.cell?.table === table) {
    const columns = paragraphs[index]?.cell?.columns ?? 1;
    const width = (PAGE.width - 2 * PAGE.margin) / columns;
    const placed: { x: number; y: number; line: BrokenLine; paragraph: number }[] = [];
    const heights: number[] = [];
    const start = index;
    for (const paragraph of rowOf(paragraphs, start)) {
      const column = paragraph.cell?.column ?? 0;
      let y = heights[column] ?? CELL_PADDING;
      for (const line of breakParagraph(paragraph, width - 2 * CELL_PADDING).lines) {
        placed.push({ x: PAGE.margin + column * width + CELL_PADDING, y, line, paragraph: index });
        y += line.height;
      }
      heights[column] = y;
      index++;
    }
    const height = Math.max(...heights.filter((value) => value !== undefined)) + CELL_PADDING;
    if (flow.y + height > flow.bottom && flow.y > PAGE.margin) flow.breakPage();
    for (let nth = start; nth < index; nth++)
      firstLine[nth] = flow.lines.length + placed.findIndex((one) => one.paragraph === nth);
    for (const { x, y, line, paragraph } of placed) {
      flow.lines.push({ page: flow.page, x, top: Math.round(flow.y + y), line, paragraph });
    }
    flow.y += height;
  }
  flow.after = 10.6667;
  return index;
}

/** The paragraphs of the table row that starts at an index. */
function rowOf(paragraphs: readonly Paragraph[], start: number): readonly Paragraph[] {
  const first = paragraphs[start]?.cell;
  let end = start;
  while (paragraphs[end]?.cell?.table === first?.table && paragraphs[end]?.cell?.row === first?.row) end++;
  return paragraphs.slice(start, end);
}

function margins(tab: Tab, pageCount: number): Noise[] {
  const noise: Noise[] = [];
  for (let page = 0; page < pageCount; page++) {
    const head = loose(tab.header, 14.6667);
    const foot = loose(`${tab.footer} `, 14.6667);
    const number = loose(String(page + 1), 14.6667);
    if (tab.header !== '') noise.push({ page, x: PAGE.margin, top: 48, piece: head, kind: 'header', paragraph: -1 });
    if (tab.footer !== '')
      noise.push({ page, x: PAGE.margin, top: PAGE.height - 64, piece: foot, kind: 'footer', paragraph: -1 });
    noise.push({
      page,
      x: PAGE.width - PAGE.margin - number.width,
      top: PAGE.height - 64,
      piece: number,
      kind: 'footer',
      paragraph: -1,
    });
  }
  tab.notes.forEach((note, nth) => {
    const mark = loose(String(nth + 1), NOTE_SIZE);
    const text = loose(note, NOTE_SIZE);
    const top = PAGE.height - 90;
    noise.push({ page: 0, x: PAGE.margin, top, piece: mark, kind: 'note', paragraph: -1 });
    noise.push({ page: 0, x: PAGE.margin + 12, top, piece: text, kind: 'note', paragraph: -1 });
  });
  return noise;
}
