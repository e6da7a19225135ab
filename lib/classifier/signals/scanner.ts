import { hashToken, NUMBER_TOKEN, type TokenBuffer, tokenStrings, YEAR_TOKEN } from '../tokens.ts';
import { ANY_WORD, NUMBER } from './pattern.ts';

/** Units between two words over which no phrase runs on: ends of sentences, colons, line breaks, table and slide marks. */
const PARTING = new Set('.!?;:\n\r\t|•'.split('').map((mark) => mark.charCodeAt(0)));
/** Marks that are tokens of their own and may stand inside a phrase: `12% lift` is `# lift`. */
const PASSED = new Set(['%', '$', '€', '£'].map(hashToken));
const NUMBERS = new Set([NUMBER_TOKEN, YEAR_TOKEN, ...'0123456789'].map(hashToken));
const NO_NODE = -1;

/** A phrase where it was found: its group and the tokens [first, last] that it covers. */
export interface PhraseHit {
  readonly group: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Finds phrases in tokens that were read already: one walk from each token down a trie in flat arrays, nothing allocated. Phrases
 * come in groups (one a lexicon entry); a group counts once however often its phrases stand in the text.
 */
export class PhraseScanner {
  /** 1 for every group of which a phrase was found. */
  readonly active: Uint8Array;
  /** Of the hits so far: group, first and last token, three numbers a hit. */
  private hits = new Int32Array(3 * 64);
  private hitCount = 0;
  private readonly mask: number;
  private readonly parents: Int32Array;
  private readonly hashes: Uint32Array;
  private readonly children: Int32Array;
  private readonly groupAt: number[] = [NO_NODE];
  private readonly numberChild: number[] = [NO_NODE];
  private readonly anyChild: number[] = [NO_NODE];
  /** Whether the walk may start with this token hash, by its lowest bits. */
  private readonly starts = new Uint8Array(1 << 13);

  /** @param groups the word sequences of each group, as `expandPattern` gives them. */
  constructor(groups: readonly (readonly (readonly string[])[])[]) {
    this.active = new Uint8Array(groups.length);
    const edges = groups.reduce((sum, phrases) => sum + phrases.reduce((own, words) => own + words.length, 0), 0);
    let size = 1 << 10;
    while (size < edges * 2) size *= 2;
    this.mask = size - 1;
    this.parents = new Int32Array(size).fill(NO_NODE);
    this.hashes = new Uint32Array(size);
    this.children = new Int32Array(size);
    groups.forEach((phrases, group) => {
      for (const words of phrases) this.add(words, group);
    });
  }

  private add(words: readonly string[], group: number): void {
    let node = 0;
    for (const word of words)
      if (word === ANY_WORD) node = this.slotChild(this.anyChild, node);
      else if (word === NUMBER) node = this.slotChild(this.numberChild, node);
      else for (const token of tokenStrings(word)) node = this.childFor(node, hashToken(token));
    this.groupAt[node] = group;
  }

  private newNode(): number {
    this.groupAt.push(NO_NODE);
    this.numberChild.push(NO_NODE);
    this.anyChild.push(NO_NODE);
    return this.groupAt.length - 1;
  }

  private slotChild(slots: number[], node: number): number {
    const known = slots[node] ?? NO_NODE;
    if (known !== NO_NODE) return known;
    const child = this.newNode();
    slots[node] = child;
    return child;
  }

  private childFor(node: number, hash: number): number {
    if (node === 0) this.starts[hash & (this.starts.length - 1)] = 1;
    const slot = this.slotOf(node, hash);
    if (this.parents[slot] === node) return this.children[slot] ?? NO_NODE;
    const child = this.newNode();
    this.parents[slot] = node;
    this.hashes[slot] = hash;
    this.children[slot] = child;
    return child;
  }

  private slotOf(node: number, hash: number): number {
    let slot = (hash ^ Math.imul(node, 0x9e3779b1)) & this.mask;
    while (this.parents[slot] !== NO_NODE && (this.parents[slot] !== node || this.hashes[slot] !== hash))
      slot = (slot + 1) & this.mask;
    return slot;
  }

  /** Reads the phrases of `text`; `active` and `found` then tell of this text only. */
  scan(text: string, tokens: TokenBuffer): void {
    for (let at = 0; at < this.hitCount; at++) this.active[this.hits[3 * at] ?? 0] = 0;
    this.hitCount = 0;
    const { hash, count } = tokens;
    const numberStarts = (this.numberChild[0] ?? NO_NODE) !== NO_NODE;
    for (let first = 0; first < count; first++) {
      const token = hash[first] ?? 0;
      if (this.starts[token & (this.starts.length - 1)] === 1 || (numberStarts && NUMBERS.has(token)))
        this.walk(text, tokens, 0, first, first);
    }
  }

  private walk(text: string, tokens: TokenBuffer, node: number, first: number, next: number): void {
    if (next >= tokens.count) return;
    if (next > first && this.parted(text, tokens, next)) return;
    const token = tokens.hash[next] ?? 0;
    if (next > first && PASSED.has(token)) {
      this.walk(text, tokens, node, first, next + 1);
      return;
    }
    const slot = this.slotOf(node, token);
    if (this.parents[slot] === node) this.step(text, tokens, this.children[slot] ?? 0, first, next);
    const any = this.anyChild[node] ?? NO_NODE;
    if (any !== NO_NODE) this.step(text, tokens, any, first, next);
    const number = this.numberChild[node] ?? NO_NODE;
    if (number !== NO_NODE && NUMBERS.has(token)) this.step(text, tokens, number, first, next);
  }

  private step(text: string, tokens: TokenBuffer, node: number, first: number, last: number): void {
    const group = this.groupAt[node] ?? NO_NODE;
    if (group !== NO_NODE) this.report(group, first, last);
    this.walk(text, tokens, node, first, last + 1);
  }

  private parted(text: string, tokens: TokenBuffer, next: number): boolean {
    for (let index = tokens.end[next - 1] ?? 0; index < (tokens.start[next] ?? 0); index++)
      if (PARTING.has(text.charCodeAt(index))) return true;
    return false;
  }

  private report(group: number, first: number, last: number): void {
    if (3 * this.hitCount === this.hits.length) {
      const wider = new Int32Array(this.hits.length * 2);
      wider.set(this.hits);
      this.hits = wider;
    }
    const at = 3 * this.hitCount;
    this.hits[at] = group;
    this.hits[at + 1] = first;
    this.hits[at + 2] = last;
    this.hitCount++;
    this.active[group] = 1;
  }

  /** All hits of the last text, in order of their first token. */
  found(): PhraseHit[] {
    return Array.from({ length: this.hitCount }, (_, at) => ({
      group: this.hits[3 * at] ?? 0,
      first: this.hits[3 * at + 1] ?? 0,
      last: this.hits[3 * at + 2] ?? 0,
    }));
  }
}
