import { CUE_CLASSES, CUE_NAMES } from './cues.ts';
import { FNV_OFFSET, FNV_PRIME, hashToken } from './tokens.ts';

const SPACE = 32;

/**
 * Finds a token's word by its hash: open addressing in one flat array, hash and word side by side; nothing is allocated in a look-up.
 * Words are numbered by their place in the list; cues that are no words come after them.
 */
export class WordLookup {
  private readonly mask: number;
  /** Two numbers a slot: the hash (0 where the slot is free) and the word. */
  private readonly slots: Int32Array;
  /** Class bits by word (see `cues.ts`). */
  readonly cues: Int32Array;

  /** @param words parted by spaces, `count` of them. */
  constructor(words: string, count: number) {
    let size = 1 << 10;
    while (size < count * 3) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size * 2);
    let word = 0;
    let hash = FNV_OFFSET;
    for (let index = 0; index <= words.length; index++) {
      const code = index < words.length ? words.charCodeAt(index) : SPACE;
      if (code !== SPACE) {
        hash = Math.imul(hash ^ code, FNV_PRIME);
        continue;
      }
      const place = this.placeOf(hash | 0);
      this.slots[place] = hash;
      this.slots[place + 1] = word++;
      hash = FNV_OFFSET;
    }
    const bits = new Map<number, number>();
    CUE_NAMES.forEach((name, bit) => {
      for (const cue of CUE_CLASSES[name].split(' ')) {
        const place = this.placeOf(hashToken(cue) | 0);
        if (this.slots[place] === 0) {
          this.slots[place] = hashToken(cue);
          this.slots[place + 1] = word++;
        }
        const known = this.slots[place + 1] ?? 0;
        bits.set(known, (bits.get(known) ?? 0) | (1 << bit));
      }
    });
    this.cues = new Int32Array(word);
    for (const [known, classes] of bits) this.cues[known] = classes;
  }

  /** Place of the slot that holds `hash` (32 bits, signed), or of the free slot where it would lie. */
  private placeOf(hash: number): number {
    let place = (hash & this.mask) << 1;
    while (this.slots[place] !== 0 && this.slots[place] !== hash) place = (place + 2) & (this.slots.length - 1);
    return place;
  }

  /** The word of a token, or -1: then it is neither a known word nor a cue. */
  find(hash: number): number {
    const place = this.placeOf(hash | 0);
    return this.slots[place] === 0 ? -1 : (this.slots[place + 1] ?? -1);
  }
}
