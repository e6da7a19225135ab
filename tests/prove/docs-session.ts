import { createClassifier } from '../../lib/classifier/classify.ts';
import { NO_ADJUSTMENTS } from '../../lib/classifier/contract.ts';
import type { Surface } from '../../lib/hosts/host.ts';
import { createDocumentClient } from '../../lib/messaging/document-client.ts';
import type { Label } from '../../lib/model/stage.ts';
import { createSession, type Session } from '../../lib/page/session.ts';
import { browserClock, type Clock } from '../../lib/platform/clock.ts';
import { review } from '../../lib/review/review.ts';
import { fillPreferences } from '../../lib/settings/preferences.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { toPassages } from '../../lib/text/passages.ts';
import { localBackground } from '../harness/local-background.ts';

/** Turns that a message to the background and its answers take, and some more. */
const TURNS = 30;
/** Pieces of work after which a clock that never comes to rest is left. */
const MOST_TASKS = 10_000;

/** A clock that stands still until it is told to go on, so that pauses take no time in a run of thousands of edits. */
export class ManualClock implements Clock {
  #now = 0;
  #tasks: { at: number; run: () => void; signal: AbortSignal }[] = [];

  now(): number {
    return this.#now;
  }

  wall(): number {
    return this.#now;
  }

  after(ms: number, run: () => void, signal: AbortSignal): void {
    this.#tasks.push({ at: this.#now + ms, run, signal });
  }

  idle(run: () => void, signal: AbortSignal): void {
    this.after(0, run, signal);
  }

  /** Runs everything that is waited for, as after a long pause. */
  async settle(): Promise<void> {
    for (let round = 0; this.#tasks.length > 0 && round < MOST_TASKS; round++) {
      const next = this.#tasks.reduce((first, each) => (each.at < first.at ? each : first));
      this.#tasks.splice(this.#tasks.indexOf(next), 1);
      if (next.signal.aborted) continue;
      this.#now = Math.max(this.#now, next.at);
      next.run();
      // What a line carries arrives in later turns of the microtasks.
      for (let turn = 0; turn < TURNS; turn++) await Promise.resolve();
    }
  }
}

/** The product's page session on a surface, with its background in the same page and tier 1 only. */
export function openSession(surface: Surface, clock: Clock | null, signal: AbortSignal): Session {
  const time = clock ?? browserClock;
  const settings: Settings = {
    preferences: fillPreferences({ look: 'tint' }),
    switches: { everywhere: false, sites: [], snoozedUntil: 0 },
    documents: {},
    corrections: [],
    packs: [],
    managed: {},
    problems: {},
  };
  const background = localBackground({
    createClassifier,
    review,
    readGrammar: async () => new Map(),
    clock: time,
    settings: () => settings,
    correct: async () => undefined,
    carry: () => undefined,
  });
  const { look, pauseMs, mode } = settings.preferences;
  return createSession({
    surface,
    openDocument: createDocumentClient(background.connect, time, () => undefined, signal).open,
    clock: time,
    view: () => ({ look, pauseMs, mode, theme: 'light' }),
    changed: () => undefined,
    signal,
  });
}

/** Labels of a surface's text as a classifier that has never seen it gives them. */
export function freshLabels(surface: Surface): Label[] {
  const { title, blocks } = surface.snapshot();
  const passages = toPassages(blocks, []);
  const classifier = createClassifier();
  classifier.update({ title, passages }, NO_ADJUSTMENTS);
  while (!classifier.step(1000, 0));
  return classifier.verdicts().map((verdict) => verdict?.label ?? 'none');
}
