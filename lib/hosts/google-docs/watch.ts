import { SELECTORS } from './labels.ts';

/** Attributes of labels and pages whose change moves text on the screen. */
const ATTRIBUTES = ['aria-label', 'x', 'y', 'width', 'height', 'transform', 'style', 'data-font-css'];
/** Elements that change while no text moves. */
const PASSING = `${SELECTORS.cursor}, ${SELECTORS.selection}`;
/** Poll rates, in milliseconds: soon after a signal, then while nothing happens. */
export const FAST_MS = 250;
const FAST_FOR_MS = 2000;
export const IDLE_MS = 1500;
/** The writer is typing until this long after the last key, in milliseconds. */
const TYPING_MS = 700;

export interface WatchEvents {
  /** The page changed what it shows; called before the next paint. `records` are relevant ones only. */
  painted(records: readonly MutationRecord[]): void;
  /** Look whether the text or the address changed. */
  poll(): void;
  /** The tab is shown again; what happened meanwhile was not watched. */
  shown(): void;
  /** The reader scrolled or the window changed its size. */
  moved(): void;
  /** The writer began or ceased typing. */
  typing(now: boolean): void;
}

/**
 * Watches one document: a filtered observer, the input iframe's keys, scrolling, and a poll that slows down when nothing
 * happens and stops in hidden tabs.
 */
export function watchDocument(
  scroller: HTMLElement,
  isOwn: (node: Node) => boolean,
  events: WatchEvents,
  signal: AbortSignal,
): void {
  let timer = 0;
  let signalled = performance.now();
  let typing = 0;
  let composing = false;
  let bound: Document | null = null;
  let binding = new AbortController();

  const schedule = () => {
    clearTimeout(timer);
    if (signal.aborted || document.hidden) return;
    const fast = performance.now() - signalled < FAST_FOR_MS;
    timer = window.setTimeout(tick, fast ? FAST_MS : IDLE_MS);
  };
  const tick = () => {
    bind();
    events.poll();
    schedule();
  };
  const notice = () => {
    const slow = performance.now() - signalled >= FAST_FOR_MS;
    signalled = performance.now();
    if (slow) schedule();
  };

  const stopTyping = () => {
    if (composing) return;
    typing = 0;
    events.typing(false);
  };
  const key = () => {
    notice();
    if (typing === 0) events.typing(true);
    clearTimeout(typing);
    typing = window.setTimeout(stopTyping, TYPING_MS);
  };
  // The iframe and its document are replaced now and then; top-level listeners hear no key.
  const bind = () => {
    const inner = document.querySelector<HTMLIFrameElement>(SELECTORS.input)?.contentDocument ?? null;
    if (inner === bound) return;
    binding.abort();
    binding = new AbortController();
    bound = inner;
    const options = { capture: true, passive: true, signal: AbortSignal.any([binding.signal, signal]) };
    inner?.addEventListener('keydown', key, options);
    inner?.addEventListener('input', key, options);
    inner?.addEventListener('paste', key, options);
    inner?.addEventListener(
      'compositionstart',
      () => {
        composing = true;
        key();
      },
      options,
    );
    inner?.addEventListener(
      'compositionend',
      () => {
        composing = false;
        key();
      },
      options,
    );
  };

  const observer = new MutationObserver((records) => {
    const relevant = records.filter((record) => isRelevant(record, isOwn));
    if (relevant.length === 0) return;
    notice();
    bind();
    events.painted(relevant);
  });
  const observe = () => {
    observer.observe(scroller, { subtree: true, childList: true, attributes: true, attributeFilter: ATTRIBUTES });
  };
  if (!document.hidden) observe();
  const resized = new ResizeObserver(() => events.moved());
  resized.observe(scroller);
  scroller.addEventListener('scroll', () => events.moved(), { capture: true, passive: true, signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.hidden) {
        observer.disconnect();
        clearTimeout(timer);
        return;
      }
      observe();
      notice();
      events.shown();
      tick();
    },
    { signal },
  );
  signal.addEventListener('abort', () => {
    observer.disconnect();
    resized.disconnect();
    binding.abort();
    clearTimeout(timer);
    clearTimeout(typing);
  });
  bind();
  schedule();
}

/** Blinking carets, what is selected, and our own layer are no news. */
function isRelevant(record: MutationRecord, isOwn: (node: Node) => boolean): boolean {
  const { target } = record;
  if (target instanceof Element && target.closest(PASSING) !== null) return false;
  if (record.type === 'childList') return [...record.addedNodes, ...record.removedNodes].some((node) => !isOwn(node));
  return !isOwn(target);
}
