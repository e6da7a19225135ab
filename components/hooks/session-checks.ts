import { browser } from 'wxt/browser';
import { faults } from '../../lib/platform/faults.ts';
import { checkSchema } from '../../lib/review/comparison.ts';
import { documentKey } from '../../lib/settings/document-key.ts';
import type { CheckStore } from '../review/check-store.ts';

const keyOf = (surfaceId: string) => `check.${documentKey(surfaceId)}`;

/** Checks in the extension's session storage, which the browser keeps in memory and forgets when it closes. */
export const sessionChecks: CheckStore = {
  async read(surfaceId) {
    const key = keyOf(surfaceId);
    try {
      const parsed = checkSchema.safeParse((await browser.storage.session.get(key))[key]);
      return parsed.success ? parsed.data : null;
    } catch (error) {
      faults.note('reading the last check', error);
      return null;
    }
  },
  async write(surfaceId, check) {
    try {
      await browser.storage.session.set({ [keyOf(surfaceId)]: check });
    } catch (error) {
      faults.note('remembering a check', error);
    }
  },
};
