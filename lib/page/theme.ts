import type { MarkStyle } from '../marks/marker.ts';

/** Relative luminance (WCAG 2) under which a page counts as dark. */
const DARK_BELOW = 0.2;

/** Whether the page is dark, by the background that it really paints; a page without one is white. */
export function pageTheme(page: Document): MarkStyle['theme'] {
  for (const element of [page.body, page.documentElement]) {
    if (element === null) continue;
    const channels = getComputedStyle(element)
      .backgroundColor.match(/[\d.]+/g)
      ?.map(Number);
    if (channels === undefined || channels.length < 3 || channels[3] === 0) continue;
    const [red, green, blue] = channels.map((channel) => (channel / 255) ** 2.2);
    if (red === undefined || green === undefined || blue === undefined) continue;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < DARK_BELOW ? 'dark' : 'light';
  }
  return 'light';
}

/** Calls `changed` when the page switches its theme: hosts do it by a class or an attribute at the top of the page. */
export function watchTheme(page: Document, changed: (theme: MarkStyle['theme']) => void, signal: AbortSignal): void {
  let last = pageTheme(page);
  const look = () => {
    const now = pageTheme(page);
    if (now === last) return;
    last = now;
    changed(now);
  };
  const observer = new MutationObserver(look);
  const options = { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] };
  observer.observe(page.documentElement, options);
  if (page.body !== null) observer.observe(page.body, options);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look, { signal });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/** Resolves when the page has a body; at document_start there is none yet. */
export function whenBody(page: Document): Promise<void> {
  if (page.body !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (page.body === null) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(page, { childList: true, subtree: true });
  });
}
