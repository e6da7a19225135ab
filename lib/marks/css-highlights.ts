import { type Edit, remapSpan, singleEdit } from '../text/edit.ts';
import { rangeAt, rectsOfRanges } from './css-highlights-hit.ts';
import type { HighlightRegistry } from './css-highlights-registry.ts';
import type { Mark, Marker, MarkHit } from './marker.ts';

/** What the marker needs to know of the document it draws in. */
export interface HighlightPlaces {
  /** The block's text now, or null when the document has no such block. */
  text(blockId: string): string | null;
  /** DOM ranges over a stretch of the block, in every place that shows it; none while it is not in the DOM. */
  ranges(blockId: string, start: number, end: number): Range[];
  /** Ids of the blocks on or near the screen; asked for only in `moved`. */
  near(): ReadonlySet<string>;
  /** The block whose leaf the element lies in, or null. */
  blockAt(element: Element): string | null;
}

/** A marker that paints with the CSS Custom Highlight API and is told of every change before the next frame. */
export interface HighlightMarker extends Marker {
  /** Blocks whose text or nodes changed, came or went; to be called inside the observer's callback. `null` = any. */
  changed(blockIds: Iterable<string> | null): void;
  /** The screen shows other blocks; to be called once before anything is drawn. */
  moved(): void;
  /** Removes everything drawn. */
  dispose(): void;
}

/** A mark with the place that it has now; `place` is null once its words were touched. */
interface Placed {
  readonly mark: Mark;
  place: readonly [number, number] | null;
  ranges: readonly Range[];
}

export function createHighlightMarker(registry: HighlightRegistry, places: HighlightPlaces): HighlightMarker {
  let byBlock = new Map<string, Placed[]>();
  /** Text of each marked block for which the places hold. */
  const texts = new Map<string, string>();
  let near: ReadonlySet<string> = new Set();

  function undraw(placed: Placed) {
    for (const range of placed.ranges) registry.delete(placed.mark.stage, range);
    placed.ranges = NO_RANGES;
  }

  function draw(placed: Placed) {
    undraw(placed);
    if (placed.place === null || !near.has(placed.mark.blockId)) return;
    placed.ranges = places.ranges(placed.mark.blockId, placed.place[0], placed.place[1]);
    for (const range of placed.ranges) registry.add(placed.mark.stage, range);
  }

  function place(mark: Mark, text: string | null): Placed {
    const fits = text !== null && text.slice(mark.start, mark.end) === mark.text;
    return { mark, place: fits ? [mark.start, mark.end] : null, ranges: NO_RANGES };
  }

  /** Moves the marks of a block with its text; what the edit touched disappears. */
  function follow(blockId: string, list: readonly Placed[]) {
    const before = texts.get(blockId);
    const after = places.text(blockId);
    if (after === null || before === undefined) {
      for (const placed of list) placed.place = null;
    } else if (before !== after) {
      const edit = singleEdit(before, after);
      if (edit !== null) for (const placed of list) placed.place = shifted(placed, edit, after);
    }
    if (after !== null) texts.set(blockId, after);
    for (const placed of list) draw(placed);
  }

  function show(marks: readonly Mark[]) {
    const next = new Map<string, Placed[]>();
    const fresh: Placed[] = [];
    for (const mark of marks) {
      const list = next.get(mark.blockId);
      const known = byBlock.get(mark.blockId);
      const text = places.text(mark.blockId);
      const old = known?.find((placed) => placed.place !== null && sameMark(placed.mark, mark));
      const placed = old ?? place(mark, text);
      if (old === undefined) fresh.push(placed);
      if (list === undefined) next.set(mark.blockId, [placed]);
      else list.push(placed);
      if (text !== null) texts.set(mark.blockId, text);
    }
    for (const [blockId, list] of byBlock) {
      const kept = next.get(blockId);
      for (const placed of list) if (kept === undefined || !kept.includes(placed)) undraw(placed);
      if (kept === undefined) texts.delete(blockId);
    }
    byBlock = next;
    for (const placed of fresh) draw(placed);
  }

  function* drawnOf(passageId: string): Generator<Range> {
    const list = byBlock.get(passageId) ?? [...byBlock.values()].flat();
    for (const placed of list) if (placed.mark.passageId === passageId) yield* placed.ranges;
  }

  return {
    show(marks, style) {
      registry.setLook(style.look);
      show(marks);
    },
    changed(blockIds) {
      for (const id of blockIds ?? [...byBlock.keys()]) {
        const list = byBlock.get(id);
        if (list !== undefined) follow(id, list);
      }
    },
    moved() {
      const before = near;
      near = places.near();
      for (const id of before) {
        if (!near.has(id)) for (const placed of byBlock.get(id) ?? []) undraw(placed);
      }
      for (const id of near) {
        if (!before.has(id)) for (const placed of byBlock.get(id) ?? []) draw(placed);
      }
    },
    hit(x, y): MarkHit | null {
      const under = document.elementFromPoint(x, y);
      const blockId = under === null ? null : places.blockAt(under);
      if (blockId === null) return null;
      for (const placed of byBlock.get(blockId) ?? []) {
        const rect = rangeAt(placed.ranges, x, y);
        if (rect !== null) return { passageId: placed.mark.passageId, rect };
      }
      return null;
    },
    rectsOf: (passageId) => rectsOfRanges([...drawnOf(passageId)]),
    counts() {
      const drawn = new Set<string>();
      let unplaced = 0;
      for (const id of near) {
        for (const placed of byBlock.get(id) ?? []) {
          if (placed.ranges.length > 0) drawn.add(placed.mark.passageId);
          else unplaced++;
        }
      }
      return { drawn: drawn.size, unplaced };
    },
    dispose() {
      for (const list of byBlock.values()) for (const placed of list) undraw(placed);
      byBlock = new Map();
      texts.clear();
    },
  };
}

const NO_RANGES: readonly Range[] = [];

function sameMark(a: Mark, b: Mark): boolean {
  return (
    a === b ||
    (a.passageId === b.passageId && a.start === b.start && a.end === b.end && a.stage === b.stage && a.text === b.text)
  );
}

/** Where a mark lies after an edit, or null when its words are no longer there. */
function shifted(placed: Placed, edit: Edit, text: string): readonly [number, number] | null {
  if (placed.place === null) return null;
  const span = remapSpan(placed.place[0], placed.place[1], edit);
  return span !== null && text.slice(span[0], span[1]) === placed.mark.text ? span : null;
}
