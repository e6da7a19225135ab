import { browser } from 'wxt/browser';
import { listen } from './listen.ts';
import { inTurn } from './turns.ts';

/** The little of an extension storage area that stored items need; injected, so that tests bring their own. */
export interface StorageArea {
  /** @returns the stored value, or undefined. Rejects where the area cannot be read. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  /** Calls the listener when another or this context changed the key, until the signal aborts. */
  watch(key: string, listener: (value: unknown) => void, signal: AbortSignal): void;
  /** Runs a change of the key while no other context changes it; absent where only one context writes. */
  inTurn?<T>(key: string, run: () => Promise<T>): Promise<T>;
}

type AreaName = 'local' | 'managed';

function area(name: AreaName): StorageArea {
  const store = () => browser.storage[name];
  return {
    async get(key) {
      return (await store().get(key))[key];
    },
    set: (key, value) => store().set({ [key]: value }),
    remove: (key) => store().remove(key),
    watch(key, listener, signal) {
      const changed = (changes: Record<string, { newValue?: unknown }>, changedArea: string) => {
        const change = changedArea === name && Object.hasOwn(changes, key) ? changes[key] : undefined;
        if (change !== undefined) listener(change.newValue);
      };
      listen(browser.storage.onChanged, changed, signal);
    },
  };
}

/** What this browser profile keeps for the extension. */
export const localArea: StorageArea = { ...area('local'), inTurn };

/** What an administrator presets; read only. */
export const managedArea: StorageArea = area('managed');

/** Calls `changed` when one of the keys changes in this profile, or any of an administrator's presets, until the signal aborts. */
export function whenStorageChanges(keys: readonly string[], changed: () => void, signal: AbortSignal): void {
  const heard = (changes: Record<string, unknown>, area: string) => {
    if (area === 'managed' || keys.some((key) => Object.hasOwn(changes, key))) changed();
  };
  listen(browser.storage.onChanged, heard, signal);
}

/** All keys with their sizes in bytes as JSON, for the trust page. */
export async function storedSizes(): Promise<{ readonly key: string; readonly bytes: number }[]> {
  const everything = await browser.storage.local.get(null);
  return Object.entries(everything).map(([key, value]) => ({
    key,
    bytes: new TextEncoder().encode(JSON.stringify(value)).length,
  }));
}
