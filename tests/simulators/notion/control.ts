import type { Editor } from './editor.ts';
import type { History } from './history.ts';
import type { Ime } from './ime.ts';
import type { LockReport } from './lock.ts';
import type { BlockType, Store } from './model.ts';
import type { Navigation } from './navigation.ts';
import { startNoise } from './noise.ts';
import type { Operations } from './operations.ts';
import type { SimOptions } from './options.ts';
import { PAGE_IDS } from './pages.ts';
import type { Remote } from './remote.ts';
import { atom, concat, format, type Marks, run } from './rich.ts';
import { expectedRects, marksOutside, type TruthLeaf, truthOf } from './truth.ts';

/** What tests and people can do to the page and ask of it, as `window.__sim`. */
export interface SimControl {
  readonly options: SimOptions;
  readonly pages: typeof PAGE_IDS;
  readonly lock: LockReport;
  readonly stolenKeys: { count: number };
  readonly remote: Remote;
  readonly ime: Ime;
  /** Prose that a reader can see in the DOM now. */
  truth(surface?: 'page' | 'peek'): TruthLeaf[];
  /** Prose of the whole page, closed toggles included. */
  wholeTruth(surface?: 'page' | 'peek'): TruthLeaf[];
  rects(
    id: string,
    leaf: number,
    start: number,
    end: number,
    surface?: 'page' | 'peek',
  ): { x: number; y: number; width: number; height: number }[];
  /** Highlight ranges outside the prose. */
  marksOutside(prefix: string): string[];
  caret(): { id: string; leaf: number; offset: number } | null;
  setCaret(id: string, leaf: number, offset: number): void;
  /** Selects a stretch of one leaf. */
  select(id: string, leaf: number, start: number, end: number): void;
  caretMoves(): number;
  format(id: string, leaf: number, start: number, end: number, marks: Marks): void;
  insertMention(id: string, text: string): void;
  setText(id: string, text: string): void;
  text(id: string, leaf?: number): string;
  split(id: string, offset: number): string;
  merge(id: string): void;
  insert(after: string, type: BlockType, text: string): string;
  remove(id: string): void;
  move(id: string, after: string): void;
  nest(id: string): boolean;
  convert(id: string, type: BlockType): void;
  setOpen(id: string, open: boolean): void;
  setChecked(id: string, checked: boolean): void;
  undo(): boolean;
  redo(): boolean;
  redraw(id: string): void;
  go(target: string): void;
  openPeek(id: string, mode?: 's' | 'c'): void;
  closePeek(): void;
  expandPeek(): void;
  /** Starts meaningless mutations. @returns stop. */
  noise(rate: number): () => void;
  theme(dark: boolean): void;
  /** Scrolls the main page. */
  scrollTo(top: number): void;
  /** Whether no block is still waiting for its content. */
  settled(): boolean;
}

export interface ControlParts {
  readonly store: Store;
  readonly operations: Operations;
  readonly history: History;
  readonly editor: Editor;
  readonly navigation: Navigation;
  readonly remote: Remote;
  readonly ime: Ime;
  readonly options: SimOptions;
  readonly lockReport: LockReport;
  readonly stolenKeys: { count: number };
}

export function createControl(parts: ControlParts): SimControl {
  const { store, operations, history, editor, navigation, remote, ime, options } = parts;
  const viewOf = (surface: 'page' | 'peek') => (surface === 'peek' ? navigation.peek() : navigation.main());
  const step = <T>(change: () => T): T => {
    let result: T | undefined;
    history.step(() => {
      result = change();
    });
    return result as T;
  };
  return {
    options,
    pages: PAGE_IDS,
    lock: parts.lockReport,
    stolenKeys: parts.stolenKeys,
    remote,
    ime,
    truth(surface = 'page') {
      const view = viewOf(surface);
      return view === null ? [] : truthOf(store, view.pageId, view);
    },
    wholeTruth(surface = 'page') {
      const view = viewOf(surface);
      return view === null ? [] : truthOf(store, view.pageId, null);
    },
    rects(id, leaf, start, end, surface = 'page') {
      const view = viewOf(surface);
      if (view === null) return [];
      return expectedRects(view, id, leaf, start, end).map(({ x, y, width, height }) => ({ x, y, width, height }));
    },
    marksOutside: (prefix) => marksOutside(navigation.views(), prefix),
    caret() {
      const point = editor.caret();
      return point === null ? null : { id: point.id, leaf: point.leaf, offset: point.offset };
    },
    setCaret: (id, leaf, offset) => editor.setCaret(id, leaf, offset),
    select(id, leaf, start, end) {
      const [first] = navigation.views().flatMap((view) => view.leavesOf(id, leaf));
      if (first === undefined) return;
      editor.setCaret(id, leaf, start);
      const selection = getSelection();
      const anchor = selection?.anchorNode;
      const offset = selection?.anchorOffset ?? 0;
      editor.setCaret(id, leaf, end);
      if (anchor && selection?.focusNode)
        selection.setBaseAndExtent(anchor, offset, selection.focusNode, selection.focusOffset);
    },
    caretMoves: () => editor.caretMoves.count,
    format: (id, leaf, start, end, marks) =>
      step(() => store.setLeaf(id, leaf, format(store.leaf(id, leaf), start, end, marks))),
    insertMention: (id, text) => step(() => store.setLeaf(id, 0, concat(store.leaf(id, 0), [atom('user', text)]))),
    setText: (id, text) => step(() => store.setLeaf(id, 0, text === '' ? [] : [run(text)])),
    text: (id, leaf = 0) => store.text(id, leaf),
    split: (id, offset) => step(() => operations.split(id, offset)),
    merge: (id) => step(() => void operations.merge(id)),
    insert: (after, type, text) =>
      step(() => {
        const parent = store.block(after).parent ?? after;
        return operations.insert(
          parent,
          store.childrenOf(parent).indexOf(after) + 1,
          type,
          text === '' ? [[]] : [[run(text)]],
        );
      }),
    remove: (id) => step(() => operations.remove(id)),
    move: (id, after) =>
      step(() => {
        const parent = store.block(after).parent ?? after;
        const from = store.block(id).parent;
        const siblings = store.childrenOf(parent);
        const target = siblings.indexOf(after) + 1;
        const own = siblings.indexOf(id);
        operations.move(id, parent, from === parent && own >= 0 && own < target ? target - 1 : target);
      }),
    nest: (id) => step(() => operations.nest(id)),
    convert: (id, type) => step(() => operations.convert(id, type)),
    setOpen: (id, open) => operations.setOpen(id, open),
    setChecked: (id, checked) => step(() => operations.setChecked(id, checked)),
    undo: () => history.undo(),
    redo: () => history.redo(),
    redraw: (id) => remote.redraw(id),
    go: (target) => navigation.go(target),
    openPeek: (id, mode = 's') => navigation.openPeek(id, mode),
    closePeek: () => navigation.closePeek(),
    expandPeek: () => navigation.expandPeek(),
    noise: (rate) => startNoise(options, navigation.views, rate),
    theme(dark) {
      document.body.classList.toggle('dark', dark);
      const inner = document.querySelector('.notion-app-inner');
      inner?.classList.toggle('notion-dark-theme', dark);
      inner?.classList.toggle('notion-light-theme', !dark);
    },
    scrollTo(top) {
      navigation.main()?.scroller.scrollTo(0, top);
    },
    settled: () => navigation.views().every((view) => view.content?.querySelector('.notion-unknown-block') === null),
  };
}

declare global {
  interface Window {
    __sim: SimControl;
  }
}
