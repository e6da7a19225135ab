import * as z from 'zod/mini';
import { ledgerDefinition } from '../ledger/schema.ts';
import { faults } from '../platform/faults.ts';
import { type ItemDefinition, parseStored } from '../platform/item.ts';
import type { StorageArea } from '../platform/storage.ts';
import { readForeignJson } from '../text/foreign-json.ts';
import { correctionsItem } from './corrections.ts';
import { documentsItem } from './documents.ts';
import { newsItem } from './news.ts';
import { preferencesItem } from './preferences.ts';
import { rulePacksItem } from './rule-packs.ts';
import { switchesItem } from './switches.ts';

/** Everything that is kept, and so everything that travels. */
export const EVERYTHING = [
  preferencesItem,
  switchesItem,
  documentsItem,
  correctionsItem,
  rulePacksItem,
  newsItem,
  ledgerDefinition,
] as const;

/** Largest file that is read, in UTF-16 units; full stores come to about 3 million. */
export const FILE_LIMIT = 8_000_000;
const FILE_VERSION = 1;

/** How deep lists and objects of an export stand in each other: with an example of a phrase of a rule pack, 9. */
const FILE_DEPTH = 16;

const fileSchema = z.object({
  product: z.literal('stagemark'),
  version: z.number(),
  items: z.record(z.string(), z.object({ version: z.number(), data: z.unknown() })),
});

/** One JSON file with all settings, corrections and the ledger. Holds phrases that the writer entered and packs of the team, no document text. */
export async function exportEverything(area: StorageArea, now: Date): Promise<string> {
  const items: Record<string, { version: number; data: unknown }> = {};
  for (const definition of EVERYTHING as readonly ItemDefinition<unknown>[]) {
    const { value } = parseStored(definition, await area.get(definition.key));
    items[definition.key] = { version: definition.version, data: value };
  }
  return `${JSON.stringify({ product: 'stagemark', version: FILE_VERSION, exportedAt: now.toISOString(), items }, null, 2)}\n`;
}

/**
 * Why a file was refused, as the key of a sentence in the catalogue, with its values: `importTooLarge`, `importNotJson`,
 * `importNotOurs`, `importNewer`, `importBadPart` (value: the part).
 */
export interface ImportRefusal {
  readonly ok: false;
  readonly key: 'importTooLarge' | 'importNotJson' | 'importNotOurs' | 'importNewer' | 'importBadPart';
  readonly values: readonly string[];
}
export type ImportPlan = { readonly ok: true; readonly items: ReadonlyMap<string, unknown> } | ImportRefusal;

const REFUSALS = {
  'too-large': 'importTooLarge',
  'not-json': 'importNotJson',
  'too-deep': 'importNotOurs',
  'forbidden-name': 'importNotOurs',
} as const;

/** Reads a file wholly before anything is changed; one bad part refuses all of it. Pure. */
export function planImport(text: string): ImportPlan {
  const refuse = (key: ImportRefusal['key'], ...values: string[]): ImportRefusal => ({ ok: false, key, values });
  const json = readForeignJson(text, { length: FILE_LIMIT, depth: FILE_DEPTH });
  if (!json.ok) return refuse(REFUSALS[json.why]);
  const file = fileSchema.safeParse(json.value);
  if (!file.success) return refuse('importNotOurs');
  if (file.data.version > FILE_VERSION) return refuse('importNewer');
  const items = new Map<string, unknown>();
  for (const definition of EVERYTHING as readonly ItemDefinition<unknown>[]) {
    const stored = file.data.items[definition.key];
    if (stored === undefined) continue;
    const { value, problem } = parseStored(definition, stored);
    if (problem === 'newer') return refuse('importNewer');
    if (problem !== null) return refuse('importBadPart', definition.key);
    items.set(definition.key, { version: definition.version, data: value });
  }
  return items.size === 0 ? refuse('importNotOurs') : { ok: true, items };
}

/**
 * Puts a read file in place of what is stored. When the browser refuses in the middle, what was there is put back.
 * @throws Error with one sentence for people when the browser did not keep it.
 */
export async function applyImport(area: StorageArea, items: ReadonlyMap<string, unknown>): Promise<void> {
  const before = new Map<string, unknown>();
  try {
    for (const [key, value] of items) {
      before.set(key, await area.get(key));
      await area.set(key, value);
    }
  } catch (error) {
    for (const [key, value] of before) await restore(area, key, value);
    throw new Error(`The browser did not keep the file, so nothing was changed (${String(error)}).`);
  }
}

/** Removes everything that is kept. */
export async function resetEverything(area: StorageArea): Promise<void> {
  for (const { key } of EVERYTHING) await area.remove(key);
}

async function restore(area: StorageArea, key: string, value: unknown): Promise<void> {
  try {
    if (value === undefined) await area.remove(key);
    else await area.set(key, value);
  } catch (error) {
    faults.note(`putting ${key} back`, error);
  }
}
