import { LABELS } from '../model/stage.ts';
import type { WordVectors } from './word-vectors.ts';

/**
 * The model as it is fitted, packed and run. All evidence adds up: a score is a base plus one number for every word, rule, heading and so on.
 *
 * Scores come in the order of LABELS. The first three say which stage, were the passage to do stage work; the last says how
 * much speaks for its doing none. Probabilities follow from them in `probability.ts`.
 */
export const OUTPUTS = LABELS.length;
/** Place of `none` among the outputs. */
export const NONE_OUTPUT = 3;
export const SIGNAL_OUTPUTS = 18;

/**
 * Where word vectors enter: the mean over the words of each of these texts is multiplied with the channel's own weights, those for
 * labels and those for signals.
 */
export const CHANNELS = ['text', 'heading', 'path', 'title', 'section', 'document', 'outline', 'lone'] as const;
export type Channel = (typeof CHANNELS)[number];
/**
 * What a document's passages add up to is divided by their number and this many more: the mean over a few passages says less of
 * the document than the mean over many, and what one lone passage says is counted once, in the passage.
 */
export const DOCUMENT_DOUBT = 5;

/**
 * How much of a document's means `lone` and `lone-rules` take: all where one passage stands alone, next to nothing from the fourth on.
 * A lone passage has to be read by its words, where one in a document is read with its neighbours; weights for both at once serve neither.
 * @param passages how many the document has.
 */
export function loneliness(passages: number): number {
  return 1 / Math.max(1, passages) ** 3;
}

/**
 * Where yes-or-no rules enter. `document-rules` and `lone-rules` are the shares of the document's passages of which each rule holds.
 */
export const RULE_CHANNELS = ['rules', 'heading-rules', 'document-rules', 'lone-rules'] as const;
export type RuleChannel = (typeof RULE_CHANNELS)[number];

/** Weights, row-major: input by output. */
export interface Model {
  /** Parted by spaces. */
  readonly wordList: string;
  /** Vector and weight of each word. */
  readonly vectors: WordVectors;
  /** Entries parted by semicolons, their phrases by commas, tokens by spaces. */
  readonly phraseList: string;
  /** Place of each entry's group in PHRASE_GROUPS. */
  readonly phraseGroups: Int8Array;
  /** Entry by output: in a passage, in the heading above it, and in all passages of the document. */
  readonly phraseWeights: Float64Array;
  readonly headingPhraseWeights: Float64Array;
  readonly documentPhraseWeights: Float64Array;
  readonly dimensions: number;
  readonly channels: Readonly<Record<Channel, Float64Array>>;
  readonly signalChannels: Readonly<Record<Channel, Float64Array>>;
  readonly rules: Readonly<Record<RuleChannel, Float64Array>>;
  readonly signalRules: Readonly<Record<RuleChannel, Float64Array>>;
  readonly layout: Float64Array;
  readonly base: Float64Array;
  readonly signalBase: Float64Array;
}

/** The generated file's content: strings by `packing.ts`, and numbers as decimals. */
export interface PackedModel {
  /** Words in alphabetical order, parted by spaces. */
  readonly words: string;
  readonly wordWeights: string;
  /** Entries parted by semicolons, their phrases by commas, tokens by spaces. */
  readonly phrases: string;
  readonly phraseGroups: string;
  readonly phraseWeights: string;
  readonly headingPhraseWeights: string;
  readonly documentPhraseWeights: string;
  /** Dimension by word: one string of packed numbers per dimension. */
  readonly embedding: readonly string[];
  /** All other numbers: the rows of NUMBER_ROWS parted by semicolons, numbers by spaces. */
  readonly numbers: string;
}

/** What the rows of `PackedModel.numbers` hold, in order. `steps` are those of the embedding's dimensions, then that of the phrases. */
export const NUMBER_ROWS = [
  'steps',
  ...CHANNELS.map((name) => `channel ${name}` as const),
  ...CHANNELS.map((name) => `signals ${name}` as const),
  ...RULE_CHANNELS,
  ...RULE_CHANNELS.map((name) => `signal ${name}` as const),
  'layout',
  'base',
  'signal base',
] as const;
