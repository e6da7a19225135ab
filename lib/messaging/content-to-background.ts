import * as z from 'zod/mini';
import { STAGES } from '../model/stage.ts';
import type { Requests, Responses } from './protocol.ts';

/** Sentences of one grammar batch; a screenful, so that what is seen is refined first. */
export const GRAMMAR_BATCH = 32;
/** Longest sentence that grammar rules are run on, in UTF-16 units: longer ones are lists or tables in disguise. */
export const GRAMMAR_SENTENCE_LIMIT = 2000;

/** A batch of sentences for tier 2. `revision` comes back with the answer, so that a stale one is known. */
export const grammarBatchSchema = z.object({
  revision: z.number(),
  sentences: z
    .array(z.object({ key: z.string(), text: z.string().check(z.maxLength(GRAMMAR_SENTENCE_LIMIT)) }))
    .check(z.maxLength(GRAMMAR_BATCH)),
});
export type GrammarBatch = z.infer<typeof grammarBatchSchema>;

export const grammarAnswerSchema = z.object({
  revision: z.number(),
  answers: z.array(
    z.object({
      key: z.string(),
      hits: z.array(z.object({ rule: z.string(), start: z.number(), end: z.number() })),
    }),
  ),
});
export type GrammarAnswer = z.infer<typeof grammarAnswerSchema>;

/** What the toolbar icon of a tab shows: a dominant stage, or that something is worth a look, or nothing. */
export const badgeSchema = z.object({ stage: z.nullable(z.enum(STAGES)), worthALook: z.boolean() });
export type Badge = z.infer<typeof badgeSchema>;

/** What content scripts (and the checker page) ask of the background by message. */
export const CONTENT_TO_BACKGROUND = {
  'set-badge': badgeSchema,
  /** Opens one of the extension's pages in a new tab, after a click of the writer. */
  'open-page': z.object({ page: z.enum(['options', 'checker', 'trust', 'ledger']) }),
  /** Brings the review into the asking page (`entrypoints/review.content.ts`), when a document is there to be reviewed. */
  'bring-review': z.object({}),
} as const satisfies Requests;
export type ContentToBackground = typeof CONTENT_TO_BACKGROUND;

const done = z.object({});
export const CONTENT_TO_BACKGROUND_ANSWERS = {
  'set-badge': done,
  'open-page': done,
  'bring-review': done,
} as const satisfies Responses<ContentToBackground>;
export type ContentToBackgroundAnswers = typeof CONTENT_TO_BACKGROUND_ANSWERS;

/** Name of the port on which grammar batches go; an open port keeps the loaded tier 2 alive while it is needed. */
export const GRAMMAR_PORT = 'stagemark-grammar';
