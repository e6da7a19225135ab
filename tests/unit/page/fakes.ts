import {
  type Adjustments,
  type DetectedType,
  type DocumentClassifier,
  type DocumentInput,
  type GrammarHit,
  type GrammarRequest,
  NO_ADJUSTMENTS,
} from '../../../lib/classifier/contract.ts';
import type { Surface, SurfaceChange } from '../../../lib/hosts/host.ts';
import type { Mark, Marker, MarkStyle } from '../../../lib/marks/marker.ts';
import type { Block, Snapshot } from '../../../lib/model/document.ts';
import type { Report } from '../../../lib/model/report.ts';
import { LABELS, type Label, type Signal } from '../../../lib/model/stage.ts';
import type { Verdict } from '../../../lib/model/verdict.ts';
import type { Clock } from '../../../lib/platform/clock.ts';
import type { ReviewInput } from '../../../lib/review/review.ts';

/** A clock that moves only when a test says so. */
export interface FakeClock extends Clock {
  /** Runs everything due within `ms`, idle work included, in order. */
  advance(ms: number): Promise<void>;
  /** Lets time pass within a piece of work, as if it had taken that long. */
  spend(ms: number): void;
}

export function fakeClock(start = 1_000_000): FakeClock {
  let now = 0;
  let order = 0;
  let queue: { due: number; order: number; run: () => void; signal: AbortSignal }[] = [];
  const add = (due: number, run: () => void, signal: AbortSignal) => {
    if (!signal.aborted) queue.push({ due, order: order++, run, signal });
  };
  return {
    now: () => now,
    wall: () => start + now,
    after: (ms, run, signal) => add(now + ms, run, signal),
    idle: (run, signal) => add(now + 1, run, signal),
    spend(ms) {
      now += ms;
    },
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        await settle();
        queue = queue.filter(({ signal }) => !signal.aborted);
        const [next] = queue.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due || a.order - b.order);
        if (next === undefined) break;
        queue.splice(queue.indexOf(next), 1);
        now = Math.max(now, next.due);
        next.run();
      }
      now = Math.max(now, end);
    },
  };
}

/** Lets promises that are ready run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

const FIRST_SIGNAL: Readonly<Record<Label, Signal | null>> = {
  execution: 'develop',
  strategy: 'bets',
  organisation: 'hiring',
  none: null,
};

/** Words by which the fake classifier knows a stage. */
const CUES: readonly (readonly [string, Label])[] = [
  ['ship', 'execution'],
  ['bet', 'strategy'],
  ['hire', 'organisation'],
];

export function verdictOf(label: Label, by: Verdict['by'] = 'model'): Verdict {
  return {
    label,
    confidence: 0.9,
    probabilities: LABELS.map((each) => (each === label ? 0.91 : 0.03)),
    signal: FIRST_SIGNAL[label],
    signalConfidence: 0.8,
    runnerUp: label === 'none' ? 'execution' : 'none',
    by,
  };
}

/**
 * A classifier of three words. The first cue in the passage or, failing that, in the passage before it decides, so that
 * context matters as in the real one. Tier 2 turns sentences with "refined" into strategy. Labels `perStep` passages a step.
 */
export interface FakeClassifier extends DocumentClassifier {
  readonly updates: number;
}

export function fakeClassifier(perStep = Number.POSITIVE_INFINITY): FakeClassifier {
  let input: DocumentInput = { title: '', passages: [] };
  let adjustments: Adjustments = NO_ADJUSTMENTS;
  let scored = new Set<string>();
  const grammar = new Map<string, readonly GrammarHit[]>();
  let updates = 0;
  const cue = (text: string): Label =>
    adjustments.phrases.find(({ phrase }) => text.includes(phrase))?.label ??
    CUES.find(([word]) => text.includes(word))?.[1] ??
    'none';
  const labelAt = (index: number): Label => {
    const text = input.passages[index]?.text ?? '';
    if (text.includes('refined') && (grammar.get(text)?.length ?? 0) > 0) return 'strategy';
    const own = cue(text);
    return own !== 'none' || index === 0 ? own : cue(input.passages[index - 1]?.text ?? '');
  };
  return {
    get updates() {
      return updates;
    },
    update(document, next) {
      updates++;
      input = document;
      adjustments = next;
    },
    step(_budget, from) {
      const order = [...input.passages.slice(from), ...input.passages.slice(0, from)];
      const missing = order.filter(({ hash }) => !scored.has(hash));
      for (const { hash } of missing.slice(0, perStep)) scored.add(hash);
      scored = new Set(scored);
      return missing.length <= perStep;
    },
    verdicts: () =>
      input.passages.map(({ hash }, index) => {
        const chosen = adjustments.passages.get(hash);
        if (chosen !== undefined) return verdictOf(chosen.label, 'writer');
        return scored.has(hash) ? verdictOf(labelAt(index)) : null;
      }),
    explain(index) {
      const label = labelAt(index);
      return {
        label,
        score: 1,
        evidence: [{ source: 'word', text: 'ship', weight: 1, spans: [[0, 4]] }],
        runnerUp: 'none',
        runnerUpScore: 0,
        against: [],
        runnerUpSentences: [],
      };
    },
    documentType: (): DetectedType => ({ type: 'spec', confidence: 0.5, cues: [] }),
    grammarRequests: (limit): readonly GrammarRequest[] =>
      input.passages
        .filter(({ text }) => text.includes('refined') && !grammar.has(text))
        .slice(0, limit)
        .map(({ text }) => ({ key: text, text })),
    acceptGrammar(answers) {
      for (const [key, hits] of answers) grammar.set(key, hits);
    },
  };
}

/** A surface whose blocks the test sets. */
export interface FakeSurface extends Surface {
  readonly shown: readonly Mark[];
  readonly shows: number;
  readonly revealed: string[];
  caretAt: string | null;
  edit(blocks: readonly Block[], options?: { typing?: boolean; tellTouched?: boolean }): void;
}

export function paragraphs(...texts: readonly string[]): Block[] {
  return texts.map((text, index) => ({ id: `b${index}`, kind: 'paragraph', level: 0, text }));
}

export function fakeSurface(blocks: readonly Block[], id = 'surface', editable = true): FakeSurface {
  let snapshot: Snapshot = {
    surfaceId: id,
    revision: 1,
    host: 'notion',
    kind: 'page',
    title: 'Title',
    editable,
    blocks: [...blocks],
    unread: [],
    limits: [],
  };
  const listeners = new Set<(change: SurfaceChange) => void>();
  let shown: readonly Mark[] = [];
  let shows = 0;
  const revealed: string[] = [];
  const marker: Marker = {
    show(marks: readonly Mark[], _style: MarkStyle) {
      shown = marks;
      shows++;
    },
    hit: () => null,
    rectsOf: () => [],
    counts: () => ({ drawn: shown.length, unplaced: 0 }),
  };
  const surface: FakeSurface = {
    id,
    kind: 'page',
    marker,
    caretAt: null,
    revealed,
    get shown() {
      return shown;
    },
    get shows() {
      return shows;
    },
    snapshot: () => snapshot,
    watch(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
    caret: () => (surface.caretAt === null ? null : { blockId: surface.caretAt, offset: null }),
    visibleBlocks: () => snapshot.blocks.slice(0, 3).map((block) => block.id),
    async reveal({ blockId }) {
      revealed.push(blockId);
      return 'revealed';
    },
    edit(next, { typing = true, tellTouched = true } = {}) {
      const before = new Map(snapshot.blocks.map((block) => [block.id, block.text]));
      const after = new Map(next.map((block) => [block.id, block.text]));
      const ids = new Set([...before.keys(), ...after.keys()]);
      const touched = [...ids].filter((each) => before.get(each) !== after.get(each));
      snapshot = { ...snapshot, revision: snapshot.revision + 1, blocks: [...next] };
      for (const listener of listeners) listener({ snapshot, touched: tellTouched ? touched : null, typing });
    },
  };
  return surface;
}

/** A report that only repeats what it was made of. */
export function fakeReview({ snapshot, passages, verdicts, chosenType, detectedType }: ReviewInput): Report {
  return {
    version: 1,
    state: 'ready',
    title: snapshot.title,
    documentType: {
      type: chosenType ?? detectedType.type,
      confidence: 1,
      by: chosenType ? 'writer' : 'model',
      why: [],
    },
    mix: { execution: 1, strategy: 0, organisation: 0, neutral: 0, stagedWords: 1, words: 1 },
    expected: {
      execution: { low: 0, high: 1 },
      strategy: { low: 0, high: 1 },
      organisation: { low: 0, high: 1 },
    },
    distance: 0,
    passages: passages.map((passage, index) => ({
      id: passage.id,
      index,
      label: verdicts[index]?.label ?? 'none',
      signal: verdicts[index]?.signal ?? null,
      confidence: verdicts[index]?.confidence ?? 0,
      by: verdicts[index]?.by ?? 'model',
      words: passage.words,
      heading: '',
      excerpt: '',
    })),
    moves: [],
    advice: [],
    unread: [],
    limits: [],
  };
}
