import * as z from 'zod/mini';
import { DOCUMENT_TYPES } from '../model/document.ts';
import { MARK_MODES } from '../model/tab.ts';
import type { ItemDefinition } from '../platform/item.ts';

/** What the writer chose for one document. */
export const documentChoiceSchema = z.object({
  off: z.optional(z.boolean()),
  type: z.optional(z.enum(DOCUMENT_TYPES)),
  mode: z.optional(z.enum(MARK_MODES)),
  /** When it was last changed, in milliseconds since 1970; the oldest are forgotten first. */
  at: z.number(),
});
export type DocumentChoice = z.infer<typeof documentChoiceSchema>;

/** Choices by document hash (`lib/settings/document-key.ts`), never by title or address. */
export const documentsSchema = z.record(z.string(), documentChoiceSchema);
export type DocumentChoices = z.infer<typeof documentsSchema>;

export const documentsItem: ItemDefinition<DocumentChoices> = {
  key: 'documents',
  version: 1,
  schema: documentsSchema,
  initial: () => ({}),
  migrations: [],
};

/** Documents remembered; about 60 kB. */
export const DOCUMENTS_LIMIT = 1000;

/** The choices with some fields of one document changed; undefined takes a field away. Forgets the oldest over the limit. */
export function withDocument(
  choices: DocumentChoices,
  key: string,
  change: { readonly [K in keyof Omit<DocumentChoice, 'at'>]: DocumentChoice[K] | undefined },
  now: number,
): DocumentChoices {
  const merged = { ...choices[key], ...change, at: now };
  const chosen = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
  const others = Object.entries(choices)
    .filter(([other]) => other !== key)
    .sort(([, a], [, b]) => b.at - a.at)
    .slice(0, DOCUMENTS_LIMIT - 1);
  const kept = Object.keys(chosen).length > 1 ? [[key, chosen as DocumentChoice] as const, ...others] : others;
  return Object.fromEntries(kept);
}
