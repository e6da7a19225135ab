/** How long (ms) a passage is flashed after a jump. */
const FLASH_MS = 1400;
const HOST = 'stagemark-marks';

/**
 * Flashes rectangles for a moment, in an overlay of our own outside the app: boxes are good enough for a moment and need
 * nothing written into the document. Ends early when the page scrolls.
 */
export function flashRects(rects: readonly DOMRectReadOnly[], signal: AbortSignal): void {
  if (rects.length === 0 || signal.aborted) return;
  const host = document.createElement(HOST);
  host.setAttribute('aria-hidden', 'true');
  const root = host.attachShadow({ mode: 'closed' });
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  for (const rect of rects) {
    const box = document.createElement('div');
    Object.assign(box.style, {
      position: 'fixed',
      left: `${rect.left - 2}px`,
      top: `${rect.top - 2}px`,
      width: `${rect.width + 4}px`,
      height: `${rect.height + 4}px`,
      borderRadius: '3px',
      background: 'rgba(255, 196, 0, 0.35)',
      outline: '2px solid rgba(190, 130, 0, 0.9)',
    });
    if (!still)
      box.animate([{ opacity: 0 }, { opacity: 1, offset: 0.2 }, { opacity: 1, offset: 0.7 }, { opacity: 0 }], FLASH_MS);
    root.append(box);
  }
  Object.assign(host.style, {
    all: 'initial',
    position: 'fixed',
    inset: '0',
    pointerEvents: 'none',
    zIndex: '2147483646',
  });
  document.documentElement.append(host);
  const ended = new AbortController();
  const end = () => {
    ended.abort();
    clearTimeout(timer);
    host.remove();
  };
  const timer = setTimeout(end, FLASH_MS);
  signal.addEventListener('abort', end, { signal: ended.signal });
  addEventListener('scroll', end, { capture: true, passive: true, signal: ended.signal });
}
