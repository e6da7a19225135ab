import { pageIdIn } from './address.ts';
import {
  BLOCK,
  BLOCK_ID,
  CONTENT,
  EDITABLE_ROOT,
  MAIN_FRAME,
  NO_DOCUMENT,
  PEEK,
  SCROLLER,
  SURFACE_FALLBACK,
  TITLE_LEAF,
} from './selectors.ts';

/** Where one readable document stands on the page. */
export interface SurfacePlace {
  /** Dashed page id, from the DOM; from the address where the DOM tells none. */
  readonly pageId: string;
  readonly kind: 'page' | 'peek';
  readonly content: Element;
  /** The element that everything of the document lies in: observed, never written to. */
  readonly root: Element;
  readonly editable: boolean;
}

/** The title line of a surface: the only `h1` leaf of its root that is not in the text. */
export function titleOf(root: Element, content: Element): Element | null {
  const first = root.querySelector(TITLE_LEAF);
  if (first === null || !content.contains(first)) return first;
  return [...root.querySelectorAll(TITLE_LEAF)].find((leaf) => !content.contains(leaf)) ?? null;
}

/** The page id around a title line. */
export function pageIdOf(root: Element, content: Element): string | null {
  return titleOf(root, content)?.closest(BLOCK)?.getAttribute(BLOCK_ID) ?? null;
}

/**
 * All documents shown now, the main page first. A peek counts once it is open; at most one main page is taken (the one of
 * the address, where an old one is still there).
 */
export function findSurfaces(document: Document, address: URL): SurfacePlace[] {
  const pages: SurfacePlace[] = [];
  const peeks: SurfacePlace[] = [];
  for (const content of document.querySelectorAll(CONTENT)) {
    if (content.closest(NO_DOCUMENT) !== null) continue;
    const peek = content.closest(PEEK);
    const open = address.searchParams.has('p');
    if (peek !== null && !open && peek.getAttribute('aria-hidden') === 'true') continue;
    const root = content.closest(EDITABLE_ROOT) ?? content.closest(SURFACE_FALLBACK) ?? content;
    const pageId = pageIdOf(root, content) ?? pageIdIn(address, peek !== null);
    if (pageId === null) continue;
    const place: SurfacePlace = {
      pageId,
      kind: peek === null ? 'page' : 'peek',
      content,
      root,
      editable: root.getAttribute('contenteditable') === 'true',
    };
    (peek === null ? pages : peeks).push(place);
  }
  const wanted = pageIdIn(address, false);
  const main = pages.find((place) => place.pageId === wanted) ?? pages[0];
  return main === undefined ? peeks : [main, ...peeks];
}

/** The element that scrolls a surface's content. */
export function scrollerOf(content: Element): Element | null {
  for (
    let at: Element | null = content.closest(SCROLLER);
    at !== null;
    at = at.parentElement?.closest(SCROLLER) ?? null
  ) {
    if (!at.classList.contains('horizontal')) return at;
  }
  return content.closest(MAIN_FRAME);
}
