import { render, type VNode } from 'preact';
import '../../../components/design/design.css';
import { adoptStageTokens } from '../../../components/design/stage-tokens.ts';
import { TranslateProvider } from '../../../components/i18n/translate.ts';
import { words } from './fixtures/words.ts';

/** Shows a surface in the page as its entrypoint would; what an earlier test showed is gone. */
export async function show(view: VNode): Promise<void> {
  render(null, document.body);
  document.documentElement.lang = 'en';
  document.title = 'Stagemark';
  if (document.adoptedStyleSheets.length === 0) adoptStageTokens(document);
  render(<TranslateProvider value={words}>{view}</TranslateProvider>, document.body);
  await settled();
}

/** Waits until effects and what they render are on screen. */
export async function settled(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
}

/** The element a test is about. @throws Error when it is not there. */
export function find<E extends Element = HTMLElement>(selector: string): E {
  const element = document.querySelector<E>(selector);
  if (element === null) throw new Error(`Nothing matches ${selector}`);
  return element;
}

/** The button, switch or link with an accessible name that holds `name`. */
export function control(name: string): HTMLElement {
  const all = [...document.querySelectorAll<HTMLElement>('button, a, input, summary, select')];
  const found = all.find((element) => {
    const label =
      element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent ?? '';
    return label.includes(name);
  });
  if (found === undefined) throw new Error(`No control is called ${name}`);
  return found;
}

/** Presses a key on an element, as a reader would. */
export function press(element: Element, key: string): void {
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}
