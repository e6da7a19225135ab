import { hashToken, NUMBER_TOKEN, type TokenBuffer, YEAR_TOKEN } from './tokens.ts';

/** In a phrase: any one token. */
export const ANY_TOKEN = '*';
/** In a phrase: any number. */
export const ANY_NUMBER = '#';

/** A token's hash as a small integer, which a Map finds fastest. */
const keyOf = (hash: number): number => hash >>> 2;

const NUMBERS = new Set(
  [NUMBER_TOKEN, YEAR_TOKEN, ...Array.from({ length: 10 }, (_, digit) => `${digit}`)].map((token) =>
    keyOf(hashToken(token)),
  ),
);

/** Tokens that phrases run over as if they were not there. */
const MARKS = new Set(['%', '$', '€', '£'].map((mark) => keyOf(hashToken(mark))));

/** Called for each phrase found: its entry and its first and last token. */
export type PhraseFound = (entry: number, first: number, last: number) => void;

interface Node {
  readonly next: Map<number, Node>;
  any: Node | null;
  number: Node | null;
  /** Entries whose phrase ends here. */
  entries: number[];
}

const node = (): Node => ({ next: new Map(), any: null, number: null, entries: [] });

/**
 * Finds phrases of tokens. From each token on, the trie of all phrases is walked; most tokens begin none and cost one look-up.
 * Of an entry's phrases that begin at one token, the longest counts.
 */
export class PhraseFinder {
  private readonly root = node();
  private readonly longest: Int32Array;
  private readonly touched: number[] = [];

  /** @param phrases sequences of tokens by entry. */
  constructor(phrases: readonly (readonly (readonly string[])[])[]) {
    this.longest = new Int32Array(phrases.length).fill(-1);
    phrases.forEach((sequences, entry) => {
      for (const sequence of sequences) this.add(sequence, entry);
    });
  }

  private add(sequence: readonly string[], entry: number): void {
    let at = this.root;
    for (const token of sequence) {
      if (token === ANY_TOKEN) {
        at.any ??= node();
        at = at.any;
      } else if (token === ANY_NUMBER) {
        at.number ??= node();
        at = at.number;
      } else {
        const hash = keyOf(hashToken(token));
        let next = at.next.get(hash);
        if (next === undefined) {
          next = node();
          at.next.set(hash, next);
        }
        at = next;
      }
    }
    at.entries.push(entry);
  }

  find(tokens: TokenBuffer, found: PhraseFound): void {
    const { root } = this;
    for (let first = 0; first < tokens.count; first++) {
      const hash = keyOf(tokens.hash[first] ?? 0);
      const start = root.next.get(hash);
      if (start !== undefined) this.walk(start, tokens, first);
      if (root.number !== null && NUMBERS.has(hash)) this.walk(root.number, tokens, first);
      for (const entry of this.touched) {
        found(entry, first, this.longest[entry] ?? first);
        this.longest[entry] = -1;
      }
      this.touched.length = 0;
    }
  }

  private walk(at: Node, tokens: TokenBuffer, last: number): void {
    for (const entry of at.entries) {
      if (this.longest[entry] === -1) this.touched.push(entry);
      if ((this.longest[entry] ?? -1) < last) this.longest[entry] = last;
    }
    let following = last + 1;
    for (; ; following++) {
      if (following >= tokens.count || tokens.parted[following] === 1) return;
      if (!MARKS.has(keyOf(tokens.hash[following] ?? 0))) break;
    }
    const hash = keyOf(tokens.hash[following] ?? 0);
    const next = at.next.get(hash);
    if (next !== undefined) this.walk(next, tokens, following);
    if (at.any !== null) this.walk(at.any, tokens, following);
    if (at.number !== null && NUMBERS.has(hash)) this.walk(at.number, tokens, following);
  }
}
