import { elementFrom, elementsFrom } from './html.ts';
import { pageIdIn } from './pages.ts';
import { chatHtml, type Shell, topbar } from './shell.ts';
import { PageView, type ViewShared } from './view.ts';

/** Moves between pages without a load, and shows peeks. */
export interface Navigation {
  /** The views now shown, the main page first. */
  views(): readonly PageView[];
  main(): PageView | null;
  peek(): PageView | null;
  /** Goes to a page by its id, or to the `chat`, as a click on a link does. */
  go(target: string): void;
  openPeek(pageId: string, mode: 's' | 'c'): void;
  closePeek(): void;
  /** Shows the peeked page as the main page. */
  expandPeek(): void;
  show(): void;
  stop(): void;
}

/** How long the old page stays under the new address. */
const STALE_MS = 300;
const SLIDE_MS = 200;

export function createNavigation(shell: Shell, shared: ViewShared): Navigation {
  let main: PageView | null = null;
  let peek: PageView | null = null;
  let timer = 0;
  const path = (pageId: string) => {
    const prefix =
      location.hostname === 'app.notion.com' ? '/p/acme/' : location.hostname === 'www.notion.so' ? '/acme/' : '/';
    return `${prefix}Page-${pageId.replaceAll('-', '')}`;
  };
  const query = () => {
    const search = new URLSearchParams(location.search);
    for (const name of ['p', 'pm', 't', 'v']) search.delete(name);
    return search;
  };

  function drawMain(): void {
    main?.stop();
    main = null;
    const scroller = shell.newScroller();
    const id = pageIdIn(location.pathname);
    if (location.pathname.includes('/chat')) scroller.replaceChildren(...elementsFrom(chatHtml()));
    else if (id !== null && shared.store.pages.has(id)) {
      main = new PageView(shared, id, scroller, 'page');
      document.title = `(3) ${shared.store.text(id)}`;
    }
  }

  function drawPeek(): void {
    const search = new URLSearchParams(location.search);
    const wanted = search.get('p');
    const id = wanted === null ? null : pageIdIn(`/${wanted}`);
    const renderer = shell.peekRenderer;
    if (id === null || !shared.store.pages.has(id)) {
      peek?.stop();
      peek = null;
      renderer.classList.remove('sim-open');
      renderer.setAttribute('aria-hidden', 'true');
      setTimeout(() => {
        if (peek === null) renderer.replaceChildren();
      }, SLIDE_MS);
      return;
    }
    if (peek?.pageId === id) return;
    peek?.stop();
    const scroller = elementFrom('<div class="notion-scroller vertical" style="overflow: hidden auto;"></div>');
    renderer.replaceChildren(...elementsFrom(topbar()), scroller);
    renderer.classList.toggle('sim-center', search.get('pm') === 'c');
    renderer.removeAttribute('aria-hidden');
    peek = new PageView(shared, id, scroller, 'peek');
    requestAnimationFrame(() => renderer.classList.add('sim-open'));
  }

  /** Draws what the address says: the main page after the time in which the old one is still there, the peek at once. */
  function show(delay = 0): void {
    drawPeek();
    const same = main !== null && main.pageId === pageIdIn(location.pathname) && !location.pathname.includes('/chat');
    if (same) return;
    clearTimeout(timer);
    if (delay === 0) drawMain();
    else timer = window.setTimeout(drawMain, delay);
  }

  const push = (address: string, search: URLSearchParams) => {
    const text = search.toString();
    history.pushState(null, '', text === '' ? address : `${address}?${text}`);
  };
  const onPop = () => show(STALE_MS);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && peek !== null && !(event.target instanceof Node && peek.root.contains(event.target)))
      closePeek();
  };
  function closePeek(): void {
    push(location.pathname, query());
    show(STALE_MS);
  }
  function go(target: string): void {
    const chat = target === 'chat';
    const search = query();
    if (chat) search.set('t', '0'.repeat(32));
    push(chat ? '/chat' : path(target), search);
    show(STALE_MS);
  }
  addEventListener('popstate', onPop);
  addEventListener('keydown', onKey);
  return {
    views: () => [main, peek].filter((view): view is PageView => view !== null),
    main: () => main,
    peek: () => peek,
    go,
    openPeek(pageId, mode) {
      const search = query();
      search.set('p', pageId.replaceAll('-', ''));
      search.set('pm', mode);
      push(location.pathname, search);
      show(STALE_MS);
    },
    closePeek,
    expandPeek() {
      if (peek !== null) go(peek.pageId);
    },
    show: () => show(),
    stop() {
      removeEventListener('popstate', onPop);
      removeEventListener('keydown', onKey);
    },
  };
}
