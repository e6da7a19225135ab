import * as z from 'zod/mini';
import { LABELS } from '../model/stage.ts';
import type { ItemDefinition } from '../platform/item.ts';

const labelSchema = z.enum(LABELS);

/** Most hashes of words that are read back with one correction; the classifier gives fewer. */
const WORDS_LIMIT = 64;

/** The writer's label for one passage, known again by hashes alone. */
export const passageCorrectionSchema = z.object({
  kind: z.literal('passage'),
  /** Key of the document in which it was made (`lib/settings/document-key.ts`). */
  document: z.string(),
  /** Hash of the passage's text, and of the texts before and after it; empty at the document's ends. */
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  label: labelSchema,
  /** What the classifier had said, for the trust page's agreement figure. */
  was: labelSchema,
  /** Hashes of some of the passage's words, by which passages like it are known; none in corrections of before there were any. */
  words: z.optional(z.array(z.number()).check(z.maxLength(WORDS_LIMIT))),
  at: z.number(),
});
export type PassageCorrection = z.infer<typeof passageCorrectionSchema>;

/** A phrase that has one sense from now on, in every document. The phrase is the writer's own entry, kept as typed. */
export const phraseCorrectionSchema = z.object({
  kind: z.literal('phrase'),
  phrase: z.string().check(z.minLength(1), z.maxLength(80)),
  label: labelSchema,
  at: z.number(),
});

export const correctionSchema = z.union([passageCorrectionSchema, phraseCorrectionSchema]);
export type Correction = z.infer<typeof correctionSchema>;

/** Corrections remembered; the oldest go first. About 250 bytes each. */
export const CORRECTIONS_LIMIT = 5000;

/** All corrections, oldest first. */
export const correctionsSchema = z.array(correctionSchema).check(z.maxLength(CORRECTIONS_LIMIT));
export type Corrections = readonly Correction[];

export const correctionsItem: ItemDefinition<Corrections> = {
  key: 'corrections',
  version: 1,
  schema: correctionsSchema,
  initial: () => [],
  migrations: [],
};

/** Whether two corrections are about the same passage or phrase, so that the newer replaces the older. */
function sameSubject(a: Correction, b: Correction): boolean {
  if (a.kind === 'phrase') return b.kind === 'phrase' && a.phrase.toLowerCase() === b.phrase.toLowerCase();
  if (b.kind === 'phrase') return false;
  return a.document === b.document && a.quote === b.quote && a.before === b.before && a.after === b.after;
}

/** Adds a correction, replacing an earlier one about the same thing. */
export function withCorrection(corrections: Corrections, added: Correction): Corrections {
  return [...corrections.filter((other) => !sameSubject(other, added)), added].slice(-CORRECTIONS_LIMIT);
}

/** Takes away whatever is said about the subject of `like`. The same array where nothing was. */
export function withoutCorrection(corrections: Corrections, like: Correction): Corrections {
  const kept = corrections.filter((other) => !sameSubject(other, like));
  return kept.length === corrections.length ? corrections : kept;
}
