import { FNV_OFFSET, FNV_PRIME, hashToken, SHAPE, type TokenBuffer } from './tokens.ts';

/** In a phrase: any one token. */
export const ANY_TOKEN = '*';
/** In a phrase: any number. */
export const ANY_NUMBER = '#';

/** Called for each phrase found: its entry and its first and last token. */
export type PhraseFound = (entry: number, first: number, last: number) => void;

const ROOT = 0;
const NO_NODE = -1;
/** Numbers that a step takes; the fourth only keeps a step within one line of the cache. */
const STEP = 4;
const NONE: readonly number[] = [];
/**
 * Bits of what a node may have: the end of a phrase, a step that any token takes, one that any number takes, the ends of further entries,
 * any step.
 */
const END = 1;
const ANY = 2;
const NUMBER = 4;
const MORE = 8;
const STEPS = 16;
/** Above those bits lies the entry. */
const ENTRY_SHIFT = 5;
/** Keys of the steps that any token and any number take: no token has so short a string. */
const ANY_KEY = hashToken('\u0001');
const NUMBER_KEY = hashToken('\u0002');
const ANY_HASH = hashToken(ANY_TOKEN);
const ANY_NUMBER_HASH = hashToken(ANY_NUMBER);

const PARTED = SHAPE.parted;
const PASSED = SHAPE.passed;
const A_NUMBER = SHAPE.number;

const SPACE = 32;
const COMMA = 44;
const SEMICOLON = 59;

/** The key of the step that a phrase's token takes. */
function keyOf(hash: number): number {
  if (hash === ANY_HASH) return ANY_KEY;
  return hash === ANY_NUMBER_HASH ? NUMBER_KEY : hash;
}

/** Bits of a step's hash that a first look is taken by. */
const FIRST_LOOK = 0xffff;

/** Spreads the steps (node and token) over 32 bits. */
function spread(node: number, token: number): number {
  return Math.imul(node, 0x9e3779b1) ^ token;
}

/**
 * Finds phrases of tokens. All phrases form one trie, whose steps (node and token to next node) lie in one open-addressing table;
 * most steps do not exist and cost one look at a small map of bits. Of an entry's phrases that begin at one token, the longest counts.
 */
export class PhraseFinder {
  /**
   * Steps, STEP numbers each: from which node, by which token, to which node; NO_NODE where the slot is free. Kept small: the walk goes
   * over it at random.
   */
  private steps: Int32Array;
  private mask: number;
  /** A bit for the hash of every step but those from the root. */
  private readonly seen = new Int32Array((FIRST_LOOK + 1) / 32);
  /** Where phrases go on, by the hash of their first token. */
  private readonly firsts = new Map<number, number>();
  private numberNode = NO_NODE;
  /** By node: bits of what it has beside plain steps, and the entry whose phrase ends there; further ones in `more`. */
  private readonly nodes: number[] = [0];
  private readonly more = new Map<number, number[]>();
  private readonly longest: Int32Array;
  /** Entries of which a phrase was found that begins at the token in hand, `touchedCount` of them. */
  private readonly touched: Int32Array;
  private touchedCount = 0;

  /** @param entries how many entries there are; @param slots how many the table begins with, at least. */
  private constructor(entries: number, slots = 64) {
    let size = 64;
    while (size < slots) size *= 2;
    this.mask = size - 1;
    this.steps = new Int32Array(size * STEP).fill(NO_NODE);
    this.longest = new Int32Array(entries).fill(-1);
    this.touched = new Int32Array(entries);
  }

  /** @param phrases sequences of tokens by entry. */
  static of(phrases: readonly (readonly (readonly string[])[])[]): PhraseFinder {
    const finder = new PhraseFinder(phrases.length);
    phrases.forEach((sequences, entry) => {
      for (const sequence of sequences) {
        let node = ROOT;
        for (const token of sequence) node = finder.step(node, keyOf(hashToken(token)));
        finder.end(node, entry);
      }
    });
    return finder;
  }

  /** Reads `entries` entries that semicolons part, their phrases by commas, tokens by spaces; makes no string on the way. */
  static read(text: string, entries: number): PhraseFinder {
    // Words of about six letters, many of them shared by phrases: seldom too few slots, which would cost time when all begins.
    const finder = new PhraseFinder(entries, text.length >> 2);
    let entry = 0;
    let node = ROOT;
    let hash = FNV_OFFSET;
    for (let index = 0; index <= text.length; index++) {
      const code = index < text.length ? text.charCodeAt(index) : SEMICOLON;
      if (code !== SEMICOLON && code !== COMMA && code !== SPACE) {
        hash = Math.imul(hash ^ code, FNV_PRIME);
        continue;
      }
      node = finder.step(node, keyOf(hash >>> 0));
      hash = FNV_OFFSET;
      if (code === SPACE) continue;
      finder.end(node, entry);
      node = ROOT;
      if (code === SEMICOLON) entry++;
    }
    return finder;
  }

  /** Place of the step from `node` by `token` (32 bits, signed) in the table, or of the free slot where it would lie. */
  private placeOf(node: number, token: number): number {
    const { mask, steps } = this;
    let slot = spread(node, token) & mask;
    for (;;) {
      const place = slot * STEP;
      const from = steps[place];
      if (from === NO_NODE || (from === node && steps[place + 1] === token)) return place;
      slot = (slot + 1) & mask;
    }
  }

  private next(node: number, token: number): number {
    const look = spread(node, token) & FIRST_LOOK;
    if (((this.seen[look >> 5] ?? 0) & (1 << (look & 31))) === 0) return NO_NODE;
    // The target of a free slot is NO_NODE.
    return this.steps[this.placeOf(node, token | 0) + 2] ?? NO_NODE;
  }

  /** The node that `key` leads to from `node`, made where there was none. */
  private step(node: number, key: number): number {
    const place = this.placeOf(node, key | 0);
    const known = this.steps[place + 2] ?? NO_NODE;
    if (known !== NO_NODE) return known;
    const next = this.nodes.length;
    this.nodes.push(0);
    this.take(place, node, key, next);
    if (next * 2 > this.mask) this.grow();
    if (node !== ROOT) {
      const look = spread(node, key) & FIRST_LOOK;
      this.seen[look >> 5] = (this.seen[look >> 5] ?? 0) | (1 << (look & 31));
    }
    this.mark(node, STEPS);
    if (key === ANY_KEY) this.mark(node, ANY);
    else if (key === NUMBER_KEY) {
      this.mark(node, NUMBER);
      if (node === ROOT) this.numberNode = next;
    } else if (node === ROOT) this.firsts.set(key, next);
    return next;
  }

  private take(place: number, node: number, key: number, next: number): void {
    this.steps[place] = node;
    this.steps[place + 1] = key;
    this.steps[place + 2] = next;
  }

  private grow(): void {
    const { steps } = this;
    this.steps = new Int32Array(steps.length * 2).fill(NO_NODE);
    this.mask = this.mask * 2 + 1;
    for (let place = 0; place < steps.length; place += STEP) {
      const node = steps[place] ?? NO_NODE;
      const key = steps[place + 1] ?? 0;
      if (node !== NO_NODE) this.take(this.placeOf(node, key), node, key, steps[place + 2] ?? NO_NODE);
    }
  }

  private mark(node: number, bits: number): void {
    this.nodes[node] = (this.nodes[node] ?? 0) | bits;
  }

  private end(node: number, entry: number): void {
    if (((this.nodes[node] ?? 0) & END) === 0) this.mark(node, END | (entry << ENTRY_SHIFT));
    else {
      this.mark(node, MORE);
      this.more.set(node, [...(this.more.get(node) ?? []), entry]);
    }
  }

  /** Where phrases go on, by the hash of their first token; whether some end there or go on with any token. */
  *beginnings(): Iterable<[token: number, node: number, alone: boolean]> {
    for (const [token, node] of this.firsts) yield [token, node, ((this.nodes[node] ?? 0) & (END | ANY)) !== 0];
  }

  /** Whether any phrase begins with a number. */
  get beginsWithNumber(): boolean {
    return this.numberNode !== NO_NODE;
  }

  /** Calls `found` for every phrase in the tokens. */
  find(tokens: TokenBuffer, found: PhraseFound): void {
    const { count, hash, shape } = tokens;
    for (let first = 0; first < count; first++) {
      const node = this.steps[this.placeOf(ROOT, (hash[first] ?? 0) | 0) + 2] ?? NO_NODE;
      const number = ((shape[first] ?? 0) & A_NUMBER) !== 0;
      if (node !== NO_NODE || number) this.findFrom(tokens, first, node, found);
    }
  }

  /** Calls `found` for every phrase that begins with token `first`. @param begun where phrases go on that begin with its word, NO_NODE or ROOT where none. */
  findFrom(tokens: TokenBuffer, first: number, begun: number, found: PhraseFound): void {
    if (begun > ROOT) this.walk(begun, tokens, first);
    if (((tokens.shape[first] ?? 0) & A_NUMBER) !== 0) this.walk(this.numberNode, tokens, first);
    this.tell(first, found);
  }

  /**
   * Whether a phrase that goes on from `node` may go on with a token: a cheap look that most beginnings end with. From the root it seldom
   * says so.
   * @param bits the token's SHAPE. @returns 0 where none does.
   */
  mayGoOn(node: number, token: number, bits: number): boolean {
    if ((bits & (PARTED | PASSED | A_NUMBER)) !== 0) return (bits & PARTED) === 0;
    const look = spread(node, token) & FIRST_LOOK;
    return ((this.seen[look >> 5] ?? 0) & (1 << (look & 31))) !== 0;
  }

  /** Calls `found` for the entries that were touched by walks from token `first`. */
  private tell(first: number, found: PhraseFound): void {
    const { longest, touched, touchedCount } = this;
    for (let place = 0; place < touchedCount; place++) {
      const entry = touched[place] ?? 0;
      found(entry, first, longest[entry] ?? first);
      longest[entry] = -1;
    }
    this.touchedCount = 0;
  }

  /** Walks on from `node`, which token `last` led to. */
  private walk(node: number, tokens: TokenBuffer, last: number): void {
    const { hash, shape, count } = tokens;
    let here = node;
    let at = last;
    while (here !== NO_NODE) {
      const special = this.nodes[here] ?? 0;
      if ((special & END) !== 0) {
        this.touch(special >> ENTRY_SHIFT, at);
        if ((special & MORE) !== 0) for (const further of this.more.get(here) ?? NONE) this.touch(further, at);
      }
      if ((special & STEPS) === 0) return;
      let bits = 0;
      do {
        if (++at >= count) return;
        bits = shape[at] ?? 0;
        if ((bits & PARTED) !== 0) return;
      } while ((bits & PASSED) !== 0);
      if ((special & ANY) !== 0) this.walk(this.next(here, ANY_KEY), tokens, at);
      if ((special & NUMBER) !== 0 && (bits & A_NUMBER) !== 0) this.walk(this.next(here, NUMBER_KEY), tokens, at);
      here = this.next(here, (hash[at] ?? 0) | 0);
    }
  }

  private touch(entry: number, last: number): void {
    if (this.longest[entry] === -1) this.touched[this.touchedCount++] = entry;
    if ((this.longest[entry] ?? -1) < last) this.longest[entry] = last;
  }
}
