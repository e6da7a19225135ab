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

/** Address of one of the extension's own pages or files. */
export function extensionUrl(path: string): string {
  return new URL(path, browser.runtime.getURL('/')).href;
}

/** The extension's version as the manifest has it. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
