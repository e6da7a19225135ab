import type { HostState, Surface } from '../../../lib/hosts/host.ts';
import { createNotionHost } from '../../../lib/hosts/notion/host.ts';
import type { Block } from '../../../lib/model/document.ts';
import { CHECK_EVENT } from './check-event.ts';
import { createFrameWatch, expectedPieces } from './frame-watch.ts';
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
  /**
   * Compares what was read with the truth; returns the differences. What is mounted must have been read, line by line; what
   * was read besides must be lines of the whole page in their order (parts that left the DOM).
   */
  compare(kind: 'page' | 'peek', truth: readonly TruthLine[], whole: readonly TruthLine[]): string[];
  /** Comparisons that the page asked for, by event. */
  checks: Checks;
  /** The comparisons since the last call of this. */
  takeChecks(): Checks;
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

/** What comparisons found. */
export interface Checks {
  count: number;
  /** Comparisons that found a difference. */
  mismatches: number;
  /** Lines that differed. */
  differences: number;
  examples: string[];
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
  const later = (surface: Surface) => {
    clearTimeout(timers.get(surface.id));
    timers.set(
      surface.id,
      setTimeout(() => label(surface), PAUSE_MS),
    );
  };
  host.start(
    {
      appeared(surface) {
        surfaces.set(surface.id, surface);
        label(surface);
        surface.watch(() => later(surface), ended.signal);
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

  const compare: Harness['compare'] = (kind, truth, whole) => {
    const read = (find(kind)?.snapshot().blocks ?? []).map(
      (block) => `${block.id} ${block.kind} ${block.level} ${block.text}`,
    );
    const wanted = truth.map(lineOf);
    const mounted = new Set(wanted);
    const differences: string[] = [];
    const present = read.filter((line) => mounted.has(line));
    for (let i = 0; i < Math.max(wanted.length, present.length) && differences.length < 5; i++) {
      if (present[i] !== wanted[i])
        differences.push(`${i}: read ${present[i] ?? 'nothing'} | truth ${wanted[i] ?? 'nothing'}`);
    }
    const place = new Map(whole.map((line, index) => [lineOf(line), index]));
    let last = -1;
    for (const line of read) {
      const index = place.get(line);
      if (index === undefined || index < last)
        differences.push(`read though ${index === undefined ? 'not there' : 'out of order'}: ${line}`);
      else last = index;
    }
    return differences.slice(0, 5);
  };

  /** The marks near the screen must be those of a fresh look at the text in the DOM. */
  const paintedWrong = (): string[] => {
    const wrong: string[] = [];
    const painted = watch.look();
    for (const surface of surfaces.values()) {
      const blocks = new Map(surface.snapshot().blocks.map((block) => [block.id, block]));
      for (const id of surface.visibleBlocks()) {
        const block = blocks.get(id);
        if (block === undefined || block.kind === 'title' || block.kind === 'heading' || id.includes('/')) continue;
        const found = painted.get(`${id}#0`);
        const wanted = expectedPieces(block.text, found?.atoms ?? [], settings.unit);
        // Without a painted piece the place of atoms is unknown here; a line that is one atom has nothing to paint.
        if (found === undefined ? wanted.size > 0 && !block.text.includes('@') : !sameSets(found.pieces, wanted)) {
          wrong.push(`${id}: painted ${[...(found?.pieces ?? [])]} | wanted ${[...wanted]}`);
        }
      }
    }
    return wrong;
  };

  const checks: Checks = { count: 0, mismatches: 0, differences: 0, examples: [] };
  addEventListener(CHECK_EVENT, (event) => {
    if (!(event instanceof CustomEvent)) return;
    const { truth, whole, settle, step } = JSON.parse(String(event.detail)) as {
      truth: TruthLine[];
      whole: TruthLine[];
      settle: boolean;
      step: number;
    };
    const differences = compare('page', truth, whole);
    if (settle) {
      globalThis.stagemarkHarness.settle();
      differences.push(...paintedWrong());
    }
    checks.count++;
    checks.differences += differences.length;
    if (differences.length > 0) checks.mismatches++;
    for (const line of differences.slice(0, 2))
      if (checks.examples.length < 10) checks.examples.push(`edit ${step}: ${line}`);
  });

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
    checks,
    takeChecks() {
      const taken = { ...checks, examples: [...checks.examples] };
      Object.assign(checks, { count: 0, mismatches: 0, differences: 0, examples: [] });
      return taken;
    },
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

function lineOf(line: TruthLine): string {
  return `${line.leaf === 0 ? line.id : `${line.id}/${line.leaf}`} ${line.kind} ${line.level} ${line.text}`;
}

function sameSets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}

start(globalThis.stagemarkSettings ?? { unit: 'passage', watchFrames: false });
