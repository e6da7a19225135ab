/** Start of a segment in the raw text: the body first, then perhaps headers, footers, footnotes. */
const SEGMENT = 0x03;
export const SEGMENT_MARK = String.fromCharCode(SEGMENT);
const TABLE_START = 0x10;
const TABLE_END = 0x11;
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
  readonly inTable: boolean;
}

/**
 * Cuts the body of a raw text into paragraphs. New lines and structural controls end one; the text of later segments is left
 * out.
 * @param from raw offset to start at. @param to raw offset to end at. @param depth table nesting at `from`.
 */
export function cutParagraphs(raw: string, from = 0, to = raw.length, depth = 0): Part[] {
  const parts: Part[] = [];
  let nesting = depth;
  let at = from;
  let start = from;
  const close = (end: number) => {
    parts.push({ start, text: readable(raw.slice(start, end)), inTable: nesting > 0 });
  };
  for (; at < to; at++) {
    const code = raw.charCodeAt(at);
    if (code >= SPACE || code === TAB || code === SOFT_BREAK || code === OBJECT_CODE) continue;
    if (code === NEW_LINE || at > start) close(at);
    start = at + 1;
    if (code === TABLE_START) nesting++;
    else if (code === TABLE_END) nesting = Math.max(0, nesting - 1);
    else if (code === SEGMENT && at > 0) return parts;
  }
  if (start < to) close(to);
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
