import type { WriterHand } from './hand.ts';
import { Looked, WordLookup } from './lookup.ts';
import type { Model } from './model.ts';
import { PhraseFinder } from './phrases.ts';
import { collectRules, PHRASE_RULES_START, RULE_WORDS, setRule } from './rules.ts';
import { scanTokens, TokenBuffer } from './tokens.ts';

/** The model's tables as reading needs them: built once, shared by all readers. */
export class ModelIndex {
  readonly model: Model;
  readonly lookup: WordLookup;
  readonly finder: PhraseFinder;
  private words: readonly string[] | null = null;

  constructor(model: Model) {
    this.model = model;
    this.finder = PhraseFinder.read(model.phraseList, model.phraseGroups.length);
    this.lookup = new WordLookup(model.wordList, model.vectors, this.finder);
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
  /** Mean over the known words; zeros where none is known. */
  readonly mean: Float64Array;
  /** Sum of the known words' weights, in steps. */
  mass = 0;
  /** Bits of the rules that hold. */
  readonly ruleBits = new Int32Array(RULE_WORDS);
  /** Phrases found: entry, first and last token, PHRASE_SIZE numbers each, an entry once or more; `phraseEnd` numbers in all. */
  phrases = new Int32Array(64 * PHRASE_SIZE);
  phraseEnd = 0;
  /** Entries of which a phrase was found, each once; `entryCount` of them. */
  readonly entries: Int32Array;
  entryCount = 0;
  /** By entry: the text, by its number, in which a phrase of it was found last. */
  private readonly lastText: Int32Array;
  private text = 0;
  private readonly looked = new Looked();
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
    this.entries = new Int32Array(index.model.phraseGroups.length);
    this.lastText = new Int32Array(index.model.phraseGroups.length);
  }

  read(text: string): void {
    const { finder, looked, mean, ruleBits, tokens } = this;
    scanTokens(text, tokens);
    this.hand.silenced(tokens, this.silence);
    this.lookup.look(tokens, looked);
    this.mass = this.model.vectors.mean(looked.rows, looked.known, mean);
    collectRules(text, tokens, looked.sums, ruleBits);
    this.text++;
    this.phraseEnd = 0;
    this.entryCount = 0;
    const { begun, starts, startCount } = looked;
    for (let place = 0; place < startCount; place++)
      finder.findFrom(tokens, starts[place] ?? 0, begun[place] ?? 0, this.takePhrase);
  }

  /** Id of the word of a token of the text that was read last, or -1. */
  wordOf(token: number): number {
    return this.lookup.wordOf(this.tokens.hash[token] ?? 0, token);
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
    if (this.lastText[entry] === this.text) return;
    this.lastText[entry] = this.text;
    this.entries[this.entryCount++] = entry;
    setRule(this.ruleBits, PHRASE_RULES_START + (this.model.phraseGroups[entry] ?? 0));
  };

  /** A word's share of the mean's dimension: what one occurrence of it contributes. */
  share(word: number, dimension: number): number {
    return this.model.vectors.share(word, dimension, this.mass);
  }
}

/** Adds `vector` (row) times `weights` (row-major, `outputs` columns, an even number) to `out` at `offset`. Two sums at a time stay out of memory. */
export function addProduct(
  vector: Float64Array,
  weights: Float64Array,
  outputs: number,
  out: Float64Array,
  offset: number,
): void {
  for (let k = 0; k < outputs; k += 2) {
    let first = out[offset + k] ?? 0;
    let second = out[offset + k + 1] ?? 0;
    for (let d = 0, at = k; d < vector.length; d++, at += outputs) {
      const value = vector[d] ?? 0;
      first += value * (weights[at] ?? 0);
      second += value * (weights[at + 1] ?? 0);
    }
    out[offset + k] = first;
    out[offset + k + 1] = second;
  }
}

/** Adds the weights of the rules that hold in the text read last to `out` at `offset`. */
export function addRules(
  { ruleBits }: TextReader,
  weights: Float64Array,
  outputs: number,
  out: Float64Array,
  offset: number,
): void {
  for (let word = 0; word < ruleBits.length; word++)
    for (let bits = ruleBits[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const row = (word * 32 + 31 - Math.clz32(bits & -bits)) * outputs;
      for (let k = 0; k < outputs; k++) out[offset + k] = (out[offset + k] ?? 0) + (weights[row + k] ?? 0);
    }
}

/** Adds the weights of the found phrases' entries, each entry once, to `out` at `offset`. */
export function addPhrases(
  { entries, entryCount }: TextReader,
  weights: Float64Array,
  outputs: number,
  out: Float64Array,
  offset: number,
): void {
  for (let place = 0; place < entryCount; place++) {
    const row = (entries[place] ?? 0) * outputs;
    for (let k = 0; k < outputs; k++) out[offset + k] = (out[offset + k] ?? 0) + (weights[row + k] ?? 0);
  }
}
