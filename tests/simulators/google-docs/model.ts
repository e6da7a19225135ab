/**
 * The simulated document: paragraphs with styled runs, kept immutable so that layouts can be cached by paragraph and undo is
 * a list of earlier arrays. Positions are (paragraph, offset); the raw text is what the text API returns.
 */
export interface TextStyle {
  readonly bold?: true;
  readonly italic?: true;
  /** CSS px at 100 %; the paragraph style's size where absent. */
  readonly size?: number;
  readonly family?: string;
  readonly colour?: string;
  readonly script?: 'super';
  readonly suggestion?: 'insert' | 'delete';
  /** Text drawn for an object character: a smart chip's name, a footnote's number. */
  readonly drawn?: string;
  /** Size of an image that stands for an object character. */
  readonly image?: { readonly width: number; readonly height: number };
}

export interface Run {
  readonly length: number;
  readonly style: TextStyle;
}

export type ParagraphStyle = 'title' | 'subtitle' | 'heading-1' | 'heading-2' | 'heading-3' | 'normal';

export interface ListItem {
  readonly kind: 'bullet' | 'number';
  readonly level: number;
}

export interface Cell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
}

export interface Paragraph {
  /** Identity within the simulator; survives edits of the text. */
  readonly id: number;
  readonly text: string;
  readonly runs: readonly Run[];
  readonly style: ParagraphStyle;
  readonly list: ListItem | null;
  readonly cell: Cell | null;
  /** Control characters that stand before the text in the raw string. */
  readonly before: string;
}

export interface Tab {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
  readonly header: string;
  readonly footer: string;
  readonly notes: readonly string[];
}

export interface Position {
  readonly index: number;
  readonly offset: number;
}

export const SEGMENT = '\u0003';
export const SOFT_BREAK = '\u000b';
export const PAGE_BREAK = '\u000c';
export const TABLE = { start: '\u0010', row: '\u0012', cell: '\u001c', end: '\u0011' } as const;
export const OBJECTS = { image: '\ufffc', chip: '\ue907', note: '\u0001' } as const;

let nextId = 1;
/** A fresh paragraph id. */
export function newId(): number {
  return nextId++;
}

/** How the raw text is put together; see the options of the same names. */
export interface TextShape {
  readonly tableMarks: boolean;
  readonly segments: boolean;
}

/** Text of one tab as the API returns it: a leading segment mark, the body, and perhaps further segments. */
export function rawText(tab: Tab, shape: TextShape): string {
  const parts: string[] = [SEGMENT];
  for (const paragraph of tab.paragraphs) parts.push(controls(paragraph, shape), paragraph.text, '\n');
  if (shape.segments) {
    for (const segment of [tab.header, tab.footer, ...tab.notes]) parts.push(SEGMENT, segment, '\n');
  }
  return parts.join('');
}

function controls(paragraph: Paragraph, shape: TextShape): string {
  return shape.tableMarks ? paragraph.before : '';
}

/** Raw offset at which each paragraph's own text starts, plus the body's end as a last entry. */
export function rawStarts(paragraphs: readonly Paragraph[], shape: TextShape): number[] {
  const starts: number[] = [];
  let at = 1;
  for (const paragraph of paragraphs) {
    at += controls(paragraph, shape).length;
    starts.push(at);
    at += paragraph.text.length + 1;
  }
  starts.push(at);
  return starts;
}

/** The position of a raw offset in the body, clamped to it. */
export function positionOf(paragraphs: readonly Paragraph[], starts: readonly number[], raw: number): Position {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= raw) low = middle;
    else high = middle - 1;
  }
  const length = paragraphs[low]?.text.length ?? 0;
  return { index: low, offset: Math.max(0, Math.min(length, raw - (starts[low] ?? 0))) };
}

/** The runs that cover [from, to) of a paragraph. */
export function sliceRuns(runs: readonly Run[], from: number, to: number): Run[] {
  const result: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const length = Math.min(to, at + run.length) - Math.max(from, at);
    if (length > 0) result.push({ length, style: run.style });
    at += run.length;
  }
  return result;
}

function sameCell(a: Paragraph, b: Paragraph): boolean {
  if (a.cell === null || b.cell === null) return a.cell === b.cell;
  return a.cell.table === b.cell.table && a.cell.row === b.cell.row && a.cell.column === b.cell.column;
}

/** The style that text typed at an offset takes: that of the character before, objects excepted. */
function typingStyle(paragraph: Paragraph, offset: number): TextStyle {
  let at = 0;
  let style: TextStyle = paragraph.runs[0]?.style ?? {};
  for (const run of paragraph.runs) {
    if (at >= offset) break;
    style = run.style;
    at += run.length;
  }
  const { drawn: _drawn, image: _image, script: _script, ...plain } = style;
  return plain;
}

/**
 * Replaces the text between two positions. New lines in `insert` split paragraphs.
 * @returns the new paragraphs and the caret after the insertion, or null where the range would tear a table apart.
 */
export function editParagraphs(
  paragraphs: readonly Paragraph[],
  from: Position,
  to: Position,
  insert: string,
  style: TextStyle | null = null,
): { paragraphs: readonly Paragraph[]; caret: Position } | null {
  const first = paragraphs[from.index];
  const last = paragraphs[to.index];
  if (first === undefined || last === undefined) return null;
  for (let index = from.index; index <= to.index; index++) {
    const paragraph = paragraphs[index];
    if (paragraph === undefined || !sameCell(first, paragraph)) return null;
    if (index > from.index && paragraph.before !== '') return null;
  }
  const lines = insert.split('\n');
  const inserted = style ?? typingStyle(first, from.offset);
  const made = lines.map((line, nth): Paragraph => {
    const left = nth === 0 ? sliceRuns(first.runs, 0, from.offset) : [];
    const right = nth === lines.length - 1 ? sliceRuns(last.runs, to.offset, last.text.length) : [];
    const runs = [...left, ...(line === '' ? [] : [{ length: line.length, style: inserted }]), ...right];
    const text =
      (nth === 0 ? first.text.slice(0, from.offset) : '') +
      line +
      (nth === lines.length - 1 ? last.text.slice(to.offset) : '');
    // What is inserted before a paragraph's first unit leaves the paragraph itself below.
    const pushed = from.offset === 0 && from.index === to.index && to.offset === 0 && lines.at(-1) === '';
    const id = nth === (pushed ? lines.length - 1 : 0) ? first.id : newId();
    if (nth === 0) return { ...first, id, text, runs };
    const heading = first.style !== 'normal' && from.offset === first.text.length;
    return { ...first, id, before: '', style: heading ? 'normal' : first.style, text, runs };
  });
  const result = [...paragraphs.slice(0, from.index), ...made, ...paragraphs.slice(to.index + 1)];
  const tail = lines.at(-1) ?? '';
  const offset = lines.length === 1 ? from.offset + tail.length : tail.length;
  return { paragraphs: result, caret: { index: from.index + lines.length - 1, offset } };
}

/** Replaces every occurrence of a text in all paragraphs; styles of the replaced text's first unit are kept. */
export function replaceEverywhere(
  paragraphs: readonly Paragraph[],
  find: string,
  replacement: string,
): readonly Paragraph[] {
  if (find === '') return paragraphs;
  return paragraphs.map((paragraph) => {
    let result = paragraph;
    let at = result.text.lastIndexOf(find);
    while (at >= 0) {
      const done = editParagraphs(
        [result],
        { index: 0, offset: at },
        { index: 0, offset: at + find.length },
        replacement,
      );
      result = done?.paragraphs[0] ?? result;
      at = at === 0 ? -1 : result.text.lastIndexOf(find, at - 1);
    }
    return result;
  });
}
