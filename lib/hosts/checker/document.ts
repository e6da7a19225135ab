import type { Message } from '../../model/report.ts';
import { readDocumentFile } from '../../text/file.ts';
import { blocksFromMarkdown } from '../../text/markdown.ts';
import { type CheckerEditor, createCheckerEditor } from './editor.ts';
import { toMarkdown } from './markdown.ts';

/** The document of the checker page: an editor and what can be done with it from outside. */
export interface CheckerDocument {
  readonly editor: CheckerEditor;
  /** Puts the editor into its place. */
  mount(place: HTMLElement): void;
  /** Opens a file; null, or the sentence that says why it could not be read. What was there stays in that case. */
  open(file: File): Promise<Message | null>;
  openMarkdown(text: string): void;
  /** The text as Markdown, with a name for its file. */
  save(): { readonly name: string; readonly text: string };
  clear(): void;
  /** Tells whether there is any text, now and at every change, until the signal aborts. */
  watchBlank(listener: (blank: boolean) => void, signal: AbortSignal): void;
  /** Whether something was written that is neither saved nor in a file. */
  unsaved(): boolean;
}

/** @param name the accessible name of the editor. */
export function createCheckerDocument(name: string): CheckerDocument {
  const frame = document.createElement('div');
  const editor = createCheckerEditor(frame, { name });
  const forever = new AbortController().signal;
  let written = false;
  const blank = () => editor.view.state.doc.textContent === '';
  editor.watch((change) => {
    written = change === 'typed' && !blank();
  }, forever);
  return {
    editor,
    mount: (place) => place.append(frame),
    async open(file) {
      const read = readDocumentFile(file.name, new Uint8Array(await file.arrayBuffer()));
      if (!read.ok) return read.error;
      editor.load(read.document.blocks, read.document.unread);
      return null;
    },
    openMarkdown: (text) => editor.load(blocksFromMarkdown(text).blocks),
    save() {
      const { blocks } = editor.reading();
      written = false;
      return { name: `${fileName(blocks[0]?.text ?? '')}.md`, text: toMarkdown(blocks) };
    },
    clear: () => editor.load([]),
    watchBlank(listener, signal) {
      editor.watch(() => listener(blank()), signal);
      listener(blank());
    },
    unsaved: () => written,
  };
}

/** A title as a file's name: its letters and digits, joined by dashes. */
function fileName(title: string): string {
  const words = title
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return words.slice(0, 8).join('-') || 'document';
}
