import type { TextApi } from './api.ts';
import type { Counters } from './counters.ts';
import type { Editor } from './editor.ts';
import { exportMarkdown, exportText } from './export.ts';
import type { Input } from './input.ts';
import type { Paragraph } from './model.ts';
import type { SimulatorOptions } from './options.ts';
import type { Shell } from './shell.ts';
import type { Box } from './truth.ts';
import type { View } from './view.ts';

/** One paragraph as tests see it. */
export interface ParagraphFacts {
  readonly id: number;
  readonly text: string;
  readonly style: string;
  readonly list: boolean;
  readonly cell: boolean;
}

/** The control object on the page, `window.__docs`: everything a test or a bench does to the document, and what is true. */
export interface Controls {
  readonly options: SimulatorOptions;
  readonly counters: Counters;
  /** Settles when the page has booted. */
  readonly booted: Promise<void>;
  text(): string;
  paragraphs(): ParagraphFacts[];
  /** Paragraphs of the layout on the screen, which may be older than the text or of another tab. */
  paintedParagraphs(): ParagraphFacts[];
  /** Client rectangles of [from, to) of a painted paragraph, from the layout. */
  boxes(paragraphId: number, from: number, to: number): Box[];
  isPainted(paragraphId: number): boolean;
  /** Client rectangle inside which the document is visible. */
  clip(): Box;
  raw(paragraphId: number, offset: number): number;
  select(anchor: number, focus?: number): void;
  focus(): void;
  type(text: string): boolean;
  backspace(): boolean;
  paste(text: string): boolean;
  undo(): boolean;
  replaceAll(find: string, replacement: string): void;
  /** A colleague's edit: moves no caret, needs no focus. */
  remote(from: number, to: number, insert: string): boolean;
  restyle(paragraphId: number, style: 'normal' | 'heading-1' | 'heading-2'): void;
  zoom(percent: number): void;
  scrollTo(top: number): void;
  switchTab(index: number): void;
  replaceEditor(): void;
  replaceIframe(): void;
  refreshText(): void;
  repaint(): void;
  openMenu(open: boolean): void;
  openComment(open: boolean): void;
  exported(format: 'txt' | 'md'): string;
}

declare global {
  interface Window {
    __docs: Controls;
  }
}

/** Wires the control object. */
export function makeControls(
  parts: { editor: Editor; view: View; api: TextApi; input: () => Input; shell: Shell; counters: Counters },
  options: SimulatorOptions,
  booted: Promise<void>,
): Controls {
  const { editor, view, api, input, shell, counters } = parts;
  const indexOf = (id: number) => editor.tab.paragraphs.findIndex((paragraph) => paragraph.id === id);
  return {
    options,
    counters,
    booted,
    text: () => editor.text,
    paragraphs: () => editor.tab.paragraphs.map(factsOf),
    paintedParagraphs: () => (view.tiles.painted?.layout.tab.paragraphs ?? []).map(factsOf),
    boxes: (id, from, to) => view.boxesOf(id, from, to),
    isPainted: (id) => view.isPainted(id),
    clip: () => {
      const { left, top } = shell.scroller.getBoundingClientRect();
      return { left, top, right: left + shell.scroller.clientWidth, bottom: top + shell.scroller.clientHeight };
    },
    raw: (id, offset) => editor.raw({ index: indexOf(id), offset }),
    select: (anchor, focus) => {
      editor.select(anchor, focus ?? anchor);
      api.refresh();
    },
    focus: () => input().focus(),
    type: (text) => editor.type(text),
    backspace: () => editor.backspace(),
    paste: (text) => editor.paste(text),
    undo: () => editor.undo(),
    replaceAll: (find, replacement) => editor.replaceAll(find, replacement),
    remote: (from, to, insert) => editor.replace(from, to, insert, false),
    restyle: (id, style) => editor.restyle(indexOf(id), { style }),
    zoom: (percent) => view.zoom(percent),
    scrollTo: (top) => {
      shell.scroller.scrollTop = top;
    },
    switchTab: (index) => switchTab(editor, index),
    replaceEditor: () => api.replaceEditor(),
    replaceIframe: () => input().replace(),
    refreshText: () => api.refresh(),
    repaint: () => view.paint(),
    openMenu: (open) => {
      shell.menu.hidden = !open;
    },
    openComment: (open) => {
      shell.comment.hidden = !open;
    },
    exported: (format) => (format === 'md' ? exportMarkdown(editor.tab) : exportText(editor.tab)),
  };
}

function factsOf({ id, text, style, list, cell }: Paragraph): ParagraphFacts {
  return { id, text, style, list: list !== null, cell: cell !== null };
}

/** Changes the address at once, the text and the tiles later, as Docs does. */
export function switchTab(editor: Editor, index: number): void {
  const address = new URL(location.href);
  address.searchParams.set('tab', editor.tabs[index]?.id ?? 't.0');
  history.pushState(null, '', address);
  editor.switchTab(index);
}
