import { createHighlightRegistry, type HighlightRegistry } from '../../marks/css-highlights-registry.ts';
import type { Host, HostEvents, HostState } from '../host.ts';
import { watchNavigation } from './navigation.ts';
import { pageState } from './page-state.ts';
import { findSurfaces, type SurfacePlace } from './places.ts';
import { APP, SURFACE_SIGNS } from './selectors.ts';
import { createSurface, type NotionSurface } from './surface.ts';

/** What the host is given; all have defaults that fit a content script. */
export interface NotionHostDeps {
  /** Period (ms) of the self-check in a visible tab. */
  readonly checkEvery?: number;
}

const CHECK_MS = 2000;

/** Notion's app and published pages: main page and peek are documents of their own. Reads the DOM, writes nothing into it. */
export function createNotionHost(deps: NotionHostDeps = {}): Host {
  const surfaces = new Map<string, NotionSurface>();
  let registry: HighlightRegistry | null = null;
  let state: HostState = 'waiting';
  let events: HostEvents | null = null;
  let since = 0;
  let cleared = 0;

  function setState(next: HostState) {
    if (next === state) return;
    state = next;
    events?.stateChanged(next);
  }

  function withdraw(surface: NotionSurface) {
    surfaces.delete(surface.id);
    surface.dispose();
    events?.vanished(surface.id);
  }

  function announce(place: SurfacePlace, marks: HighlightRegistry) {
    const plain = `notion:${place.pageId}`;
    const surface = createSurface(surfaces.has(plain) ? `${plain}@${place.kind}` : plain, place, marks);
    surfaces.set(surface.id, surface);
    if (document.hidden) surface.pause();
    setState('ready');
    events?.appeared(surface);
  }

  /** Brings the surfaces in line with the page: the old document goes before the new one comes. */
  function look() {
    if (registry === null) return;
    const places = findSurfaces(document, new URL(location.href));
    for (const surface of [...surfaces.values()]) {
      const here = places.some(
        (place) => place.content === surface.place.content && sameDocument(place, surface.place),
      );
      if (!here || !surface.alive()) withdraw(surface);
    }
    for (const place of places) {
      if (![...surfaces.values()].some((surface) => surface.place.content === place.content)) announce(place, registry);
    }
    setState(surfaces.size > 0 ? 'ready' : pageState(performance.now() - since));
  }

  /** Cheap test of what came and went: most of it is noise around the documents. */
  function concernsSurfaces(records: readonly MutationRecord[]): boolean {
    for (const surface of surfaces.values()) if (!surface.alive()) return true;
    for (const record of records) {
      for (const node of record.addedNodes) {
        if (node instanceof Element && (node.matches(SURFACE_SIGNS) || node.querySelector(SURFACE_SIGNS) !== null)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The app sometimes puts another element around everything: the same documents, whose marks have lost their place. */
  function redrawRemounted(records: readonly MutationRecord[]) {
    for (const surface of surfaces.values()) {
      const moved = records.some((record) => [...record.addedNodes].some((node) => node.contains(surface.place.root)));
      if (moved) surface.remounted();
    }
  }

  function check(full: boolean) {
    if (registry?.verify()) cleared++;
    look();
    for (const surface of surfaces.values()) surface.recheck(full);
  }

  return {
    kind: 'notion',
    start(listener, signal) {
      if (signal.aborted) return;
      events = listener;
      since = performance.now();
      registry = createHighlightRegistry(document);
      if (registry === null) {
        state = 'unreadable';
        listener.stateChanged(state);
        return;
      }
      const observer = new MutationObserver((records) => {
        if (!concernsSurfaces(records)) return;
        redrawRemounted(records);
        look();
      });
      const observe = () =>
        observer.observe(document.querySelector(APP) ?? document, { childList: true, subtree: true });
      let timer: ReturnType<typeof setInterval> | undefined;
      const watch = () => {
        observe();
        clearInterval(timer);
        timer = setInterval(() => check(false), deps.checkEvery ?? CHECK_MS);
      };
      const rest = () => {
        observer.disconnect();
        clearInterval(timer);
      };
      document.addEventListener(
        'visibilitychange',
        () => {
          if (document.hidden) {
            rest();
            for (const surface of surfaces.values()) surface.pause();
          } else {
            for (const surface of surfaces.values()) surface.resume();
            watch();
            check(true);
          }
        },
        { signal },
      );
      watchNavigation(look, signal);
      if (!document.hidden) watch();
      look();
      signal.addEventListener(
        'abort',
        () => {
          rest();
          for (const surface of [...surfaces.values()]) withdraw(surface);
          registry?.dispose();
          registry = null;
          events = null;
        },
        { once: true },
      );
    },
    health() {
      const facts: Record<string, number> = { surfaces: surfaces.size, ranges: registry?.size() ?? 0, cleared };
      for (const surface of surfaces.values()) {
        for (const [name, value] of Object.entries(surface.facts())) facts[`${surface.kind}.${name}`] = Number(value);
      }
      return { state, facts };
    },
  };
}

function sameDocument(a: SurfacePlace, b: SurfacePlace): boolean {
  return a.pageId === b.pageId && a.kind === b.kind && a.root === b.root;
}
