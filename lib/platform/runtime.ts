import { browser } from 'wxt/browser';

/** False once the extension was updated, reloaded or removed while this script kept running in its page. */
export function runtimeAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    // Firefox throws on any touch of a dead extension's objects.
    return false;
  }
}
