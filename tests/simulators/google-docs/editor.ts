import {
  editParagraphs,
  type Paragraph,
  type Position,
  positionOf,
  rawStarts,
  rawText,
  replaceEverywhere,
  type Tab,
  type TextStyle,
} from './model.ts';
import type { SimulatorOptions } from './options.ts';

/** A selection in raw offsets; equal ends are a caret. */
export interface Selection {
  readonly anchor: number;
  readonly focus: number;
}

interface Moment {
  readonly active: number;
  readonly paragraphs: readonly Paragraph[];
  readonly selection: Selection;
}

export type ChangeKind = 'text' | 'selection' | 'tab';

/** The document in memory: its tabs, the selection, undo, and every way of changing the text. Knows nothing of the screen. */
export class Editor {
  tabs: Tab[];
  active = 0;
  selection: Selection = { anchor: 1, focus: 1 };
  focused = false;
  readonly options: SimulatorOptions;
  readonly #undo: Moment[] = [];
  readonly #listeners: ((kind: ChangeKind) => void)[] = [];
  #cache: { tab: Tab; text: string; starts: number[] } | null = null;

  constructor(tabs: Tab[], options: SimulatorOptions) {
    this.tabs = tabs;
    this.options = options;
  }

  get tab(): Tab {
    return this.tabs[this.active] as Tab;
  }

  onChange(listener: (kind: ChangeKind) => void): void {
    this.#listeners.push(listener);
  }

  /** Raw text of the active tab, as the text API counts it. */
  get text(): string {
    return this.#derived().text;
  }

  /** Raw offset of each paragraph's first unit, and of the body's end. */
  get starts(): readonly number[] {
    return this.#derived().starts;
  }

  #derived(): { text: string; starts: number[] } {
    if (this.#cache === null || this.#cache.tab !== this.tab) {
      this.#cache = {
        tab: this.tab,
        text: rawText(this.tab, this.options),
        starts: rawStarts(this.tab.paragraphs, this.options),
      };
    }
    return this.#cache;
  }

  position(raw: number): Position {
    return positionOf(this.tab.paragraphs, this.starts, raw);
  }

  raw(position: Position): number {
    return (this.starts[position.index] ?? 1) + position.offset;
  }

  /** Replaces the raw range [from, to). `local` moves the own caret behind the text; remote edits leave it on its text. */
  replace(from: number, to: number, insert: string, local = true): boolean {
    const style = this.#suggested(from, to, insert, local);
    if (style === 'done') return true;
    const done = editParagraphs(
      this.tab.paragraphs,
      this.position(from),
      this.position(Math.max(from, to)),
      insert,
      style,
    );
    if (done === null) return false;
    if (local) this.#remember();
    const before = this.selection;
    this.#setParagraphs(done.paragraphs);
    if (local) {
      const caret = this.raw(done.caret);
      this.selection = { anchor: caret, focus: caret };
    } else {
      const shift = insert.length - (to - from);
      const moved = (offset: number) => (offset <= from ? offset : offset >= to ? offset + shift : from);
      this.selection = { anchor: moved(before.anchor), focus: moved(before.focus) };
    }
    this.#tell('text');
    return true;
  }

  /** In suggesting mode a deletion only strikes the text through; insertions carry the suggestion's style. */
  #suggested(from: number, to: number, insert: string, local: boolean): TextStyle | null | 'done' {
    if (!this.options.suggesting || !local) return null;
    if (to > from && insert === '') {
      const start = this.position(from);
      const end = this.position(to);
      if (start.index !== end.index) return null;
      const struck = this.text.slice(from, to);
      const done = editParagraphs(this.tab.paragraphs, start, end, struck, { suggestion: 'delete' });
      if (done === null) return null;
      this.#remember();
      this.#setParagraphs(done.paragraphs);
      this.selection = { anchor: from, focus: from };
      this.#tell('text');
      return 'done';
    }
    return { suggestion: 'insert' };
  }

  /** Types over the selection. */
  type(text: string): boolean {
    const { anchor, focus } = this.selection;
    return this.replace(Math.min(anchor, focus), Math.max(anchor, focus), text);
  }

  backspace(): boolean {
    const { anchor, focus } = this.selection;
    if (anchor !== focus) return this.type('');
    const { index, offset } = this.position(focus);
    const previous = this.tab.paragraphs[index - 1];
    if (offset === 0 && previous === undefined) return false;
    const from = offset > 0 ? focus - 1 : this.raw({ index: index - 1, offset: previous?.text.length ?? 0 });
    return this.replace(from, focus, '');
  }

  /** Pastes plain text as Docs does: spaces at the edges are lost, no-break spaces become spaces. */
  paste(text: string): boolean {
    return this.type(text.replace(/^ +| +$/g, '').replaceAll('\u00a0', ' '));
  }

  replaceAll(find: string, replacement: string): void {
    this.#remember();
    this.#setParagraphs(replaceEverywhere(this.tab.paragraphs, find, replacement));
    this.selection = { anchor: 1, focus: 1 };
    this.#tell('text');
  }

  undo(): boolean {
    const moment = this.#undo.pop();
    if (moment === undefined || moment.active !== this.active) return false;
    this.#setParagraphs(moment.paragraphs);
    this.selection = moment.selection;
    this.#tell('text');
    return true;
  }

  select(anchor: number, focus = anchor): void {
    this.selection = { anchor, focus };
    this.#tell('selection');
  }

  /** Changes a paragraph's style or list, as the toolbar does. */
  restyle(index: number, change: Partial<Pick<Paragraph, 'style' | 'list'>>): void {
    this.#remember();
    this.#setParagraphs(this.tab.paragraphs.map((one, at) => (at === index ? { ...one, ...change } : one)));
    this.#tell('text');
  }

  switchTab(active: number): void {
    this.active = active;
    this.selection = { anchor: 1, focus: 1 };
    this.#tell('tab');
  }

  #remember(): void {
    this.#undo.push({ active: this.active, paragraphs: this.tab.paragraphs, selection: this.selection });
    if (this.#undo.length > 200) this.#undo.shift();
  }

  #setParagraphs(paragraphs: readonly Paragraph[]): void {
    this.tabs = this.tabs.map((tab, at) => (at === this.active ? { ...tab, paragraphs } : tab));
  }

  #tell(kind: ChangeKind): void {
    for (const listener of this.#listeners) listener(kind);
  }
}
