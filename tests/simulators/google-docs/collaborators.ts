import type { Editor } from './editor.ts';
import type { SimulatorOptions } from './options.ts';
import { randomFrom } from './random.ts';
import type { Shell } from './shell.ts';
import type { View } from './view.ts';

const COLOURS = ['#8430ce', '#c26401', '#00796b'];
const BLINK_MS = 300;

/** Colleagues' carets with their names: they stand among the own one, blink, and wander while nothing else happens. */
export class Collaborators {
  readonly #carets: { readonly element: HTMLElement; raw: number }[];
  readonly #view: View;

  constructor(editor: Editor, shell: Shell, view: View, options: SimulatorOptions) {
    this.#view = view;
    const random = randomFrom(options.seed + 5);
    const anywhere = () => Math.floor(1 + random() * Math.min(2000, editor.text.length - 2));
    this.#carets = Array.from({ length: options.collaborators }, (_, nth) => {
      const cursor = document.createElement('div');
      cursor.className = 'kix-cursor';
      cursor.style.cssText = 'position:absolute;left:0;top:0;z-index:999;pointer-events:none';
      const element = document.createElement('div');
      element.className = 'kix-cursor-caret';
      element.style.cssText = `position:absolute;width:2px;background:${COLOURS[nth % COLOURS.length]}`;
      const name = document.createElement('div');
      name.className = 'kix-cursor-name';
      name.textContent = `Colleague ${nth + 1}`;
      name.style.cssText = 'position:absolute;top:-14px;font:10px Arial;white-space:nowrap';
      element.append(name);
      cursor.append(element);
      shell.scroller.insertBefore(cursor, shell.cursor);
      return { element, raw: anywhere() };
    });
    let length = editor.text.length;
    editor.onChange((kind) => {
      const [first] = this.#carets;
      if (first !== undefined && kind === 'text' && editor.text.length !== length) first.raw = anywhere();
      length = editor.text.length;
    });
    const timer = setInterval(() => {
      if (!shell.scroller.isConnected) clearInterval(timer);
      for (const caret of this.#carets) {
        caret.element.style.opacity = caret.element.style.opacity === '0' ? '1' : '0';
        if (random() < 0.3) caret.raw = anywhere();
      }
      this.place();
    }, BLINK_MS);
  }

  place(): void {
    for (const { element, raw } of this.#carets) this.#view.placeAt(element, raw);
  }
}
