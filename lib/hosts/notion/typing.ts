/** How long (ms) after the last input the writer still counts as typing. */
const TYPING_MS = 400;

/** Tells whether the writer is typing or composing in an element. */
export interface Typing {
  active(): boolean;
}

/** Listens on the window in the capture phase, so that nothing the page does to the events hides them. */
export function watchTyping(root: Element, onComposed: () => void, signal: AbortSignal): Typing {
  let last = Number.NEGATIVE_INFINITY;
  let composing = false;
  const inside = (event: Event) => event.target instanceof Node && root.contains(event.target);
  const on = (type: string, listener: (event: Event) => void) =>
    addEventListener(type, listener, { capture: true, passive: true, signal });
  for (const type of ['beforeinput', 'input']) {
    on(type, (event) => {
      if (inside(event)) last = performance.now();
    });
  }
  on('compositionstart', (event) => {
    if (inside(event)) composing = true;
  });
  on('compositionend', (event) => {
    if (!composing || !inside(event)) return;
    composing = false;
    last = performance.now();
    onComposed();
  });
  return { active: () => composing || performance.now() - last < TYPING_MS };
}
