/** Start of a segment in the raw text: the body first, then perhaps headers, footers, footnotes. */
const SEGMENT = 0x03;
export const SEGMENT_MARK = String.fromCharCode(SEGMENT);
const TABLE_START = 0x10;
const TABLE_END = 0x11;
const TABLE_ROW = 0x12;
const TABLE_CELL = 0x1c;
/** Columns of different tables are told apart by this step. */
export const COLUMNS = 1000;
const SOFT_BREAK = 0x0b;
const TAB = 0x09;
const NEW_LINE = 0x0a;
const SPACE = 0x20;
/** One unit per inline object: image, smart chip, equation, footnote mark. */
const OBJECT = /[\ufffc\ue000-\uf8ff]/g;
const OBJECT_CODE = 0x01;

/** A paragraph before it has an identity. */
export interface Part {
  readonly start: number;
  readonly text: string;
  /** Number of its table column, the table times a thousand plus the column from 0; -1 outside tables. */
  readonly column: number;
}

/**
 * Cuts the body of a raw text into paragraphs. New lines and structural controls end one; the text of later segments is left
 * out.
 */
export function cutParagraphs(raw: string): Part[] {
  const parts: Part[] = [];
  const open: { readonly table: number; column: number }[] = [];
  let tables = 0;
  let start = 0;
  const close = (end: number) => {
    const cell = open.at(-1);
    const column = cell === undefined ? -1 : cell.table * COLUMNS + Math.max(0, cell.column);
    parts.push({ start, text: readable(raw.slice(start, end)), column });
  };
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (code >= SPACE || code === TAB || code === SOFT_BREAK || code === OBJECT_CODE) continue;
    if (code === NEW_LINE || at > start) close(at);
    start = at + 1;
    const cell = open.at(-1);
    if (code === TABLE_START) open.push({ table: ++tables, column: -1 });
    else if (code === TABLE_END) open.pop();
    else if (code === TABLE_ROW && cell !== undefined) cell.column = -1;
    else if (code === TABLE_CELL && cell !== undefined) cell.column++;
    else if (code === SEGMENT && at > 0) return parts;
  }
  if (start < raw.length) close(raw.length);
  return parts;
}

/** A stretch of raw text as it is read: as long as it was. */
export function readable(text: string): string {
  return text.replaceAll('\v', '\n').replaceAll('\u0001', ' ').replace(OBJECT, ' ');
}

/** Whether a text holds controls that change how what follows it is read. */
export function hasStructure(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < SPACE && code !== TAB && code !== NEW_LINE && code !== SOFT_BREAK && code !== OBJECT_CODE) return true;
  }
  return false;
}
