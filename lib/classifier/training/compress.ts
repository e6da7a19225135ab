import { gzipSync } from 'node:zlib';
import { STAGES, type Stage } from '../../model/stage.ts';
import { LAYOUT_FEATURES } from '../layout.ts';
import {
  CHANNELS,
  type Channel,
  NONE_OUTPUT,
  NUMBER_ROWS,
  OUTPUTS,
  type PackedModel,
  RULE_CHANNELS,
  type RuleChannel,
  SIGNAL_OUTPUTS,
} from '../model.ts';
import { LIMIT, pack } from '../packing.ts';
import { RULES } from '../rules.ts';
import { WORD_WEIGHT_STEPS } from '../word-vectors.ts';
import type { Calibration } from './calibrate.ts';
import { eigenSymmetric } from './eigen.ts';
import type { Dataset, Features, GroupName } from './features.ts';
import type { Fitted } from './fit.ts';
import { type KeptEntry, LEXICON_ENTRIES, LEXICON_GROUPS } from './lexicon.ts';
import type { LinearModel } from './linear.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Numbers kept for each word, and the step in which they are rounded, in standard deviations of their dimension. */
const DIMENSIONS = 17;
const STEP = 0.5;
/** Dimensions of small spread are rounded in steps no finer than this share of the first dimension's: they matter less. */
const FINEST_STEP = 0.6;

/** The fitted weights of one feature group as columns of the outputs of the model. */
function columns(fitted: Fitted, calibration: Calibration, group: string, width: number): Float64Array {
  const out = new Float64Array(width * OUTPUTS);
  const stage = fitted.stage.weights.get(group);
  const work = fitted.work.weights.get(group);
  for (let d = 0; d < width; d++) {
    for (let k = 0; k < NONE_OUTPUT; k++)
      out[d * OUTPUTS + k] = (stage?.[d * NONE_OUTPUT + k] ?? 0) * (calibration.labelScale[k] ?? 1);
    out[d * OUTPUTS + NONE_OUTPUT] =
      ((work?.[d * 2 + 1] ?? 0) - (work?.[d * 2] ?? 0)) * (calibration.labelScale[NONE_OUTPUT] ?? 1);
  }
  return out;
}

function signalColumns(fitted: Fitted, calibration: Calibration, group: string, width: number): Float64Array {
  const out = new Float64Array(width * SIGNAL_OUTPUTS);
  const own = SIGNAL_OUTPUTS / STAGES.length;
  STAGES.forEach((stage, place) => {
    const weights = (fitted.signals as Record<Stage, LinearModel> | null)?.[stage].weights.get(group);
    for (let d = 0; d < width; d++)
      for (let k = 0; k < own; k++)
        out[d * SIGNAL_OUTPUTS + place * own + k] = (weights?.[d * own + k] ?? 0) * calibration.signalScale;
  });
  return out;
}

interface Target {
  readonly columns: Float64Array;
  readonly width: number;
  /** How much an error in these columns matters. */
  readonly importance: number;
}

/** A wrong signal matters less than a wrong label. */
const SIGNAL_IMPORTANCE = 0.4;

/** Mean standard deviation of a channel's features over the passages: what a mean over many words smooths, an error in one word hardly moves. */
function spreadOf({ unitOf, values, width }: Features): number {
  let total = 0;
  for (let d = 0; d < width; d++) {
    let sum = 0;
    let squares = 0;
    for (const unit of unitOf) {
      const value = unit < 0 ? 0 : (values[unit * width + d] ?? 0);
      sum += value;
      squares += value * value;
    }
    total += Math.sqrt(Math.max(0, squares / unitOf.length - (sum / unitOf.length) ** 2));
  }
  return total / width;
}

/** A lone passage is rare among those that are fitted on, but no less worth than another where it stands. */
function importanceOf(dataset: Dataset, group: Channel): number {
  return spreadOf(dataset.groups[group === 'lone' ? 'text' : group]);
}

/** All columns that word vectors are multiplied with, one matrix: vector dimension by column. */
function joined(targets: readonly Target[], dimensions: number): Float64Array {
  const total = targets.reduce((sum, { width }) => sum + width, 0);
  const out = new Float64Array(dimensions * total);
  let offset = 0;
  for (const { columns: own, width, importance } of targets) {
    for (let d = 0; d < dimensions; d++)
      for (let k = 0; k < width; k++) out[d * total + offset + k] = (own[d * width + k] ?? 0) * importance;
    offset += width;
  }
  return out;
}

/** Word by column: what each word says in each column, were it alone. */
function wordTable(vocabulary: Vocabulary, weights: Float64Array, total: number): Float64Array {
  const { dimensions, vectors, words } = vocabulary;
  const out = new Float64Array(words.length * total);
  for (let word = 0; word < words.length; word++)
    for (let d = 0; d < dimensions; d++) {
      const value = vectors[word * dimensions + d] ?? 0;
      for (let k = 0; k < total; k++)
        out[word * total + k] = (out[word * total + k] ?? 0) + value * (weights[d * total + k] ?? 0);
    }
  return out;
}

/**
 * The words' columns projected on their first principal directions: `embedding` (word by dimension) times `mixing`
 * (dimension by column) comes as near to the table as so few numbers a word can.
 */
function project(table: Float64Array, total: number, vocabulary: Vocabulary) {
  const size = vocabulary.words.length;
  const gram = new Float64Array(total * total);
  for (let word = 0; word < size; word++) {
    const importance = (vocabulary.weights[word] ?? 0) ** 2;
    for (let a = 0; a < total; a++) {
      const left = importance * (table[word * total + a] ?? 0);
      for (let b = a; b < total; b++)
        gram[a * total + b] = (gram[a * total + b] ?? 0) + left * (table[word * total + b] ?? 0);
    }
  }
  for (let a = 0; a < total; a++) for (let b = 0; b < a; b++) gram[a * total + b] = gram[b * total + a] ?? 0;
  const { vectors } = eigenSymmetric(gram, total);
  const embedding = new Float64Array(size * DIMENSIONS);
  for (let word = 0; word < size; word++)
    for (let k = 0; k < total; k++) {
      const value = table[word * total + k] ?? 0;
      for (let d = 0; d < DIMENSIONS; d++)
        embedding[word * DIMENSIONS + d] =
          (embedding[word * DIMENSIONS + d] ?? 0) + value * (vectors[k * total + d] ?? 0);
    }
  const mixing = new Float64Array(DIMENSIONS * total);
  for (let d = 0; d < DIMENSIONS; d++)
    for (let k = 0; k < total; k++) mixing[d * total + k] = vectors[k * total + d] ?? 0;
  return { embedding, mixing };
}

/** Steps in which the signals' weights of rules are rounded, log-odds; those of shares are larger. */
const SIGNAL_RULE_STEPS: Readonly<Record<RuleChannel, number>> = {
  rules: 0.02,
  'heading-rules': 0.02,
  'document-rules': 0.1,
  'lone-rules': 0.1,
};

function inSteps(values: Iterable<number>, step: number): number[] {
  return Array.from(values, (value) => Number((Math.round(value / step) * step).toFixed(2)));
}

function rounded(values: Iterable<number>): number[] {
  return Array.from(values, (value) => Number(value.toPrecision(3)));
}

/** Turns fitted models into the tables that ship. */
export function compress(
  fitted: Fitted,
  calibration: Calibration,
  vocabulary: Vocabulary,
  entries: readonly KeptEntry[],
  dataset: Dataset,
): PackedModel {
  const { dimensions, words } = vocabulary;
  const targets: readonly Target[] = [
    ...CHANNELS.map((group) => ({
      columns: columns(fitted, calibration, group, dimensions),
      width: OUTPUTS,
      importance: importanceOf(dataset, group),
    })),
    ...CHANNELS.map((group) => ({
      columns: signalColumns(fitted, calibration, group, dimensions),
      width: SIGNAL_OUTPUTS,
      importance: SIGNAL_IMPORTANCE * importanceOf(dataset, group),
    })),
  ];
  const total = targets.reduce((sum, { width }) => sum + width, 0);
  const { embedding, mixing } = project(wordTable(vocabulary, joined(targets, dimensions), total), total, vocabulary);

  const order = words.map((word, id) => ({ word, id })).sort((a, b) => (a.word < b.word ? -1 : 1));
  const steps: number[] = [];
  const packed: string[] = [];
  for (let d = 0; d < DIMENSIONS; d++) {
    let squares = 0;
    for (let word = 0; word < words.length; word++) squares += (embedding[word * DIMENSIONS + d] ?? 0) ** 2;
    const own = STEP * Math.sqrt(squares / words.length);
    const step = Number(Math.max(own, FINEST_STEP * (steps[0] ?? 0)).toPrecision(4));
    steps.push(step);
    packed.push(pack(order.map(({ id }) => (embedding[id * DIMENSIONS + d] ?? 0) / step)));
  }
  const slice = (place: number): number[] => {
    const offset = targets.slice(0, place).reduce((sum, { width }) => sum + width, 0);
    const { width, importance } = targets[place] as Target;
    const out: number[] = [];
    for (let d = 0; d < DIMENSIONS; d++) out.push(...mixing.subarray(d * total + offset, d * total + offset + width));
    return rounded(out.map((value) => value / importance));
  };
  const rulesOf = (name: RuleChannel): number[] => rounded(columns(fitted, calibration, name, RULES.length));
  const phrases = phraseTables(fitted, calibration, entries);
  const rows: Readonly<Record<(typeof NUMBER_ROWS)[number], readonly number[]>> = {
    steps: [...steps, phrases.step, phrases.documentStep],
    ...(Object.fromEntries(CHANNELS.map((name, place) => [`channel ${name}`, slice(place)])) as Record<
      `channel ${Channel}`,
      number[]
    >),
    ...(Object.fromEntries(
      CHANNELS.map((name, place) => [`signals ${name}`, slice(CHANNELS.length + place)]),
    ) as Record<`signals ${Channel}`, number[]>),
    ...(Object.fromEntries(RULE_CHANNELS.map((name) => [name, rulesOf(name)])) as Record<RuleChannel, number[]>),
    ...(Object.fromEntries(
      RULE_CHANNELS.map((name) => [
        `signal ${name}`,
        inSteps(signalColumns(fitted, calibration, name, RULES.length), SIGNAL_RULE_STEPS[name]),
      ]),
    ) as Record<`signal ${RuleChannel}`, number[]>),
    layout: rounded(columns(fitted, calibration, 'layout', LAYOUT_FEATURES.length)),
    base: rounded(baseOf(fitted, calibration)),
    'signal base': rounded(
      STAGES.flatMap((stage) =>
        Array.from(fitted.signals?.[stage].bias ?? [], (value) => value * calibration.signalScale),
      ),
    ),
  };
  return {
    words: order.map(({ word }) => word).join(' '),
    wordWeights: pack(order.map(({ id }) => (vocabulary.weights[id] ?? 0) * WORD_WEIGHT_STEPS - LIMIT)),
    phrases: entries.map(({ phrases: own }) => own.map((phrase) => phrase.join(' ')).join(',')).join(';'),
    phraseGroups: pack(entries.map(({ entry }) => LEXICON_GROUPS[entry] ?? 0)),
    phraseWeights: phrases.own,
    headingPhraseWeights: phrases.heading,
    documentPhraseWeights: phrases.document,
    embedding: packed,
    numbers: NUMBER_ROWS.map((name) => (rows[name] ?? []).join(' ')).join(';'),
  };
}

/** Weights of the entries in texts and in headings, packed in one step, and in documents, in a step of their own: shares are small and their weights large. */
function phraseTables(fitted: Fitted, calibration: Calibration, entries: readonly KeptEntry[]) {
  const pick = (group: GroupName): number[] => {
    const all = columns(fitted, calibration, group, LEXICON_ENTRIES);
    return entries.flatMap(({ entry }) => [...all.subarray(entry * OUTPUTS, (entry + 1) * OUTPUTS)]);
  };
  const own = pick('phrases');
  const heading = pick('heading-phrases');
  const document = pick('document-phrases');
  const stepOf = (values: readonly number[]): number =>
    Number((values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / LIMIT).toPrecision(4)) || 1;
  const step = stepOf([...own, ...heading]);
  const documentStep = stepOf(document);
  return {
    step,
    documentStep,
    document: pack(document.map((value) => value / documentStep)),
    own: pack(own.map((value) => value / step)),
    heading: pack(heading.map((value) => value / step)),
  };
}

function baseOf(fitted: Fitted, calibration: Calibration): number[] {
  const raw = [...fitted.stage.bias, (fitted.work.bias[1] ?? 0) - (fitted.work.bias[0] ?? 0)];
  return raw.map((value, k) => value * (calibration.labelScale[k] ?? 1) + (calibration.labelShift[k] ?? 0));
}

/** Size of the tables as they travel, in bytes. */
export function compressedSize(source: string): number {
  return gzipSync(source, { level: 9 }).length;
}
