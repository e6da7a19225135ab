import { faults } from '../platform/faults.ts';
import { createItem, type Item, type ItemProblem } from '../platform/item.ts';
import { localArea, managedArea, type StorageArea } from '../platform/storage.ts';
import { type Corrections, correctionsItem } from './corrections.ts';
import { type DocumentChoices, documentsItem } from './documents.ts';
import {
  type FilledPreferences,
  fillPreferences,
  type Managed,
  managedSchema,
  preferencesItem,
} from './preferences.ts';
import { type RulePacks, rulePacksItem } from './rule-packs.ts';
import { type Switches, switchesItem } from './switches.ts';

/** Everything that decides how Stagemark behaves, read at once. */
export interface Settings {
  readonly preferences: FilledPreferences;
  readonly switches: Switches;
  readonly documents: DocumentChoices;
  readonly corrections: Corrections;
  readonly packs: RulePacks;
  readonly managed: Managed;
  /** What could not be read, by key; empty when all is well. Goes into the diagnostics view. */
  readonly problems: Readonly<Record<string, ItemProblem>>;
}

/** The stored items of the extension over one storage area. */
export function createItems(area: StorageArea) {
  return {
    preferences: createItem(preferencesItem, area),
    switches: createItem(switchesItem, area),
    documents: createItem(documentsItem, area),
    corrections: createItem(correctionsItem, area),
    packs: createItem(rulePacksItem, area),
  };
}
export type Items = ReturnType<typeof createItems>;

/** The items of this browser profile. */
export const items: Items = createItems(localArea);

/** Keys under which an administrator's presets stand, as `public/managed-schema.json` lists them. */
const MANAGED_KEYS = ['preferences', 'off', 'offSites'] as const;

/**
 * How long presets are waited for, in milliseconds. Right after a browser's start its policies can take very long to be
 * readable, and a document must not wait for them; `watchSettings` reads again when they are there.
 */
const MANAGED_PATIENCE_MS = 1_000;

function managedInTime(area: StorageArea): Promise<Managed> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({}), MANAGED_PATIENCE_MS);
    void readManaged(area).then((managed) => {
      clearTimeout(timer);
      resolve(managed);
    });
  });
}

async function readManaged(area: StorageArea): Promise<Managed> {
  const found: Record<string, unknown> = {};
  try {
    for (const key of MANAGED_KEYS) {
      const value = await area.get(key);
      if (value !== undefined) found[key] = value;
    }
  } catch (error) {
    // Firefox refuses to read managed storage where no administrator set it up: the same as empty.
    if (!/manifest/i.test(String(error))) faults.note('managed storage', error);
  }
  const parsed = managedSchema.safeParse(found);
  if (parsed.success) return parsed.data;
  faults.note('managed storage', 'The presets of the administrator do not have the form that Stagemark knows.');
  return {};
}

/** Reads everything. Never rejects. */
export async function readSettings(from: Items = items, managedFrom: StorageArea = managedArea): Promise<Settings> {
  const [preferences, switches, documents, corrections, packs, managed] = await Promise.all([
    from.preferences.read(),
    from.switches.read(),
    from.documents.read(),
    from.corrections.read(),
    from.packs.read(),
    managedInTime(managedFrom),
  ]);
  const readings = { preferences, switches, documents, corrections, packs };
  const problems: Record<string, ItemProblem> = {};
  for (const [key, reading] of Object.entries(readings)) if (reading.problem !== null) problems[key] = reading.problem;
  return {
    preferences: fillPreferences(preferences.value, managed.preferences),
    switches: switches.value,
    documents: documents.value,
    corrections: corrections.value,
    packs: packs.value,
    managed,
    problems,
  };
}

/** Calls `listener` with all settings anew after every change, until the signal aborts. */
export function watchSettings(
  listener: (settings: Settings) => void,
  signal: AbortSignal,
  from: Items = items,
  managedFrom: StorageArea = managedArea,
): void {
  const again = () => {
    readSettings(from, managedFrom).then(
      (settings) => {
        if (!signal.aborted) listener(settings);
      },
      (error: unknown) => faults.note('settings', error),
    );
  };
  for (const item of Object.values(from) as Item<unknown>[]) item.watch(again, signal);
  for (const key of MANAGED_KEYS) managedFrom.watch(key, again, signal);
  const begun = performance.now();
  void readManaged(managedFrom).then((managed) => {
    const late = performance.now() - begun >= MANAGED_PATIENCE_MS;
    if (late && !signal.aborted && Object.keys(managed).length > 0) again();
  });
}
