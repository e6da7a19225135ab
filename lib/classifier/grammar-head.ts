import { OUTPUTS } from './model.ts';
import { GRAMMAR_REACH, GRAMMAR_WEIGHTS } from './weights/grammar.generated.ts';

/**
 * What tier 2 adds to tier 1: one number per output for every grammar rule that holds in a passage, each rule once. The weights
 * are fitted on what tier 1 leaves unexplained (`training/grammar-head.ts`).
 */

/** What the rule adds to each output; undefined where it has no weight. */
export function grammarWeights(rule: string): readonly number[] | undefined {
  return Object.hasOwn(GRAMMAR_WEIGHTS, rule) ? GRAMMAR_WEIGHTS[rule] : undefined;
}

/** A passage is open to tier 2 from this much doubt on: as far as grammar's reach, in log-odds, from a draw. */
const LEAST_DOUBT = Math.exp(-GRAMMAR_REACH);

/**
 * Whether grammar may change the label of a passage.
 * @param doubt how probable the second label is beside the first (0-1), to tier 1.
 */
export function grammarMayTell(doubt: number): boolean {
  return doubt > LEAST_DOUBT;
}

/** Adds the weights of rules, each once, to the scores of the labels. */
export function addGrammar(rules: Iterable<string>, scores: Float64Array): void {
  for (const rule of rules) {
    const weights = grammarWeights(rule);
    if (weights === undefined) continue;
    for (let k = 0; k < OUTPUTS; k++) scores[k] = (scores[k] ?? 0) + (weights[k] ?? 0);
  }
}
