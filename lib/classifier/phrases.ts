import { FNV_OFFSET, FNV_PRIME, hashToken, NUMBER_TOKEN, type TokenBuffer, YEAR_TOKEN } from './tokens.ts';

/** In a phrase: any one token. */
export const ANY_TOKEN = '*';
/** In a phrase: any number. */
export const ANY_NUMBER = '#';

const NUMBERS = new Set(
  [NUMBER_TOKEN, YEAR_TOKEN, ...Array.from({ length: 10 }, (_, digit) => `${digit}`)].map(hashToken),
);
/** Tokens that phrases run over as if they were not there. */
const MARKS = new Set(['%', '$', '€', '£'].map(hashToken));

/** Called for each phrase found: its entry and its first and last token. */
export type PhraseFound = (entry: number, first: number, last: number) => void;

const ROOT = 0;
const NO_NODE = -1;
/** Keys of the steps that any token and any number take: no token has so short a string. */
const ANY_KEY = hashToken('\u0001');
const NUMBER_KEY = hashToken('\u0002');
const ANY_HASH = hashToken(ANY_TOKEN);
const ANY_NUMBER_HASH = hashToken(ANY_NUMBER);

const SPACE = 32;
const COMMA = 44;
const SEMICOLON = 59;

/** The key of the step that a phrase's token takes. */
function keyOf(hash: number): number {
  if (hash === ANY_HASH) return ANY_KEY;
  return hash === ANY_NUMBER_HASH ? NUMBER_KEY : hash;
}

/** Bits of a hash that a first look is taken by. */
const FIRST_LOOK = 0xffff;

/**
 * Finds phrases of tokens. All phrases form one trie, whose steps (node and token to next node) lie in one open-addressing table;
 * most tokens begin no phrase and cost one look at a bitmap. Of an entry's phrases that begin at one token, the longest counts.
 */
export class PhraseFinder {
  private readonly mask: number;
  private readonly fromNode: Int32Array;
  private readonly byToken: Uint32Array;
  private readonly toNode: Int32Array;
  private readonly begins = new Uint8Array(FIRST_LOOK + 1);
  /** By node: the entry whose phrase ends there, further ones in `more`. */
  private readonly ends: Int32Array;
  private readonly more = new Map<number, number[]>();
  private readonly hasAny: Uint8Array;
  private readonly hasNumber: Uint8Array;
  private nodes = 1;
  private readonly longest: Int32Array;
  private readonly touched: number[] = [];

  /** @param entries how many entries there are; @param tokens how many tokens their phrases have at most. */
  private constructor(entries: number, tokens: number) {
    const steps = tokens + 1;
    let size = 64;
    while (size < steps * 2) size *= 2;
    this.mask = size - 1;
    this.fromNode = new Int32Array(size).fill(NO_NODE);
    this.byToken = new Uint32Array(size);
    this.toNode = new Int32Array(size);
    this.ends = new Int32Array(steps).fill(-1);
    this.hasAny = new Uint8Array(steps);
    this.hasNumber = new Uint8Array(steps);
    this.longest = new Int32Array(entries).fill(-1);
  }

  /** @param phrases sequences of tokens by entry. */
  static of(phrases: readonly (readonly (readonly string[])[])[]): PhraseFinder {
    let tokens = 0;
    for (const sequences of phrases) for (const sequence of sequences) tokens += sequence.length;
    const finder = new PhraseFinder(phrases.length, tokens);
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
    // A token takes two units at least: a bound that costs no look at the text.
    const finder = new PhraseFinder(entries, (text.length >> 1) + 1);
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

  private slotOf(node: number, token: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) ^ token) & this.mask;
    while (this.fromNode[slot] !== NO_NODE && (this.fromNode[slot] !== node || this.byToken[slot] !== token))
      slot = (slot + 1) & this.mask;
    return slot;
  }

  private next(node: number, token: number): number {
    const slot = this.slotOf(node, token);
    return this.fromNode[slot] === NO_NODE ? NO_NODE : (this.toNode[slot] ?? NO_NODE);
  }

  /** The node that `key` leads to from `node`, made where there was none. */
  private step(node: number, key: number): number {
    if (key === ANY_KEY) this.hasAny[node] = 1;
    else if (key === NUMBER_KEY) this.hasNumber[node] = 1;
    else if (node === ROOT) this.begins[key & FIRST_LOOK] = 1;
    const slot = this.slotOf(node, key);
    if (this.fromNode[slot] === NO_NODE) {
      this.fromNode[slot] = node;
      this.byToken[slot] = key;
      this.toNode[slot] = this.nodes++;
    }
    return this.toNode[slot] ?? ROOT;
  }

  private end(node: number, entry: number): void {
    if (this.ends[node] === -1) this.ends[node] = entry;
    else this.more.set(node, [...(this.more.get(node) ?? []), entry]);
  }

  find(tokens: TokenBuffer, found: PhraseFound): void {
    const { begins, hasNumber } = this;
    const numberMayBegin = hasNumber[ROOT] === 1;
    for (let first = 0; first < tokens.count; first++) {
      const token = tokens.hash[first] ?? 0;
      if (begins[token & FIRST_LOOK] === 1) this.walk(this.next(ROOT, token), tokens, first);
      if (numberMayBegin && NUMBERS.has(token)) this.walk(this.next(ROOT, NUMBER_KEY), tokens, first);
      for (const entry of this.touched) {
        found(entry, first, this.longest[entry] ?? first);
        this.longest[entry] = -1;
      }
      this.touched.length = 0;
    }
  }

  /** Walks on from `node`, which token `last` led to. */
  private walk(node: number, tokens: TokenBuffer, last: number): void {
    if (node === NO_NODE) return;
    const entry = this.ends[node] ?? -1;
    if (entry >= 0) {
      this.touch(entry, last);
      for (const further of this.more.get(node) ?? []) this.touch(further, last);
    }
    let following = last + 1;
    for (; ; following++) {
      if (following >= tokens.count || tokens.parted[following] === 1) return;
      if (!MARKS.has(tokens.hash[following] ?? 0)) break;
    }
    const token = tokens.hash[following] ?? 0;
    this.walk(this.next(node, token), tokens, following);
    if (this.hasAny[node] === 1) this.walk(this.next(node, ANY_KEY), tokens, following);
    if (this.hasNumber[node] === 1 && NUMBERS.has(token)) this.walk(this.next(node, NUMBER_KEY), tokens, following);
  }

  private touch(entry: number, last: number): void {
    if (this.longest[entry] === -1) this.touched.push(entry);
    if ((this.longest[entry] ?? -1) < last) this.longest[entry] = last;
  }
}
