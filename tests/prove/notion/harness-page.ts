import type { HostState, Surface, SurfaceChange } from '../../../lib/hosts/host.ts';
import { createNotionHost } from '../../../lib/hosts/notion/host.ts';
import type { Block } from '../../../lib/model/document.ts';
import { createFrameWatch } from './frame-watch.ts';
import { meterWork, type WorkLog } from './meter.ts';
import { toyMarks, type Unit } from './toy-labels.ts';

/** How long (ms) after a change the toy labels come, as the product's come after a pause. */
const PAUSE_MS = 120;

interface Settings {
  readonly unit: Unit;
  readonly watchFrames: boolean;
}

/** What the proof asks of host and marker in the page, as `stagemarkHarness` in an isolated world. */
export interface Harness {
  surfaces(): { id: string; kind: string; title: string; blocks: number; unread: unknown; limits: unknown }[];
  blocks(kind: 'page' | 'peek'): readonly Block[];
  state(): HostState;
  health(): Readonly<Record<string, unknown>>;
  /** Labels now, without waiting for the pause. */
  settle(): void;
  /** Compares what was read with the given truth; returns the differences. */
  compare(kind: 'page' | 'peek', truth: readonly TruthLine[]): string[];
  drawn(): number;
  registered(): number;
  frames: ReturnType<typeof createFrameWatch>['counts'];
  work: WorkLog;
  hit(x: number, y: number): string | null;
  rectsOf(kind: 'page' | 'peek', id: string): { x: number; y: number; width: number; height: number }[];
  reveal(kind: 'page' | 'peek', id: string, quote: string): Promise<string>;
  caret(kind: 'page' | 'peek'): unknown;
  stop(): void;
}

export interface TruthLine {
  readonly id: string;
  readonly leaf: number;
  readonly kind: string;
  readonly level: number;
  readonly text: string;
}

declare global {
  var stagemarkHarness: Harness;
  var stagemarkSettings: Settings | undefined;
}

function start(settings: Settings): void {
  const work = meterWork();
  const host = createNotionHost();
  const surfaces = new Map<string, Surface>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const ended = new AbortController();
  const watch = createFrameWatch(settings.unit);
  let state: HostState = 'waiting';
  const find = (kind: 'page' | 'peek') => [...surfaces.values()].find((surface) => surface.kind === kind);
  const label = (surface: Surface) => {
    surface.marker.show(toyMarks(surface.snapshot().blocks, settings.unit), { look: 'tint', theme: 'light' });
  };
  const later = (change: SurfaceChange, surface: Surface) => {
    clearTimeout(timers.get(surface.id));
    timers.set(
      surface.id,
      setTimeout(() => label(surface), PAUSE_MS),
    );
    void change;
  };
  host.start(
    {
      appeared(surface) {
        surfaces.set(surface.id, surface);
        label(surface);
        surface.watch((change) => later(change, surface), ended.signal);
      },
      vanished(id) {
        clearTimeout(timers.get(id));
        surfaces.delete(id);
      },
      stateChanged(next) {
        state = next;
      },
    },
    ended.signal,
  );
  const frame = () => {
    if (ended.signal.aborted) return;
    work.unmetered(() => watch.frame());
    work.unmetered(() => requestAnimationFrame(frame));
  };
  if (settings.watchFrames) work.unmetered(() => requestAnimationFrame(frame));

  const compare = (kind: 'page' | 'peek', truth: readonly TruthLine[]) => {
    const read = find(kind)?.snapshot().blocks ?? [];
    const differences: string[] = [];
    const length = Math.max(read.length, truth.length);
    for (let i = 0; i < length && differences.length < 5; i++) {
      const block = read[i];
      const line = truth[i];
      const wanted =
        line && `${line.kind} ${line.level} ${line.leaf === 0 ? line.id : `${line.id}/${line.leaf}`} ${line.text}`;
      const found = block && `${block.kind} ${block.level} ${block.id} ${block.text}`;
      if (wanted !== found) differences.push(`${i}: read ${found ?? 'nothing'} | truth ${wanted ?? 'nothing'}`);
    }
    return differences;
  };

  globalThis.stagemarkHarness = {
    surfaces: () =>
      [...surfaces.values()].map((surface) => {
        const { title, blocks, unread, limits } = surface.snapshot();
        return { id: surface.id, kind: surface.kind, title, blocks: blocks.length, unread, limits };
      }),
    blocks: (kind) => find(kind)?.snapshot().blocks ?? [],
    state: () => state,
    health: () => host.health().facts,
    settle() {
      for (const surface of surfaces.values()) {
        clearTimeout(timers.get(surface.id));
        label(surface);
      }
    },
    compare,
    drawn: () => [...surfaces.values()].reduce((sum, surface) => sum + surface.marker.counts().drawn, 0),
    registered: () => Number(host.health().facts.ranges ?? 0),
    frames: watch.counts,
    work,
    hit(x, y) {
      for (const surface of surfaces.values()) {
        const hit = surface.marker.hit(x, y);
        if (hit !== null) return hit.passageId;
      }
      return null;
    },
    rectsOf: (kind, id) =>
      (find(kind)?.marker.rectsOf(id) ?? []).map(({ x, y, width, height }) => ({ x, y, width, height })),
    async reveal(kind, id, quote) {
      const surface = find(kind);
      if (surface === undefined) return 'no surface';
      return surface.reveal({ blockId: id, start: 0, end: quote.length }, quote);
    },
    caret: (kind) => find(kind)?.caret() ?? null,
    stop: () => ended.abort(),
  };
}

start(globalThis.stagemarkSettings ?? { unit: 'passage', watchFrames: false });
