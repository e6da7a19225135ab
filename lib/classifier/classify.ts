import { ALL_SIGNALS, LABELS, type Signal, STAGES } from '../model/stage.ts';
import type { Explanation, Verdict } from '../model/verdict.ts';
import type {
  Adjustments,
  DetectedType,
  DocumentClassifier,
  DocumentInput,
  GrammarHit,
  GrammarRequest,
  PassageInput,
} from './contract.ts';
import { decodeModel } from './decode.ts';
import { detectType } from './document-type.ts';
import { explainVerdict } from './explain.ts';
import { addGrammar, grammarMayTell, leadOf } from './grammar-head.ts';
import { GrammarMemory } from './grammar-memory.ts';
import { WriterHand } from './hand.ts';
import { type Layout, layOut } from './layout.ts';
import { NONE_OUTPUT, OUTPUTS, SIGNAL_OUTPUTS } from './model.ts';
import { firstAndSecond, labelProbabilities } from './probability.ts';
import { ModelIndex } from './reader.ts';
import { PART_SIZE, PASSAGE_SIZE, Scorer } from './scores.ts';
import { type ScoringContext, totalScores } from './totals.ts';
import { PACKED_MODEL } from './weights/tables.generated.ts';

/** Passages scored between two looks at the clock: about a third of a millisecond. */
const BATCH = 8;
const SIGNALS_PER_STAGE = SIGNAL_OUTPUTS / STAGES.length;

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

/** All that was read under one state of the writer's phrases and vocabulary. */
class Reading {
  readonly key: string;
  readonly scorer: Scorer;
  readonly store = new PassageStore();
  readonly headings = new Shared((text) => this.scorer.heading(text));
  readonly paths = new Shared((text) => this.scorer.path(text));
  readonly titles = new Shared((text) => this.scorer.title(text));
  readonly outlines = new Shared((text) => this.scorer.outline(text));

  constructor(adjustments: Adjustments) {
    this.key = JSON.stringify([adjustments.phrases, adjustments.vocabulary]);
    this.scorer = new Scorer(model(), new WriterHand(adjustments));
  }
}

class Classifier implements DocumentClassifier {
  private adjustments: Adjustments = { passages: new Map(), phrases: [], vocabulary: [] };
  private reading = new Reading(this.adjustments);
  private document: DocumentInput = { title: '', passages: [] };
  private layout: Layout = layOut([]);
  /** Slot of each passage in the store, -1 where it is not scored yet. */
  private slots = new Int32Array(0);
  private missing = 0;
  private results: (Verdict | null)[] = [];
  private stale = true;
  /** Scores of the labels, then of the signals, by passage. */
  private totals: Float64Array = new Float64Array(0);
  private readonly grammar = new GrammarMemory();
  /**
   * By passage: how far tier 1's first label leads; infinite where tier 2 has no say. Only tier 1 decides whether it has, so that
   * verdicts do not depend on the order in which answers came.
   */
  private leads = new Float64Array(0);

  update(document: DocumentInput, adjustments: Adjustments): void {
    const size = document.passages.length;
    const read = JSON.stringify([adjustments.phrases, adjustments.vocabulary]);
    if (read !== this.reading.key || this.reading.store.size > 4 * size + 256) this.reading = new Reading(adjustments);
    this.document = document;
    this.adjustments = adjustments;
    this.layout = layOut(document.passages);
    this.slots = new Int32Array(size);
    this.missing = 0;
    for (let index = 0; index < size; index++) {
      const slot = this.reading.store.slotOf((document.passages[index] as PassageInput).hash);
      this.slots[index] = slot;
      if (slot < 0) this.missing++;
    }
    this.results = new Array<Verdict | null>(size).fill(null);
    this.leads = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    this.grammar.retain(document.passages);
    this.stale = true;
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
    this.totals = totalScores(this.context());
    const probabilities = new Float64Array(OUTPUTS);
    this.results = this.document.passages.map((passage, index) => {
      if ((this.slots[index] ?? -1) < 0) return null;
      this.refine(passage, index);
      return this.adjusted(passage, drawVerdict(this.totals, index * PART_SIZE, probabilities));
    });
    this.stale = this.missing > 0;
  }

  /** Lets tier 2's answers speak where they may tell. */
  private refine(passage: PassageInput, index: number): void {
    const at = index * PART_SIZE;
    const lead = this.adjustments.passages.has(passage.hash) ? Number.POSITIVE_INFINITY : leadOf(this.totals, at);
    const open = grammarMayTell(lead);
    this.leads[index] = open ? lead : Number.POSITIVE_INFINITY;
    if (open) addGrammar(this.grammar.found(passage).keys(), this.totals, at);
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

  /** The writer's own label for a passage stands before the model's. */
  private adjusted(passage: PassageInput, verdict: Verdict): Verdict {
    const set = this.adjustments.passages.get(passage.hash);
    if (set === undefined) return verdict;
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

  verdicts(): readonly (Verdict | null)[] {
    return this.results;
  }

  explain(index: number): Explanation {
    const verdict = this.results[index];
    if (verdict === undefined) throw new RangeError(`No passage ${index}: the document has ${this.results.length}`);
    if (verdict === null) throw new RangeError(`Passage ${index} is not scored yet`);
    const passage = this.document.passages[index] as PassageInput;
    const found = (this.leads[index] ?? 0) < Number.POSITIVE_INFINITY ? this.grammar.found(passage) : new Map();
    return explainVerdict(this.reading.scorer, this.context(), index, verdict, found);
  }

  documentType(): DetectedType {
    return detectType(this.document, this.results);
  }

  grammarRequests(limit: number): readonly GrammarRequest[] {
    const { leads, document } = this;
    const order: number[] = [];
    for (let index = 0; index < leads.length; index++)
      if ((leads[index] ?? 0) < Number.POSITIVE_INFINITY) order.push(index);
    order.sort((a, b) => (leads[a] ?? 0) - (leads[b] ?? 0) || a - b);
    const requests = new Map<string, GrammarRequest>();
    for (const index of order) {
      if (requests.size >= limit) break;
      this.grammar.request(document.passages[index] as PassageInput, requests, limit);
    }
    return [...requests.values()];
  }

  acceptGrammar(answers: ReadonlyMap<string, readonly GrammarHit[]>): void {
    if (this.grammar.accept(answers)) this.stale = true;
  }
}

/** The verdict that follows from a passage's scores. Probabilities pass through `buffer`. */
function drawVerdict(totals: Float64Array, at: number, buffer: Float64Array): Verdict {
  labelProbabilities(totals, at, buffer, 0);
  const [first, second] = firstAndSecond(buffer, 0);
  let signal: Signal | null = null;
  let signalConfidence = 0;
  if (first !== NONE_OUTPUT) {
    const start = at + OUTPUTS + first * SIGNALS_PER_STAGE;
    let best = 0;
    for (let k = 1; k < SIGNALS_PER_STAGE; k++) if ((totals[start + k] ?? 0) > (totals[start + best] ?? 0)) best = k;
    const top = totals[start + best] ?? 0;
    let sum = 0;
    for (let k = 0; k < SIGNALS_PER_STAGE; k++) sum += Math.exp((totals[start + k] ?? 0) - top);
    signal = ALL_SIGNALS[first * SIGNALS_PER_STAGE + best] ?? null;
    signalConfidence = 1 / sum;
  }
  return {
    label: LABELS[first] ?? 'none',
    confidence: buffer[first] ?? 0,
    probabilities: [buffer[0] ?? 0, buffer[1] ?? 0, buffer[2] ?? 0, buffer[3] ?? 0],
    signal,
    signalConfidence,
    runnerUp: LABELS[second] ?? 'none',
    by: 'model',
  };
}

/** A classifier for one document. */
export function createClassifier(): DocumentClassifier {
  return new Classifier();
}
