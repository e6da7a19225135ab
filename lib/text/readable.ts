import type { Block } from '../model/document.ts';
import type { Message } from '../model/report.ts';

/** A document as a file or pasted text gives it. A title that stands in the text is also its first block. */
export interface ReadableDocument {
  /** Empty where none is plain. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A document, or the one sentence that says why there is none. */
export type ReadResult =
  | { readonly ok: true; readonly document: ReadableDocument }
  | { readonly ok: false; readonly error: Message };

/** Collects blocks in reading order and numbers them: the ids of files' blocks are `b0`, `b1` and so on. */
export class BlockList {
  readonly blocks: Block[] = [];

  /** Adds a block unless its text is empty; white space around the text is dropped. */
  add(kind: Block['kind'], level: number, text: string): void {
    const trimmed = text.trim();
    if (trimmed !== '') this.blocks.push({ id: `b${this.blocks.length}`, kind, level, text: trimmed });
  }

  /** The document; where no title was added, a first heading of the first level is the title. */
  document(): ReadableDocument {
    const [first, ...rest] = this.blocks;
    if (first?.kind === 'heading' && first.level === 1)
      return { title: first.text, blocks: [{ ...first, kind: 'title', level: 0 }, ...rest] };
    return { title: first?.kind === 'title' ? first.text : '', blocks: this.blocks };
  }
}
