import { SYNCED } from './selectors.ts';
import type { LeafPlace, Row } from './structure.ts';

/**
 * The lines of all rows: each block once, where it is shown first.
 * @returns also the further leaves that show a line again (synced copies), by key.
 */
export function lineUp(rows: readonly Row[]): {
  readonly leaves: readonly LeafPlace[];
  readonly copies: ReadonlyMap<string, readonly Element[]>;
} {
  const leaves: LeafPlace[] = [];
  const copies = new Map<string, Element[]>();
  const seen = new Set<string>();
  const copy = (place: LeafPlace) => copies.set(place.key, [...(copies.get(place.key) ?? []), place.element]);
  for (const row of rows) {
    for (const leaf of row.leaves) {
      if (seen.has(leaf.key)) copy(leaf);
      else {
        seen.add(leaf.key);
        leaves.push(leaf);
      }
    }
    for (const leaf of row.repeats) copy(leaf);
  }
  return rows.some((row) => row.synced) ? foldSyncedCopies(leaves, copies) : { leaves, copies };
}

/**
 * Synced copies usually repeat the ids of the original and are found by them. A copy with ids of its own is recognised when
 * every one of its lines equals the lines of an earlier synced block, in order.
 */
function foldSyncedCopies(leaves: readonly LeafPlace[], copies: Map<string, Element[]>): ReturnType<typeof lineUp> {
  const groups = new Map<Element, LeafPlace[]>();
  for (const leaf of leaves) {
    const holder = leaf.element.closest(SYNCED);
    if (holder === null) continue;
    const group = groups.get(holder);
    if (group === undefined) groups.set(holder, [leaf]);
    else group.push(leaf);
  }
  const originals = new Map<string, LeafPlace[]>();
  const folded = new Set<LeafPlace>();
  for (const group of groups.values()) {
    const text = group.map((leaf) => leaf.element.textContent ?? '').join('\n');
    const original = originals.get(text);
    if (text.trim() === '' || original === undefined) {
      originals.set(text, group);
      continue;
    }
    group.forEach((leaf, index) => {
      const key = original[index]?.key;
      if (key === undefined) return;
      folded.add(leaf);
      copies.set(key, [...(copies.get(key) ?? []), leaf.element]);
    });
  }
  return { leaves: folded.size === 0 ? leaves : leaves.filter((leaf) => !folded.has(leaf)), copies };
}
