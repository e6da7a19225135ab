import type { Block } from '../../model/document.ts';
import type { Splice } from './bridge/client.ts';
import { cutParagraphs, hasStructure, type Part, SEGMENT_MARK } from './raw.ts';
import { type Kind, PLAIN } from './structure.ts';

/** One paragraph of the body. Its text has one unit for each unit of the raw text from `start` on, so offsets agree. */
export interface Paragraph {
  readonly id: string;
  /** Raw offset of its first unit. */
  start: number;
  /** As read: soft breaks are new lines, object characters are spaces. */
  text: string;
  /** Number of its table column, as far as the raw text says; -1 outside tables. */
  column: number;
  kind: Kind;
  /** Whether the kind is from the page's own model; else its look on the screen decides. */
  modelled: boolean;
  block: Block;
}

/** What a change did to the paragraphs. */
export interface TextChange {
  /** Ids of paragraphs whose text changed, came or went. */
  readonly touched: readonly string[];
}

/** The document's paragraphs; ids stay with their paragraphs through edits. */
export class DocumentText {
  paragraphs: Paragraph[] = [];
  raw = '';
  #nextId = 1;
  readonly #kindOf: (text: string) => Kind | undefined;

  /** @param kindOf what the loaded structure says of a paragraph's text; undefined where it does not know it. */
  constructor(kindOf: (text: string) => Kind | undefined) {
    this.#kindOf = kindOf;
  }

  /** Takes a new raw text; `splice` says what changed, null compares. */
  update(raw: string, splice: Splice | null): TextChange {
    const before = this.raw;
    this.raw = raw;
    const incremental =
      splice !== null &&
      this.paragraphs.length > 0 &&
      !hasStructure(splice.inserted) &&
      !hasStructure(before.slice(splice.start, splice.start + splice.removed));
    if (!incremental) return this.#replace(0, this.paragraphs.length, cutParagraphs(raw), 0);
    const first = this.indexAt(splice.start);
    const last = this.indexAt(splice.start + splice.removed);
    const delta = splice.inserted.length - splice.removed;
    const from = this.paragraphs[first];
    const until = this.paragraphs[last];
    if (from === undefined || until === undefined || splice.start < from.start) {
      return this.#replace(0, this.paragraphs.length, cutParagraphs(raw), 0);
    }
    const end = until.start + until.text.length;
    // Behind the last paragraph and the mark of the next segment lies a header, a footer or a note.
    const behind = last + 1 === this.paragraphs.length ? before.slice(end, splice.start) : '';
    if (behind.includes(SEGMENT_MARK)) return { touched: [] };
    // Only between new lines can a stretch be cut without what is around it.
    const whole = splice.start + splice.removed > end || before[end] !== '\n';
    if (whole) return this.#replace(0, this.paragraphs.length, cutParagraphs(raw), 0);
    const window = raw.slice(from.start, end + delta);
    const parts = cutParagraphs(`${window}\n`).map((part) => ({
      ...part,
      start: part.start + from.start,
      column: from.column,
    }));
    return this.#replace(first, last + 1, parts, delta);
  }

  /** Index of the last paragraph that starts at a raw offset or before it. */
  indexAt(offset: number): number {
    return indexAt(this.paragraphs, offset);
  }

  /** Puts parts in the place of the paragraphs [first, end), keeping identities, and moves what follows by `delta`. */
  #replace(first: number, end: number, parts: readonly Part[], delta: number): TextChange {
    const old = this.paragraphs.slice(first, end);
    const matches = matchParts(old, parts);
    const touched = new Set(old.map((one) => one.id));
    let previous: Paragraph | undefined = this.paragraphs[first - 1];
    const made = parts.map((part, at) => {
      const match = matches[at];
      const paragraph = match === undefined ? this.#create(part, previous) : match;
      if (match !== undefined) {
        if (match.text === part.text && match.column === part.column) touched.delete(match.id);
        match.start = part.start;
        match.column = part.column;
        match.text = part.text;
        refreshBlock(match);
      } else touched.add(paragraph.id);
      previous = paragraph;
      return paragraph;
    });
    if (made.length === old.length)
      for (let at = 0; at < made.length; at++) this.paragraphs[first + at] = made[at] as Paragraph;
    else this.paragraphs = [...this.paragraphs.slice(0, first), ...made, ...this.paragraphs.slice(end)];
    if (delta !== 0) {
      for (let at = first + made.length; at < this.paragraphs.length; at++) {
        const following = this.paragraphs[at];
        if (following !== undefined) following.start += delta;
      }
    }
    return { touched: [...touched] };
  }

  #create(part: Part, previous: Paragraph | undefined): Paragraph {
    const id = `p${this.#nextId++}`;
    const modelled = this.#kindOf(part.text);
    // A paragraph split off a list is an item of it; one split off a heading is plain text.
    const kind = modelled ?? (previous?.kind.kind === 'list-item' ? previous.kind : PLAIN);
    const block: Block = { id, kind: 'paragraph', level: 0, text: part.text };
    const paragraph: Paragraph = { ...part, id, kind, modelled: modelled !== undefined, block };
    refreshBlock(paragraph);
    return paragraph;
  }
}

/** Makes a paragraph's block anew where text, kind or level differ. */
export function refreshBlock(paragraph: Paragraph): void {
  const { id, text, block } = paragraph;
  const { kind, level } = paragraph.column >= 0 ? { kind: 'table-cell' as const, level: 0 } : paragraph.kind;
  if (block.text !== text || block.kind !== kind || block.level !== level) paragraph.block = { id, kind, level, text };
}

/**
 * Which old paragraph each new part continues: equal text first, from both ends; then by text in order; what is left between
 * two matches is paired in order.
 */
export function matchParts(old: readonly Paragraph[], parts: readonly Part[]): (Paragraph | undefined)[] {
  const result: (Paragraph | undefined)[] = new Array(parts.length).fill(undefined);
  let start = 0;
  while (start < old.length && start < parts.length && old[start]?.text === parts[start]?.text) {
    result[start] = old[start];
    start++;
  }
  let oldEnd = old.length;
  let newEnd = parts.length;
  while (oldEnd > start && newEnd > start && old[oldEnd - 1]?.text === parts[newEnd - 1]?.text) {
    result[--newEnd] = old[--oldEnd];
  }
  const places = new Map<string, number[]>();
  for (let at = oldEnd - 1; at >= start; at--) {
    const text = old[at]?.text ?? '';
    const list = places.get(text);
    if (list === undefined) places.set(text, [at]);
    else list.push(at);
  }
  let oldFrom = start;
  let newFrom = start;
  for (let at = start; at < newEnd; at++) {
    const text = parts[at]?.text ?? '';
    if (text === '') continue;
    const list = places.get(text) ?? [];
    let found = list.pop();
    while (found !== undefined && found < oldFrom) found = list.pop();
    if (found === undefined) continue;
    pair(old, parts, result, [oldFrom, found], [newFrom, at]);
    result[at] = old[found];
    oldFrom = found + 1;
    newFrom = at + 1;
  }
  pair(old, parts, result, [oldFrom, oldEnd], [newFrom, newEnd]);
  return result;
}

/** Pairs what is left between two matches in order, lines with lines and empty lines with empty lines. */
function pair(
  old: readonly Paragraph[],
  parts: readonly Part[],
  result: (Paragraph | undefined)[],
  [oldFrom, oldEnd]: readonly [number, number],
  [newFrom, newEnd]: readonly [number, number],
): void {
  for (const empty of [false, true]) {
    let from = oldFrom;
    for (let at = newFrom; at < newEnd; at++) {
      if ((parts[at]?.text === '') !== empty) continue;
      while (from < oldEnd && (old[from]?.text === '') !== empty) from++;
      if (from < oldEnd) result[at] = old[from++];
    }
  }
}

/** Index of the last paragraph that starts at a raw offset or before it; 0 where none does. */
export function indexAt(paragraphs: readonly Paragraph[], offset: number): number {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((paragraphs[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
