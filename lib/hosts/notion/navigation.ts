/** How long (ms) after a change of address the page is looked at again: the new document comes some time after it. */
const LOOKS = [0, 50, 150, 400, 1000];
/** Poll (ms) where the browser has no Navigation API. */
const POLL_MS = 700;

/**
 * Calls `look` whenever the page may show another document: at once on a change of address and some times after. The page
 * changes its address without any event that a content script could hear, save through the Navigation API.
 */
export function watchNavigation(look: () => void, signal: AbortSignal): void {
  let address = location.href;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const changed = () => {
    if (location.href === address) return;
    address = location.href;
    soon();
  };
  const soon = () => {
    for (const delay of LOOKS) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        look();
      }, delay);
      timers.add(timer);
    }
  };
  const api = navigationApi();
  if (api !== null) {
    for (const type of ['currententrychange', 'navigatesuccess']) api.addEventListener(type, changed, { signal });
  } else {
    const poll = setInterval(() => {
      if (!document.hidden) changed();
    }, POLL_MS);
    signal.addEventListener('abort', () => clearInterval(poll));
  }
  addEventListener('popstate', changed, { signal });
  signal.addEventListener('abort', () => {
    for (const timer of timers) clearTimeout(timer);
  });
}

function navigationApi(): EventTarget | null {
  const api: unknown = Reflect.get(window, 'navigation');
  return api instanceof EventTarget ? api : null;
}
