import type { Mark, Marker, MarkStyle } from '../marks/marker.ts';
import type { Passage } from '../model/passage.ts';
import type { MarkMode } from '../model/tab.ts';
import type { Verdict } from '../model/verdict.ts';
import { marksOf, remapMarks } from './marking.ts';

export interface DrawingInput {
  readonly passages: readonly Passage[];
  readonly verdicts: readonly (Verdict | null)[];
  readonly mode: MarkMode;
  readonly hot: ReadonlySet<string>;
  readonly from: number;
}

/** The marks of one surface between verdicts and edits. */
export interface Drawing {
  /** A block's text changed from `before` to `after`; null = the block is gone. Draws nothing yet. */
  touch(blockId: string, before: string, after: string | null): void;
  /**
   * Makes marks of verdicts, beginning at passage `from` and going round, until `outOfTime` says so. Passages without a
   * verdict, those in `hot` blocks (edited since their verdict) and those that time did not reach keep the marks they have.
   * @returns whether all could be made.
   */
  rebuild(input: DrawingInput, outOfTime: () => boolean): boolean;
  /** Tells the marker, if anything changed since the last time or the style is another. */
  show(style: MarkStyle): void;
  /** Takes every mark away. */
  clear(style: MarkStyle): void;
  /** What is shown now, in reading order. */
  marks(): readonly Mark[];
}

/** Marks as they were made, with what they were made from: the same again costs nothing and stays the same object. */
interface Made {
  readonly marks: readonly Mark[];
  readonly passage: Passage;
  readonly label: Verdict['label'];
  readonly mode: MarkMode;
}

export function createDrawing(marker: Marker): Drawing {
  let byBlock = new Map<string, readonly Mark[]>();
  const made = new Map<string, Made>();
  let changed = false;
  let shownStyle: MarkStyle | null = null;
  const marks = () => [...byBlock.values()].flat();
  return {
    touch(blockId, before, after) {
      const old = byBlock.get(blockId);
      made.delete(blockId);
      if (old === undefined) return;
      const kept = after === null ? [] : remapMarks(old, before, after);
      if (kept === old) return;
      changed = true;
      if (kept.length === 0) byBlock.delete(blockId);
      else byBlock.set(blockId, kept);
    },
    rebuild({ passages, verdicts, mode, hot, from }, outOfTime) {
      const isMade = (passage: Passage, label: Verdict['label']) => {
        const known = made.get(passage.id);
        return known?.passage.text === passage.text && known.label === label && known.mode === mode;
      };
      let complete = true;
      for (let offset = 0; complete && offset < passages.length; offset++) {
        const index = (from + offset) % passages.length;
        const passage = passages[index];
        const verdict = verdicts[index];
        if (!passage || !verdict || hot.has(passage.id) || isMade(passage, verdict.label)) continue;
        if (outOfTime()) complete = false;
        else made.set(passage.id, { marks: marksOf(passage, verdict, mode), passage, label: verdict.label, mode });
      }
      const next = new Map<string, readonly Mark[]>();
      passages.forEach((passage, index) => {
        const verdict = verdicts[index];
        const isFresh = verdict && !hot.has(passage.id) && isMade(passage, verdict.label);
        const now = (isFresh ? made.get(passage.id)?.marks : byBlock.get(passage.id)) ?? [];
        if (now.length > 0) next.set(passage.id, now);
      });
      if (!sameEntries(byBlock, next)) changed = true;
      byBlock = next;
      if (made.size > 2 * passages.length) for (const id of made.keys()) if (!next.has(id)) made.delete(id);
      return complete;
    },
    show(style) {
      if (!changed && shownStyle?.look === style.look && shownStyle.theme === style.theme) return;
      changed = false;
      shownStyle = style;
      marker.show(marks(), style);
    },
    clear(style) {
      byBlock = new Map();
      made.clear();
      changed = false;
      shownStyle = style;
      marker.show([], style);
    },
    marks,
  };
}

/** Whether two maps hold the same lists under the same ids in the same order. */
function sameEntries(first: ReadonlyMap<string, unknown>, second: ReadonlyMap<string, unknown>): boolean {
  if (first.size !== second.size) return false;
  const others = second.entries();
  for (const [id, marks] of first) {
    const other = others.next().value;
    if (other === undefined || other[0] !== id || other[1] !== marks) return false;
  }
  return true;
}
