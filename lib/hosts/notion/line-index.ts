import type { Block } from '../../model/document.ts';

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

/** The lines of a document in order, found by key and by the elements that show them. */
export interface LineIndex {
  readonly records: readonly LineRecord[];
  get(key: string): LineRecord | undefined;
  /** The line that an element shows. */
  at(element: Element): LineRecord | undefined;
  /** Puts other lines in the place of `count` lines from `start` on; costs what changes, however long the document is. */
  splice(start: number, count: number, put: readonly LineRecord[]): void;
}

export function createLineIndex(): LineIndex {
  let records: readonly LineRecord[] = [];
  const byKey = new Map<string, LineRecord>();
  const byElement = new Map<Element, LineRecord>();
  return {
    get records() {
      return records;
    },
    get: (key) => byKey.get(key),
    at: (element) => byElement.get(element),
    splice(start, count, put) {
      if (start === 0 && count === records.length) {
        byKey.clear();
        byElement.clear();
        records = put;
      } else {
        for (const record of records.slice(start, start + count)) {
          byKey.delete(record.key);
          if (record.element !== null) byElement.delete(record.element);
          for (const copy of record.copies) byElement.delete(copy);
        }
        records = [...records.slice(0, start), ...put, ...records.slice(start + count)];
      }
      for (const record of put) {
        byKey.set(record.key, record);
        if (record.element !== null) byElement.set(record.element, record);
        for (const copy of record.copies) byElement.set(copy, record);
      }
    },
  };
}
