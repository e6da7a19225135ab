import { offsetOf, pointAt, readLeaf } from './caret.ts';
import type { History } from './history.ts';
import type { BlockType, Store } from './model.ts';
import type { Operations } from './operations.ts';
import type { SimOptions } from './options.ts';
import { concat, format, type Marks, plainText, replace, run, slice } from './rich.ts';
import type { PageView } from './view.ts';

/** A place in the document as the model counts it. */
export interface ModelPoint {
  readonly view: PageView;
  readonly element: HTMLElement;
  readonly id: string;
  readonly leaf: number;
  readonly offset: number;
}

export interface Editor {
  /** Where the caret is, or null when it is in no leaf. */
  caret(): ModelPoint | null;
  /** Puts the caret; counted as the editor's own move. */
  setCaret(id: string, leaf: number, offset: number, view?: PageView): void;
  format(marks: Marks): void;
  /** Whether a composition is under way in this leaf: nothing may draw it again. */
  composing(element: Element): boolean;
  /** Whether a key's native change is on its way into a leaf. */
  typed(): boolean;
  /** Caret moves that nothing of the editor or the user explains. */
  readonly caretMoves: { count: number };
  /** Says that the caret may move now for a reason of the editor's own. */
  expectCaretMove(): void;
}

/** Line starts that turn a block into another type. */
const SHORTCUTS: readonly (readonly [string, BlockType])[] = [
  ['# ', 'header'],
  ['## ', 'sub_header'],
  ['### ', 'sub_sub_header'],
  ['#### ', 'header_4'],
  ['- ', 'bulleted_list'],
  ['* ', 'bulleted_list'],
  ['1. ', 'numbered_list'],
  ['[] ', 'to_do'],
  ['> ', 'toggle'],
  ['" ', 'quote'],
  ['```', 'code'],
];
const HARD_MS = 300;
const UNDO_CARET_MS = 200;
/** A busy page tells of a move of the selection late. */
const CARET_CAUSE_MS = 1000;

/** Typing, splitting, merging, shortcuts, composition, paste and undo, as the real editor handles them. */
export function createEditor(
  store: Store,
  operations: Operations,
  history: History,
  options: SimOptions,
  views: () => readonly PageView[],
): Editor {
  let cause = 0;
  let composition: HTMLElement | null = null;
  let hardTimer = 0;
  let typed = false;
  const caretMoves = { count: 0 };
  const expectCaretMove = () => {
    cause = performance.now();
  };

  function pointOf(node: Node | null, offset: number): ModelPoint | null {
    const start = node instanceof Element ? node : (node?.parentElement ?? null);
    const element = start?.closest<HTMLElement>('[data-content-editable-leaf]') ?? null;
    const view = views().find((candidate) => element !== null && candidate.root.contains(element));
    if (element === null || view === undefined || node === null) return null;
    const place = view.place(element);
    if (place === null || (!store.pages.has(place.id) && !store.blocks.has(place.id))) return null;
    return { view, element, ...place, offset: offsetOf(element, node, offset) };
  }

  function caret(): ModelPoint | null {
    const selection = getSelection();
    return selection === null ? null : pointOf(selection.anchorNode, selection.anchorOffset);
  }

  /** Both ends of the selection when it lies in one leaf, start first. */
  function selected(): { from: ModelPoint; to: ModelPoint } | null {
    const selection = getSelection();
    if (selection === null || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const from = pointOf(range.startContainer, range.startOffset);
    const to = pointOf(range.endContainer, range.endOffset);
    return from === null || to === null || from.element !== to.element ? null : { from, to };
  }

  function setCaret(id: string, leaf: number, offset: number, view?: PageView) {
    const element = (view === undefined ? views() : [view]).flatMap((item) => item.leavesOf(id, leaf))[0];
    if (element === undefined) return;
    expectCaretMove();
    const point = pointAt(element, offset);
    getSelection()?.collapse(point.node, point.offset);
  }

  function replaceSelection(text: string) {
    const range = selected();
    if (range === null) return;
    const { from, to } = range;
    history.step(() =>
      store.setLeaf(from.id, from.leaf, replace(store.leaf(from.id, from.leaf), from.offset, to.offset, text)),
    );
    setCaret(from.id, from.leaf, from.offset + text.length, from.view);
  }

  function paste(text: string) {
    const lines = text.split(/\n+/).filter((line) => line !== '');
    const range = selected();
    if (range === null) return;
    if (lines.length < 2 || store.pages.has(range.from.id)) return replaceSelection(lines.join(' '));
    const { from } = range;
    history.step(() => {
      const parent = store.block(from.id).parent;
      if (parent === null) return;
      let index = store.childrenOf(parent).indexOf(from.id) + 1;
      for (const line of lines) {
        const type = line.startsWith('- ') ? 'bulleted_list' : line.startsWith('# ') ? 'header' : 'text';
        operations.insert(parent, index++, type, [[run(line.replace(/^(?:- |# )/, ''))]]);
      }
    });
  }

  function enter() {
    const range = selected();
    if (range === null || store.pages.has(range.from.id) || store.block(range.from.id).type === 'table') return;
    const { from, to } = range;
    const block = store.block(from.id);
    if (block.type === 'code') return replaceSelection('\n');
    if (plainText(store.leaf(from.id, 0)) === '' && block.type !== 'text') {
      history.step(() => operations.convert(from.id, 'text'));
      return setCaret(from.id, 0, 0, from.view);
    }
    const split = () => {
      let fresh = '';
      history.step(() => {
        if (to.offset > from.offset) {
          store.setLeaf(from.id, 0, replace(store.leaf(from.id, 0), from.offset, to.offset, ''));
        }
        fresh = operations.split(from.id, from.offset);
      });
      setCaret(fresh, 0, 0, from.view);
    };
    if (options.split === 0) split();
    else setTimeout(split, options.split);
  }

  /** Backspace at a line's start: another type becomes text, text joins the line above. @returns whether it was handled. */
  function backspace(): boolean {
    const range = selected();
    if (range === null || range.from.offset !== 0 || range.to.offset !== 0) return false;
    const { from } = range;
    if (store.pages.has(from.id) || from.leaf > 0 || store.block(from.id).type === 'table') return true;
    if (store.block(from.id).type !== 'text') {
      history.step(() => operations.convert(from.id, 'text'));
      setCaret(from.id, 0, 0, from.view);
      return true;
    }
    let seam: { id: string; offset: number } | null = null;
    history.step(() => {
      seam = operations.merge(from.id);
    });
    const joined = seam as { id: string; offset: number } | null;
    if (joined !== null) setCaret(joined.id, 0, joined.offset, from.view);
    return true;
  }

  /** Whether the caret stands at the start or end of its line: what the browser would delete there is another line. */
  function atEdge(start: boolean): boolean {
    const range = selected();
    if (range === null || range.from.offset !== range.to.offset) return false;
    return range.from.offset === (start ? 0 : store.text(range.from.id, range.from.leaf).length);
  }

  function shortcut(point: ModelPoint): boolean {
    if (store.pages.has(point.id) || point.leaf > 0 || store.block(point.id).type !== 'text') return false;
    const text = store.text(point.id);
    const found = SHORTCUTS.find(([start]) => text.startsWith(start) && point.offset === start.length);
    if (found === undefined) return false;
    const [start, type] = found;
    history.step(() => {
      store.setLeaf(point.id, 0, slice(store.leaf(point.id, 0), start.length, Number.MAX_SAFE_INTEGER));
      operations.convert(point.id, type);
    });
    setCaret(point.id, 0, 0, point.view);
    return true;
  }

  /** Turns `**bold**` and backticked text into formatting, which draws the leaf again. */
  function inlineShortcut(point: ModelPoint): boolean {
    const text = store.text(point.id, point.leaf);
    const match = /(\*\*|`)([^*`]+)\1$/.exec(text.slice(0, point.offset));
    if (match === null) return false;
    const [whole, fence = '', inner = ''] = match;
    const start = point.offset - whole.length;
    const marks: Marks = fence === '`' ? { code: true } : { bold: true };
    history.step(() => {
      const rich = store.leaf(point.id, point.leaf);
      const middle = format(
        slice(rich, start + fence.length, start + fence.length + inner.length),
        0,
        inner.length,
        marks,
      );
      store.setLeaf(
        point.id,
        point.leaf,
        concat(slice(rich, 0, start), middle, slice(rich, point.offset, Number.MAX_SAFE_INTEGER)),
      );
    });
    setCaret(point.id, point.leaf, start + inner.length, point.view);
    return true;
  }

  /** Reads natively typed text back into the model. */
  function readBack(point: ModelPoint) {
    const before = store.text(point.id, point.leaf);
    const code = !store.pages.has(point.id) && store.block(point.id).type === 'code';
    const raw = readLeaf(point.element).replaceAll('\u200B', '');
    const after = code ? raw.replace(/\n$/, '') : raw;
    if (before === after) return;
    let start = 0;
    while (start < before.length && start < after.length && before[start] === after[start]) start++;
    let tail = 0;
    while (tail < before.length - start && tail < after.length - start && before.at(-1 - tail) === after.at(-1 - tail))
      tail++;
    const rich = replace(
      store.leaf(point.id, point.leaf),
      start,
      before.length - tail,
      after.slice(start, after.length - tail),
    );
    history.step(() => store.setLeaf(point.id, point.leaf, rich, true), `${point.id}/${point.leaf}`);
    if (code) {
      point.view.renderLeaf(point.id, point.leaf);
      setCaret(point.id, point.leaf, point.offset, point.view);
    }
  }

  function onBeforeInput(event: InputEvent) {
    expectCaretMove();
    const point = caret();
    if (point === null) {
      // The caret is between the lines, where the browser would write into the editor's own elements.
      if (views().some((view) => event.target instanceof Node && view.root.contains(event.target)))
        event.preventDefault();
      return;
    }
    const kind = event.inputType;
    const handle = (action: () => void) => {
      event.preventDefault();
      action();
    };
    if (kind === 'insertParagraph') return handle(enter);
    if (kind === 'insertLineBreak') return handle(() => replaceSelection('\n'));
    if (kind === 'insertFromPaste') return handle(() => paste(event.dataTransfer?.getData('text/plain') ?? ''));
    if (kind === 'insertFromDrop' || kind === 'deleteByDrag') return handle(() => undefined);
    if (kind === 'historyUndo') return handle(undo);
    if (kind === 'historyRedo') return handle(redo);
    if (kind === 'formatBold') return handle(() => formatSelection({ bold: true }));
    if (kind === 'formatItalic') return handle(() => formatSelection({ italic: true }));
    if (kind.startsWith('delete')) {
      const selection = getSelection();
      if (selection !== null && !selection.isCollapsed && selected() === null) return handle(() => undefined);
      const backwards = kind.endsWith('Backward');
      if (kind === 'deleteContentBackward' ? backspace() : atEdge(backwards)) event.preventDefault();
      return;
    }
    if (selected() === null && getSelection()?.isCollapsed === false) event.preventDefault();
  }

  function onInput() {
    const point = caret();
    for (const view of views()) view.absorb();
    typed = false;
    if (point === null || composition !== null) return;
    readBack(point);
    const now = caret();
    if (now === null) return;
    if (shortcut(now) || inlineShortcut(now)) return;
    if (options.hard) {
      clearTimeout(hardTimer);
      hardTimer = window.setTimeout(() => {
        const at = caret();
        now.view.renderLeaf(now.id, now.leaf);
        if (at !== null && at.id === now.id) setCaret(at.id, at.leaf, at.offset, at.view);
      }, HARD_MS);
    }
  }

  function later(applied: boolean, point: ModelPoint | null) {
    if (applied && point !== null) {
      setTimeout(() => {
        if (!store.blocks.has(point.id) && !store.pages.has(point.id)) return;
        setCaret(point.id, point.leaf, Math.min(point.offset, store.text(point.id, point.leaf).length), point.view);
      }, UNDO_CARET_MS);
    }
  }
  const undo = () => later(history.undo(), caret());
  const redo = () => later(history.redo(), caret());

  function formatSelection(marks: Marks) {
    const range = selected();
    if (range === null || range.from.offset === range.to.offset) return;
    const { from, to } = range;
    history.step(() =>
      store.setLeaf(from.id, from.leaf, format(store.leaf(from.id, from.leaf), from.offset, to.offset, marks)),
    );
    expectCaretMove();
    const element = from.view.leavesOf(from.id, from.leaf)[0];
    if (element === undefined) return;
    const start = pointAt(element, from.offset);
    const end = pointAt(element, to.offset);
    getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
  }

  function onKeyDown(event: KeyboardEvent) {
    expectCaretMove();
    const point = caret();
    if (point === null) return;
    const command = event.ctrlKey || event.metaKey;
    if (event.key === 'Tab' && !store.pages.has(point.id)) {
      event.preventDefault();
      history.step(() => operations.nest(point.id));
      setCaret(point.id, point.leaf, point.offset, point.view);
    } else if (command && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      (event.shiftKey ? redo : undo)();
    } else if (event.key === 'Escape') {
      const block = point.element.closest('[data-block-id]');
      point.view.write(() =>
        block?.append(Object.assign(document.createElement('div'), { className: 'notion-selectable-halo' })),
      );
      expectCaretMove();
      getSelection()?.removeAllRanges();
    }
  }

  function onClick(event: Event) {
    const target = event.target instanceof Element ? event.target : null;
    const id = target?.closest('[data-block-id]')?.getAttribute('data-block-id') ?? '';
    if (!store.blocks.has(id)) return;
    if (target?.closest('.sim-toggle')) operations.setOpen(id, store.block(id).open !== true);
    else if (target?.matches('[role=tab]')) {
      operations.show(id, [...(target.parentElement?.children ?? [])].indexOf(target));
    } else if (target?.matches('input[type=checkbox]')) operations.setChecked(id, !store.block(id).checked);
  }

  document.addEventListener('beforeinput', (event) => {
    onBeforeInput(event);
    typed = !event.defaultPrevented;
  });
  document.addEventListener('input', onInput);
  document.addEventListener('keydown', onKeyDown);
  document.addEventListener('click', onClick);
  for (const type of ['pointerdown', 'pointerup', 'keyup']) document.addEventListener(type, expectCaretMove, true);
  document.addEventListener('compositionstart', () => {
    composition = caret()?.element ?? null;
  });
  document.addEventListener('compositionend', () => {
    const element = composition;
    composition = null;
    const point = caret();
    for (const view of views()) view.absorb();
    if (point !== null && point.element === element) readBack(point);
    for (const view of views()) view.flushHeld();
  });
  document.addEventListener('selectionchange', () => {
    if (performance.now() - cause > CARET_CAUSE_MS) caretMoves.count++;
  });
  return {
    caret,
    setCaret,
    format: formatSelection,
    typed: () => typed,
    composing: (element) => composition !== null && composition === element,
    caretMoves,
    expectCaretMove,
  };
}
