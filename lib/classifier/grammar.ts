import nlp from 'compromise/two';
import type { GrammarHit } from './contract.ts';
import { grammarCandidates, OPENING_CUES } from './signals/grammar-gate.ts';
import { GRAMMAR_RULES, type GrammarRule } from './signals/grammar-rules.ts';

/**
 * Tier 2: grammar rules found by compromise. The only import of compromise in the product; it is loaded by the background alone.
 *
 * What is known of the library and minded here: a bad pattern never throws (every rule has examples that fire); its post-tagger is three
 * quarters of its price and changed 14 of 333 hits of the rules (so it is left out); one `sweep` over all rules costs ten times as much as
 * matching the few that the gate leaves; offsets of sentences and matches are wrong where punctuation leads, those of terms are right
 * (offsets are counted from the terms); negation is not its business (see `negated`).
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

type Pointer = readonly [sentence: number, start: number, end: number];
interface TaggedText {
  readonly document: readonly (readonly Term[])[];
  compute(steps: readonly string[]): TaggedText;
  match(pattern: unknown): { readonly fullPointer: readonly Pointer[] };
}

/** Lexicon and word-shape tagging with contractions, without the post-tagger. */
const TAGGING = ['index', 'freeze', 'lexicon', 'preTagger', 'contractionTwo', 'unfreeze'];

const parsed: unknown[] = [];

/** The parsed pattern of a rule, made when it is first asked for. */
function patternOf(rule: number): unknown {
  parsed[rule] ??= nlp.parseMatch(GRAMMAR_RULES[rule]?.match ?? '');
  return parsed[rule];
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
const NEGATIONS = new Set(['no', 'not', 'never', 'without', 'nor', 'neither', 'cannot']);

function isNegation(term: Term): boolean {
  return term.tags?.has('Negative') === true || NEGATIONS.has(term.implicit || term.normal);
}

/** Whether a negation stands in the matched terms or up to three terms before them. */
function negated(terms: readonly Term[], start: number, end: number): boolean {
  return terms.slice(Math.max(0, start - NEGATION_REACH), end).some(isNegation);
}

/** The first place in the text where the rule holds, or null. */
function firstHit(
  tagged: TaggedText,
  rule: GrammarRule,
  pattern: unknown,
  offsets: readonly (readonly [number, number][])[],
): GrammarHit | null {
  for (const [sentence, start, end] of tagged.match(pattern).fullPointer) {
    const terms = tagged.document[sentence] ?? [];
    const first = offsets[sentence]?.[start];
    const last = offsets[sentence]?.[end - 1];
    if (first === undefined || last === undefined) continue;
    if (rule.negated === 'drop' && negated(terms, start, end)) continue;
    return { rule: rule.id, start: first[0], end: last[1] };
  }
  return null;
}

/** The rules with the given numbers that hold in a text, in reading order. */
function hitsOf(text: string, numbers: readonly number[]): GrammarHit[] {
  const tagged = (nlp.tokenize(plainCase(text)) as unknown as TaggedText).compute(TAGGING);
  const offsets = termOffsets(tagged.document);
  const hits: GrammarHit[] = [];
  for (const number of numbers) {
    const rule = GRAMMAR_RULES[number];
    const hit = rule && firstHit(tagged, rule, patternOf(number), offsets);
    if (hit) hits.push(hit);
  }
  return hits.sort((a, b) => a.start - b.start || a.rule.localeCompare(b.rule));
}

const ALL_RULES = GRAMMAR_RULES.map((_, number) => number);

/** What one text holds, without asking the gate first: the measure of what the gate may not lose. */
export function findAllGrammar(text: string): GrammarHit[] {
  return hitsOf(text, ALL_RULES);
}

/**
 * The grammar rules that hold in each sentence: one hit a rule, the first in the sentence, in reading order. Offsets are UTF-16 units of
 * the given text. Sentences that the gate refuses cost next to nothing.
 * @param texts sentences; a longer text is split by the tagger at its own discretion.
 */
export function findGrammar(texts: readonly string[]): GrammarHit[][] {
  return texts.map((text) => {
    const candidates = grammarCandidates(text);
    return candidates.length === 0 ? [] : hitsOf(text, candidates);
  });
}
