import { hashText } from '../text/hash.ts';
import { splitSentences } from '../text/sentences.ts';
import type { GrammarHit, GrammarRequest, PassageInput } from './contract.ts';
import { grammarWeights } from './grammar-head.ts';

/** A sentence of a passage; offsets are UTF-16 units of the passage's text. */
interface Sentence {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const NONE: readonly GrammarHit[] = [];

/** Rules that hold in a passage, by id, with the places where they do as [start, end) of its text. */
export type FoundGrammar = ReadonlyMap<string, readonly [number, number][]>;
export const NOTHING_FOUND: FoundGrammar = new Map();

/** Tier 2's answers by sentence, and which sentences the document's passages hold. Holds no text. */
export class GrammarMemory {
  private readonly answers = new Map<string, readonly GrammarHit[]>();
  private readonly sentences = new Map<string, readonly Sentence[]>();

  private sentencesOf({ hash, text }: PassageInput): readonly Sentence[] {
    let known = this.sentences.get(hash);
    if (known === undefined) {
      known = splitSentences(text).map(([start, end]) => ({ key: hashText(text.slice(start, end)), start, end }));
      this.sentences.set(hash, known);
    }
    return known;
  }

  /** Takes answers; hits of rules that weigh nothing are not kept. @returns whether any of them is news. */
  accept(answers: ReadonlyMap<string, readonly GrammarHit[]>): boolean {
    let news = false;
    for (const [key, hits] of answers) {
      if (this.answers.has(key)) continue;
      const kept = hits.filter(({ rule }) => grammarWeights(rule) !== undefined);
      this.answers.set(key, kept.length === 0 ? NONE : kept);
      news = true;
    }
    return news;
  }

  /** Adds the passage's unanswered sentences to `requests`, unless they are there, up to `limit` in all. */
  request(passage: PassageInput, requests: Map<string, GrammarRequest>, limit: number): void {
    for (const { key, start, end } of this.sentencesOf(passage)) {
      if (requests.size >= limit) return;
      if (this.answers.has(key) || requests.has(key)) continue;
      requests.set(key, { key, text: passage.text.slice(start, end) });
    }
  }

  /** What is known to hold in the passage. */
  found(passage: PassageInput): FoundGrammar {
    if (this.answers.size === 0) return NOTHING_FOUND;
    const found = new Map<string, [number, number][]>();
    for (const { key, start, end } of this.sentencesOf(passage))
      for (const hit of this.answers.get(key) ?? NONE) {
        const spans = found.get(hit.rule) ?? [];
        const inside = (offset: number): number => Math.max(start, Math.min(end, start + offset));
        spans.push([inside(hit.start), inside(hit.end)]);
        found.set(hit.rule, spans);
      }
    return found;
  }

  /** Forgets what the document no longer holds, once that is the greater part. */
  retain(passages: readonly PassageInput[]): void {
    if (this.sentences.size <= 2 * passages.length + 64 && this.answers.size <= 8 * passages.length + 256) return;
    const hashes = new Set(passages.map(({ hash }) => hash));
    const keys = new Set<string>();
    for (const [hash, sentences] of this.sentences)
      if (hashes.has(hash)) for (const { key } of sentences) keys.add(key);
      else this.sentences.delete(hash);
    for (const key of this.answers.keys()) if (!keys.has(key)) this.answers.delete(key);
  }
}
