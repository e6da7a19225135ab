import type { Block } from '../../model/document.ts';
import { keepUnmounted } from './kept-blocks.ts';
import { type LeafText, leafText, mapLeaf } from './leaf-text.ts';
import { BLOCK, BLOCK_ID, CLOSED_TOGGLE, LEAF } from './selectors.ts';
import { createStructureReader, innermostBlocks, type LeafPlace } from './structure.ts';

/** One line of the document: its block as the rest of Stagemark sees it, and where it stands in the DOM. */
export interface LineRecord {
  readonly key: string;
  readonly topId: string;
  block: Block;
  /** Null while the line is not in the DOM (its part of the page was unmounted). */
  element: Element | null;
  /** Elements that show the same line again. */
  copies: readonly Element[];
}

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
  let records: readonly LineRecord[] = [];
  let byKey = new Map<string, LineRecord>();
  let byElement = new Map<Element, LineRecord>();
  const maps = new Map<Element, LeafText>();
  let rows: readonly Element[] = [];
  let toggles: readonly Element[] = [];
  let counts = {
    notLoaded: 0,
    otherTabs: 0,
    databases: 0,
    skippedLeaves: 0,
    copies: 0,
    kept: 0,
    partial: false,
    fallback: false,
  };

  function places(): readonly LeafPlace[] {
    const found = structure.read();
    toggles = found.toggles;
    rows = found.rows;
    const titleLeaf = title();
    const leaves = found.leaves.length > 0 ? found.leaves : fallbackLeaves(found.skipped, found.notLoaded);
    counts = {
      ...counts,
      notLoaded: found.notLoaded,
      otherTabs: found.otherTabs,
      databases: found.databases,
      skippedLeaves: found.skipped,
      copies: [...found.copies.values()].reduce((sum, list) => sum + list.length, 0),
      fallback: leaves !== found.leaves && leaves.length > 0,
    };
    copiesNow = found.copies;
    return titleLeaf === null
      ? leaves
      : [{ element: titleLeaf, key: pageId, kind: 'title', level: 0, topId: pageId }, ...leaves];
  }
  let copiesNow: ReadonlyMap<string, readonly Element[]> = new Map();

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

  function textOf(place: LeafPlace, old: LineRecord | undefined): string {
    return old?.element === place.element && byElement.has(place.element) ? old.block.text : leafText(place.element);
  }

  function readStructure(around: Iterable<Node> | null): ReadingChange {
    if (around === null) structure.forget();
    else for (const node of around) structure.changed(node);
    const found = places();
    const touched: string[] = [];
    const redrawn: string[] = [];
    const next: LineRecord[] = [];
    const nextByKey = new Map<string, LineRecord>();
    for (const place of found) {
      if (nextByKey.has(place.key)) continue;
      const old = byKey.get(place.key);
      const text = textOf(place, old);
      const same =
        old !== undefined &&
        old.block.text === text &&
        old.block.kind === place.kind &&
        old.block.level === place.level;
      const copies = copiesNow.get(place.key) ?? NO_COPIES;
      if (same && old.element === place.element && old.topId === place.topId && sameElements(old.copies, copies)) {
        next.push(old);
        nextByKey.set(place.key, old);
        continue;
      }
      if (!same) touched.push(place.key);
      else redrawn.push(place.key);
      const record: LineRecord = {
        key: place.key,
        topId: place.topId,
        block: same ? old.block : { id: place.key, kind: place.kind, level: place.level, text },
        element: place.element,
        copies,
      };
      next.push(record);
      nextByKey.set(place.key, record);
    }
    const merged = keepUnmounted(content, records, next, counts.notLoaded);
    for (const record of merged.kept) {
      if (byKey.get(record.key)?.element !== null) redrawn.push(record.key);
      record.element = null;
      record.copies = NO_COPIES;
      nextByKey.set(record.key, record);
    }
    for (const record of records) if (!nextByKey.has(record.key)) touched.push(record.key);
    const moved = orderChanged(records, merged.records);
    counts = { ...counts, kept: merged.kept.length, partial: merged.partial };
    records = merged.records;
    byKey = nextByKey;
    byElement = new Map();
    for (const record of records) {
      if (record.element !== null) byElement.set(record.element, record);
      for (const copy of record.copies) byElement.set(copy, record);
    }
    for (const element of maps.keys()) if (!byElement.has(element)) maps.delete(element);
    return { touched: moved ? null : touched, redrawn };
  }

  function readLeaves(elements: Iterable<Element>): ReadingChange {
    const touched: string[] = [];
    const redrawn: string[] = [];
    for (const element of elements) {
      maps.delete(element);
      const record = byElement.get(element);
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
      return records;
    },
    rows: () => rows,
    record: (key) => byKey.get(key),
    locate(node) {
      for (let at: Node | null = node; at !== null && at !== content.ownerDocument; at = at.parentNode) {
        const record = at instanceof Element ? byElement.get(at) : undefined;
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
      const closed = toggles.filter((toggle) => toggle.isConnected && toggle.matches(CLOSED_TOGGLE));
      const distinct = new Set(closed.map((toggle) => toggle.closest(BLOCK)?.getAttribute(BLOCK_ID)));
      return { ...counts, closedToggles: distinct.size };
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
