import { CUE_CLASSES, CUE_NAMES } from './cues.ts';
import { PAIRED_WORDS } from './rules.ts';
import { FNV_OFFSET, FNV_PRIME, hashToken } from './tokens.ts';

const SPACE = 32;

/** Numbers a slot takes; a token's hash (0 where the slot is free) and then what `ROW`, `PHRASE` and `CUES` name. */
export const SLOT = 4;
/**
 * From a slot's place: the word, by where its row of numbers lies, counted from 1; before the row is made, by its place in the list,
 * counted down from -1; 0 where the token is no word.
 */
export const ROW = 1;
/** From a slot's place: where phrases go on that begin with the token (see `PhraseFinder.beginnings`); 0 where none does. */
export const PHRASE = 2;
/** From a slot's place: bits of the token's cue classes (see `cues.ts`), and PAIRED. */
export const CUES = 3;
/** Beside the cue classes: the token may make a rule hold together with the next one. */
export const PAIRED = 1 << 31;

/**
 * All that is known of a token by its hash: open addressing in one flat array, so that one look into the memory finds it together. Nothing
 * is allocated in a look-up.
 */
export class WordLookup {
  readonly slots: Int32Array;
  readonly mask: number;

  /** @param words parted by spaces, `count` of them; @param beginnings tokens that begin phrases, by hash, and where those go on. */
  constructor(words: string, count: number, beginnings: Iterable<[number, number]>) {
    let size = 1 << 10;
    while (size < count * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size * SLOT);
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
    for (const [token, node] of beginnings) this.slots[this.take(token) + PHRASE] = node;
    const tell = (token: number, bit: number): void => {
      const place = this.take(token) + CUES;
      this.slots[place] = (this.slots[place] ?? 0) | bit;
    };
    CUE_NAMES.forEach((name, bit) => {
      for (const cue of CUE_CLASSES[name].split(' ')) tell(hashToken(cue), 1 << bit);
    });
    for (const token of PAIRED_WORDS) tell(token, PAIRED);
  }

  /** Place of the slot of `hash`, taken for it where it was free. */
  private take(hash: number): number {
    const place = this.placeOf(hash);
    this.slots[place] = hash;
    return place;
  }

  /** Place of the slot of a hash; where nothing is known of the token, a slot full of zeros. */
  placeOf(hash: number): number {
    const { mask, slots } = this;
    const key = hash | 0;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = slot * SLOT;
      const there = slots[place];
      if (there === 0 || there === key) return place;
    }
  }
}
