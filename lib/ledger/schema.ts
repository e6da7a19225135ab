import * as z from 'zod/mini';
import { DOCUMENT_TYPES } from '../model/document.ts';
import { mixSchema } from '../model/verdict.ts';
import type { ItemDefinition } from '../platform/item.ts';
import { LEDGER_LIMIT } from './ledger.ts';

/** What is kept of one document on one day: counts and a hash, never text. */
export const ledgerEntrySchema = z.object({
  /** Key of the document (`lib/settings/document-key.ts`). */
  document: z.string(),
  /** Day as YYYY-MM-DD in the writer's own time zone. */
  day: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  type: z.enum(DOCUMENT_TYPES),
  mix: mixSchema,
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** All entries, oldest first. */
export const ledgerSchema = z.array(ledgerEntrySchema).check(z.maxLength(LEDGER_LIMIT));
export type Ledger = readonly LedgerEntry[];

export const ledgerDefinition: ItemDefinition<Ledger> = {
  key: 'ledger',
  version: 1,
  schema: ledgerSchema,
  initial: () => [],
  migrations: [],
};
