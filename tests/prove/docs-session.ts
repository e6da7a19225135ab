import { createClassifier } from '../../lib/classifier/classify.ts';
import { NO_ADJUSTMENTS } from '../../lib/classifier/contract.ts';
import type { Surface } from '../../lib/hosts/host.ts';
import type { Label } from '../../lib/model/stage.ts';
import { createGrammarMemo } from '../../lib/page/grammar-memo.ts';
import { createSession, type Session } from '../../lib/page/session.ts';
import { browserClock, type Clock } from '../../lib/platform/clock.ts';
import { review } from '../../lib/review/review.ts';
import { fillPreferences } from '../../lib/settings/preferences.ts';
import { toPassages } from '../../lib/text/passages.ts';

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
    for (let round = 0; this.#tasks.length > 0 && round < 1000; round++) {
      const due = this.#tasks.sort((a, b) => a.at - b.at);
      this.#tasks = [];
      for (const { at, run, signal } of due) {
        this.#now = Math.max(this.#now, at);
        if (!signal.aborted) run();
      }
      await Promise.resolve();
    }
  }
}

/** The product's page session on a surface, with tier 1 only. */
export function openSession(surface: Surface, clock: Clock | null, signal: AbortSignal): Session {
  const preferences = fillPreferences({ look: 'tint' });
  return createSession({
    surface,
    createClassifier,
    loadReview: async () => ({ review }),
    clock: clock ?? browserClock,
    askGrammar: async () => null,
    memo: createGrammarMemo(),
    view: () => ({ preferences, corrections: [], packs: [], chosenType: null, mode: 'all', theme: 'light' }),
    carry: () => undefined,
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
