import type { Mark, Marker, MarkStyle } from '../marks/marker.ts';
import type { Block } from '../model/document.ts';
import type { Label } from '../model/stage.ts';
import type { MarkMode } from '../model/tab.ts';
import { type Markable, marksOf, remapMarks } from './marking.ts';

export interface DrawingInput {
  readonly blocks: readonly Block[];
  /** What is known of a block; null where nothing is, or where it is no passage. */
  readonly passageOf: (block: Block) => Markable | null;
  readonly mode: MarkMode;
  readonly hot: ReadonlySet<string>;
  readonly from: number;
}

/** The marks of one surface between verdicts and edits. */
export interface Drawing {
  /** A block's text changed from `before` to `after`; null = the block is gone. Draws nothing yet. */
  touch(blockId: string, before: string, after: string | null): void;
  /**
   * Makes marks of passages, beginning at block `from` and going round, until `outOfTime` says so. Blocks of which nothing is
   * known, those in `hot` blocks (edited since their verdict) and those that time did not reach keep the marks they have.
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
  readonly text: string;
  readonly label: Label;
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
    rebuild({ blocks, passageOf, mode, hot, from }, outOfTime) {
      const isMade = ({ id, label, block }: Markable) => {
        const known = made.get(id);
        return known?.text === block.text && known.label === label && known.mode === mode;
      };
      let complete = true;
      for (let offset = 0; complete && offset < blocks.length; offset++) {
        const block = blocks[(from + offset) % blocks.length];
        const passage = block === undefined || hot.has(block.id) ? null : passageOf(block);
        if (passage === null || isMade(passage)) continue;
        if (outOfTime()) complete = false;
        else
          made.set(passage.id, { marks: marksOf(passage, mode), text: passage.block.text, label: passage.label, mode });
      }
      const next = new Map<string, readonly Mark[]>();
      for (const block of blocks) {
        // A passage that became a heading loses its marks.
        if (block.kind === 'heading' || block.kind === 'title') continue;
        const passage = hot.has(block.id) ? null : passageOf(block);
        const isFresh = passage !== null && isMade(passage);
        const now = (isFresh ? made.get(block.id)?.marks : byBlock.get(block.id)) ?? [];
        if (now.length > 0) next.set(block.id, now);
      }
      if (!sameEntries(byBlock, next)) changed = true;
      byBlock = next;
      if (made.size > 2 * blocks.length) for (const id of made.keys()) if (!next.has(id)) made.delete(id);
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
