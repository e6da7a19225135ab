import { WordLookup } from './lookup.ts';
import type { Model } from './model.ts';
import { RULES, readRules } from './rules.ts';
import { scanTokens, TokenBuffer } from './tokens.ts';

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
  private cues = new Int32Array(512);
  private readonly lookup: WordLookup;
  private readonly weighted: Float32Array;
  private readonly model: Model;

  constructor(model: Model) {
    this.model = model;
    this.lookup = new WordLookup(model.words);
    this.mean = new Float64Array(model.dimensions);
    this.weighted = model.embedding.map(
      (value, index) => value * (model.wordWeights[Math.floor(index / model.dimensions)] ?? 0),
    );
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
    for (let index = 0; index < count; index++) {
      const slot = lookup.find(hash[index] ?? 0);
      if (slot < 0) {
        words[index] = -1;
        cues[index] = 0;
        continue;
      }
      const word = lookup.wordAt(slot);
      words[index] = word;
      cues[index] = lookup.cuesAt(slot);
      if (word < 0) continue;
      mass += wordWeights[word] ?? 0;
      const row = word * dimensions;
      for (let d = 0; d < dimensions; d++) mean[d] = (mean[d] ?? 0) + (weighted[row + d] ?? 0);
    }
    if (mass > 0) for (let d = 0; d < dimensions; d++) mean[d] = (mean[d] ?? 0) / mass;
    this.mass = mass;
    readRules(text, tokens, cues, this.active);
  }

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
