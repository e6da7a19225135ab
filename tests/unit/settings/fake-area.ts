import type { StorageArea } from '../../../lib/platform/storage.ts';

/** A storage area in memory, which a test can also make fail. */
export interface FakeArea extends StorageArea {
  readonly stored: Map<string, unknown>;
  /** The next writes reject with this. */
  failWrites: Error | null;
  failReads: Error | null;
}

export function fakeArea(initial: Readonly<Record<string, unknown>> = {}): FakeArea {
  const stored = new Map<string, unknown>(Object.entries(initial));
  const listeners = new Set<{ key: string; listener: (value: unknown) => void }>();
  const tell = (key: string) => {
    for (const each of listeners) if (each.key === key) each.listener(stored.get(key));
  };
  const area: FakeArea = {
    stored,
    failWrites: null,
    failReads: null,
    async get(key) {
      if (area.failReads !== null) throw area.failReads;
      return structuredClone(stored.get(key));
    },
    async set(key, value) {
      if (area.failWrites !== null) throw area.failWrites;
      stored.set(key, structuredClone(value));
      tell(key);
    },
    async remove(key) {
      stored.delete(key);
      tell(key);
    },
    watch(key, listener, signal) {
      const each = { key, listener };
      listeners.add(each);
      signal.addEventListener('abort', () => listeners.delete(each));
    },
  };
  return area;
}
