import type { DocumentClassifier } from '../classifier/contract.ts';
import type { RevealResult, Surface, SurfaceChange } from '../hosts/host.ts';
import type { Mark, MarkStyle } from '../marks/marker.ts';
import type { AskGrammar } from '../messaging/grammar-port.ts';
import { GoneError } from '../messaging/serve.ts';
import type { PassageDetail } from '../model/detail.ts';
import type { DocumentType } from '../model/document.ts';
import type { Passage } from '../model/passage.ts';
import type { Report } from '../model/report.ts';
import type { MarkMode, SurfaceState } from '../model/tab.ts';
import type { Evidence, Verdict } from '../model/verdict.ts';
import type { Clock } from '../platform/clock.ts';
import { faults } from '../platform/faults.ts';
import type { Corrections, PassageCorrection } from '../settings/corrections.ts';
import { documentKey } from '../settings/document-key.ts';
import type { FilledPreferences } from '../settings/preferences.ts';
import { packsInUse, type RulePacks } from '../settings/rule-packs.ts';
import { toPassages } from '../text/passages.ts';
import { adjustmentsFor } from './adjustments.ts';
import { carriedCorrections, withCarried } from './carry.ts';
import { createDrawing } from './drawing.ts';
import type { GrammarMemo } from './grammar-memo.ts';
import { createLabelling } from './labelling.ts';
import { isMarked } from './marking.ts';
import type { ReviewPart } from './part-names.ts';

/** Changes that come from loading or from others are read after this much quiet, in milliseconds. */
const QUIET_MS = 120;
/** A page that never comes to rest is read this often all the same, in milliseconds. */
const LONGEST_UNREST_MS = 1500;
/** While verdicts still move, the report is made at most this often, in milliseconds. */
const REPORT_EVERY_MS = 1000;
/** A report that took longer than this, in milliseconds, could be felt while typing ... */
const COSTLY_REPORT_MS = 8;
/** ... so in such a document the next one waits until nobody has typed for this long, in milliseconds. */
const REST_MS = 2500;
/** A report that could not be made is tried again after this long, in milliseconds. */
const REPORT_AGAIN_MS = 15_000;
/** Longest piece of mark making at one go, in milliseconds. */
const DRAW_MS = 4;
/** While the first pass runs, marks are drawn at most this often, in milliseconds. */
const DRAW_EVERY_MS = 100;

/** What the session needs of the settings, as they are now. */
export interface SessionView {
  readonly preferences: FilledPreferences;
  readonly corrections: Corrections;
  readonly packs: RulePacks;
  readonly chosenType: DocumentType | null;
  readonly mode: MarkMode;
  readonly theme: MarkStyle['theme'];
}

export interface SessionDeps {
  readonly surface: Surface;
  readonly createClassifier: () => DocumentClassifier;
  /** Brings the review; asked again for every report, so it answers with what it has. */
  readonly loadReview: () => Promise<Pick<ReviewPart, 'review'>>;
  readonly clock: Clock;
  readonly askGrammar: AskGrammar;
  readonly memo: GrammarMemo;
  readonly view: () => SessionView;
  /** Takes corrections that go on with their edited passages, to be kept in their new form. */
  readonly carry: (carried: ReadonlyMap<PassageCorrection, PassageCorrection>) => void;
  /** Called at every change of `state()`; cheap, coalesced by the caller. */
  readonly changed: () => void;
  readonly signal: AbortSignal;
}

/** One readable document being read, labelled, marked and reviewed until its signal aborts. */
export interface Session {
  readonly surface: Surface;
  state(): SurfaceState;
  report(): Report | null;
  /** False after tier 2 could not be reached for the newest version. */
  grammarAvailable(): boolean;
  /** Passages of the newest reading with their verdicts. */
  passages(): readonly Passage[];
  verdict(passageId: string): Verdict | null;
  /** @throws GoneError when the passage is not in the document now or has no verdict yet. */
  detail(passageId: string): PassageDetail;
  reveal(passageId: string): Promise<RevealResult>;
  /** Goes to the next or previous passage that is marked in the present mode, round the ends. */
  step(direction: 'next' | 'previous'): Promise<RevealResult>;
  /** Id of the passage the writer is in or last jumped to. */
  activePassage(): string | null;
  marks(): readonly Mark[];
  /** Settings changed: labels, marks and report follow at once. */
  refresh(): void;
}

export function createSession(deps: SessionDeps): Session {
  const { surface, clock, signal } = deps;
  const drawing = createDrawing(surface.marker);
  const classifier = deps.createClassifier();
  const hot = new Set<string>();
  let snapshot = surface.snapshot();
  const texts = new Map(snapshot.blocks.map((block) => [block.id, block.text]));
  /** The snapshot and title that `passages` were made from. */
  let readSnapshot = snapshot;
  let readTitle = '';
  let passages: readonly Passage[] = [];
  let indexOf = new Map<string, number>();
  let report: Report | null = null;
  /** Passage nearest to the top of the window when the document was last read; work begins there. */
  let from = 0;
  let jumpedTo: string | null = null;
  let usedCorrections: Corrections | null = null;
  let usedVocabulary: readonly string[] | null = null;
  let usedPacks: RulePacks | null = null;
  let started = false;

  const style = (): MarkStyle => {
    const { preferences, theme } = deps.view();
    return { look: preferences.look, theme };
  };
  let drawPending = false;
  const draw = () => {
    const began = clock.now();
    const input = { passages, verdicts: classifier.verdicts(), mode: deps.view().mode, hot, from };
    const complete = drawing.rebuild(input, () => clock.now() - began > DRAW_MS);
    drawing.show(style());
    if (complete || drawPending) return;
    drawPending = true;
    const goOn = () => {
      drawPending = false;
      draw();
    };
    clock.idle(goOn, signal);
  };

  let lastDraw = Number.NEGATIVE_INFINITY;
  const labelling = createLabelling({
    classifier,
    clock,
    askGrammar: deps.askGrammar,
    memo: deps.memo,
    signal,
    advanced(tier1Done) {
      if (!tier1Done && clock.now() - lastDraw < DRAW_EVERY_MS) return;
      lastDraw = clock.now();
      draw();
      if (tier1Done) reportSoon();
      deps.changed();
    },
    settled() {
      reportSoon();
      deps.changed();
    },
  });

  let reportPending = false;
  let lastReport = Number.NEGATIVE_INFINITY;
  let reportCost = 0;
  /** How long the next report has to wait, in milliseconds. */
  const reportWait = (): number => {
    const now = clock.now();
    const spaced = report === null || labelling.isSettled() ? 0 : lastReport + REPORT_EVERY_MS - now;
    const rested = reportCost > COSTLY_REPORT_MS ? typedAt + REST_MS - now : 0;
    return Math.max(0, spaced, rested);
  };
  const reportSoon = () => {
    if (reportPending) return;
    reportPending = true;
    reportAtRest();
  };
  const reportAtRest = () => {
    clock.after(
      reportWait(),
      () => {
        // Somebody may have begun to type meanwhile.
        if (reportWait() > 0) reportAtRest();
        else clock.idle(bringReport, signal);
      },
      signal,
    );
  };
  const bringReport = () => {
    deps
      .loadReview()
      .then((part) => {
        review = part.review;
        if (!signal.aborted) makeReport();
      })
      .catch((error: unknown) => {
        faults.note('review', error);
        clock.after(REPORT_AGAIN_MS, reportSoon, signal);
      })
      .finally(() => {
        reportPending = false;
      });
  };
  let review: ReviewPart['review'] | null = null;
  const makeReport = () => {
    if (review === null) return;
    const verdicts = classifier.verdicts();
    if (verdicts.length !== passages.length || verdicts.includes(null)) return;
    const began = clock.now();
    const { preferences, chosenType } = deps.view();
    report = review({
      snapshot: readSnapshot,
      passages,
      verdicts: verdicts as readonly Verdict[],
      detectedType: classifier.documentType(),
      chosenType,
      preferences,
    });
    lastReport = clock.now();
    reportCost = lastReport - began;
    deps.changed();
  };

  const read = () => {
    readSnapshot = snapshot;
    const before = passages;
    const titleBefore = readTitle;
    readTitle = snapshot.title;
    passages = toPassages(snapshot.blocks, before);
    hot.clear();
    indexOf = new Map(passages.map((passage) => [passage.id, passage.index]));
    const same =
      started &&
      titleBefore === readTitle &&
      before.length === passages.length &&
      before.every((passage, index) => passage === passages[index]);
    started = true;
    if (same) draw();
    else label(before);
    deps.changed();
  };
  /** @param before the passages before an edit; empty where only settings changed. */
  const label = (before: readonly Passage[]) => {
    const { corrections, packs, preferences } = deps.view();
    const document = documentKey(surface.id);
    usedCorrections = corrections;
    usedVocabulary = preferences.vocabulary;
    usedPacks = packs;
    from = firstVisible();
    const carried = carriedCorrections(before, passages, corrections, document);
    if (carried.size > 0) deps.carry(carried);
    const adjustments = adjustmentsFor(
      passages,
      withCarried(corrections, carried),
      document,
      preferences.vocabulary,
      packsInUse(packs),
    );
    labelling.start({ title: snapshot.title, passages }, adjustments, from);
  };
  const firstVisible = (): number => {
    for (const id of surface.visibleBlocks()) {
      const index = indexOf.get(id);
      if (index !== undefined) return index;
    }
    return 0;
  };

  let timer = new AbortController();
  let unrestSince: number | null = null;
  let typedAt = Number.NEGATIVE_INFINITY;
  const readLater = (typing: boolean) => {
    const now = clock.now();
    if (typing) typedAt = now;
    unrestSince ??= now;
    const afterTyping = typedAt + deps.view().preferences.pauseMs;
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
    drawing.show(style());
    readLater(change.typing);
  }, signal);
  signal.addEventListener('abort', () => {
    timer.abort();
    drawing.clear(style());
  });
  read();

  const at = (passageId: string): { readonly passage: Passage; readonly index: number } => {
    const index = indexOf.get(passageId);
    const passage = index === undefined ? undefined : passages[index];
    if (index === undefined || passage === undefined) throw new GoneError('This passage is no longer in the document.');
    return { passage, index };
  };
  const activePassage = (): string | null => {
    const caret = surface.caret()?.blockId;
    return caret !== undefined && indexOf.has(caret) ? caret : jumpedTo;
  };
  const reveal = async (passageId: string): Promise<RevealResult> => {
    const index = indexOf.get(passageId);
    const passage = index === undefined ? undefined : passages[index];
    if (passage === undefined) return 'gone';
    jumpedTo = passageId;
    deps.changed();
    return surface.reveal({ blockId: passage.id, start: 0, end: passage.text.length }, passage.text);
  };
  const verdict = (passageId: string) => {
    const index = indexOf.get(passageId);
    return index === undefined ? null : (classifier.verdicts()[index] ?? null);
  };

  return {
    surface,
    report: () => report,
    grammarAvailable: labelling.grammarAvailable,
    passages: () => passages,
    verdict,
    activePassage,
    reveal,
    marks: drawing.marks,
    state() {
      const verdicts = classifier.verdicts();
      const known = verdicts.reduce((count, each) => count + (each === null ? 0 : 1), 0);
      return {
        id: surface.id,
        kind: surface.kind,
        report,
        progress: verdicts.length === 0 ? 1 : known / verdicts.length,
        settled: labelling.isSettled(),
        activePassage: activePassage(),
      };
    },
    detail(passageId) {
      const { index, passage } = at(passageId);
      const found = verdict(passageId);
      if (found === null) throw new GoneError('This passage is still being read.');
      const todo = report?.advice.find((advice) => advice.passageIds.includes(passageId))?.question ?? null;
      const explanation = classifier.explain(index);
      const quote = ({ spans }: Evidence) => passage.text.slice(...(spans[0] ?? [0, 0]));
      return {
        surfaceId: surface.id,
        passageId,
        verdict: found,
        explanation,
        quotes: explanation.evidence.map(quote),
        againstQuotes: explanation.against.map(quote),
        todo,
        undoable: found.by === 'writer',
      };
    },
    async step(direction) {
      const { mode } = deps.view();
      const verdicts = classifier.verdicts();
      const stops = passages.filter((_, index) => {
        const each = verdicts[index];
        return each && isMarked(each, mode === 'none' ? 'all' : mode);
      });
      if (stops.length === 0) return 'gone';
      const active = activePassage();
      const here = active === null ? -1 : (indexOf.get(active) ?? -1);
      const target =
        direction === 'next'
          ? (stops.find((passage) => passage.index > here) ?? stops[0])
          : (stops.findLast((passage) => passage.index < here) ?? stops.at(-1));
      return target === undefined ? 'gone' : reveal(target.id);
    },
    refresh() {
      const { corrections, packs, preferences } = deps.view();
      const known = corrections === usedCorrections && packs === usedPacks && preferences.vocabulary === usedVocabulary;
      if (!known) label([]);
      else draw();
      if (labelling.isSettled()) makeReport();
    },
  };
}
