import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { Slice } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { type Command, EditorState, type Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { Block, Unread } from '../../model/document.ts';
import { capBlocks, unreadByLimits } from '../../text/limits.ts';
import { blocksFromMarkdown } from '../../text/markdown.ts';
import { blockIdAt, blockIdsPlugin } from './block-ids.ts';
import { type TextBlock, textBlocks, toBlock } from './blocks.ts';
import { documentFromBlocks } from './load.ts';
import { checkerSchema } from './schema.ts';
import { mendWordHtml } from './word-paste.ts';

/** One reading of the editor. */
export interface EditorReading {
  readonly blocks: readonly Block[];
  /** The editor's nodes behind the blocks, in the same order. */
  readonly nodes: readonly TextBlock[];
  /** What of the loaded document was too long to be taken in. */
  readonly unread: readonly Unread[];
}

export type EditorChange = 'typed' | 'loaded';

/** The checker page's own editor: a plain document one can write in, paste into and load. */
export interface CheckerEditor {
  readonly view: EditorView;
  /** The text now; the same object while nothing changed. */
  reading(): EditorReading;
  /** Replaces everything, as another document: what was there can not be undone back. */
  load(blocks: readonly Block[], unread?: readonly Unread[]): void;
  /** Calls the listener after every change until the signal aborts. */
  watch(listener: (change: EditorChange) => void, signal: AbortSignal): void;
  destroy(): void;
}

export interface EditorWords {
  /** The accessible name of the editor. */
  readonly name: string;
}

/** Puts an editor into an element. */
export function createCheckerEditor(place: HTMLElement, words: EditorWords): CheckerEditor {
  const listeners = new Set<(change: EditorChange) => void>();
  const fresh = (blocks: readonly Block[]) =>
    EditorState.create({ doc: documentFromBlocks(capBlocks(blocks).blocks), plugins: plugins() });
  let unread: readonly Unread[] = [];
  let cached: { readonly state: EditorState; readonly reading: EditorReading } | null = null;
  const tell = (change: EditorChange) => {
    for (const listener of listeners) listener(change);
  };
  const view = new EditorView(place, {
    state: fresh([]),
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': words.name,
      class: 'checker-text',
      spellcheck: 'false',
      tabindex: '0',
    },
    transformPastedHTML: mendWordHtml,
    // Text without HTML is read as Markdown, which plain text nearly always is too.
    clipboardTextParser: (text) => Slice.maxOpen(documentFromBlocks(blocksFromMarkdown(text).blocks).content),
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) tell('typed');
    },
  });
  return {
    view,
    reading() {
      if (cached === null || !cached.state.doc.eq(view.state.doc))
        cached = { state: view.state, reading: { ...read(view.state), unread } };
      return cached.reading;
    },
    load(blocks, cut = []) {
      unread = [...cut, ...unreadByLimits(blocks)];
      view.updateState(fresh(blocks));
      tell('loaded');
    },
    watch(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
    destroy: () => view.destroy(),
  };
}

function read(state: EditorState): Omit<EditorReading, 'unread'> {
  const nodes = textBlocks(state.doc);
  return { nodes, blocks: nodes.map((node) => toBlock(node, blockIdAt(state, node.pos))) };
}

function plugins(): Plugin[] {
  const { nodes, marks } = checkerSchema;
  const item = nodes.list_item;
  const lists: Record<string, Command> = {
    Enter: splitListItem(item),
    Tab: sinkListItem(item),
    'Shift-Tab': liftListItem(item),
    'Mod-[': liftListItem(item),
    'Mod-]': sinkListItem(item),
  };
  const breakLine: Command = (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
    return true;
  };
  return [
    blockIdsPlugin(),
    inputRules({
      rules: [
        textblockTypeInputRule(/^(#{1,6})\s$/, nodes.heading, (match) => ({ level: match[1]?.length ?? 1 })),
        wrappingInputRule(/^\s*[-+*]\s$/, nodes.bullet_list),
        wrappingInputRule(/^\d+[.)]\s$/, nodes.ordered_list),
        wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
      ],
    }),
    keymap({
      'Mod-z': undo,
      'Shift-Mod-z': redo,
      'Mod-y': redo,
      'Mod-b': toggleMark(marks.strong),
      'Mod-i': toggleMark(marks.em),
      'Shift-Enter': chainCommands(breakLine),
    }),
    keymap(lists),
    keymap(baseKeymap),
    history(),
  ];
}
