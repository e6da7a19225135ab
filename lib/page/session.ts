import type { RevealResult, Surface, SurfaceChange } from '../hosts/host.ts';
import type { Mark, MarkStyle } from '../marks/marker.ts';
import type { DocumentNews, OpenDocument } from '../messaging/document-client.ts';
import type { Result } from '../messaging/envelope.ts';
import type { Block } from '../model/document.ts';
import type { Report, ReportHead } from '../model/report.ts';
import type { Label } from '../model/stage.ts';
import type { MarkMode, SurfaceState } from '../model/tab.ts';
import type { Clock } from '../platform/clock.ts';
import { capBlocks, unreadByLimits } from '../text/limits.ts';
import { createDrawing } from './drawing.ts';
import { type KnownPassage, KnownPassages } from './known-passages.ts';
import { isMarked } from './marking.ts';

/** Changes that come from loading or from others are read after this much quiet, in milliseconds. */
const QUIET_MS = 120;
/** A page that never comes to rest is read this often all the same, in milliseconds. */
const LONGEST_UNREST_MS = 1500;
/** Longest piece of mark making at one go, in milliseconds. */
const DRAW_MS = 4;
/** While news of one moment keep coming, marks are drawn at most this often, in milliseconds. */
const DRAW_EVERY_MS = 100;

/** What the session needs of the settings, as they are now. */
export interface SessionView extends MarkStyle {
  readonly pauseMs: number;
  readonly mode: MarkMode;
}

export interface SessionDeps {
  readonly surface: Surface;
  readonly openDocument: OpenDocument;
  readonly clock: Clock;
  readonly view: () => SessionView;
  /** Called at every change of `state()`; cheap, coalesced by the caller. */
  readonly changed: () => void;
  readonly signal: AbortSignal;
}

/** One readable document being read and marked until its signal aborts; the background labels and reviews it. */
export interface Session {
  readonly surface: Surface;
  state(): SurfaceState;
  /** The newest report without its passages. */
  head(): ReportHead | null;
  report(): Report | null;
  /** False where tier 2 could not be loaded for the newest version. */
  grammarAvailable(): boolean;
  isSettled(): boolean;
  /** Whether marks are still to be drawn: that is done in pieces, while the page is idle. */
  isDrawing(): boolean;
  /** How long things took, in milliseconds, by name: for the diagnostics. */
  timings(): Readonly<Record<string, number>>;
  /** What is known of a passage as it was last read; null for what is no passage, or not labelled yet. */
  passage(id: string): KnownPassage | null;
  /** Everything behind one verdict, as the background sent it: it is parsed where it is shown. */
  explain(passageId: string): Promise<Result<unknown>>;
  relabel(passageId: string, label: Label | null): Promise<Result<unknown>>;
  reveal(passageId: string): Promise<RevealResult>;
  /** Goes to the next or previous passage that is marked in the present mode, round the ends. */
  step(direction: 'next' | 'previous'): Promise<RevealResult>;
  /** Id of the passage the writer is in or last jumped to. */
  activePassage(): string | null;
  marks(): readonly Mark[];
  /** Mode, look or theme changed: marks follow at once. */
  refresh(): void;
}

export function createSession(deps: SessionDeps): Session {
  const { surface, clock, signal } = deps;
  const drawing = createDrawing(surface.marker);
  const known = new KnownPassages();
  const hot = new Set<string>();
  let snapshot = surface.snapshot();
  const texts = new Map(snapshot.blocks.map((block) => [block.id, block.text]));
  /** The blocks of the newest reading, and their places. */
  let blocks: readonly Block[] = [];
  let places = new Map<string, number>();
  /** Place of the block nearest to the top of the window when the document was last read; drawing begins there. */
  let from = 0;
  let jumpedTo: string | null = null;
  let head: ReportHead | null = null;
  /** The blocks that the head speaks of; its list of passages is made when it is asked for. */
  let reviewed: readonly Block[] = [];
  let report: Report | null = null;
  let progress = 0;
  let settled = false;
  let grammar = true;

  const opened = clock.now();
  /** When the newest reading was sent off to be labelled. */
  let sent = opened;
  const timings: Record<string, number> = {};
  const took = (what: string, since: number) => {
    timings[what] = Math.round(clock.now() - since);
  };

  let drawPending = false;
  let lastDraw = Number.NEGATIVE_INFINITY;
  const draw = () => {
    const began = clock.now();
    lastDraw = began;
    const { mode } = deps.view();
    const input = { blocks, passageOf: (block: Block) => known.of(block), mode, hot, from };
    const complete = drawing.rebuild(input, () => clock.now() - began > DRAW_MS);
    drawing.show(deps.view());
    if (clock.now() - began > (timings.longestDraw ?? 0)) took('longestDraw', began);
    if (!complete) drawLater((run) => clock.idle(run, signal));
  };
  const drawLater = (wait: (run: () => void) => void) => {
    if (drawPending) return;
    drawPending = true;
    wait(() => {
      drawPending = false;
      draw();
    });
  };

  const heard = (news: DocumentNews) => {
    known.take(news.rows);
    grammar = news.grammar;
    if (news.current) {
      ({ progress, settled } = news);
      if (progress === 1) {
        reviewed = blocks;
        took('labelled', sent);
      }
    }
    if (news.report !== null && head === null) took('firstReport', opened);
    head = news.report ?? head;
    report = null;
    if (news.rows.length > 0) {
      const wait = lastDraw + DRAW_EVERY_MS - clock.now();
      if (!news.more || wait <= 0) draw();
      else drawLater((run) => clock.after(wait, run, signal));
    }
    deps.changed();
  };
  const link = deps.openDocument(surface.id, heard, signal);

  const read = () => {
    hot.clear();
    ({ blocks } = capBlocks(snapshot.blocks));
    places = new Map(blocks.map(({ id }, place) => [id, place]));
    const top = surface.visibleBlocks().find((id) => places.has(id)) ?? null;
    from = places.get(top ?? '') ?? 0;
    known.retain(blocks);
    sent = clock.now();
    const unread = [...snapshot.unread, ...unreadByLimits(snapshot.blocks)];
    const { title, limits } = snapshot;
    if (link.write({ title, blocks, unread, limits }, top)) settled = false;
    draw();
    deps.changed();
  };

  let timer = new AbortController();
  let unrestSince: number | null = null;
  let typedAt = Number.NEGATIVE_INFINITY;
  const readLater = (typing: boolean) => {
    const now = clock.now();
    if (typing) typedAt = now;
    unrestSince ??= now;
    const afterTyping = typedAt + deps.view().pauseMs;
    const quiet = Math.min(now + QUIET_MS, unrestSince + LONGEST_UNREST_MS);
    timer.abort();
    timer = new AbortController();
    clock.after(
      Math.max(afterTyping, quiet, now) - now,
      () => {
        unrestSince = null;
        read();
      },
      AbortSignal.any([timer.signal, signal]),
    );
  };

  const touch = (id: string, after: string | null) => {
    const before = texts.get(id);
    if (after === null) texts.delete(id);
    else texts.set(id, after);
    if (before === undefined || before === after) return;
    hot.add(id);
    drawing.touch(id, before, after);
  };
  const follow = (change: SurfaceChange) => {
    const left = new Set(change.touched ?? texts.keys());
    for (const { id, text } of change.snapshot.blocks) {
      if (change.touched === null || left.has(id)) touch(id, text);
      left.delete(id);
    }
    for (const id of left) touch(id, null);
  };
  surface.watch((change) => {
    if (signal.aborted) return;
    snapshot = change.snapshot;
    follow(change);
    drawing.show(deps.view());
    readLater(change.typing);
  }, signal);
  signal.addEventListener('abort', () => {
    timer.abort();
    drawing.clear(deps.view());
  });
  read();

  const passage = (id: string) => known.of(blocks[places.get(id) ?? -1]);
  const activePassage = (): string | null => {
    const caret = surface.caret()?.blockId;
    return caret !== undefined && passage(caret) !== null ? caret : jumpedTo;
  };
  const reveal = async (passageId: string): Promise<RevealResult> => {
    const block = blocks[places.get(passageId) ?? -1];
    if (block === undefined) return 'gone';
    jumpedTo = passageId;
    deps.changed();
    return surface.reveal({ blockId: block.id, start: 0, end: block.text.length }, block.text);
  };
  const wholeReport = (): Report | null => {
    if (head !== null) report ??= { ...head, passages: known.list(reviewed, head.state !== 'not-english') };
    return report;
  };

  return {
    surface,
    head: () => head,
    report: wholeReport,
    grammarAvailable: () => grammar,
    timings: () => timings,
    isSettled: () => settled,
    isDrawing: () => drawPending,
    passage,
    explain: link.explain,
    relabel: link.relabel,
    activePassage,
    reveal,
    marks: drawing.marks,
    state: () => ({
      id: surface.id,
      kind: surface.kind,
      report: wholeReport(),
      progress,
      settled,
      activePassage: activePassage(),
    }),
    async step(direction) {
      const { mode } = deps.view();
      const stops = blocks.filter((block) => {
        const each = known.of(block);
        return each !== null && isMarked(each, mode === 'none' ? 'all' : mode);
      });
      if (stops.length === 0) return 'gone';
      const here = places.get(activePassage() ?? '') ?? -1;
      const place = (block: Block) => places.get(block.id) ?? 0;
      const target =
        direction === 'next'
          ? (stops.find((block) => place(block) > here) ?? stops[0])
          : (stops.findLast((block) => place(block) < here) ?? stops.at(-1));
      return target === undefined ? 'gone' : reveal(target.id);
    },
    refresh: draw,
  };
}
