import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { faults } from '../platform/faults.ts';

/** Pages that the browser itself guards, or tabs that closed meanwhile: nothing to do and nothing to say. */
const EXPECTED =
  /cannot access|cannot be scripted|no tab with id|invalid tab id|missing host permission|frame.*removed|error page/i;

type ContentScript = NonNullable<ReturnType<typeof browser.runtime.getManifest>['content_scripts']>[number];

/**
 * Brings the content scripts into tabs that were open before the extension was installed or updated, so that the old
 * instance's marks are replaced. Google Docs may still ask for a reload; its content script then says so.
 */
async function injectIntoOpenTabs(): Promise<void> {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  // All at once: a script's injection ends when its work has begun, and they wait for each other's parts.
  await Promise.all(scripts.map(injectWherePossible));
}

async function injectWherePossible(script: ContentScript): Promise<void> {
  const tabs = await browser.tabs.query({ url: script.matches ?? [] });
  const world = (script as { world?: 'MAIN' | 'ISOLATED' }).world ?? 'ISOLATED';
  const files = (script.js ?? []) as ScriptPublicPath[];
  const inject = async (tabId: number) => {
    try {
      await browser.scripting.executeScript({ target: { tabId }, files, world });
    } catch (error) {
      if (!EXPECTED.test(String(error))) faults.note('open tabs', error);
    }
  };
  await Promise.all(tabs.map(({ id, discarded }) => (id === undefined || discarded === true ? null : inject(id))));
}

/** Call it synchronously at start. */
export function registerInjection(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install' && reason !== 'update') return;
    injectIntoOpenTabs().catch((error: unknown) => faults.note('open tabs', error));
  });
}
