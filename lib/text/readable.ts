import type { Block, Unread } from '../model/document.ts';
import type { Message } from '../model/report.ts';
import { cutWhole, MAX_CHARACTERS } from './limits.ts';
import { isBlank } from './words.ts';

/** A document as a file or pasted text gives it. A title that stands in the text is also its first block. */
export interface ReadableDocument {
  /** Empty where none is plain. */
  readonly title: string;
  readonly blocks: readonly Block[];
  /** What was cut off before reading, because the text is too long. */
  readonly unread: readonly Unread[];
}

/** A document, or the one sentence that says why there is none. */
export type ReadResult =
  | { readonly ok: true; readonly document: ReadableDocument }
  | { readonly ok: false; readonly error: Message };

/** Deepest nesting that is told apart: twice what Word offers. A file may claim any, and text indented so would fill memory. */
const DEEPEST_LEVEL = 18;

/** Collects blocks in reading order and numbers them: the ids of files' blocks are `b0`, `b1` and so on. */
export class BlockList {
  readonly blocks: Block[] = [];

  /** Adds a block unless its text is empty; white space around the text is dropped, a level is made whole and capped. */
  add(kind: Block['kind'], level: number, text: string): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    const whole = Math.min(Math.max(Math.floor(level) || 0, 0), DEEPEST_LEVEL);
    this.blocks.push({ id: `b${this.blocks.length}`, kind, level: whole, text: trimmed });
  }

  /** The document; where no title was added, a first heading of the first level is the title. */
  document(unread: readonly Unread[] = []): ReadableDocument {
    const [first, ...rest] = this.blocks;
    if (first?.kind === 'heading' && first.level === 1)
      return { title: first.text, blocks: [{ ...first, kind: 'title', level: 0 }, ...rest], unread };
    return { title: first?.kind === 'title' ? first.text : '', blocks: this.blocks, unread };
  }
}

/** The beginning of a text that is read, and what is left unread of it: its further lines, each taken for a passage. */
export function readableBeginning(text: string): { readonly text: string; readonly unread: readonly Unread[] } {
  const kept = cutWhole(text, MAX_CHARACTERS);
  if (kept.length === text.length) return { text, unread: [] };
  const count = text
    .slice(kept.length)
    .split('\n')
    .filter((line) => !isBlank(line)).length;
  return { text: kept, unread: count === 0 ? [] : [{ reason: 'too-long', count }] };
}
