/** Where text stands in a leaf's DOM and back: the simulator's own reckoning, apart from the adapter's. */

const ATOM = '[contenteditable="false"]';

/** Steps of a leaf: text nodes outside atoms, atoms, line breaks. */
function* steps(leaf: Element): Generator<{ node: Node; length: number }> {
  const walk = document.createTreeWalker(leaf, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let node = walk.nextNode();
  while (node !== null) {
    if (node instanceof Element && node.matches(ATOM)) {
      yield { node, length: atomText(node).length };
      node = nextOutside(walk, node);
      continue;
    }
    if (node instanceof Text) yield { node, length: node.data.length };
    else if (node instanceof HTMLBRElement && leaf.textContent !== '') yield { node, length: 1 };
    node = walk.nextNode();
  }
}

function nextOutside(walk: TreeWalker, node: Node): Node | null {
  const sibling = walk.nextSibling();
  if (sibling !== null) return sibling;
  let at: Node | null = walk.currentNode === node ? walk.parentNode() : walk.currentNode;
  while (at !== null) {
    const next = walk.nextSibling();
    if (next !== null) return next;
    at = walk.parentNode();
  }
  return null;
}

function atomText(element: Element): string {
  return element.matches('.notion-text-equation-token') ? '\uFFFC' : (element.textContent ?? '');
}

/** The plain text that the DOM of a leaf holds now. */
export function readLeaf(leaf: Element): string {
  let text = '';
  for (const { node } of steps(leaf)) {
    if (node instanceof Text) text += node.data;
    else if (node instanceof HTMLBRElement) text += '\n';
    else if (node instanceof Element) text += atomText(node);
  }
  return text;
}

/** Where atoms and line breaks stand in a leaf's plain text, as [start, end). */
export function atomSpans(leaf: Element): [number, number][] {
  const spans: [number, number][] = [];
  let at = 0;
  for (const { node, length } of steps(leaf)) {
    if (node instanceof Element && length > 0) spans.push([at, at + length]);
    at += length;
  }
  return spans;
}

/** Plain-text offset of a DOM point in a leaf. */
export function offsetOf(leaf: Element, container: Node, offset: number): number {
  let at = 0;
  for (const { node, length } of steps(leaf)) {
    if (node === container && node instanceof Text) return at + Math.min(offset, length);
    const point = document.createRange();
    point.setStart(container, offset);
    if (point.comparePoint(node, 0) >= 0 && node !== container) return at;
    at += length;
  }
  return at;
}

/** DOM point of a plain-text offset in a leaf. */
export function pointAt(leaf: Element, offset: number): { node: Node; offset: number } {
  let at = 0;
  for (const { node, length } of steps(leaf)) {
    if (offset <= at + length) {
      if (node instanceof Text) return { node, offset: offset - at };
      if (offset < at + length || length === 0) {
        const parent = node.parentNode ?? leaf;
        return { node: parent, offset: [...parent.childNodes].indexOf(node as ChildNode) };
      }
    }
    at += length;
  }
  return { node: leaf, offset: leaf.childNodes.length };
}

/** A DOM range over plain-text offsets, for expected rectangles. */
export function rangeOver(leaf: Element, start: number, end: number): Range {
  const range = document.createRange();
  const from = pointAt(leaf, start);
  const to = pointAt(leaf, end);
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}
