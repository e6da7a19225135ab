import * as z from 'zod/mini';
import { DOCUMENT_TYPES, HOST_KINDS } from '../model/document.ts';
import { expectedRangeSchema } from '../model/report.ts';
import { MARK_MODES } from '../model/tab.ts';
import { LEVELS } from '../model/writer.ts';
import type { ItemDefinition } from '../platform/item.ts';

/** Pause after the last key before marks are drawn again, in milliseconds. */
export const PAUSE_MS = { least: 300, usual: 800, most: 5000 } as const;
/** Most entries of the writer's own vocabulary. */
export const VOCABULARY_LIMIT = 500;

/**
 * What the writer chose, and nothing else: every field is optional, and its default is filled in at reading, so that a
 * better default reaches everybody who did not choose.
 */
export const preferencesSchema = z.object({
  level: z.optional(z.enum(LEVELS)),
  aim: z.optional(z.enum(LEVELS)),
  look: z.optional(z.enum(['line', 'tint'])),
  mode: z.optional(z.enum(MARK_MODES)),
  pauseMs: z.optional(z.number().check(z.minimum(PAUSE_MS.least), z.maximum(PAUSE_MS.most))),
  /** Product names and the like that hold stage words and must not vote. */
  vocabulary: z.optional(
    z.array(z.string().check(z.minLength(1), z.maxLength(80))).check(z.maxLength(VOCABULARY_LIMIT)),
  ),
  /** Expected ranges that the writer or the team changed, by document type. */
  ranges: z.optional(z.partialRecord(z.enum(DOCUMENT_TYPES), expectedRangeSchema)),
  /** Whether counts of checked documents are kept for the ledger. */
  ledger: z.optional(z.boolean()),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** Preferences with every default filled in. */
export interface FilledPreferences {
  readonly level: (typeof LEVELS)[number] | null;
  readonly aim: (typeof LEVELS)[number] | null;
  readonly look: 'line' | 'tint';
  readonly mode: (typeof MARK_MODES)[number];
  readonly pauseMs: number;
  readonly vocabulary: readonly string[];
  readonly ranges: NonNullable<Preferences['ranges']>;
  readonly ledger: boolean;
}

export const preferencesItem: ItemDefinition<Preferences> = {
  key: 'preferences',
  version: 1,
  schema: preferencesSchema,
  initial: () => ({}),
  migrations: [],
};

/** Fills defaults in. An administrator's preset stands below the writer's own choice. */
export function fillPreferences(chosen: Preferences, preset: Preferences = {}): FilledPreferences {
  const merged = { ...preset, ...chosen };
  return {
    level: merged.level ?? null,
    aim: merged.aim ?? null,
    look: merged.look ?? 'line',
    mode: merged.mode ?? 'all',
    pauseMs: merged.pauseMs ?? PAUSE_MS.usual,
    vocabulary: merged.vocabulary ?? [],
    ranges: merged.ranges ?? {},
    ledger: merged.ledger ?? true,
  };
}

/** What an administrator can preset through managed storage; `off` and `offSites` cannot be undone by the writer. */
export const managedSchema = z.object({
  preferences: z.optional(preferencesSchema),
  off: z.optional(z.boolean()),
  offSites: z.optional(z.array(z.enum(HOST_KINDS))),
});
export type Managed = z.infer<typeof managedSchema>;
