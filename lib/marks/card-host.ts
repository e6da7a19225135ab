/** Events of our card that the page must not see, and that must reach us before the page can cancel them. */
const GUARDED = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'paste',
  'copy',
  'cut',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'dragstart',
] as const;

/** The host element's own style; important, so that no rule of the page changes it. It has no size: only `root` is seen. */
const HOST_STYLE = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  inset: '0 auto auto 0',
  width: '0',
  height: '0',
  overflow: 'visible',
  'z-index': '2147483647',
} as const;

/** What a card stands beside: a line, and the passage that the line belongs to, in client coordinates. */
export interface Beside {
  readonly line: DOMRectReadOnly;
  readonly passage: DOMRectReadOnly;
}

/** How the card looks and where it stands. Comes with the card: a page that never opens one need not carry it. */
export interface Dress {
  readonly css: string;
  /** Room between the card and what it stands beside, in CSS pixels; it belongs to the card. */
  readonly gapPx: number;
  /** Puts `card` in its place. */
  put(card: HTMLElement, beside: Beside, view: Window): void;
}

export interface CardHost {
  /** Gives the card its style sheet and its place; once, before it is first opened. */
  dress(dress: Dress): void;
  /** Where the card is rendered; lies in a closed shadow root, so that the page can neither read nor style it. */
  readonly root: HTMLElement;
  /**
   * Shows the card by a line, in client coordinates: below the passage that the line belongs to or above it, where that is near,
   * else below or above the line. It never covers the line; where there is little room, it is lower and scrolls.
   */
  open(line: DOMRectReadOnly, passage?: DOMRectReadOnly): void;
  /** Puts it in place again, after its content changed its size. */
  place(): void;
  close(): void;
  isOpen(): boolean;
  /** Whether a client point is on the card. */
  covers(x: number, y: number): boolean;
  /** Moves the keyboard to the first element in `root`, and back to where it was. */
  takeKeyboard(): void;
  giveKeyboardBack(): void;
  hasKeyboard(): boolean;
}

/**
 * The element that holds the card: a child of the page's root element, never inside an editor. Create it at document_start:
 * its listeners on `window` must stand before the page's own, which may cancel every event they see. Events of the card stop
 * there for the page and go on inside the shadow root only.
 *
 * The card never takes the focus by itself or by a click; `takeKeyboard` does, because the writer asked by key.
 */
export function createCardHost(page: Document, signal: AbortSignal): CardHost {
  const view = page.defaultView;
  if (view === null) throw new Error('The card needs a page that is shown.');
  const element = page.createElement('stagemark-card');
  for (const [name, value] of Object.entries(HOST_STYLE)) element.style.setProperty(name, value, 'important');
  const shadow = element.attachShadow({ mode: 'closed' });
  const style = page.createElement('style');
  const root = page.createElement('div');
  root.className = 'place';
  shadow.append(style, root);

  let beside: Beside | null = null;
  let dressed: Dress | null = null;
  let focusBefore: HTMLElement | null = null;

  const guard = (event: Event) => {
    if (event.target !== element) return;
    event.stopImmediatePropagation();
    // The caret must stay where it is: a press on the card moves no focus and starts no selection.
    if (event.type === 'pointerdown' || event.type === 'mousedown') event.preventDefault();
    const inner = innerTarget(shadow, event) ?? root;
    const copy = copyOf(event);
    if (copy !== null && !inner.dispatchEvent(copy)) event.preventDefault();
  };
  for (const type of GUARDED) view.addEventListener(type, guard, { capture: true, signal });

  const place = () => {
    if (beside !== null) dressed?.put(root, beside, view);
  };
  const close = () => {
    beside = null;
    focusBefore = null;
    element.remove();
  };
  signal.addEventListener('abort', close, { once: true });

  return {
    dress(dress) {
      style.textContent = dress.css;
      dressed = dress;
    },
    root,
    place,
    close,
    open(line, passage = line) {
      if (signal.aborted) return;
      beside = { line, passage };
      if (!element.isConnected) {
        page.documentElement.append(element);
        // The top layer stands over every z-index of the page; older browsers get the highest z-index by style.
        if ('popover' in element) {
          element.popover = 'manual';
          element.showPopover();
        }
      }
      place();
    },
    isOpen: () => element.isConnected && beside !== null,
    covers(x, y) {
      if (!element.isConnected) return false;
      const { left, right, top, bottom } = root.getBoundingClientRect();
      const gap = dressed?.gapPx ?? 0;
      return x >= left - gap && x <= right + gap && y >= top - gap && y <= bottom + gap;
    },
    takeKeyboard() {
      focusBefore = page.activeElement instanceof view.HTMLElement ? page.activeElement : null;
      if (root.firstElementChild instanceof HTMLElement) root.firstElementChild.focus({ preventScroll: true });
    },
    giveKeyboardBack() {
      if (shadow.activeElement === null) return;
      (shadow.activeElement as HTMLElement).blur();
      focusBefore?.focus({ preventScroll: true });
    },
    hasKeyboard: () => shadow.activeElement !== null,
  };
}

/** The element inside the shadow root that an event is for; from outside only the host element can be seen. */
function innerTarget(shadow: ShadowRoot, event: Event): Element | null {
  // A click by keyboard (detail 0) has no place; it belongs to the focused control.
  if (event instanceof MouseEvent && event.detail !== 0) {
    return shadow.elementFromPoint(event.clientX, event.clientY);
  }
  return shadow.activeElement;
}

/**
 * A copy of an event that stays inside the shadow root, or null for those that the card has no use for. A plain Event: what
 * a content script in Firefox dispatches is trusted, and a trusted mouse or key event leaves every shadow root.
 */
function copyOf(event: Event): Event | null {
  const shared = { bubbles: true, cancelable: true, composed: false };
  if (event.type === 'click') return new Event('click', shared);
  if (event instanceof KeyboardEvent && event.type === 'keydown') {
    const { key, shiftKey, ctrlKey, altKey, metaKey, repeat } = event;
    return Object.assign(new Event('keydown', shared), { key, shiftKey, ctrlKey, altKey, metaKey, repeat });
  }
  return null;
}
