import { browser } from 'wxt/browser';
import { faults } from '../../lib/platform/faults.ts';
import { localArea, storedSizes } from '../../lib/platform/storage.ts';
import { outcomeOf } from './live-settings.ts';
import type { Outcome } from './settings-client.ts';

/** What is stored now, as the trust page sees it. */
export interface TrustClient {
  readonly permissions: readonly string[];
  /** Tells the stored keys with their sizes in bytes, now and at every change. */
  watchStored(listener: (stored: readonly { key: string; bytes: number }[]) => void, signal: AbortSignal): void;
  remove(key: string): Promise<Outcome>;
}

export const liveTrust: TrustClient = {
  permissions: (browser.runtime.getManifest().permissions ?? []) as readonly string[],
  watchStored(listener, signal) {
    const look = () => {
      storedSizes().then(
        (sizes) => {
          if (!signal.aborted) listener(sizes);
        },
        (error: unknown) => faults.note('reading what is stored', error),
      );
    };
    browser.storage.local.onChanged.addListener(look);
    signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(look), { once: true });
    look();
  },
  remove: (key) => outcomeOf(localArea.remove(key)),
};
