import { CUE_CLASSES, CUE_NAMES } from './cues.ts';
import { FNV_OFFSET, FNV_PRIME, hashToken } from './tokens.ts';

const SPACE = 32;

/** Finds a token's word id and cue classes by its hash: open addressing in flat arrays, nothing is allocated in a look-up. */
export class WordLookup {
  private readonly mask: number;
  private readonly hashes: Uint32Array;
  private readonly ids: Int32Array;
  private readonly bits: Int32Array;

  /** @param words parted by spaces, `count` of them; a word's id is its place. */
  constructor(words: string, count: number) {
    let size = 1 << 10;
    while (size < count * 3) size *= 2;
    this.mask = size - 1;
    this.hashes = new Uint32Array(size);
    this.ids = new Int32Array(size).fill(-1);
    this.bits = new Int32Array(size);
    let id = 0;
    let hash = FNV_OFFSET;
    for (let index = 0; index <= words.length; index++) {
      const code = index < words.length ? words.charCodeAt(index) : SPACE;
      if (code !== SPACE) {
        hash = Math.imul(hash ^ code, FNV_PRIME);
        continue;
      }
      this.ids[this.place(hash >>> 0)] = id++;
      hash = FNV_OFFSET;
    }
    CUE_NAMES.forEach((name, bit) => {
      for (const word of CUE_CLASSES[name].split(' ')) {
        const slot = this.place(hashToken(word));
        this.bits[slot] = (this.bits[slot] ?? 0) | (1 << bit);
      }
    });
  }

  /** The slot of a hash, taken for it where it was free. */
  private place(hash: number): number {
    let slot = hash & this.mask;
    while (this.hashes[slot] !== 0 && this.hashes[slot] !== hash) slot = (slot + 1) & this.mask;
    this.hashes[slot] = hash;
    return slot;
  }

  /** The slot of a token, or -1: then it is neither a known word nor a cue. */
  find(hash: number): number {
    if (hash === 0) return -1;
    let slot = hash & this.mask;
    for (;;) {
      const there = this.hashes[slot];
      if (there === hash) return slot;
      if (there === 0) return -1;
      slot = (slot + 1) & this.mask;
    }
  }

  /** Id of the slot's word, or -1 where only a cue is there. */
  wordAt(slot: number): number {
    return this.ids[slot] ?? -1;
  }

  cuesAt(slot: number): number {
    return this.bits[slot] ?? 0;
  }
}
