import { CUE_CLASSES, CUE_NAMES } from './cues.ts';
import type { PhraseFinder } from './phrases.ts';
import { PAIRED_WORDS, type TokenSums } from './rules.ts';
import { FNV_OFFSET, FNV_PRIME, hashToken, SHAPE, type TokenBuffer } from './tokens.ts';
import { MOST_ROWS, type WordVectors } from './word-vectors.ts';

const SPACE = 32;

/** Numbers a slot takes; a token's hash (0 where the slot is free) and then what `ROW`, `PHRASE` and `CUES` name. */
const SLOT = 4;
/**
 * From a slot's place: the word, by where its row of numbers lies, counted from 1; before the row is made, by its place in the list,
 * counted down from -1; 0 where the token is no word.
 */
const ROW = 1;
/** From a slot's place: where phrases go on that begin with the token (see `PhraseFinder.beginnings`); 0 where none does. */
const PHRASE = 2;
/** From a slot's place: bits of the token's cue classes (see `cues.ts`), PAIRED and ALONE. */
const CUES = 3;
/** Beside the cue classes: the token may make a rule hold together with the next one. */
const PAIRED = 1 << 31;
/** Beside the cue classes: phrases that begin with the token may end there or go on with any token. */
const ALONE = 1 << 30;
const CUE_BITS = ~(PAIRED | ALONE);
/** Beyond so many tokens the sums of rows would not be exact: what no passage is long enough for counts as unknown. */
const MOST = MOST_ROWS;
const A_NUMBER = SHAPE.number;

/** What was found of a text's tokens; overwritten by the next text. */
export class Looked {
  /** Rows of the known words, in order, `known` of them. */
  rows = new Int32Array(0);
  known = 0;
  /** Tokens at which phrases may begin, and where those go on (see `PhraseFinder.beginnings`); `startCount` of them. */
  starts = new Int32Array(0);
  begun = new Int32Array(0);
  startCount = 0;
  readonly sums: TokenSums = { classes: 0, firstClasses: 0, shapes: 0, paired: false };

  /** Makes room for what may be found of so many tokens. */
  makeRoom(tokens: number): void {
    if (tokens <= this.rows.length) return;
    this.rows = new Int32Array(tokens);
    this.starts = new Int32Array(tokens);
    this.begun = new Int32Array(tokens);
  }
}

/**
 * All that is known of a token by its hash: open addressing in one flat array, so that one look into the memory finds it together. Nothing
 * is allocated in a look-up.
 */
export class WordLookup {
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly vectors: WordVectors;
  private readonly finder: PhraseFinder;

  /** @param words parted by spaces, in the order of their vectors; @param finder knows the tokens that begin phrases. */
  constructor(words: string, vectors: WordVectors, finder: PhraseFinder) {
    this.vectors = vectors;
    this.finder = finder;
    let size = 1 << 10;
    while (size < vectors.size * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size * SLOT);
    // Small words come first: they stand everywhere, and who comes first is found at the first look.
    const tell = (token: number, bit: number): void => {
      const place = this.take(token) + CUES;
      this.slots[place] = (this.slots[place] ?? 0) | bit;
    };
    for (const [token, node, alone] of finder.beginnings()) {
      this.slots[this.take(token) + PHRASE] = node;
      if (alone) tell(token, ALONE);
    }
    CUE_NAMES.forEach((name, bit) => {
      for (const cue of CUE_CLASSES[name].split(' ')) tell(hashToken(cue), 1 << bit);
    });
    for (const token of PAIRED_WORDS) tell(token, PAIRED);
    let word = 0;
    let hash = FNV_OFFSET;
    for (let index = 0; index <= words.length; index++) {
      const code = index < words.length ? words.charCodeAt(index) : SPACE;
      if (code !== SPACE) {
        hash = Math.imul(hash ^ code, FNV_PRIME);
        continue;
      }
      this.slots[this.take(hash) + ROW] = --word;
      hash = FNV_OFFSET;
    }
  }

  /** Place of the slot of `hash`, taken for it where it was free. */
  private take(hash: number): number {
    const place = this.placeOf(hash);
    this.slots[place] = hash;
    return place;
  }

  /** Place of the slot of a hash; where nothing is known of the token, a slot full of zeros. */
  private placeOf(hash: number): number {
    const { mask, slots } = this;
    const key = hash | 0;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = slot * SLOT;
      const there = slots[place];
      if (there === 0 || there === key) return place;
    }
  }

  /** Id of the word of a token that was looked up before, or -1. @param index the token's place in its text. */
  wordOf(hash: number, index: number): number {
    const row = this.slots[this.placeOf(hash) + ROW] ?? 0;
    return row > 0 && index < MOST ? this.vectors.wordOf(row - 1) : -1;
  }

  /** Looks every token up: collects rows of words, what holds of any token, and where phrases may begin. */
  look(tokens: TokenBuffer, looked: Looked): void {
    looked.makeRoom(tokens.hash.length);
    const { finder, mask, slots } = this;
    const { begun, rows, starts, sums } = looked;
    const { count, hash, shape } = tokens;
    /** What of a token's shape is enough for a phrase to begin with it. */
    const numbers = finder.beginsWithNumber ? A_NUMBER : 0;
    let classes = 0;
    let shapes = 0;
    let known = 0;
    /** Below 0 where a word has no row yet; made afterwards, because the loop is faster without a call. */
    let unmade = 0;
    let startCount = 0;
    /** Where phrases go on from the token before, and whether that has to be looked into whatever comes. */
    let before = 0;
    let alone = 0;
    for (let index = 0; index < count; index++) {
      const token = (hash[index] ?? 0) | 0;
      const bits = shape[index] ?? 0;
      shapes |= bits;
      if (alone !== 0 || (before !== 0 && finder.mayGoOn(before, token, bits))) {
        starts[startCount] = index - 1;
        begun[startCount++] = before;
      }
      let slot = token & mask;
      let place = slot * SLOT;
      for (let there = slots[place] ?? 0; there !== token && there !== 0; there = slots[place] ?? 0) {
        slot = (slot + 1) & mask;
        place = slot * SLOT;
      }
      const cues = slots[place + CUES] ?? 0;
      classes |= cues;
      before = slots[place + PHRASE] ?? 0;
      alone = (cues & ALONE) | (bits & numbers);
      const row = slots[place + ROW] ?? 0;
      unmade |= row;
      if (row !== 0 && index < MOST) rows[known++] = row > 0 ? row - 1 : ~place;
    }
    if (alone !== 0) {
      starts[startCount] = count - 1;
      begun[startCount++] = before;
    }
    looked.known = known;
    looked.startCount = startCount;
    if (unmade < 0) this.makeRows(rows, known);
    sums.classes = classes & CUE_BITS;
    sums.paired = (classes & PAIRED) !== 0;
    sums.shapes = shapes;
    sums.firstClasses = count > 0 ? (slots[this.placeOf(hash[0] ?? 0) + CUES] ?? 0) & CUE_BITS : 0;
  }

  /** Makes the rows of words that were read for the first time, and notes where they are. */
  private makeRows(rows: Int32Array, known: number): void {
    const { slots, vectors } = this;
    for (let index = 0; index < known; index++) {
      const unmade = rows[index] ?? 0;
      if (unmade >= 0) continue;
      const place = ~unmade + ROW;
      const word = slots[place] ?? 0;
      if (word < 0) slots[place] = vectors.rowOf(-1 - word) + 1;
      rows[index] = (slots[place] ?? 0) - 1;
    }
  }
}
