/** Runs once the page is visible, at once where it is; what waits already is not run twice. */
export function whenVisible(page: Document, run: () => void, signal: AbortSignal): void {
  if (page.visibilityState === 'visible') run();
  else page.addEventListener('visibilitychange', run, { once: true, signal });
}
