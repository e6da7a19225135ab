import type { WriterHand } from './hand.ts';
import { WordLookup } from './lookup.ts';
import type { Model } from './model.ts';
import { PhraseFinder } from './phrases.ts';
import { PHRASE_RULES_START, RULES, readRules } from './rules.ts';
import { scanTokens, TokenBuffer } from './tokens.ts';

/** The model's tables as reading needs them: built once, shared by all readers. */
export class ModelIndex {
  readonly model: Model;
  readonly lookup: WordLookup;
  readonly finder: PhraseFinder;
  private words: readonly string[] | null = null;

  constructor(model: Model) {
    this.model = model;
    this.lookup = new WordLookup(model.wordList, model.wordWeights.length);
    this.finder = PhraseFinder.read(model.phraseList, model.phraseGroups.length);
  }

  /** A word by its id: for explanations, which alone need words as strings. */
  word(id: number): string {
    this.words ??= this.model.wordList.split(' ');
    return this.words[id] ?? '';
  }
}

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
  /** Sum of the known words' weights. */
  mass = 0;
  /** 1 for every rule that holds. */
  readonly active = new Uint8Array(RULES.length);
  /** Phrases found: entry, first and last token, three numbers each, an entry once or more. */
  readonly phrases: number[] = [];
  private cues = new Int32Array(512);
  private readonly finder: PhraseFinder;
  private readonly lookup: WordLookup;
  private readonly weighted: Float32Array;
  private readonly model: Model;

  private readonly hand: WriterHand;

  constructor(index: ModelIndex, hand: WriterHand) {
    this.model = index.model;
    this.hand = hand;
    this.lookup = index.lookup;
    this.finder = index.finder;
    this.weighted = index.model.weighted;
    this.mean = new Float64Array(index.model.dimensions);
  }

  read(text: string): void {
    const { tokens, model, lookup, mean, weighted } = this;
    const { dimensions, wordWeights } = model;
    scanTokens(text, tokens);
    const { count, hash } = tokens;
    if (this.words.length < count) {
      this.words = new Int32Array(count * 2);
      this.cues = new Int32Array(count * 2);
    }
    const { words, cues } = this;
    mean.fill(0);
    let mass = 0;
    this.hand.silenced(tokens, this.silence);
    const known = wordWeights.length;
    for (let index = 0; index < count; index++) {
      const word = lookup.find(hash[index] ?? 0);
      cues[index] = word < 0 ? 0 : (lookup.cues[word] ?? 0);
      if (word < 0 || word >= known) {
        words[index] = -1;
        continue;
      }
      words[index] = word;
      mass += wordWeights[word] ?? 0;
      const row = word * dimensions;
      for (let d = 0; d < dimensions; d++) mean[d] = (mean[d] ?? 0) + (weighted[row + d] ?? 0);
    }
    if (mass > 0) for (let d = 0; d < dimensions; d++) mean[d] = (mean[d] ?? 0) / mass;
    this.mass = mass;
    readRules(text, tokens, cues, this.active);
    this.phrases.length = 0;
    this.finder.find(tokens, this.takePhrase);
  }

  /** A silenced token keeps its place and loses its word. */
  private readonly silence = (token: number): void => {
    this.tokens.silence(token);
  };

  private readonly takePhrase = (entry: number, first: number, last: number): void => {
    this.phrases.push(entry, first, last);
    this.active[PHRASE_RULES_START + (this.model.phraseGroups[entry] ?? 0)] = 1;
  };

  /** A word's share of the mean's dimension: what one occurrence of it contributes. */
  share(word: number, dimension: number): number {
    return (this.weighted[word * this.model.dimensions + dimension] ?? 0) / this.mass;
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

/** Adds the weights of all active rules to `out` at `offset`. */
export function addRules(
  active: Uint8Array,
  weights: Float64Array,
  outputs: number,
  out: Float64Array,
  offset: number,
): void {
  for (let rule = 0; rule < active.length; rule++) {
    if (active[rule] !== 1) continue;
    for (let k = 0; k < outputs; k++) out[offset + k] = (out[offset + k] ?? 0) + (weights[rule * outputs + k] ?? 0);
  }
}

/** Adds the weights of the found phrases' entries, each entry once, to `out` at `offset`. */
export function addPhrases(
  phrases: readonly number[],
  weights: Float64Array,
  outputs: number,
  out: Float64Array,
  offset: number,
): void {
  for (let place = 0; place < phrases.length; place += PHRASE_SIZE) {
    if (isRepeated(phrases, place)) continue;
    const row = (phrases[place] ?? 0) * outputs;
    for (let k = 0; k < outputs; k++) out[offset + k] = (out[offset + k] ?? 0) + (weights[row + k] ?? 0);
  }
}

/** Numbers a found phrase takes in `TextReader.phrases`. */
export const PHRASE_SIZE = 3;

/** Whether an entry found at `place` was found before: it counts once a text. */
export function isRepeated(phrases: readonly number[], place: number): boolean {
  for (let before = 0; before < place; before += PHRASE_SIZE) if (phrases[before] === phrases[place]) return true;
  return false;
}
