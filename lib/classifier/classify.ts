import { type Label, type Signal, STAGES } from '../model/stage.ts';
import type { Explanation, Verdict } from '../model/verdict.ts';
import {
  type Adjustments,
  type DetectedType,
  type DocumentClassifier,
  type DocumentInput,
  type GrammarHit,
  type GrammarRequest,
  NO_ADJUSTMENTS,
  type PassageInput,
} from './contract.ts';
import { detectType } from './document-type.ts';
import { explainVerdict } from './explain.ts';
import { grammarMayTell } from './grammar-head.ts';
import { GrammarMemory, NOTHING_FOUND } from './grammar-memory.ts';
import { type Layout, layOut, sameHeadings } from './layout.ts';
import { OUTPUTS } from './model.ts';
import { STAGE_SIGNALS } from './passage-store.ts';
import { PlaceScores } from './place-scores.ts';
import { Reading } from './reading.ts';
import { MOVED, PART_SIZE, Totals } from './totals.ts';
import { VerdictDrawer } from './verdict-drawer.ts';

/** Passages scored between two looks at the clock: about a third of a millisecond. */
const BATCH = 8;

class Classifier implements DocumentClassifier {
  private adjustments: Adjustments = NO_ADJUSTMENTS;
  private reading = new Reading(this.adjustments);
  private title = '';
  /** Own copy of the newest version, so that the next is compared with it even if it comes in the same array. */
  private passages: PassageInput[] = [];
  private layout: Layout = layOut([]);
  private totals = new Totals(this.reading.scorer.model, this.layout);
  private places = new PlaceScores(0);
  /** Slot of each passage in the store, -1 where it is not scored yet. */
  private slots = new Int32Array(0);
  private missing = 0;
  /** Verdicts as they were drawn last; those of the version before until the first step on a new one. */
  private results: (Verdict | null)[] = [];
  private isDrawn = true;
  /** Places whose verdicts are to be drawn anew: all, or those in the list. */
  private all = false;
  private readonly touched: number[] = [];
  private stale = false;
  private readonly drawer = new VerdictDrawer();
  private readonly grammar = new GrammarMemory();
  private grammarStale = false;
  /**
   * By passage: how probable the second label is beside the first; 0 where tier 2 has no say. Only tier 1 decides whether it has,
   * so that verdicts do not depend on the order in which answers came.
   */
  private doubts = new Float64Array(0);

  update({ title, passages }: DocumentInput, adjustments: Adjustments): void {
    const { passages: hands } = this.adjustments;
    const anew = this.reading.store.size > 4 * passages.length + 256 || !this.reading.holdsFor(adjustments);
    if (anew) this.reading = new Reading(adjustments);
    this.adjustments = adjustments;
    this.title = title;
    if (anew || !this.takeEdits(passages)) this.takeAll(passages);
    if (hands !== adjustments.passages && hands.size + adjustments.passages.size > 0) this.all = true;
    this.grammar.retain(passages);
    this.stale = true;
    this.isDrawn = false;
  }

  /**
   * Takes a version in which passages have other texts and all else stays; costs those passages.
   * @returns false where more has changed: then `takeAll` has to follow.
   */
  private takeEdits(passages: readonly PassageInput[]): boolean {
    const { layout, passages: mine, reading, slots, totals } = this;
    const { length } = passages;
    if (length !== mine.length) return false;
    for (let index = 0; index < length; index++) {
      const passage = passages[index] as PassageInput;
      const old = mine[index] as PassageInput;
      if (passage === old) continue;
      if (!standsLike(passage, old)) return false;
      mine[index] = passage;
      if (passage.hash === old.hash) continue;
      const section = layout.section[index] ?? 0;
      const before = slots[index] ?? -1;
      const slot = reading.store.slotOf(passage.hash);
      if (before >= 0) totals.count(reading.store, before, section, -1);
      else this.missing--;
      if (slot >= 0) totals.count(reading.store, slot, section, 1);
      else this.missing++;
      slots[index] = slot;
      this.doubts[index] = 0;
      this.touched.push(index);
    }
    return true;
  }

  private takeAll(passages: readonly PassageInput[]): void {
    const { store, scorer } = this.reading;
    const size = passages.length;
    const shift = size - this.results.length;
    const same = this.passages.findIndex((old, index) => old.hash !== passages[index]?.hash);
    this.results = passages.map(
      (_, index) => this.results[same < 0 || index < same ? index : Math.max(same, index - shift)] ?? null,
    );
    this.passages = passages.slice();
    this.layout = layOut(passages);
    this.totals = new Totals(scorer.model, this.layout);
    this.places = new PlaceScores(size);
    this.slots = new Int32Array(size);
    this.doubts = new Float64Array(size);
    this.missing = 0;
    for (let index = 0; index < size; index++) {
      const slot = store.size === 0 ? -1 : store.slotOf((passages[index] as PassageInput).hash);
      this.slots[index] = slot;
      if (slot < 0) this.missing++;
      else this.totals.count(store, slot, this.layout.section[index] ?? 0, 1);
    }
    store.reserve(store.size + this.missing);
    this.all = true;
  }

  step(budgetMs: number, from: number): boolean {
    const end = performance.now() + budgetMs;
    const size = this.slots.length;
    let below = Math.max(0, Math.min(from, size));
    let above = below - 1;
    let worked = 0;
    while (this.missing > 0 && (below < size || above >= 0)) {
      if (below < size && this.score(below++)) worked++;
      if (above >= 0 && this.score(above--)) worked++;
      if (worked < BATCH) continue;
      if (performance.now() >= end) break;
      worked = 0;
    }
    if (this.stale) this.conclude();
    else if (this.grammarStale) this.refine();
    return this.missing === 0;
  }

  /** @returns whether the passage was still to be scored. */
  private score(index: number): boolean {
    if ((this.slots[index] ?? 0) >= 0) return false;
    const { scorer, store } = this.reading;
    const { hash, text } = this.passages[index] as PassageInput;
    let slot = store.slotOf(hash);
    if (slot < 0) {
      slot = store.add(hash);
      scorer.passage(text, store, slot);
    }
    this.slots[index] = slot;
    this.totals.count(store, slot, this.layout.section[index] ?? 0, 1);
    this.missing--;
    this.touched.push(index);
    this.stale = true;
    return true;
  }

  /** Draws the verdicts of the passages that changed, and of those to which section or document now say something else. */
  private conclude(): void {
    const { all, layout, passages, results, touched, totals } = this;
    const wide = totals.settle(passages, this.reading.headings(this.title));
    // A copy, because the last one may still be looked at.
    const next = results.slice();
    if (all || wide)
      for (let index = 0; index < next.length; index++) {
        const moved = all ? MOVED.all : (totals.changed[layout.section[index] ?? 0] ?? 0);
        if (moved !== 0) next[index] = this.drawn(index, moved);
      }
    if (!all) for (const index of touched) next[index] = this.drawn(index, MOVED.all);
    this.results = next;
    touched.length = 0;
    this.all = false;
    this.stale = false;
    this.isDrawn = true;
    if (this.grammarStale) this.refine();
  }

  /** @param moved what has moved since the verdict was drawn last: bits of MOVED, all for other texts and places. @returns null where the passage is not scored yet. */
  private drawn(index: number, moved: number): Verdict | null {
    if ((this.slots[index] ?? -1) < 0) return null;
    const before = this.results[index] ?? null;
    return (moved & MOVED.labels) === 0 && before?.by === 'model'
      ? this.withSignal(index, before, moved)
      : this.verdictOf(index, before, moved);
  }

  /** A verdict of the model to whose label nothing says anything else, though something may to its signal. */
  private withSignal(index: number, before: Verdict, moved: number): Verdict {
    const stage = before.label === 'none' ? -1 : STAGES.indexOf(before.label);
    if (stage < 0 || (moved & MOVED.signals(stage)) === 0) return before;
    const { common } = this.totals;
    const at = (this.layout.section[index] ?? 0) * PART_SIZE + OUTPUTS;
    const { signals } = this.reading.store;
    return this.drawer.withSignal(before, stage, signals, (this.slots[index] ?? 0) * STAGE_SIGNALS, common, at);
  }

  /** Draws the verdicts anew in which tier 2 has a say. */
  private refine(): void {
    const next = this.results.slice();
    for (let index = 0; index < next.length; index++)
      if ((this.doubts[index] ?? 0) > 0) next[index] = this.verdictOf(index, next[index] ?? null, MOVED.labels);
    this.results = next;
    this.grammarStale = false;
  }

  /** @param before returned where it says the same; @param moved what its common part says anew since then: bits of MOVED. */
  private verdictOf(index: number, before: Verdict | null, moved: number): Verdict {
    const { adjustments, drawer, grammar, layout, places, totals } = this;
    const { scorer, store } = this.reading;
    const passage = this.passages[index] as PassageInput;
    const slot = this.slots[index] ?? 0;
    const common = (layout.section[index] ?? 0) * PART_SIZE;
    const set = adjustments.passages.size > 0 ? adjustments.passages.get(passage.hash) : undefined;
    places.place(this.passages, layout, index, slot, store.tokens[slot] ?? 0, scorer.model.layout);
    const doubt = drawer.take(store.own, slot * OUTPUTS, totals.common, common, places.values, index * OUTPUTS);
    const open = set === undefined && grammarMayTell(doubt);
    this.doubts[index] = open ? doubt : 0;
    if (open) {
      const found = grammar.found(passage);
      if (found.size > 0) drawer.add(found.keys());
    }
    if (drawer.stage >= 0) scorer.signals(store, slot, drawer.stage);
    const at = slot * STAGE_SIGNALS;
    const verdict = drawer.draw(store.signals, at, totals.common, common + OUTPUTS, before, moved);
    return set === undefined ? verdict : withHand(verdict, set);
  }

  verdicts(): readonly (Verdict | null)[] {
    return this.isDrawn ? this.results : this.passages.map(() => null);
  }

  explain(index: number): Explanation {
    const verdict = this.verdicts()[index];
    if (verdict === undefined) throw new RangeError(`No passage ${index}: the document has ${this.passages.length}`);
    if (verdict === null) throw new RangeError(`Passage ${index} is not scored yet`);
    const { layout, passages, reading, totals } = this;
    const tokens = reading.store.tokens[this.slots[index] ?? 0] ?? 0;
    const headings = reading.headings(this.title);
    const found = (this.doubts[index] ?? 0) > 0 ? this.grammar.found(passages[index] as PassageInput) : NOTHING_FOUND;
    const context = { passages, index, layout, tokens, totals, headings };
    return explainVerdict(reading.scorer, context, verdict, found);
  }

  documentType(): DetectedType {
    return detectType({ title: this.title, passages: this.passages }, this.verdicts());
  }

  grammarRequests(limit: number): readonly GrammarRequest[] {
    const { doubts, passages } = this;
    const order: number[] = [];
    for (let index = 0; index < doubts.length; index++) if ((doubts[index] ?? 0) > 0) order.push(index);
    order.sort((a, b) => (doubts[b] ?? 0) - (doubts[a] ?? 0) || a - b);
    const requests = new Map<string, GrammarRequest>();
    for (const index of order) {
      if (requests.size >= limit) break;
      this.grammar.request(passages[index] as PassageInput, requests, limit);
    }
    return [...requests.values()];
  }

  acceptGrammar(answers: ReadonlyMap<string, readonly GrammarHit[]>): void {
    if (this.grammar.accept(answers)) this.grammarStale = true;
  }
}

/** Whether a passage gives its document the same layout as the one that stood in its place. */
function standsLike(passage: PassageInput, before: PassageInput | undefined): boolean {
  return before !== undefined && before.kind === passage.kind && sameHeadings(before.headings, passage.headings);
}

/** The writer's own label for a passage stands before the model's. */
function withHand(verdict: Verdict, set: { readonly label: Label; readonly signal: Signal | null }): Verdict {
  return {
    ...verdict,
    label: set.label,
    signal: set.signal,
    confidence: 1,
    signalConfidence: set.signal === null ? 0 : 1,
    runnerUp: verdict.label === set.label ? verdict.runnerUp : verdict.label,
    by: 'writer',
  };
}

/** A classifier for one document. */
export function createClassifier(): DocumentClassifier {
  return new Classifier();
}
