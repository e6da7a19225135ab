import type { Block } from '../../model/document.ts';
import { blockType, canToggle, roleOf } from './block-types.ts';
import {
  BLOCK,
  BLOCK_ID,
  DATABASE_BLOCK,
  EXCLUDED,
  LANDMARKS,
  LEAF,
  OTHER_TAB,
  SYNCED,
  UNKNOWN_BLOCK,
} from './selectors.ts';

/** One leaf of prose in the DOM and what it is. */
export interface LeafPlace {
  readonly element: Element;
  /** Block id, with the leaf's number behind a slash from the second leaf of a block on. */
  readonly key: string;
  readonly kind: Block['kind'];
  readonly level: number;
  /** Id of the outermost block around it. */
  readonly topId: string;
}

/** What one look at the content found, row by row; `lineUp` makes lines of it. */
export interface Structure {
  /** The elements that stack up to the page, in order. */
  readonly elements: readonly Element[];
  /** What each of them holds; the same object as long as nothing in it changed. */
  readonly rows: readonly Row[];
  readonly toggles: readonly Element[];
  readonly notLoaded: number;
  /** Parts of tab blocks that are not shown. */
  readonly otherTabs: number;
  readonly databases: number;
  /** Leaves in the content that are prose, showings again included. */
  readonly taken: number;
  /** Leaves in the content that are not prose. */
  readonly skipped: number;
  /** Every row is loaded and shows each of its blocks once: lines are the rows' leaves, one after the other. */
  readonly plain: boolean;
}

/** What a block element is, from its classes and the blocks around it. */
interface BlockInfo {
  readonly id: string;
  /** The outermost of the nested elements that carry the id: one showing of the block. */
  readonly instance: Element;
  readonly kind: Block['kind'] | null;
  readonly level: number;
  /** List blocks around, this one included. */
  readonly depth: number;
  readonly topId: string;
  readonly toggles: boolean;
  readonly quoted: boolean;
}

/** What one row of the page (an element that stacks up to the content, with all that is nested in it) holds. */
export interface Row {
  readonly leaves: readonly LeafPlace[];
  /** Showings of a block beyond the first within the row. */
  readonly repeats: readonly LeafPlace[];
  readonly toggles: readonly Element[];
  readonly databases: readonly string[];
  readonly notLoaded: number;
  readonly otherTabs: number;
  readonly skipped: number;
  readonly synced: boolean;
  /** Whether it holds no block: it may stand for blocks that are not in the DOM. */
  readonly blank: boolean;
}

export interface StructureReader {
  /** What the content holds now; only rows that are new or were named to `changed` are read again. */
  read(): Structure;
  /** Something in the row around the node is no longer as it was. */
  changed(node: Node): void;
  /** Reads every row again the next time. */
  forget(): void;
}

/** Reads which leaves of a content element are prose, in reading order. */
export function createStructureReader(content: Element): StructureReader {
  let known = new WeakMap<Element, Row>();
  return {
    forget() {
      known = new WeakMap();
    },
    changed(node) {
      const holder = rowHolder(content);
      let at: Node | null = node;
      while (at !== null && at.parentNode !== holder) at = at.parentNode;
      if (at instanceof Element) known.delete(at);
    },
    read() {
      const elements = childElements(rowHolder(content));
      const rows = elements.map((element) => {
        let row = known.get(element);
        if (row === undefined) {
          row = readRow(element);
          known.set(element, row);
        }
        return row;
      });
      return summed(elements, rows);
    },
  };
}

function summed(elements: readonly Element[], rows: readonly Row[]): Structure {
  const toggles: Element[] = [];
  const databases = new Set<string>();
  let [notLoaded, otherTabs, taken, skipped] = [0, 0, 0, 0];
  let plain = true;
  for (const row of rows) {
    for (const toggle of row.toggles) toggles.push(toggle);
    for (const id of row.databases) databases.add(id);
    notLoaded += row.notLoaded;
    otherTabs += row.otherTabs;
    taken += row.leaves.length + row.repeats.length;
    skipped += row.skipped;
    if (row.blank || row.synced || row.notLoaded > 0 || row.repeats.length > 0) plain = false;
  }
  return { elements, rows, toggles, notLoaded, otherTabs, databases: databases.size, taken, skipped, plain };
}

/** Children in order; walking is many times faster than a live collection of thousands. */
export function childElements(parent: Element): Element[] {
  const children: Element[] = [];
  for (let child = parent.firstElementChild; child !== null; child = child.nextElementSibling) children.push(child);
  return children;
}

/** The element whose children stack up to the page: the content itself, or a lone wrapper in it. */
export function rowHolder(content: Element): Element {
  let holder = content;
  for (let only = holder.firstElementChild; only !== null && only.nextElementSibling === null; ) {
    if (only.hasAttribute(BLOCK_ID) || only.firstElementChild?.nextElementSibling == null) break;
    holder = only;
    only = only.firstElementChild;
  }
  return holder;
}

function readRow(row: Element): Row {
  const infos = new Map<Element, BlockInfo>();
  const counts = new Map<Element, number>();
  const leaves: LeafPlace[] = [];
  const repeats: LeafPlace[] = [];
  const keys = new Set<string>();
  const toggles: Element[] = [];
  const databases: string[] = [];
  let notLoaded = 0;
  let otherTabs = 0;
  let skipped = 0;
  let synced = false;
  /** The last element met whose inside is no prose; in document order nothing before it lies in it. */
  let excluded: Element | null = null;

  /** The nearest block around, up to the row itself; null outside blocks. */
  function blockAround(start: Element): BlockInfo | null {
    for (let at: Element | null = start; at !== null; at = at === row ? null : at.parentElement) {
      if (at.hasAttribute(BLOCK_ID)) return infoOf(at);
    }
    return null;
  }

  function infoOf(element: Element): BlockInfo {
    let info = infos.get(element);
    if (info === undefined) {
      const parent = element.parentElement;
      info = describe(element, element === row || parent === null ? null : blockAround(parent));
      infos.set(element, info);
    }
    return info;
  }

  function take(element: Element) {
    const info = excluded?.contains(element) ? null : blockAround(element);
    if (info === null || info.kind === null) {
      skipped++;
      return;
    }
    const index = counts.get(info.instance) ?? 0;
    counts.set(info.instance, index + 1);
    const key = index === 0 ? info.id : `${info.id}/${index}`;
    const place: LeafPlace = { element, key, kind: info.kind, level: info.level, topId: info.topId };
    (keys.has(key) ? repeats : leaves).push(place);
    keys.add(key);
  }

  function note(element: Element) {
    if (element.matches(LEAF)) take(element);
    else if (element.matches(EXCLUDED)) {
      if (excluded?.contains(element)) return;
      excluded = element;
      if (element.matches(DATABASE_BLOCK)) databases.push(element.getAttribute(BLOCK_ID) ?? '');
    } else if (element.matches(SYNCED)) synced = true;
    else if (element.matches(UNKNOWN_BLOCK)) notLoaded++;
    else if (excluded?.contains(element)) return;
    else if (element.matches(OTHER_TAB)) otherTabs++;
    else if (blockAround(element)?.toggles === true) toggles.push(element);
  }

  if (row.matches(LANDMARKS)) note(row);
  for (const element of row.querySelectorAll(LANDMARKS)) note(element);
  const blank = !row.hasAttribute(BLOCK_ID) && row.querySelector(`${BLOCK}, ${LEAF}`) === null;
  return { leaves, repeats, toggles, databases, notLoaded, otherTabs, skipped, synced, blank };
}

/** @param outer the block around it, if any. */
function describe(element: Element, outer: BlockInfo | null): BlockInfo {
  const id = element.getAttribute(BLOCK_ID) ?? '';
  // Tables nest several elements of one id: one block.
  if (outer !== null && outer.id === id) return outer;
  const type = blockType(element);
  const role = roleOf(type);
  const depth = (outer?.depth ?? 0) + (role.list ? 1 : 0);
  const quoted = outer?.quoted === true && role.kind === 'paragraph';
  return {
    id,
    instance: element,
    kind: quoted ? 'quote' : role.kind,
    level: role.list ? depth - 1 : role.level,
    depth,
    topId: outer?.topId ?? id,
    toggles: canToggle(type),
    quoted: type === 'quote',
  };
}

/** The blocks that hold no other block: what is read where a page has text and no leaf. */
export function innermostBlocks(content: Element): Element[] {
  return [...content.querySelectorAll(BLOCK)].filter((block) => block.querySelector(BLOCK) === null);
}
