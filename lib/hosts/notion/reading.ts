import { keepUnmounted } from './kept-blocks.ts';
import { type LeafText, leafText, mapLeaf } from './leaf-text.ts';
import { createLineIndex, type LineRecord } from './line-index.ts';
import { lineUp } from './line-up.ts';
import { BLOCK, BLOCK_ID, CLOSED_TOGGLE, LEAF } from './selectors.ts';
import { createStructureReader, innermostBlocks, type LeafPlace, type Row, type Structure } from './structure.ts';

/** What changed between two readings. */
export interface ReadingChange {
  /** Keys whose text, kind or level changed, that came or went; null = the order changed too. */
  readonly touched: readonly string[] | null;
  /** Keys whose nodes are others than before, though their text may be the same. */
  readonly redrawn: readonly string[];
}

export interface ReadingFacts {
  readonly closedToggles: number;
  readonly notLoaded: number;
  /** Parts of tab blocks that are not shown. */
  readonly otherTabs: number;
  readonly databases: number;
  readonly skippedLeaves: number;
  readonly copies: number;
  /** Lines kept from parts of the page that are not in the DOM now. */
  readonly kept: number;
  /** Whether parts of the page are not in the DOM. */
  readonly partial: boolean;
  /** Text was there but no leaf: blocks were read instead. */
  readonly fallback: boolean;
}

/** The current reading of one page content. Holds the text; the DOM is read again only where it changed. */
export interface Reading {
  readonly records: readonly LineRecord[];
  /** The elements that stack up to the page, in order. */
  rows(): readonly Element[];
  record(key: string): LineRecord | undefined;
  /** The line and the leaf element that a node lies in, or null. */
  locate(node: Node | null): { record: LineRecord; element: Element } | null;
  /** Node map of a leaf element; made when first asked for, dropped when the leaf changes. */
  map(element: Element): LeafText;
  /**
   * Reads the structure again: the rows around the given nodes and rows that are new; `null` reads all of them.
   */
  readStructure(around: Iterable<Node> | null): ReadingChange;
  /** Reads the given leaf elements again. */
  readLeaves(elements: Iterable<Element>): ReadingChange;
  facts(): ReadingFacts;
}

export function createReading(content: Element, title: () => Element | null, pageId: string): Reading {
  const structure = createStructureReader(content);
  const lines = createLineIndex();
  const maps = new Map<Element, LeafText>();
  let last: Structure | null = null;
  let counts = { copies: 0, kept: 0, partial: false, fallback: false };

  /** Lines where the page has text but no leaf: its layout is not the known one. */
  function fallbackLeaves(skipped: number, notLoaded: number): readonly LeafPlace[] {
    if (skipped > 0 || notLoaded > 0 || content.querySelector(LEAF) !== null) return [];
    return innermostBlocks(content)
      .filter((element) => (element.textContent ?? '').trim() !== '')
      .map((element) => {
        const key = element.getAttribute(BLOCK_ID) ?? '';
        return { element, key, kind: 'paragraph' as const, level: 0, topId: key };
      });
  }

  /** The record of a leaf: the old one where nothing about it changed; what changed is noted. */
  function recordOf(place: LeafPlace, copies: readonly Element[], touched: string[], redrawn: string[]): LineRecord {
    const old = lines.get(place.key);
    const unread = old?.element !== place.element;
    const text = unread ? leafText(place.element) : old.block.text;
    const same =
      old !== undefined && old.block.text === text && old.block.kind === place.kind && old.block.level === place.level;
    if (same && !unread && old.topId === place.topId && sameElements(old.copies, copies)) return old;
    (same ? redrawn : touched).push(place.key);
    return {
      key: place.key,
      topId: place.topId,
      block: same ? old.block : { id: place.key, kind: place.kind, level: place.level, text },
      element: place.element,
      copies,
    };
  }

  function dropMaps() {
    for (const element of maps.keys()) if (lines.at(element) === undefined) maps.delete(element);
  }

  function readStructure(around: Iterable<Node> | null): ReadingChange {
    if (around === null) structure.forget();
    else for (const node of around) structure.changed(node);
    const before = last;
    const found = structure.read();
    last = found;
    const change = (before === null ? null : readMiddle(before, found)) ?? readAll(found);
    dropMaps();
    return change;
  }

  /**
   * Reads the rows between the first and the last that changed: in a page of thousands of lines a new line costs no more than
   * in a short one. @returns null where lines are not simply the rows' leaves; then all have to be lined up.
   */
  function readMiddle(before: Structure, found: Structure): ReadingChange | null {
    const { records } = lines;
    const heads = records[0]?.block.kind === 'title' ? 1 : 0;
    const plain = before.plain && found.plain && counts.kept === 0 && found.taken > 0;
    if (!plain || records.length !== heads + before.taken) return null;
    if (title() !== (heads === 0 ? null : records[0]?.element)) return null;
    const [start, tail] = sameEnds(before.rows, found.rows);
    const from = heads + leavesIn(before.rows, 0, start);
    const to = records.length - leavesIn(before.rows, before.rows.length - tail, before.rows.length);
    const old = records.slice(from, to);
    const places = found.rows.slice(start, found.rows.length - tail).flatMap((row) => row.leaves);
    const oldKeys = new Set(old.map((record) => record.key));
    const keys = new Set(places.map((place) => place.key));
    const repeated = places.some(({ key }) => !oldKeys.has(key) && lines.get(key) !== undefined);
    if (repeated || keys.size < places.length) return null;
    const touched: string[] = [];
    const redrawn: string[] = [];
    const next = places.map((place) => recordOf(place, NO_COPIES, touched, redrawn));
    for (const key of oldKeys) if (!keys.has(key)) touched.push(key);
    const moved = orderChanged(old, next);
    lines.splice(from, to - from, next);
    return { touched: moved ? null : touched, redrawn };
  }

  function readAll(found: Structure): ReadingChange {
    const lined = lineUp(found.rows);
    const leaves = lined.leaves.length > 0 ? lined.leaves : fallbackLeaves(found.skipped, found.notLoaded);
    const titleLeaf = title();
    const places: readonly LeafPlace[] =
      titleLeaf === null
        ? leaves
        : [{ element: titleLeaf, key: pageId, kind: 'title', level: 0, topId: pageId }, ...leaves];
    const touched: string[] = [];
    const redrawn: string[] = [];
    const next: LineRecord[] = [];
    const keys = new Set<string>();
    for (const place of places) {
      if (keys.has(place.key)) continue;
      keys.add(place.key);
      next.push(recordOf(place, lined.copies.get(place.key) ?? NO_COPIES, touched, redrawn));
    }
    const before = lines.records;
    const merged = keepUnmounted(content, before, next, found.notLoaded);
    for (const record of merged.kept) {
      if (record.element !== null) redrawn.push(record.key);
      record.element = null;
      record.copies = NO_COPIES;
      keys.add(record.key);
    }
    for (const record of before) if (!keys.has(record.key)) touched.push(record.key);
    const moved = orderChanged(before, merged.records);
    counts = {
      copies: [...lined.copies.values()].reduce((sum, list) => sum + list.length, 0),
      kept: merged.kept.length,
      partial: merged.partial,
      fallback: leaves !== lined.leaves && leaves.length > 0,
    };
    lines.splice(0, before.length, merged.records);
    return { touched: moved ? null : touched, redrawn };
  }

  function readLeaves(elements: Iterable<Element>): ReadingChange {
    const touched: string[] = [];
    const redrawn: string[] = [];
    for (const element of elements) {
      maps.delete(element);
      const record = lines.at(element);
      if (record === undefined) continue;
      const text = element === record.element ? leafText(element) : record.block.text;
      if (text === record.block.text) {
        redrawn.push(record.key);
        continue;
      }
      record.block = { ...record.block, text };
      touched.push(record.key);
    }
    return { touched, redrawn };
  }

  return {
    get records() {
      return lines.records;
    },
    rows: () => last?.elements ?? [],
    record: (key) => lines.get(key),
    locate(node) {
      for (let at: Node | null = node; at !== null && at !== content.ownerDocument; at = at.parentNode) {
        const record = at instanceof Element ? lines.at(at) : undefined;
        if (record !== undefined) return { record, element: at as Element };
        if (at === content) return null;
      }
      return null;
    },
    map(element) {
      let map = maps.get(element);
      if (map === undefined) {
        map = mapLeaf(element);
        maps.set(element, map);
      }
      return map;
    },
    readStructure,
    readLeaves,
    facts() {
      const { toggles = [], notLoaded = 0, otherTabs = 0, databases = 0, skipped = 0 } = last ?? {};
      const closed = toggles.filter((toggle) => toggle.isConnected && toggle.matches(CLOSED_TOGGLE));
      const distinct = new Set(closed.map((toggle) => toggle.closest(BLOCK)?.getAttribute(BLOCK_ID)));
      return { ...counts, notLoaded, otherTabs, databases, skippedLeaves: skipped, closedToggles: distinct.size };
    },
  };
}

const NO_COPIES: readonly Element[] = [];

function sameElements(a: readonly Element[], b: readonly Element[]): boolean {
  return a.length === b.length && a.every((element, index) => element === b[index]);
}

/** Whether the lines that both readings hold stand in another order. */
function orderChanged(before: readonly LineRecord[], after: readonly LineRecord[]): boolean {
  const place = new Map(before.map((record, index) => [record.key, index]));
  let last = -1;
  for (const record of after) {
    const index = place.get(record.key);
    if (index === undefined) continue;
    if (index < last) return true;
    last = index;
  }
  return false;
}

/** How many rows at the start and at the end are the same in both readings. */
function sameEnds(before: readonly Row[], after: readonly Row[]): [number, number] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return [start, tail];
}

function leavesIn(rows: readonly Row[], start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at++) sum += rows[at]?.leaves.length ?? 0;
  return sum;
}
