import * as z from 'zod/mini';
import { ALL_SIGNALS, LABELS, type Label, type Signal } from './stage.ts';

const labelSchema = z.enum(LABELS);
const signalSchema = z.enum(ALL_SIGNALS as readonly [Signal, ...Signal[]]);

/**
 * What the classifier says of one passage. `confidence` is the calibrated probability (0-1) that `label` is right;
 * `signal` is null exactly when `label` is `none`. `by` tells a verdict of the model from one that the writer set.
 */
export const verdictSchema = z.object({
  label: labelSchema,
  confidence: z.number(),
  /** Calibrated probability per label, in the order of LABELS, adding up to 1. */
  probabilities: z.array(z.number()),
  signal: z.nullable(signalSchema),
  signalConfidence: z.number(),
  runnerUp: labelSchema,
  by: z.enum(['model', 'writer']),
});
export type Verdict = z.infer<typeof verdictSchema>;

/**
 * Where a piece of evidence comes from. `word`, `phrase` and `rule` are in the passage and carry offsets; the others are context.
 */
export const EVIDENCE_SOURCES = [
  'word',
  'phrase',
  'rule',
  'grammar',
  'heading',
  'title',
  'kind',
  'position',
  'neighbours',
  'section',
  'document',
  'correction',
  'pack',
  'base',
] as const;

/** One additive contribution to the score of a label. The contributions of an explanation add up to its score (to 1e-6). */
export const evidenceSchema = z.object({
  source: z.enum(EVIDENCE_SOURCES),
  /** The word, phrase, the id of the rule, or the name of the rule pack; for context a short id such as `previous` or `list`. */
  text: z.string(),
  /** Contribution to the score of the label, in log-odds units. */
  weight: z.number(),
  /** Offsets in the passage's text (UTF-16), where the evidence has a place in it. */
  spans: z.array(z.tuple([z.number(), z.number()])),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** The exact sum behind one label's score for one passage. */
export const explanationSchema = z.object({
  label: labelSchema,
  score: z.number(),
  /** Strongest first by absolute weight. */
  evidence: z.array(evidenceSchema),
  runnerUp: labelSchema,
  runnerUpScore: z.number(),
  /** The strongest evidence for the runner-up: what would change the verdict. */
  against: z.array(evidenceSchema),
  /** For passages of more than 60 words that hold two stages: the sentences that speak for the runner-up, as [start, end). */
  runnerUpSentences: z.array(z.tuple([z.number(), z.number()])),
});
export type Explanation = z.infer<typeof explanationSchema>;

/** The shares of a document's words. Stage shares are among staged words and add up to 1 (all 0 where nothing is staged). */
export const mixSchema = z.object({
  execution: z.number(),
  strategy: z.number(),
  organisation: z.number(),
  /** Share of all words that has no stage. */
  neutral: z.number(),
  stagedWords: z.number(),
  words: z.number(),
});
export type Mix = z.infer<typeof mixSchema>;

export type { Label };
