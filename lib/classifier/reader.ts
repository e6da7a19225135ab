import type { WriterHand } from './hand.ts';
import { CUES, PHRASE, WORD, WordLookup } from './lookup.ts';
import type { Model } from './model.ts';
import { PhraseFinder } from './phrases.ts';
import { PHRASE_RULES_START, RULES, readRules } from './rules.ts';
import { scanTokens, TokenBuffer } from './tokens.ts';
import { MOST_ROWS } from './word-vectors.ts';

/** The model's tables as reading needs them: built once, shared by all readers. */
export class ModelIndex {
  readonly model: Model;
  readonly lookup: WordLookup;
  readonly finder: PhraseFinder;
  private words: readonly string[] | null = null;

  constructor(model: Model) {
    this.model = model;
    this.finder = PhraseFinder.read(model.phraseList, model.phraseGroups.length);
    this.lookup = new WordLookup(model.wordList, model.vectors.size, this.finder.beginnings);
  }

  /** A word by its id: for explanations, which alone need words as strings. */
  word(id: number): string {
    this.words ??= this.model.wordList.split(' ');
    return this.words[id] ?? '';
  }
}

/** Numbers a found phrase takes in `TextReader.phrases`. */
export const PHRASE_SIZE = 3;

/**
 * Reads one text at a time as the model sees it: the weighted mean of its words' vectors and the rules that hold of it. All
 * buffers belong to the reader and are overwritten by the next text.
 */
export class TextReader {
  readonly tokens = new TokenBuffer();
  /** By token: id of its word, or -1. */
  words = new Int32Array(512);
  /** Mean over the known words; zeros where none is known. */
  readonly mean: Float64Array;
  /** Sum of the known words' weights, in steps. */
  mass = 0;
  /** 1 for every rule that holds. */
  readonly active = new Uint8Array(RULES.length);
  /** The rules that hold, `ruleCount` of them. */
  readonly rules = new Uint8Array(RULES.length);
  ruleCount = 0;
  /** Phrases found: entry, first and last token, PHRASE_SIZE numbers each, an entry once or more; `phraseEnd` numbers in all. */
  phrases = new Int32Array(64 * PHRASE_SIZE);
  phraseEnd = 0;
  private cues = new Int32Array(512);
  /** By token: where phrases go on that begin with it. */
  private begun = new Int32Array(512);
  /** Rows of the known words, in order. */
  private rowsOf = new Int32Array(512);
  private readonly finder: PhraseFinder;
  private readonly lookup: WordLookup;
  private readonly model: Model;

  private readonly hand: WriterHand;

  constructor(index: ModelIndex, hand: WriterHand) {
    this.model = index.model;
    this.hand = hand;
    this.lookup = index.lookup;
    this.finder = index.finder;
    this.mean = new Float64Array(index.model.dimensions);
  }

  read(text: string): void {
    const { active, rules, tokens } = this;
    scanTokens(text, tokens);
    if (this.words.length < tokens.count) {
      const size = tokens.count * 2;
      this.words = new Int32Array(size);
      this.cues = new Int32Array(size);
      this.begun = new Int32Array(size);
      this.rowsOf = new Int32Array(size);
    }
    this.hand.silenced(tokens, this.silence);
    this.readWords();
    readRules(text, tokens, this.cues, active);
    this.phraseEnd = 0;
    this.finder.find(tokens, this.takePhrase, this.begun);
    this.ruleCount = 0;
    for (let rule = 0; rule < active.length; rule++) if (active[rule] === 1) rules[this.ruleCount++] = rule;
  }

  /** Looks every token up and adds up the vectors of the words. */
  private readWords(): void {
    const { begun, cues, lookup, tokens, words, rowsOf } = this;
    const { hash, count } = tokens;
    const { vectors } = this.model;
    const { slots } = lookup;
    let known = 0;
    for (let index = 0; index < count; index++) {
      const place = lookup.placeOf(hash[index] ?? 0);
      // Beyond so many the sums would not be exact: what no passage is long enough for counts as unknown.
      const word = index < MOST_ROWS ? (slots[place + WORD] ?? 0) - 1 : -1;
      words[index] = word;
      begun[index] = slots[place + PHRASE] ?? 0;
      cues[index] = slots[place + CUES] ?? 0;
      if (word >= 0) rowsOf[known++] = vectors.rowOf(word);
    }
    this.mass = vectors.mean(rowsOf, known, this.mean);
  }

  /** A silenced token keeps its place and loses its word. */
  private readonly silence = (token: number): void => {
    this.tokens.silence(token);
  };

  private readonly takePhrase = (entry: number, first: number, last: number): void => {
    const at = this.phraseEnd;
    if (at === this.phrases.length) {
      const wider = new Int32Array(at * 2);
      wider.set(this.phrases);
      this.phrases = wider;
    }
    this.phrases[at] = entry;
    this.phrases[at + 1] = first;
    this.phrases[at + 2] = last;
    this.phraseEnd = at + PHRASE_SIZE;
    this.active[PHRASE_RULES_START + (this.model.phraseGroups[entry] ?? 0)] = 1;
  };

  /** A word's share of the mean's dimension: what one occurrence of it contributes. */
  share(word: number, dimension: number): number {
    return this.model.vectors.share(word, dimension, this.mass);
  }
}

/** Adds `vector` (row) times `weights` (row-major, `outputs` columns) to `out` at `offset`. */
export function addProduct(
  vector: Float64Array,
  weights: Float64Array,
  outputs: number,
  out: Float64Array,
  offset: number,
): void {
  for (let d = 0; d < vector.length; d++) {
    const value = vector[d] ?? 0;
    if (value === 0) continue;
    for (let k = 0; k < outputs; k++)
      out[offset + k] = (out[offset + k] ?? 0) + value * (weights[d * outputs + k] ?? 0);
  }
}

/** Adds the weights of the rules that hold in the text read last to `out` at `offset`. */
export function addRules(
  { rules, ruleCount }: TextReader,
  weights: Float64Array,
  outputs: number,
  out: Float64Array,
  offset: number,
): void {
  for (let place = 0; place < ruleCount; place++) {
    const row = (rules[place] ?? 0) * outputs;
    for (let k = 0; k < outputs; k++) out[offset + k] = (out[offset + k] ?? 0) + (weights[row + k] ?? 0);
  }
}

/** Adds the weights of the found phrases' entries, each entry once, to `out` at `offset`. */
export function addPhrases(
  { phrases, phraseEnd }: TextReader,
  weights: Float64Array,
  outputs: number,
  out: Float64Array,
  offset: number,
): void {
  for (let place = 0; place < phraseEnd; place += PHRASE_SIZE) {
    if (isRepeated(phrases, place)) continue;
    const row = (phrases[place] ?? 0) * outputs;
    for (let k = 0; k < outputs; k++) out[offset + k] = (out[offset + k] ?? 0) + (weights[row + k] ?? 0);
  }
}

/** Whether an entry found at `place` was found before: it counts once a text. */
export function isRepeated(phrases: Int32Array, place: number): boolean {
  for (let before = 0; before < place; before += PHRASE_SIZE) if (phrases[before] === phrases[place]) return true;
  return false;
}
