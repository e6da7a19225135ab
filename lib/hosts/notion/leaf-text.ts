import { ATOM, EMOJI_IMAGE, EQUATION, ICON } from './selectors.ts';

/** A stretch of a leaf's text and the node that shows it. */
export interface Segment {
  readonly node: Node;
  /** Offset in a text node where the stretch begins; 0 for elements. */
  readonly nodeStart: number;
  /** Offset in the leaf's text (UTF-16 units). */
  readonly textStart: number;
  readonly length: number;
  /** Whether the stretch may be painted; atoms and line breaks are not. */
  readonly paintable: boolean;
}

/** The plain text of a leaf with the way back to its nodes. Holds nodes: valid until the leaf's next mutation only. */
export interface LeafText {
  readonly text: string;
  readonly segments: readonly Segment[];
}

/** Caret stops that Notion puts beside tokens and voids; no text. */
const CARET_STOP = '\u200B';
/** Stands for an inline equation, which the editor counts as one character. */
export const EQUATION_CHARACTER = '\uFFFC';

/** The plain text of a leaf: the same as `mapLeaf(leaf).text`, faster for plain lines. */
export function leafText(leaf: Element): string {
  if (leaf.firstElementChild !== null) return mapLeaf(leaf).text;
  const text = leaf.textContent ?? '';
  return text.includes(CARET_STOP) ? text.replaceAll(CARET_STOP, '') : text;
}

/** Reads a leaf: text nodes as they are without caret stops, line breaks, atoms as what they show. */
export function mapLeaf(leaf: Element): LeafText {
  const segments: Segment[] = [];
  let text = '';
  const add: AddSegment = (node, nodeStart, shown, paintable) => {
    if (shown === '') return;
    segments.push({ node, nodeStart, textStart: text.length, length: shown.length, paintable });
    text += shown;
  };
  const visit = (parent: Node) => {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) addText(node as Text, add);
      else if (node instanceof Element) visitElement(node);
    }
  };
  const visitElement = (element: Element) => {
    if (element.localName === 'br') add(element, 0, '\n', false);
    else if (element.matches(EQUATION)) add(element, 0, EQUATION_CHARACTER, false);
    else if (element.matches(EMOJI_IMAGE)) add(element, 0, element.getAttribute('alt') ?? '', false);
    else if (element.matches(ICON)) return;
    else if (element.matches(ATOM)) add(element, 0, shownText(element), false);
    else visit(element);
  };
  visit(leaf);
  // A lone line break is the browser's filler of an empty line.
  return text === '\n' && segments[0]?.node instanceof Element ? { text: '', segments: [] } : { text, segments };
}

type AddSegment = (node: Node, nodeStart: number, shown: string, paintable: boolean) => void;

function addText(node: Text, add: AddSegment): void {
  const { data } = node;
  let at = 0;
  for (const part of data.split(CARET_STOP)) {
    add(node, at, part, true);
    at += part.length + 1;
  }
}

/** What an atom shows: its text without icons and caret stops. */
function shownText(atom: Element): string {
  const equation = atom.querySelector(EQUATION);
  if (equation !== null) return EQUATION_CHARACTER;
  let text = '';
  for (const child of atom.childNodes) {
    if (child instanceof Element && child.matches(ICON)) continue;
    text += child.textContent ?? '';
  }
  return text.replaceAll(CARET_STOP, '');
}

/**
 * DOM ranges over [start, end) of a leaf's text: one for each stretch without an atom, as nothing is painted over atoms.
 */
export function rangesOver(map: LeafText, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  let open: Range | null = null;
  for (const segment of map.segments) {
    const from = Math.max(start, segment.textStart);
    const to = Math.min(end, segment.textStart + segment.length);
    if (from >= to) continue;
    if (!segment.paintable) {
      open = null;
      continue;
    }
    if (open === null) {
      open = document.createRange();
      open.setStart(segment.node, segment.nodeStart + from - segment.textStart);
      ranges.push(open);
    }
    open.setEnd(segment.node, segment.nodeStart + to - segment.textStart);
  }
  return ranges;
}

/** The text offset of a DOM point in a leaf; points inside an atom count as its start. */
export function offsetOfPoint(map: LeafText, node: Node, offset: number): number {
  let at = 0;
  for (const segment of map.segments) {
    const inside = segment.node === node && node.nodeType === Node.TEXT_NODE;
    if (inside && offset <= segment.nodeStart + segment.length) {
      return segment.textStart + Math.max(0, offset - segment.nodeStart);
    }
    if (!inside && isAtOrAfter(segment.node, node, offset)) return segment.textStart;
    at = segment.textStart + segment.length;
  }
  return at;
}

/** Whether a node begins at or after a DOM point. */
function isAtOrAfter(node: Node, container: Node, offset: number): boolean {
  if (node.contains(container)) return true;
  const point = document.createRange();
  point.setStart(container, offset);
  return point.comparePoint(node, 0) >= 0;
}
