import type { Page } from 'puppeteer-core';
import type { TabState } from '../../lib/model/tab.ts';
import type { Firefox } from '../harness/firefox.ts';
import { type Ask, reachState } from './tab-state.ts';

/** Speaks with the tabs of a Firefox as popup and panel do, from a page of the extension. */
export interface FirefoxAsker {
  readonly page: Page;
  tabId(page: Page): Promise<number>;
  readonly ask: Ask;
  /** Waits until the tab's state is as wanted. @returns it. */
  reach(tabId: number, wanted: (state: TabState) => boolean): Promise<TabState>;
  /** Everything in the extension's local storage, as JSON. */
  stored(): Promise<string>;
  store(values: Readonly<Record<string, unknown>>): Promise<void>;
  /** Empties the storage. */
  forget(): Promise<void>;
}

export async function openFirefoxAsker(firefox: Firefox): Promise<FirefoxAsker> {
  const page = await firefox.openExtensionPage('popup.html?tabId=0');
  const ask: Ask = (tabId, kind, request = {}) =>
    page.evaluate(
      (id, message) =>
        chrome.tabs.sendMessage(id, message, { frameId: 0 }).catch(() => ({ ok: false, code: 'silent' })),
      tabId,
      { ...request, kind },
    );
  return {
    page,
    ask,
    async tabId(shown) {
      const url = shown.url();
      const id = await page.evaluate(async (address) => {
        const tabs = await chrome.tabs.query({});
        return tabs.find((tab) => tab.url === address)?.id ?? null;
      }, url);
      if (id === null) throw new Error(`No tab shows ${url}`);
      return id;
    },
    reach: (tabId, wanted) => reachState(ask, tabId, wanted),
    stored: () => page.evaluate(() => chrome.storage.local.get(null).then((all) => JSON.stringify(all))),
    store: (values) => page.evaluate((given) => chrome.storage.local.set(given), values),
    forget: () => page.evaluate(() => chrome.storage.local.clear()),
  };
}
