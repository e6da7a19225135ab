import { NONE_OUTPUT, OUTPUTS } from './model.ts';
import { GRAMMAR_REACH, GRAMMAR_WEIGHTS } from './weights/grammar.generated.ts';

/**
 * What tier 2 adds to tier 1: one number per output for every grammar rule that holds in a passage, each rule once. The weights
 * are fitted on what tier 1 leaves unexplained (`training/grammar-head.ts`).
 */

/** What the rule adds to each output; undefined where it has no weight. */
export function grammarWeights(rule: string): readonly number[] | undefined {
  return Object.hasOwn(GRAMMAR_WEIGHTS, rule) ? GRAMMAR_WEIGHTS[rule] : undefined;
}

/**
 * By how much the most probable label leads the second, in log-odds.
 * @param scores tier 1's, OUTPUTS of them from `at`.
 */
export function leadOf(scores: Float64Array, at: number): number {
  let top = Number.NEGATIVE_INFINITY;
  let next = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < NONE_OUTPUT; k++) {
    const score = scores[at + k] ?? 0;
    if (score > top) {
      next = top;
      top = score;
    } else if (score > next) next = score;
  }
  let sum = 0;
  for (let k = 0; k < NONE_OUTPUT; k++) sum += Math.exp((scores[at + k] ?? 0) - top);
  /** Log-odds of the best stage against `none`: those of doing stage work at all, less what the stage leaves to the others. */
  const stage = -(scores[at + NONE_OUTPUT] ?? 0) - Math.log(sum);
  return stage > 0 ? Math.min(stage, top - next) : -stage;
}

/** Whether grammar may change the label of a passage whose first label leads by `lead`. */
export function grammarMayTell(lead: number): boolean {
  return lead < GRAMMAR_REACH;
}

/** Adds the weights of rules, each once, to the scores from `at`. */
export function addGrammar(rules: Iterable<string>, scores: Float64Array, at: number): void {
  for (const rule of rules) {
    const weights = grammarWeights(rule);
    if (weights === undefined) continue;
    for (let k = 0; k < OUTPUTS; k++) scores[at + k] = (scores[at + k] ?? 0) + (weights[k] ?? 0);
  }
}
