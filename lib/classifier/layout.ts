import type { PassageKind } from '../model/document.ts';

/** What the layout needs of a passage. */
export interface LayoutPassage {
  readonly kind: PassageKind;
  readonly headings: readonly string[];
}

/** Where a document's passages stand: all arrays are by passage. */
export interface Layout {
  /** The passage's section: passages with the same heading path share one, numbered from 0. */
  readonly section: Int32Array;
  readonly sections: number;
  /** First passage of the run of passages with equal headings that this one is in, and the run's length. */
  readonly runStart: Int32Array;
  readonly runLength: Int32Array;
  /** For a list item, the passage that leads into its list in the same run, or -1. */
  readonly lead: Int32Array;
}

/** Whether two heading paths are equal. */
export function sameHeadings(a: readonly string[], b: readonly string[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let index = a.length - 1; index >= 0; index--) if (a[index] !== b[index]) return false;
  return true;
}

/** Lays out a document's passages. Cheap enough to be done again after every edit. */
export function layOut(passages: readonly LayoutPassage[]): Layout {
  const size = passages.length;
  const section = new Int32Array(size);
  const runStart = new Int32Array(size);
  const runLength = new Int32Array(size);
  const lead = new Int32Array(size).fill(-1);
  const known = new Map<string, number>();
  let leadIn = -1;
  for (let index = 0; index < size; index++) {
    const passage = passages[index] as LayoutPassage;
    const before = passages[index - 1];
    const joins = before !== undefined && sameHeadings(before.headings, passage.headings);
    if (joins) {
      runStart[index] = runStart[index - 1] ?? 0;
      section[index] = section[index - 1] ?? 0;
    } else {
      runStart[index] = index;
      leadIn = -1;
      const path = passage.headings.join('\u0000');
      const seen = known.get(path);
      section[index] = seen ?? known.size;
      if (seen === undefined) known.set(path, known.size);
    }
    if (passage.kind === 'list-item') lead[index] = leadIn;
    else leadIn = index;
  }
  for (let end = size - 1; end >= 0; ) {
    const start = runStart[end] ?? 0;
    runLength.fill(end - start + 1, start, end + 1);
    end = start - 1;
  }
  return { section, sections: known.size, runStart, runLength, lead };
}

const KINDS: readonly PassageKind[] = ['paragraph', 'list-item', 'table-cell', 'quote'];
/** Upper bounds of the classes of passage length, in tokens. */
const LENGTHS = [1, 2, 3, 5, 8, 12, 18, 27, 40, 60, 100];
const LENGTH_CLASSES = LENGTHS.length + 1;

/** A family of layout features: exactly one of its members holds of a passage. */
interface Family {
  readonly name: string;
  readonly size: number;
}
const FAMILIES: readonly Family[] = [
  { name: 'kind', size: KINDS.length },
  { name: 'length', size: LENGTH_CLASSES },
  { name: 'kind-length', size: KINDS.length * LENGTH_CLASSES },
  { name: 'from-start', size: 6 },
  { name: 'part', size: 6 },
  { name: 'from-end', size: 5 },
  { name: 'in-section', size: 5 },
  { name: 'section-size', size: 9 },
  { name: 'depth', size: 6 },
  { name: 'before-list', size: 2 },
  { name: 'in-list', size: 3 },
];

/** Names of all layout features, such as `kind:list-item` or `from-start:0`. */
export const LAYOUT_FEATURES: readonly string[] = FAMILIES.flatMap(({ name, size }) =>
  Array.from({ length: size }, (_, member) => `${name}:${name === 'kind' ? KINDS[member] : member}`),
);
/** How many layout features hold of every passage. */
export const LAYOUT_ACTIVE = FAMILIES.length;
/** The first of these belong to kind and length, the others to position. */
export const KIND_FAMILIES = 3;

const OFFSETS = FAMILIES.map((_, place) => FAMILIES.slice(0, place).reduce((sum, { size }) => sum + size, 0));

function lengthClass(tokens: number): number {
  let place = 0;
  while (place < LENGTHS.length && tokens > (LENGTHS[place] ?? 0)) place++;
  return place;
}

/**
 * Writes the layout features of passage `index` into `out`, one per family, from `at` on.
 * @param tokens how many tokens the passage has.
 */
export function layoutFeatures(
  passages: readonly LayoutPassage[],
  layout: Layout,
  index: number,
  tokens: number,
  out: Uint16Array,
  at = 0,
): void {
  const passage = passages[index] as LayoutPassage;
  const size = passages.length;
  const kind = KINDS.indexOf(passage.kind);
  const length = lengthClass(tokens);
  const isItem = passage.kind === 'list-item';
  const next = passages[index + 1];
  const beforeList = !isItem && next !== undefined && next.kind === 'list-item';
  const lead = layout.lead[index] ?? -1;
  // Written one by one, because this runs for every passage after every edit: no array is made.
  out[at] = kind;
  out[at + 1] = length;
  out[at + 2] = kind * LENGTH_CLASSES + length;
  out[at + 3] = Math.min(5, index);
  out[at + 4] = Math.floor(((index + 0.5) / size) * 6);
  out[at + 5] = Math.min(4, size - 1 - index);
  out[at + 6] = Math.min(4, index - (layout.runStart[index] ?? 0));
  out[at + 7] = Math.min(8, layout.runLength[index] ?? 0);
  out[at + 8] = Math.min(5, passage.headings.length);
  out[at + 9] = beforeList ? 1 : 0;
  out[at + 10] = !isItem ? 0 : lead >= 0 ? 1 : 2;
  for (let family = 0; family < LAYOUT_ACTIVE; family++)
    out[at + family] = (OFFSETS[family] ?? 0) + (out[at + family] ?? 0);
}
