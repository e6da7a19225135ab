import { STAGES } from '../model/stage.ts';
import { OUTPUTS, SIGNAL_OUTPUTS } from './model.ts';
import type { TextReader } from './reader.ts';
import { RULE_WORDS } from './rules.ts';

/**
 * Means are kept as whole numbers of this many parts of one, so that sums of them are exact: a section's sum is the same whether it was
 * added up anew or kept up to date through any number of edits.
 */
export const MEAN_PARTS = 2 ** 22;

// Own names of what the loops use: modules look up what they import or export at every use, as long as no bundler put it in place.
const PARTS = MEAN_PARTS;
const WORDS_OF_RULES = RULE_WORDS;
const LABEL_COUNT = OUTPUTS;

/** How many signals a stage has. */
export const STAGE_SIGNALS = SIGNAL_OUTPUTS / STAGES.length;
const SIGNAL_COUNT = STAGE_SIGNALS;
/** A mean in whole parts. Unlike `Math.round`, nothing here hangs on the value: processors could not foresee it. */
function inParts(mean: number): number {
  return Math.floor(mean * PARTS + 0.5);
}

const NO_STAGE = -1;
const NO_SENSES: readonly { readonly signal: number; readonly weight: number }[] = [];

/** What the passages scored so far say, by slot: a slot belongs to one text (by hash). Grows, never shrinks. */
export class PassageStore {
  private readonly slots = new Map<string, number>();
  private room = 64;
  private readonly dimensions: number;
  /** Own scores of the labels, OUTPUTS a slot. */
  own = new Float64Array(this.room * OUTPUTS);
  /** Means of the words' vectors in MEAN_PARTS, `dimensions` a slot. */
  means: Int32Array;
  /** What the text's phrases add to the document's mean, in MEAN_PARTS, OUTPUTS a slot. */
  phrases = new Int32Array(this.room * OUTPUTS);
  /** Bits of the rules that hold. */
  rules = new Int32Array(this.room * RULE_WORDS);
  tokens = new Uint32Array(this.room);
  /** Own scores of one stage's signals, STAGE_SIGNALS a slot, and which stage that is (NO_STAGE: none yet). */
  signals = new Float64Array(this.room * STAGE_SIGNALS);
  stages = new Int8Array(this.room).fill(NO_STAGE);

  /** What phrases with a sense add to signals, by slot: few passages hold any. */
  private readonly senses = new Map<number, { readonly signal: number; readonly weight: number }[]>();

  /** @param dimensions of the words' vectors. */
  constructor(dimensions: number) {
    this.dimensions = dimensions;
    this.means = new Int32Array(this.room * dimensions);
  }

  get size(): number {
    return this.slots.size;
  }

  slotOf(hash: string): number {
    return this.slots.get(hash) ?? -1;
  }

  /** A new slot for a text that has none. */
  add(hash: string): number {
    const slot = this.slots.size;
    if (slot === this.room) this.grow(this.room * 2);
    this.slots.set(hash, slot);
    return slot;
  }

  /** Makes room for so many slots in all. */
  reserve(slots: number): void {
    if (slots > this.room) this.grow(slots);
  }

  private grow(room: number): void {
    const { dimensions } = this;
    this.room = room;
    this.own = wider(this.own, new Float64Array(room * OUTPUTS));
    this.means = wider(this.means, new Int32Array(room * dimensions));
    this.phrases = wider(this.phrases, new Int32Array(room * OUTPUTS));
    this.rules = wider(this.rules, new Int32Array(room * RULE_WORDS));
    this.tokens = wider(this.tokens, new Uint32Array(room));
    this.signals = wider(this.signals, new Float64Array(room * STAGE_SIGNALS));
    this.stages = wider(this.stages, new Int8Array(room).fill(NO_STAGE));
  }

  /** Keeps what was read last as that of the slot's text: mean, phrases (by what each says of its document), the rules that hold, number of tokens. */
  keep(slot: number, reader: TextReader, phraseWeights: Float64Array): void {
    const { entries, entryCount, mean, ruleBits, tokens } = reader;
    const { means, phrases, rules } = this;
    let first = 0;
    let second = 0;
    let third = 0;
    let none = 0;
    for (let place = 0; place < entryCount; place++) {
      const row = (entries[place] ?? 0) * LABEL_COUNT;
      first += phraseWeights[row] ?? 0;
      second += phraseWeights[row + 1] ?? 0;
      third += phraseWeights[row + 2] ?? 0;
      none += phraseWeights[row + 3] ?? 0;
    }
    phrases[slot * LABEL_COUNT] = inParts(first);
    phrases[slot * LABEL_COUNT + 1] = inParts(second);
    phrases[slot * LABEL_COUNT + 2] = inParts(third);
    phrases[slot * LABEL_COUNT + 3] = inParts(none);
    const at = slot * mean.length;
    for (let d = 0; d < mean.length; d++) means[at + d] = inParts(mean[d] ?? 0);
    for (let word = 0; word < WORDS_OF_RULES; word++) rules[slot * WORDS_OF_RULES + word] = ruleBits[word] ?? 0;
    this.tokens[slot] = tokens.count;
  }

  /** Adds `sign` to the count of every rule that holds of the slot's text. */
  countRules(slot: number, counts: Int32Array, sign: 1 | -1): void {
    const from = slot * WORDS_OF_RULES;
    for (let word = 0; word < WORDS_OF_RULES; word++)
      for (let bits = this.rules[from + word] ?? 0; bits !== 0; bits &= bits - 1) {
        const rule = word * 32 + 31 - Math.clz32(bits & -bits);
        counts[rule] = (counts[rule] ?? 0) + sign;
      }
  }

  /**
   * Makes the own scores of a stage's signals, those from `first` on, of the slot's mean and rules; `width` columns a row of weights. The
   * six sums (STAGE_SIGNALS) stay out of memory.
   */
  readSignals(slot: number, words: Float64Array, facts: Float64Array, width: number, first: number): void {
    const { dimensions, means, rules, signals } = this;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const value = (means[slot * dimensions + dimension] ?? 0) / PARTS;
      const row = dimension * width + first;
      a += value * (words[row] ?? 0);
      b += value * (words[row + 1] ?? 0);
      c += value * (words[row + 2] ?? 0);
      d += value * (words[row + 3] ?? 0);
      e += value * (words[row + 4] ?? 0);
      f += value * (words[row + 5] ?? 0);
    }
    for (let word = 0; word < WORDS_OF_RULES; word++)
      for (let bits = rules[slot * WORDS_OF_RULES + word] ?? 0; bits !== 0; bits &= bits - 1) {
        const row = (word * 32 + 31 - Math.clz32(bits & -bits)) * width + first;
        a += facts[row] ?? 0;
        b += facts[row + 1] ?? 0;
        c += facts[row + 2] ?? 0;
        d += facts[row + 3] ?? 0;
        e += facts[row + 4] ?? 0;
        f += facts[row + 5] ?? 0;
      }
    const at = slot * SIGNAL_COUNT;
    signals[at] = a;
    signals[at + 1] = b;
    signals[at + 2] = c;
    signals[at + 3] = d;
    signals[at + 4] = e;
    signals[at + 5] = f;
  }

  /** Notes that a phrase with a sense adds `weight` to a signal. */
  addSense(slot: number, signal: number, weight: number): void {
    const senses = this.senses.get(slot) ?? [];
    senses.push({ signal, weight });
    this.senses.set(slot, senses);
  }

  /** Adds what phrases with a sense say of the signals from `first` on. */
  addSenses(slot: number, first: number): void {
    for (const { signal, weight } of this.senses.get(slot) ?? NO_SENSES) {
      const place = signal - first;
      if (place < 0 || place >= STAGE_SIGNALS) continue;
      const at = slot * STAGE_SIGNALS + place;
      this.signals[at] = (this.signals[at] ?? 0) + weight;
    }
  }
}

function wider<Numbers extends Float64Array | Int32Array | Uint32Array | Int8Array>(
  old: Numbers,
  fresh: Numbers,
): Numbers {
  fresh.set(old);
  return fresh;
}
