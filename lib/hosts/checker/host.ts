import type { Marker } from '../../marks/marker.ts';
import type { Block, Snapshot } from '../../model/document.ts';
import { capBlocks } from '../../text/limits.ts';
import type { BlockRange, Host, HostEvents, RevealResult, Surface, SurfaceChange } from '../host.ts';
import type { CheckerEditor, EditorReading } from './editor.ts';
import { type CheckerPlaces, checkerPlaces } from './places.ts';

export interface CheckerHostDeps {
  readonly editor: CheckerEditor;
  /** Makes the marker that draws in the editor; it ends with the signal. */
  readonly createMarker: (places: CheckerPlaces, signal: AbortSignal) => Marker;
}

/** Each loaded document is one of its own for the rest of Stagemark. */
let documents = 0;

/** The checker page as a host: one surface, another one after each loading. */
export function createCheckerHost({ editor, createMarker }: CheckerHostDeps): Host {
  let surfaces = 0;
  return {
    kind: 'checker',
    start(events: HostEvents, signal: AbortSignal) {
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
        events.appeared(createSurface(id, editor, createMarker, AbortSignal.any([stop.signal, signal])));
      };
      open();
      events.stateChanged('ready');
      editor.watch((change) => {
        if (change === 'loaded') open();
      }, signal);
    },
    health: () => ({ state: 'ready', facts: { surfaces, blocks: editor.reading().blocks.length } }),
  };
}

function createSurface(
  id: string,
  editor: CheckerEditor,
  createMarker: CheckerHostDeps['createMarker'],
  signal: AbortSignal,
): Surface {
  const places = checkerPlaces(editor);
  let revision = 0;
  let cached: { readonly reading: EditorReading; readonly snapshot: Snapshot } | null = null;
  const snapshot = (): Snapshot => {
    const reading = editor.reading();
    if (cached === null || cached.reading !== reading) {
      cached = { reading, snapshot: toSnapshot(id, ++revision, reading.blocks) };
    }
    return cached.snapshot;
  };
  return {
    id,
    kind: 'page',
    snapshot,
    watch(listener: (change: SurfaceChange) => void, until: AbortSignal) {
      editor.watch(
        (change) => {
          if (change === 'typed') listener({ snapshot: snapshot(), touched: null, typing: true });
        },
        AbortSignal.any([until, signal]),
      );
    },
    marker: createMarker(places, signal),
    caret: places.caret,
    visibleBlocks: places.visibleBlocks,
    async reveal(range: BlockRange, quote: string): Promise<RevealResult> {
      const block = findBlock(editor.reading().blocks, range.blockId, quote);
      if (block === null) return 'gone';
      places.show(block.id);
      return block.id === range.blockId ? 'revealed' : 'moved';
    },
  };
}

function toSnapshot(surfaceId: string, revision: number, all: readonly Block[]): Snapshot {
  const { blocks, tooLong } = capBlocks(all);
  return {
    surfaceId,
    revision,
    host: 'checker',
    kind: 'page',
    title: blocks[0]?.kind === 'title' ? blocks[0].text : '',
    editable: true,
    blocks: [...blocks],
    unread: tooLong === 0 ? [] : [{ reason: 'too-long', count: tooLong }],
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
