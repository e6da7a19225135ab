import type { LineRecord } from './line-index.ts';
import { BLOCK_ID, LEAF, UNKNOWN_BLOCK } from './selectors.ts';
import { childElements, rowHolder } from './structure.ts';

/** Smallest height (CSS pixels) of an element without blocks that can stand for unmounted ones. */
const GAP_HEIGHT = 24;

/**
 * Long pages take blocks far from the screen out of the DOM and leave a spacer. Such lines are still part of the document,
 * so they are kept, in their place, until the gap closes; lines that went without leaving a gap are gone.
 * @param notLoaded how many blocks are there without their content.
 * @returns the new records with the kept ones among them.
 */
export function keepUnmounted(
  content: Element,
  before: readonly LineRecord[],
  now: readonly LineRecord[],
  notLoaded: number,
): { records: readonly LineRecord[]; kept: readonly LineRecord[]; partial: boolean } {
  const present = new Set(now.map((record) => record.key));
  const missing = before.some((record) => !present.has(record.key));
  const gaps = missing || notLoaded > 0 ? gapsIn(content) : null;
  const partial = gaps !== null ? gaps.size > 0 : hasSpacer(content);
  if (!missing || gaps === null || gaps.size === 0) return { records: now, kept: [], partial };
  const live = new Set(now.map((record) => record.topId));
  const after = new Map<string, LineRecord[]>();
  let anchor: LineRecord | null = null;
  const kept: LineRecord[] = [];
  const byKey = new Map(now.map((record) => [record.key, record]));
  for (const record of before) {
    const here = byKey.get(record.key);
    if (here !== undefined) {
      anchor = here;
      continue;
    }
    // A line of a top-level block that is still there went for another reason (a toggle closed, a line was deleted).
    if (live.has(record.topId)) continue;
    const place = anchor === null || anchor.block.kind === 'title' ? START : anchor.topId;
    if (!gaps.has(place)) continue;
    const list = after.get(anchor?.key ?? START);
    if (list === undefined) after.set(anchor?.key ?? START, [record]);
    else list.push(record);
    kept.push(record);
  }
  if (kept.length === 0) return { records: now, kept, partial };
  const records: LineRecord[] = [...(after.get(START) ?? [])];
  for (const record of now) {
    records.push(record);
    const list = after.get(record.key);
    if (list !== undefined) for (const item of list) records.push(item);
  }
  return { records, kept, partial };
}

/** Stands for "before the first block" among the gaps. */
const START = '';

/** Ids of the top-level blocks that a gap follows. */
function gapsIn(content: Element): Set<string> {
  const gaps = new Set<string>();
  let last = START;
  for (const child of childElements(rowHolder(content))) {
    if (isGap(child)) gaps.add(last);
    else last = child.getAttribute(BLOCK_ID) ?? child.querySelector(`[${BLOCK_ID}]`)?.getAttribute(BLOCK_ID) ?? last;
  }
  return gaps;
}

function hasSpacer(content: Element): boolean {
  const holder = rowHolder(content);
  const ends = [holder.firstElementChild, holder.lastElementChild];
  return ends.some((end) => end !== null && isGap(end));
}

function isGap(element: Element): boolean {
  if (element.matches(UNKNOWN_BLOCK)) return true;
  if (element.hasAttribute(BLOCK_ID) || element.querySelector(`[${BLOCK_ID}], ${LEAF}`) !== null) return false;
  return element instanceof HTMLElement && element.offsetHeight >= GAP_HEIGHT;
}
