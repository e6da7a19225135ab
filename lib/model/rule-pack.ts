import * as z from 'zod/mini';
import { PACK_LIMITS, PACK_WEIGHT } from './pack-limits.ts';
import { ALL_SIGNALS, LABELS, type Signal } from './stage.ts';

const example = z.string().check(z.minLength(1), z.maxLength(PACK_LIMITS.exampleLength));

/** A phrase with its sense. Words part at spaces; `*` stands for any word and `#` for any number, but not as the first. */
export const packPhraseSchema = z.strictObject({
  phrase: z.string().check(z.minLength(1), z.maxLength(PACK_LIMITS.phraseLength)),
  /** The stage it speaks for; `none` says that it is no stage work. */
  stage: z.enum(LABELS),
  /** The kind of work inside the stage, where the phrase tells it. */
  signal: z.optional(z.enum(ALL_SIGNALS as readonly [Signal, ...Signal[]])),
  weight: z.optional(z.number().check(z.minimum(PACK_WEIGHT.least), z.maximum(PACK_WEIGHT.most))),
  /** Texts in which it must be found, and texts in which it must not. */
  fires: z.array(example).check(z.minLength(1), z.maxLength(PACK_LIMITS.examples)),
  silent: z.optional(z.array(example).check(z.maxLength(PACK_LIMITS.examples))),
});
export type PackPhrase = z.infer<typeof packPhraseSchema>;

/** What a team knows about its own words, as data: kept, exported and imported in this form. */
export const rulePackSchema = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(PACK_LIMITS.nameLength)),
  about: z.optional(z.string().check(z.maxLength(PACK_LIMITS.aboutLength))),
  phrases: z.array(packPhraseSchema).check(z.maxLength(PACK_LIMITS.phrases)),
  /** Names of the team's products and the like, which hold stage words and must not vote. */
  vocabulary: z.optional(
    z
      .array(z.string().check(z.minLength(1), z.maxLength(PACK_LIMITS.phraseLength)))
      .check(z.maxLength(PACK_LIMITS.vocabulary)),
  ),
});
export type RulePack = z.infer<typeof rulePackSchema>;
