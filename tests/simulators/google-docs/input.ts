import type { Counters } from './counters.ts';
import type { Editor } from './editor.ts';
import type { SimulatorOptions } from './options.ts';
import type { Shell } from './shell.ts';
import type { View } from './view.ts';

/** The hidden iframe that takes the keyboard: what is typed into it is cleared at once and goes into the model. */
export class Input {
  frame: HTMLIFrameElement;
  readonly #editor: Editor;
  readonly #options: SimulatorOptions;
  readonly #counters: Counters;
  readonly #onFocus: () => void;

  constructor(editor: Editor, options: SimulatorOptions, counters: Counters, onFocus: () => void) {
    this.#editor = editor;
    this.#options = options;
    this.#counters = counters;
    this.#onFocus = onFocus;
    this.frame = this.#build();
  }

  get editable(): HTMLElement | null {
    return this.frame.contentDocument?.querySelector<HTMLElement>('[role=textbox]') ?? null;
  }

  focus(): void {
    this.frame.contentWindow?.focus();
    this.editable?.focus();
  }

  /** Docs replaces the iframe now and then; listeners bound to the old one hear nothing more. */
  replace(): void {
    this.frame.remove();
    this.frame = this.#build();
    this.focus();
  }

  #build(): HTMLIFrameElement {
    const frame = document.createElement('iframe');
    frame.className = 'docs-texteventtarget-iframe';
    frame.style.cssText = 'position:fixed;left:-1000px;top:0;width:10px;height:10px;border:0';
    frame.title = 'Document content';
    document.body.append(frame);
    const inner = frame.contentDocument;
    if (inner === null) throw new Error('The input iframe has no document');
    const editable = inner.createElement('div');
    editable.setAttribute('role', 'textbox');
    editable.setAttribute('contenteditable', this.#options.viewOnly ? 'false' : 'true');
    editable.tabIndex = 0;
    inner.body.append(editable);
    this.#bind(editable);
    return frame;
  }

  #bind(editable: HTMLElement): void {
    editable.addEventListener('focus', () => this.#onFocus());
    editable.addEventListener('keydown', (event) => this.#key(event));
    editable.addEventListener('input', (event) => {
      const composing = event instanceof InputEvent ? event.isComposing : (event as InputEvent).isComposing;
      if (composing) return;
      this.#take(editable, event);
    });
    editable.addEventListener('compositionend', (event) => this.#take(editable, event));
    editable.addEventListener('paste', (event) => {
      event.preventDefault();
      if (this.#ignored(event)) return;
      this.#editor.paste(event.clipboardData?.getData('text/plain') ?? '');
    });
  }

  #ignored(event: Event): boolean {
    return this.#options.viewOnly || (this.#options.trustedOnly && !event.isTrusted);
  }

  #take(editable: HTMLElement, event: Event): void {
    const text = editable.textContent ?? '';
    editable.textContent = '';
    if (this.#ignored(event) || text === '') return;
    this.#counters.keystrokes++;
    this.#editor.type(text);
  }

  #key(event: KeyboardEvent): void {
    if (this.#ignored(event)) return;
    const command = event.ctrlKey || event.metaKey;
    const { anchor, focus } = this.#editor.selection;
    const text = this.#editor.text;
    const move = (to: number) => {
      const bounded = Math.max(1, Math.min(text.length - 1, to));
      this.#editor.select(event.shiftKey ? anchor : bounded, bounded);
    };
    const actions: Record<string, () => void> = {
      Enter: () => this.#editor.type(event.shiftKey ? '\u000b' : '\n'),
      Backspace: () => this.#editor.backspace(),
      Delete: () => {
        if (anchor !== focus) this.#editor.type('');
        else this.#editor.replace(focus, focus + 1, '');
      },
      ArrowLeft: () => move(focus - 1),
      ArrowRight: () => move(focus + 1),
      ArrowUp: () => move(text.lastIndexOf('\n', focus - 1)),
      ArrowDown: () => move(text.indexOf('\n', focus) + 1),
      Home: () => move(text.lastIndexOf('\n', focus - 1) + 1),
      End: () => move(text.indexOf('\n', focus)),
    };
    const shortcut: Record<string, () => void> = {
      z: () => this.#editor.undo(),
      a: () => this.#editor.select(1, this.#editor.starts.at(-1) ?? 1),
    };
    const action = command ? shortcut[event.key] : actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    this.#counters.keystrokes++;
    action();
  }
}

/** Clicks and drags on the pages move the caret and give the keyboard to the iframe. */
export function bindPointer(shell: Shell, view: View, editor: Editor, input: () => Input): void {
  let anchor: number | null = null;
  shell.scroller.addEventListener('mousedown', (event) => {
    const bounds = shell.scroller.getBoundingClientRect();
    if (event.clientX > bounds.left + shell.scroller.clientWidth) return;
    event.preventDefault();
    input().focus();
    const at = view.offsetAt(event.clientX, event.clientY);
    if (at === null) return;
    anchor = event.shiftKey ? editor.selection.anchor : at;
    editor.select(anchor, at);
  });
  shell.scroller.addEventListener('mousemove', (event) => {
    if (anchor === null || event.buttons !== 1) return;
    const at = view.offsetAt(event.clientX, event.clientY);
    if (at !== null) editor.select(anchor, at);
  });
  addEventListener('mouseup', () => {
    anchor = null;
  });
}
