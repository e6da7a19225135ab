import { createHighlightMarker } from '../../marks/css-highlights.ts';
import { flashRects } from '../../marks/css-highlights-flash.ts';
import { createHighlightRegistry, type HighlightRegistry } from '../../marks/css-highlights-registry.ts';
import type { Block, Snapshot } from '../../model/document.ts';
import { capBlocks } from '../../text/limits.ts';
import type { BlockRange, Host, HostEvents, HostState, RevealResult, Surface, SurfaceChange } from '../host.ts';
import type { CheckerEditor, EditorReading } from './editor.ts';
import { checkerPlaces } from './places.ts';

/** Each loaded document is one of its own for the rest of Stagemark. */
let documents = 0;

/** The checker page as a host: one surface, another one after each loading. */
export function createCheckerHost(editor: CheckerEditor): Host {
  let surfaces = 0;
  let state: HostState = 'waiting';
  return {
    kind: 'checker',
    start(events: HostEvents, signal: AbortSignal) {
      const registry = createHighlightRegistry(editor.view.dom.ownerDocument);
      if (registry === null) {
        state = 'unreadable';
        events.stateChanged(state);
        return;
      }
      signal.addEventListener('abort', () => registry.dispose(), { once: true });
      let current: { readonly id: string; readonly stop: AbortController } | null = null;
      const open = () => {
        if (current !== null) {
          current.stop.abort();
          events.vanished(current.id);
        }
        const stop = new AbortController();
        const id = `checker-${++documents}`;
        surfaces++;
        current = { id, stop };
        events.appeared(createSurface(id, editor, registry, AbortSignal.any([stop.signal, signal])));
      };
      open();
      state = 'ready';
      events.stateChanged(state);
      editor.watch((change) => {
        if (change === 'loaded') open();
      }, signal);
    },
    health: () => ({ state, facts: { surfaces, blocks: editor.reading().blocks.length } }),
  };
}

function createSurface(id: string, editor: CheckerEditor, registry: HighlightRegistry, signal: AbortSignal): Surface {
  const places = checkerPlaces(editor);
  const marker = createHighlightMarker(registry, places);
  let revision = 0;
  let cached: { readonly reading: EditorReading; readonly snapshot: Snapshot } | null = null;
  const snapshot = (): Snapshot => {
    const reading = editor.reading();
    if (cached?.reading !== reading) cached = { reading, snapshot: toSnapshot(id, ++revision, reading) };
    return cached.snapshot;
  };
  const listeners = new Set<(change: SurfaceChange) => void>();
  editor.watch((change) => {
    if (change === 'loaded') return;
    marker.changed(null);
    marker.moved();
    for (const listener of listeners) listener({ snapshot: snapshot(), touched: null, typing: true });
  }, signal);
  const screen = { capture: true, passive: true, signal };
  let moving = false;
  const moved = () => {
    if (moving) return;
    moving = true;
    requestAnimationFrame(() => {
      moving = false;
      if (!signal.aborted) marker.moved();
    });
  };
  addEventListener('scroll', moved, screen);
  addEventListener('resize', moved, screen);
  signal.addEventListener('abort', () => marker.dispose(), { once: true });
  marker.moved();
  return {
    id,
    kind: 'page',
    snapshot,
    watch(listener, until) {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
    marker,
    caret: places.caret,
    visibleBlocks: places.visibleBlocks,
    async reveal(range: BlockRange, quote: string): Promise<RevealResult> {
      const block = findBlock(editor.reading().blocks, range.blockId, quote);
      const element = block === null ? null : places.elementOf(block.id);
      if (block === null || element === null) return 'gone';
      // At once, not smoothly: the flash ends at the next scroll.
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      requestAnimationFrame(() => flashRects([element.getBoundingClientRect()], signal));
      return block.id === range.blockId ? 'revealed' : 'moved';
    },
  };
}

function toSnapshot(surfaceId: string, revision: number, reading: EditorReading): Snapshot {
  const { blocks } = capBlocks(reading.blocks);
  return {
    surfaceId,
    revision,
    host: 'checker',
    kind: 'page',
    title: blocks[0]?.kind === 'title' ? blocks[0].text : '',
    editable: true,
    blocks: [...blocks],
    unread: [...reading.unread],
    limits: [],
  };
}

/** The block with the id, else the one block that holds the quote; none where two do. */
function findBlock(blocks: readonly Block[], id: string, quote: string): Block | null {
  const known = blocks.find((block) => block.id === id);
  if (known !== undefined) return known;
  const same = blocks.filter((block) => block.text === quote);
  return same.length === 1 ? (same[0] ?? null) : null;
}
