import { startBridge } from '../../lib/hosts/google-docs/bridge/page.ts';
import { createGoogleDocsHost } from '../../lib/hosts/google-docs/host.ts';
import { FAST_MS, IDLE_MS } from '../../lib/hosts/google-docs/watch.ts';
import type { Host, Surface, SurfaceChange } from '../../lib/hosts/host.ts';
import type { Mark, MarkStyle } from '../../lib/marks/marker.ts';
import type { Block } from '../../lib/model/document.ts';
import { STAGES } from '../../lib/model/stage.ts';
import type { Session } from '../../lib/page/session.ts';
import { type EditResult, EditRun } from './docs-edits.ts';
import { type PlacementSample, rangesOf, sampleDisagreement, samplePlacement } from './docs-placement.ts';
import { ManualClock, openSession } from './docs-session.ts';
import { TypingRun } from './docs-typing.ts';

/** The driver on the page: the host and its marks without classifier, with a mark on every block. */
export interface Driver {
  host: Host | null;
  surface: Surface | null;
  changes: number;
  states: string[];
  /** Milliseconds of the page's clock at which the first surface and the first marks were there. */
  readableAt: number;
  markedAt: number;
  start(): void;
  stop(): void;
  /** Marks several ranges of each block, chosen by a seed; null = one mark for each whole block. */
  chooseRanges(seed: number | null): void;
  samplePlacement(seed: number): PlacementSample;
  sampleDisagreement(): { readonly painted: number; readonly wrong: number };
  /** Hands the surface to the product's own page session; `manual` lets its pauses take no time. */
  useSession(manual: boolean): void;
  session: Session | null;
  /** Lets the host's next poll come at once. */
  poll(): void;
  /** Indexes of the blocks that a host which has never seen the page marks, given these marks. */
  freshlyMarked(marks: readonly Mark[]): ReadonlySet<number>;
  /** Makes edits one after another on a session with a manual clock. */
  edits(seed: number, count: number): Promise<EditResult>;
  /** Types keys on a session with a manual clock. @returns the number of passages then. */
  typing(keys: number): Promise<number>;
}

declare global {
  interface Window {
    __driver: Driver;
  }
}

/** Remembers the host's pending poll, so that it can be brought forward between an edit and its repaint. */
function catchPolls(): () => void {
  let pending: { readonly id: number; readonly run: () => void } | null = null;
  const native = window.setTimeout.bind(window);
  window.setTimeout = ((run: () => void, ms?: number, ...rest: unknown[]) => {
    const id = native(run, ms, ...rest);
    if (ms === FAST_MS || ms === IDLE_MS) pending = { id, run };
    return id;
  }) as typeof window.setTimeout;
  return () => {
    const due = pending;
    if (due === null) return;
    clearTimeout(due.id);
    due.run();
  };
}

const STYLE: MarkStyle = { look: 'tint', theme: 'light' };

function startDriver(): void {
  const poll = catchPolls();
  startBridge(window as Parameters<typeof startBridge>[0]);
  let stop = new AbortController();
  let choice: ((block: Block) => readonly (readonly [number, number])[]) | null = null;
  const marksOf = (block: Block, at: number): Mark[] => {
    const stage = STAGES[at % STAGES.length] ?? 'strategy';
    const ranges = choice === null ? [[0, block.text.length] as const] : choice(block);
    return ranges.map(([start, end], nth) => ({
      passageId: choice === null ? block.id : `${block.id}/${nth}`,
      blockId: block.id,
      start,
      end,
      stage,
      text: block.text.slice(start, end),
    }));
  };
  const made = new Map<string, { block: Block; marks: Mark[] }>();
  let clock: ManualClock | null = null;
  let run: EditRun | null = null;
  let typing: TypingRun | null = null;
  const show = (surface: Surface) => {
    if (driver.session !== null) return;
    const marks = surface.snapshot().blocks.flatMap((block, at) => {
      let entry = made.get(block.id);
      if (entry?.block !== block) {
        entry = { block, marks: marksOf(block, at) };
        made.set(block.id, entry);
      }
      return entry.marks;
    });
    surface.marker.show(marks, STYLE);
    if (driver.markedAt === 0 && surface.marker.counts().drawn > 0) driver.markedAt = performance.now();
  };
  const driver: Driver = {
    host: null,
    surface: null,
    changes: 0,
    states: [],
    readableAt: 0,
    markedAt: 0,
    start() {
      stop = new AbortController();
      const host = createGoogleDocsHost();
      driver.host = host;
      host.start(
        {
          appeared(surface) {
            driver.surface = surface;
            if (driver.readableAt === 0) driver.readableAt = performance.now();
            surface.watch((_change: SurfaceChange) => {
              driver.changes++;
              show(surface);
            }, stop.signal);
            show(surface);
          },
          vanished() {
            driver.surface = null;
            made.clear();
          },
          stateChanged: (state) => driver.states.push(state),
        },
        stop.signal,
      );
    },
    stop: () => stop.abort(),
    samplePlacement,
    sampleDisagreement,
    session: null,
    poll,
    freshlyMarked(marks) {
      const known = driver.surface?.snapshot().blocks ?? [];
      const end = new AbortController();
      const marked = new Set<number>();
      const appeared = (fresh: Surface) => {
        const { blocks } = fresh.snapshot();
        const indexes = new Map(known.map(({ id }, at) => [id, at]));
        const translated = marks.flatMap((mark) => {
          const blockId = blocks[indexes.get(mark.blockId) ?? -1]?.id;
          return blockId === undefined ? [] : [{ ...mark, blockId, passageId: blockId }];
        });
        fresh.marker.show(translated, STYLE);
        blocks.forEach(({ id }, at) => {
          if (fresh.marker.rectsOf(id).length > 0) marked.add(at);
        });
      };
      createGoogleDocsHost().start({ appeared, vanished: () => undefined, stateChanged: () => undefined }, end.signal);
      end.abort();
      return marked;
    },
    useSession(manual) {
      if (driver.surface === null) return;
      clock = manual ? new ManualClock() : null;
      driver.session = openSession(driver.surface, clock, stop.signal);
    },
    edits(seed, count) {
      if (driver.session === null || clock === null) throw new Error('Edits need a session with a manual clock');
      run ??= new EditRun(seed, driver.session, clock);
      return run.run(count);
    },
    typing(keys) {
      if (driver.session === null || clock === null) throw new Error('Typing needs a session with a manual clock');
      typing ??= new TypingRun(driver.session, clock);
      return typing.type(keys);
    },
    chooseRanges(seed) {
      choice = seed === null ? null : (block) => rangesOf(block.text, seed);
      made.clear();
      if (driver.surface !== null) show(driver.surface);
    },
  };
  window.__driver = driver;
}

startDriver();
