import { splitSentences } from '../../text/sentences.ts';
import { findGrammar } from '../grammar.ts';
import { NONE_OUTPUT, OUTPUTS } from '../model.ts';
import { labelProbabilities, mostProbable } from '../probability.ts';
import { GRAMMAR_RULES } from '../signals/grammar-rules.ts';
import type { Dataset } from './features.ts';
import { isMeasured } from './folds.ts';
import { type Block, fitLinear } from './linear.ts';

/**
 * Fits what grammar rules add to a given tier 1: two logistic regressions, as for tier 1 ("any stage work?", "which stage?"), on
 * the presence of each rule in the passage, with tier 1's out-of-fold scores as offset. The intercept is fitted and thrown away:
 * it belongs to tier 1.
 */

/**
 * Ridge penalties tried for each decision; cross-validation over organisations chooses by likelihood. Stronger ones leave no weight
 * that can be seen, and tier 2 could say nothing where it is sure.
 */
const PENALTIES = [10, 30, 100, 200, 300, 1000];
const ITERATIONS = 60;
const RULES = GRAMMAR_RULES.length;
/** Rules whose weights would all be smaller than this change nothing that can be seen. */
const SMALLEST = 0.005;

/** What the fit needs of a dataset. */
type Rows = Pick<Dataset, 'rows' | 'labels' | 'weights'>;

export interface GrammarTables {
  /** Weights per output by rule id. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
  /** The most that grammar takes from a first label's lead in any of the passages, in log-odds. */
  readonly reach: number;
  readonly penalties: { readonly work: number; readonly stage: number };
}

/** Which rules hold in each passage: passage by rule. */
export function grammarFlags(dataset: Pick<Dataset, 'documents' | 'rows'>, measured: number): Float32Array {
  const flags = new Float32Array(dataset.rows * RULES);
  const place = new Map(GRAMMAR_RULES.map(({ id }, rule) => [id, rule]));
  let row = 0;
  for (const { passages } of dataset.documents)
    for (const { text } of passages) {
      if (row >= measured) return flags;
      const sentences = splitSentences(text).map(([start, end]) => text.slice(start, end));
      for (const hits of findGrammar(sentences))
        for (const { rule } of hits) flags[row * RULES + (place.get(rule) ?? 0)] = 1;
      row++;
    }
  return flags;
}

function blockOf(dataset: Rows, flags: Float32Array, penalty: number): Block {
  const unitOf = Int32Array.from({ length: dataset.rows }, (_, row) => row);
  return { name: 'grammar', width: RULES, values: flags, unitOf, penalty, scaled: false };
}

type Decision = keyof GrammarTables['penalties'];

/** Weights of one decision, rule by output; the outputs of the other decision stay 0. */
function fitDecision(
  dataset: Rows,
  flags: Float32Array,
  scores: Float64Array,
  rows: Int32Array,
  decision: Decision,
  penalty: number,
): Float64Array {
  const classes = decision === 'work' ? 2 : NONE_OUTPUT;
  const offset = new Float64Array(dataset.rows * classes);
  for (const row of rows)
    if (decision === 'work') offset[row * 2 + 1] = scores[row * OUTPUTS + NONE_OUTPUT] ?? 0;
    else for (let k = 0; k < classes; k++) offset[row * classes + k] = scores[row * OUTPUTS + k] ?? 0;
  const targets = decision === 'work' ? dataset.labels.map((label) => (label === NONE_OUTPUT ? 1 : 0)) : dataset.labels;
  const used = decision === 'work' ? rows : rows.filter((row) => dataset.labels[row] !== NONE_OUTPUT);
  const fitted = fitLinear([blockOf(dataset, flags, penalty)], used, targets, dataset.weights, {
    classes,
    iterations: ITERATIONS,
    offset,
  }).weights.get('grammar') as Float64Array;
  const weights = new Float64Array(RULES * OUTPUTS);
  for (let rule = 0; rule < RULES; rule++)
    if (decision === 'work')
      weights[rule * OUTPUTS + NONE_OUTPUT] = (fitted[rule * 2 + 1] ?? 0) - (fitted[rule * 2] ?? 0);
    else for (let k = 0; k < classes; k++) weights[rule * OUTPUTS + k] = fitted[rule * classes + k] ?? 0;
  return weights;
}

/** Scores of a row with the weights of its rules added, at the start of `out`. */
function refined(
  scores: Float64Array,
  flags: Float32Array,
  row: number,
  weights: Float64Array,
  out: Float64Array,
): void {
  for (let k = 0; k < OUTPUTS; k++) out[k] = scores[row * OUTPUTS + k] ?? 0;
  for (let rule = 0; rule < RULES; rule++) {
    if (flags[row * RULES + rule] !== 1) continue;
    for (let k = 0; k < OUTPUTS; k++) out[k] = (out[k] ?? 0) + (weights[rule * OUTPUTS + k] ?? 0);
  }
}

/** Minus the log-likelihood of a row's label in the decision; 0 where the decision does not concern the row. */
function lossOf(decision: Decision, label: number, scores: Float64Array): number {
  if (decision === 'work') {
    const score = scores[NONE_OUTPUT] ?? 0;
    return Math.log(1 + Math.exp(label === NONE_OUTPUT ? -score : score));
  }
  if (label === NONE_OUTPUT) return 0;
  let sum = 0;
  for (let k = 0; k < NONE_OUTPUT; k++) sum += Math.exp((scores[k] ?? 0) - (scores[label] ?? 0));
  return Math.log(sum);
}

/**
 * Scores of all measured rows with grammar, each by weights that were fitted without the fold the row is in.
 * @param scores tier 1's calibrated out-of-fold scores, row by output.
 */
function crossValidate(
  dataset: Rows,
  folds: Int8Array,
  flags: Float32Array,
  scores: Float64Array,
  decision: Decision,
  penalty: number,
): { readonly loss: number; readonly scores: Float64Array } {
  const rows = Int32Array.from({ length: dataset.rows }, (_, row) => row).filter((row) => isMeasured(folds[row] ?? 0));
  const out = scores.slice();
  const one = new Float64Array(OUTPUTS);
  let loss = 0;
  for (const fold of new Set(rows.map((row) => folds[row] ?? 0))) {
    const others = rows.filter((row) => folds[row] !== fold);
    const weights = fitDecision(dataset, flags, scores, others, decision, penalty);
    for (const row of rows) {
      if (folds[row] !== fold) continue;
      refined(scores, flags, row, weights, one);
      out.set(one, row * OUTPUTS);
      loss += lossOf(decision, dataset.labels[row] ?? 0, one);
    }
  }
  return { loss, scores: out };
}

/** By how much a row's first label leads the second, in log-odds. */
function leadOf(scores: Float64Array, row: number): number {
  const probabilities = new Float64Array(OUTPUTS);
  labelProbabilities(scores, row * OUTPUTS, probabilities, 0);
  const first = mostProbable(probabilities, 0);
  return Math.log((probabilities[first] ?? 1) / (probabilities[mostProbable(probabilities, 0, first)] ?? 1));
}

/** The most that the weights take from the lead of tier 1's first label over any other, in any of the rows. */
function reachOf(rows: Int32Array, flags: Float32Array, scores: Float64Array, weights: Float64Array): number {
  const before = new Float64Array(OUTPUTS);
  const after = new Float64Array(OUTPUTS);
  const one = new Float64Array(OUTPUTS);
  let reach = 0;
  for (const row of rows) {
    labelProbabilities(scores, row * OUTPUTS, before, 0);
    refined(scores, flags, row, weights, one);
    labelProbabilities(one, 0, after, 0);
    const first = mostProbable(before, 0);
    for (let k = 0; k < OUTPUTS; k++)
      reach = Math.max(
        reach,
        Math.log((before[first] ?? 1) / (before[k] ?? 1)) - Math.log((after[first] ?? 1) / (after[k] ?? 1)),
      );
  }
  return reach;
}

/**
 * Fits the head on all measured rows with the penalties that cross-validation prefers.
 * @param scores tier 1's calibrated out-of-fold scores, row by output.
 * @returns the tables, and the scores of both tiers, each row's from a fit without its fold.
 */
export function fitGrammar(
  dataset: Rows,
  folds: Int8Array,
  flags: Float32Array,
  scores: Float64Array,
): { readonly tables: GrammarTables; readonly scores: Float64Array } {
  const choose = (decision: Decision) =>
    PENALTIES.map((penalty) => ({
      penalty,
      ...crossValidate(dataset, folds, flags, scores, decision, penalty),
    })).reduce((best, next) => (next.loss < best.loss ? next : best));
  const work = choose('work');
  const stage = choose('stage');
  const rows = Int32Array.from({ length: dataset.rows }, (_, row) => row).filter((row) => isMeasured(folds[row] ?? 0));
  const weights = new Float64Array(RULES * OUTPUTS);
  for (const { decision, penalty } of [
    { decision: 'work', penalty: work.penalty },
    { decision: 'stage', penalty: stage.penalty },
  ] as const)
    fitDecision(dataset, flags, scores, rows, decision, penalty).forEach((value, place) => {
      if (value !== 0) weights[place] = Number(value.toFixed(3));
    });
  const reach = Math.ceil(100 * reachOf(rows, flags, scores, weights)) / 100;
  const both = stage.scores.slice();
  for (const row of rows) {
    both[row * OUTPUTS + NONE_OUTPUT] = work.scores[row * OUTPUTS + NONE_OUTPUT] ?? 0;
    // The product leaves alone what grammar cannot turn.
    if (leadOf(scores, row) >= reach) both.set(scores.subarray(row * OUTPUTS, (row + 1) * OUTPUTS), row * OUTPUTS);
  }
  const kept = GRAMMAR_RULES.map(
    ({ id }, rule) => [id, [...weights.subarray(rule * OUTPUTS, (rule + 1) * OUTPUTS)]] as const,
  );
  return {
    tables: {
      weights: Object.fromEntries(kept.filter(([, own]) => own.some((value) => Math.abs(value) >= SMALLEST))),
      reach,
      penalties: { work: work.penalty, stage: stage.penalty },
    },
    scores: both,
  };
}
