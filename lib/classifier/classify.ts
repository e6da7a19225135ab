import type { Label, Signal } from '../model/stage.ts';
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
import { decodeModel } from './decode.ts';
import { detectType } from './document-type.ts';
import { explainVerdict } from './explain.ts';
import { grammarMayTell } from './grammar-head.ts';
import { GrammarMemory, NOTHING_FOUND } from './grammar-memory.ts';
import { WriterHand } from './hand.ts';
import { type Layout, layOut, sameHeadings } from './layout.ts';
import { OUTPUTS } from './model.ts';
import { ModelIndex } from './reader.ts';
import { PART_SIZE, PASSAGE_SIZE, Scorer } from './scores.ts';
import { KeptFeatures, labelScores, type ScoringContext, sectionScores } from './totals.ts';
import { VerdictDrawer } from './verdict-drawer.ts';
import { PACKED_MODEL } from './weights/tables.generated.ts';

/** Passages scored between two looks at the clock: about a third of a millisecond. */
const BATCH = 8;

let shared: ModelIndex | null = null;
/** The model's tables are decoded once, at first use. */
function model(): ModelIndex {
  shared ??= new ModelIndex(decodeModel(PACKED_MODEL));
  return shared;
}

/** Contributions of the passages scored so far, by hash, in one growing array. */
class PassageStore {
  private readonly slots = new Map<string, number>();
  values = new Float64Array(64 * PASSAGE_SIZE);
  tokens = new Uint32Array(64);

  slotOf(hash: string): number {
    return this.slots.get(hash) ?? -1;
  }

  add(hash: string): number {
    const slot = this.slots.size;
    if ((slot + 1) * PASSAGE_SIZE > this.values.length) {
      const wider = new Float64Array(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
      const counts = new Uint32Array(this.tokens.length * 2);
      counts.set(this.tokens);
      this.tokens = counts;
    }
    this.slots.set(hash, slot);
    return slot;
  }

  get size(): number {
    return this.slots.size;
  }
}

/** Text contributions that many passages share, by text. */
class Shared {
  private readonly known = new Map<string, Float64Array>();
  private readonly make: (text: string) => Float64Array;
  constructor(make: (text: string) => Float64Array) {
    this.make = make;
  }
  of(text: string): Float64Array {
    let found = this.known.get(text);
    if (found === undefined) {
      found = this.make(text);
      this.known.set(text, found);
    }
    return found;
  }
}

/** All that was read under one state of the writer's phrases, vocabulary and learnt words. */
class Reading {
  readonly key: string;
  readonly packs: Adjustments['packs'];
  readonly scorer: Scorer;
  readonly store = new PassageStore();
  readonly headings = new Shared((text) => this.scorer.heading(text));
  readonly paths = new Shared((text) => this.scorer.path(text));
  readonly titles = new Shared((text) => this.scorer.title(text));
  readonly outlines = new Shared((text) => this.scorer.outline(text));

  /** @param key of `adjustments`, by `readingKey`. */
  constructor(key: string, adjustments: Adjustments) {
    this.key = key;
    this.packs = adjustments.packs;
    this.scorer = new Scorer(model(), new WriterHand(adjustments));
  }
}

/** Learnt words are many and seldom change: their part of the key is made once an array. */
const learntKeys = new WeakMap<Adjustments['learnt'], string>();

/** Equal where two adjustments read every text alike. */
function readingKey({ phrases, vocabulary, learnt }: Adjustments): string {
  let known = learntKeys.get(learnt);
  if (known === undefined) {
    known = JSON.stringify(learnt.map(({ word, offsets }) => [word, ...offsets]));
    learntKeys.set(learnt, known);
  }
  return JSON.stringify([phrases, vocabulary]) + known;
}

class Classifier implements DocumentClassifier {
  private adjustments: Adjustments = NO_ADJUSTMENTS;
  private reading = new Reading(readingKey(NO_ADJUSTMENTS), NO_ADJUSTMENTS);
  private document: DocumentInput = { title: '', passages: [] };
  private layout: Layout = layOut([]);
  private features = new KeptFeatures(0);
  /** Slot of each passage in the store, -1 where it is not scored yet. */
  private slots = new Int32Array(0);
  private missing = 0;
  private results: (Verdict | null)[] = [];
  /** Verdicts before the newest version, by place: those that still hold are used again. */
  private earlier: readonly (Verdict | null)[] = [];
  private stale = true;
  /** Tier 1's scores of the labels, by passage. */
  private labels = new Float64Array(0);
  private sections: Float64Array = new Float64Array(0);
  private readonly drawer = new VerdictDrawer();
  private readonly grammar = new GrammarMemory();
  private grammarStale = false;
  /**
   * By passage: how probable the second label is beside the first; 0 where tier 2 has no say. Only tier 1 decides whether it has,
   * so that verdicts do not depend on the order in which answers came.
   */
  private doubts = new Float64Array(0);

  update(document: DocumentInput, adjustments: Adjustments): void {
    const size = document.passages.length;
    const key = readingKey(adjustments);
    const anew =
      key !== this.reading.key || adjustments.packs !== this.reading.packs || this.reading.store.size > 4 * size + 256;
    if (anew) this.reading = new Reading(key, adjustments);
    this.adjustments = adjustments;
    this.place(document.passages, anew);
    // A copy, so that the next version is compared with this one even if it comes in the same array.
    this.document = { title: document.title, passages: document.passages.slice() };
    this.earlier = this.results;
    this.results = new Array<Verdict | null>(size).fill(null);
    if (this.doubts.length === size) this.doubts.fill(0);
    else {
      this.doubts = new Float64Array(size);
      this.labels = new Float64Array(size * OUTPUTS);
    }
    this.grammar.retain(document.passages);
    this.stale = true;
  }

  /** Finds the slots of the passages and where they stand, as far as they are not those of the version before. */
  private place(passages: readonly PassageInput[], anew: boolean): void {
    const { passages: before } = this.document;
    const { store } = this.reading;
    const size = passages.length;
    let moved = size !== before.length;
    if (moved) this.slots = new Int32Array(size).fill(-1);
    else if (anew) this.slots.fill(-1);
    this.missing = 0;
    for (let index = 0; index < size; index++) {
      const passage = passages[index] as PassageInput;
      const old = before[index];
      if (passage !== old || (this.slots[index] ?? -1) < 0) {
        const slot = store.slotOf(passage.hash);
        this.slots[index] = slot;
        if (slot < 0) this.missing++;
      }
      moved ||= passage !== old && !standsLike(passage, old);
    }
    if (moved) this.layout = layOut(passages);
    if (moved || anew) this.features = new KeptFeatures(size);
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
    const { hash, text } = this.document.passages[index] as PassageInput;
    let slot = this.reading.store.slotOf(hash);
    if (slot < 0) {
      slot = this.reading.store.add(hash);
      this.reading.store.tokens[slot] = this.reading.scorer.passage(
        text,
        this.reading.store.values,
        slot * PASSAGE_SIZE,
      );
    }
    this.slots[index] = slot;
    this.missing--;
    this.stale = true;
    return true;
  }

  /** Adds up what passages, headings, sections and the document say, and draws the verdicts. */
  private conclude(): void {
    const context = this.context();
    this.sections = sectionScores(context);
    labelScores(context, this.sections, this.features, this.labels);
    const { results, earlier, slots } = this;
    const next = new Array<Verdict | null>(slots.length).fill(null);
    for (let index = 0; index < slots.length; index++)
      if ((slots[index] ?? -1) >= 0) next[index] = this.verdictOf(index, results[index] ?? earlier[index] ?? null);
    this.results = next;
    this.stale = this.missing > 0;
    if (!this.stale) this.earlier = [];
    this.grammarStale = false;
  }

  /** Draws the verdicts anew in which tier 2 has a say. */
  private refine(): void {
    const next = this.results.slice();
    for (let index = 0; index < next.length; index++)
      if ((this.doubts[index] ?? 0) > 0) next[index] = this.verdictOf(index, next[index] ?? null);
    this.results = next;
    this.grammarStale = false;
  }

  /** @param before returned where it says the same. */
  private verdictOf(index: number, before: Verdict | null): Verdict {
    const { adjustments, document, drawer, grammar, layout, sections, slots } = this;
    const passage = document.passages[index] as PassageInput;
    const set = adjustments.passages.size > 0 ? adjustments.passages.get(passage.hash) : undefined;
    const doubt = drawer.take(this.labels, index * OUTPUTS);
    const open = set === undefined && grammarMayTell(doubt);
    this.doubts[index] = open ? doubt : 0;
    if (open) {
      const found = grammar.found(passage);
      if (found.size > 0) drawer.add(found.keys());
    }
    const own = (slots[index] ?? 0) * PASSAGE_SIZE + OUTPUTS;
    const section = (layout.section[index] ?? 0) * PART_SIZE + OUTPUTS;
    const verdict = drawer.draw(this.reading.store.values, own, sections, section, before);
    return set === undefined ? verdict : withHand(verdict, set);
  }

  private context(): ScoringContext {
    const { document, layout, slots, reading } = this;
    const { store } = reading;
    return {
      passages: document.passages,
      layout,
      slots,
      values: store.values,
      tokens: store.tokens,
      model: reading.scorer.model,
      title: reading.titles.of(document.title),
      heading: (text) => reading.headings.of(text),
      path: (text) => reading.paths.of(text),
      outline: (text) => reading.outlines.of(text),
    };
  }

  verdicts(): readonly (Verdict | null)[] {
    return this.results;
  }

  explain(index: number): Explanation {
    const verdict = this.results[index];
    if (verdict === undefined) throw new RangeError(`No passage ${index}: the document has ${this.results.length}`);
    if (verdict === null) throw new RangeError(`Passage ${index} is not scored yet`);
    const passage = this.document.passages[index] as PassageInput;
    const found = (this.doubts[index] ?? 0) > 0 ? this.grammar.found(passage) : NOTHING_FOUND;
    return explainVerdict(this.reading.scorer, this.context(), index, verdict, found);
  }

  documentType(): DetectedType {
    return detectType(this.document, this.results);
  }

  grammarRequests(limit: number): readonly GrammarRequest[] {
    const { doubts, document } = this;
    const order: number[] = [];
    for (let index = 0; index < doubts.length; index++) if ((doubts[index] ?? 0) > 0) order.push(index);
    order.sort((a, b) => (doubts[b] ?? 0) - (doubts[a] ?? 0) || a - b);
    const requests = new Map<string, GrammarRequest>();
    for (const index of order) {
      if (requests.size >= limit) break;
      this.grammar.request(document.passages[index] as PassageInput, requests, limit);
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
