import nlp from 'compromise/two';
import type { GrammarHit } from './contract.ts';
import { mayHoldGrammar, OPENING_CUES } from './signals/grammar-gate.ts';
import { GRAMMAR_RULES, type GrammarRule } from './signals/grammar-rules.ts';

/**
 * Tier 2: grammar rules found by compromise. The only import of compromise in the product; it is loaded by the background alone.
 *
 * What is known of the library and minded here: `buildNet` mutates its rules (copies are passed) and silently drops a second rule with
 * the same pattern (asserted); offsets of sentences and matches are wrong where punctuation leads, those of terms are right (offsets are
 * counted from the terms); negation is not its business (see `negatedBefore`).
 */

/** The parts of compromise's term that are used. A contraction is several terms, of which only the first has `text`. */
interface Term {
  readonly pre: string;
  readonly text: string;
  readonly post: string;
  readonly normal: string;
  readonly implicit?: string;
  readonly tags?: ReadonlySet<string>;
}

interface Sweep {
  readonly found: readonly { readonly id: string; readonly view: { readonly fullPointer: readonly Pointer[] } }[];
}
type Pointer = readonly [sentence: number, start: number, end: number];
interface TaggedText {
  readonly document: readonly (readonly Term[])[];
  sweep(net: unknown, options: { tagger: boolean }): Sweep;
}

const RULES: ReadonlyMap<string, GrammarRule> = new Map(GRAMMAR_RULES.map((rule) => [rule.id, rule]));

let builtNet: unknown = null;

function net(): unknown {
  if (builtNet !== null) return builtNet;
  const patterns = new Set(GRAMMAR_RULES.map((rule) => rule.match));
  if (patterns.size !== GRAMMAR_RULES.length) throw new RangeError('Two grammar rules share one pattern.');
  builtNet = nlp.buildNet(GRAMMAR_RULES.map(({ id, match }) => ({ id, match })));
  return builtNet;
}

/**
 * The text as the tagger reads it best, of the same length: in capitals throughout it sees names everywhere, and a verb at the start
 * with its capital it takes for a name.
 */
function plainCase(text: string): string {
  const small = text.toLowerCase();
  if (small.length !== text.length) return text;
  if (text === text.toUpperCase()) return small;
  const first = /\p{L}+/u.exec(text);
  if (first === null || !OPENING_CUES.has(first[0].toLowerCase())) return text;
  return text.slice(0, first.index) + small.slice(first.index, first.index + 1) + text.slice(first.index + 1);
}

/** [start, end) of every term in the text, by sentence; the implied terms of a contraction lie where its text does. */
function termOffsets(sentences: readonly (readonly Term[])[]): [number, number][][] {
  let at = 0;
  return sentences.map((terms) => {
    let last: [number, number] = [at, at];
    return terms.map((term) => {
      const start = at + term.pre.length;
      const end = start + term.text.length;
      at = end + term.post.length;
      if (term.text !== '') last = [start, end];
      return last;
    });
  });
}

const NEGATION_REACH = 3;

function isNegation(term: Term): boolean {
  return (
    term.tags?.has('Negative') === true ||
    /^(no|not|never|without|nor|neither|cannot)$/.test(term.implicit || term.normal)
  );
}

/** Whether a negation stands in the matched terms or up to three terms before them. */
function negated(terms: readonly Term[], start: number, end: number): boolean {
  return terms.slice(Math.max(0, start - NEGATION_REACH), end).some(isNegation);
}

/** What one text holds, without asking the gate first. Exported for the test that the gate loses nothing. */
export function sweepGrammar(text: string): GrammarHit[] {
  const tagged = nlp(plainCase(text)) as unknown as TaggedText;
  const sentences = tagged.document;
  const offsets = termOffsets(sentences);
  const hits = new Map<string, GrammarHit>();
  for (const { id, view } of tagged.sweep(net(), { tagger: false }).found) {
    const [sentence, start, end] = view.fullPointer[0] ?? [0, 0, 0];
    const terms = sentences[sentence] ?? [];
    const first = offsets[sentence]?.[start];
    const last = offsets[sentence]?.[end - 1];
    if (first === undefined || last === undefined) continue;
    if (RULES.get(id)?.negated === 'drop' && negated(terms, start, end)) continue;
    const hit = { rule: id, start: first[0], end: last[1] };
    const known = hits.get(id);
    if (known === undefined || hit.start < known.start) hits.set(id, hit);
  }
  return [...hits.values()].sort((a, b) => a.start - b.start || a.rule.localeCompare(b.rule));
}

/**
 * The grammar rules that hold in each sentence: one hit a rule, the first in the sentence, in reading order. Offsets are UTF-16 units of
 * the given text. Sentences that the gate refuses cost next to nothing.
 * @param texts sentences; a longer text is split by the tagger at its own discretion.
 */
export function findGrammar(texts: readonly string[]): GrammarHit[][] {
  return texts.map((text) => (mayHoldGrammar(text) ? sweepGrammar(text) : []));
}
