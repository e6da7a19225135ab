import * as z from 'zod/mini';
import { faults } from './faults.ts';
import type { StorageArea } from './storage.ts';

/** One numbered step from the form of version `to - 1` to that of version `to`. Runs again after a crash: keep it pure. */
export interface Migration {
  readonly to: number;
  readonly migrate: (old: unknown) => unknown;
}

export interface ItemDefinition<T> {
  readonly key: string;
  readonly version: number;
  readonly schema: z.ZodMiniType<T>;
  /** What is true while nothing is stored. */
  readonly initial: () => T;
  /** All steps from version 1 on, in order. */
  readonly migrations: readonly Migration[];
}

/** `unreadable` what was stored has no known form, so the initial value is used; `newer` a newer Stagemark wrote it. */
export type ItemProblem = 'unreadable' | 'newer' | 'no-storage';

export interface Reading<T> {
  readonly value: T;
  readonly problem: ItemProblem | null;
}

export interface Item<T> {
  readonly definition: ItemDefinition<T>;
  /** Never rejects: what cannot be read is the initial value with its problem named. */
  read(): Promise<Reading<T>>;
  /**
   * Reads, changes and writes; changes wait for each other, those of other tabs too where the area gives turns.
   * @throws Error with one sentence for people when the value cannot be kept.
   */
  update(change: (value: T) => T): Promise<void>;
  /** Back to nothing stored. */
  clear(): Promise<void>;
  /** Calls the listener with every newly stored value until the signal aborts. */
  watch(listener: (reading: Reading<T>) => void, signal: AbortSignal): void;
}

const storedSchema = z.object({ version: z.number().check(z.minimum(1)), data: z.unknown() });

/** Brings a stored value to the present form. Pure; exported for the tests that walk every version. */
export function parseStored<T>(definition: ItemDefinition<T>, raw: unknown): Reading<T> {
  if (raw === undefined) return { value: definition.initial(), problem: null };
  const stored = storedSchema.safeParse(raw);
  if (!stored.success) return { value: definition.initial(), problem: 'unreadable' };
  if (stored.data.version > definition.version) return { value: definition.initial(), problem: 'newer' };
  try {
    let data = stored.data.data;
    for (const step of definition.migrations) if (step.to > stored.data.version) data = step.migrate(data);
    const parsed = definition.schema.safeParse(data);
    if (parsed.success) return { value: parsed.data, problem: null };
  } catch (error) {
    faults.note(`reading ${definition.key}`, error);
  }
  return { value: definition.initial(), problem: 'unreadable' };
}

/** A versioned value in a storage area. What could not be read stays where it is until the next change is written. */
export function createItem<T>(definition: ItemDefinition<T>, area: StorageArea): Item<T> {
  let chain: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<Reading<T>> => {
    try {
      return parseStored(definition, await area.get(definition.key));
    } catch (error) {
      faults.note(`reading ${definition.key}`, error);
      return { value: definition.initial(), problem: 'no-storage' };
    }
  };
  const write = async (change: (value: T) => T): Promise<void> => {
    const { value, problem } = await read();
    if (problem === 'newer') {
      throw new Error('A newer Stagemark wrote these settings; update Stagemark here before changing them.');
    }
    const next = change(value);
    if (next === value) return;
    try {
      await area.set(definition.key, { version: definition.version, data: next });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`The browser did not keep the change (${reason}).`);
    }
  };
  return {
    definition,
    read,
    update(change) {
      const run = () => write(change);
      const done = chain.then(() => area.inTurn?.(definition.key, run) ?? run());
      chain = done.catch(() => undefined);
      return done;
    },
    clear: () => area.remove(definition.key),
    watch: (listener, signal) => area.watch(definition.key, (raw) => listener(parseStored(definition, raw)), signal),
  };
}
