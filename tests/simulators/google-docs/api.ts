import type { Counters } from './counters.ts';
import type { Editor } from './editor.ts';
import type { Input } from './input.ts';
import { rawText } from './model.ts';
import type { SimulatorOptions } from './options.ts';
import type { Shell } from './shell.ts';

/** The annotated text as Docs hands it out. */
export interface AnnotatedText {
  getText(): string;
  getSelection(): unknown[];
  setSelection(start: number, end: number): void;
  getAnnotations(): Record<string, unknown[]>;
}

declare global {
  interface Window {
    _docs_annotate_canvas_by_ext?: string;
    _docs_annotate_getAnnotatedText?: (requester?: string) => AnnotatedText | Promise<AnnotatedText>;
  }
}

const SCROLL_STEPS = 8;
const SCROLL_STEP_MS = 30;

/** The text API in the variant that the options ask for. */
export class TextApi {
  readonly #editor: Editor;
  readonly #options: SimulatorOptions;
  readonly #counters: Counters;
  readonly #shell: Shell;
  readonly #input: () => Input;
  #generation = 0;
  #published = '';
  #publishing: ReturnType<typeof setTimeout> | null = null;

  constructor(editor: Editor, options: SimulatorOptions, counters: Counters, shell: Shell, input: () => Input) {
    this.#editor = editor;
    this.#options = options;
    this.#counters = counters;
    this.#shell = shell;
    this.#input = input;
    this.#published = this.#current();
    editor.onChange((kind) => {
      if (options.freshness === 'caret' && kind === 'text') return;
      const delay = kind === 'tab' ? options.tabDelay / 2 : options.textLag;
      if (delay === 0) this.#published = this.#current();
      else this.#publishing ??= setTimeout(() => this.refresh(), delay);
    });
  }

  /** Brings a snapshot up to date, as a caret move does. */
  refresh(): void {
    this.#publishing = null;
    this.#published = this.#current();
  }

  /** The editor was replaced: objects handed out earlier throw from now on. */
  replaceEditor(): void {
    this.#generation++;
  }

  install(): void {
    const { api } = this.#options;
    if (api === 'missing') return;
    window._docs_annotate_getAnnotatedText = () => {
      if (api === 'no-caret') throw new Error('No caret');
      if (api === 'until-focus' && !this.#editor.focused) throw new Error('No live editor');
      const object = this.#object();
      if (api === 'hang') return new Promise<AnnotatedText>(() => undefined);
      return api === 'promise' ? Promise.resolve(object) : object;
    };
  }

  #current(): string {
    if (!this.#options.allTabs) return this.#editor.text;
    return this.#editor.tabs.map((tab) => rawText(tab, this.#options)).join('');
  }

  #object(): AnnotatedText {
    const generation = this.#generation;
    const alive = () => {
      if (generation !== this.#generation) throw new Error('This editor is gone');
    };
    return {
      getText: () => {
        alive();
        this.#counters.getText++;
        return this.#published;
      },
      getSelection: () => {
        alive();
        return this.#selection();
      },
      setSelection: (start, end) => {
        alive();
        this.#setSelection(start, end);
      },
      getAnnotations: () => ({ link: [], horizontalRule: [] }),
    };
  }

  #selection(): unknown[] {
    const { anchor, focus } = this.#editor.selection;
    const start = Math.min(anchor, focus);
    const end = Math.max(anchor, focus);
    if (this.#options.selection === 'anchor-focus') return [{ anchor, focus }];
    if (this.#options.selection === 'base-extent') return [{ base: anchor, extent: focus }];
    if (this.#options.selection === 'several')
      return [
        { start: 1, end: 4 },
        { start, end },
      ];
    return [{ start, end }];
  }

  #setSelection(start: number, end: number): void {
    this.#counters.setSelection++;
    if (!(start >= 0 && end >= start && end <= this.#editor.text.length)) return;
    this.#editor.select(start, end);
    this.#input().editable?.blur();
    const { scroller } = this.#shell;
    const step = ((start / this.#editor.text.length) * scroller.scrollHeight - scroller.scrollTop) / SCROLL_STEPS;
    for (let nth = 1; nth <= SCROLL_STEPS; nth++) {
      setTimeout(() => {
        this.#counters.selectionScrolls++;
        scroller.scrollTop += step;
      }, nth * SCROLL_STEP_MS);
    }
  }
}
