import type { Page } from 'playwright-core';
import type { TabState } from '../../lib/model/tab.ts';
import type { Browser } from '../harness/chromium.ts';
import { type Ask, reachState } from './tab-state.ts';

/** Speaks with the tabs of a browser as popup and panel do, from a page of the extension. */
export interface TabAsker {
  readonly page: Page;
  readonly ask: Ask;
  /** Waits until the tab's state is as wanted. @returns it. */
  reach(tabId: number, wanted: (state: TabState) => boolean): Promise<TabState>;
  stored(): Promise<string>;
}

/** Where the asker sits: a popup of no tab. */
export const ASKER_PATH = 'popup.html?tabId=0';

/** @param page a page of the extension to ask from; a new one where none is given. */
export async function openAsker(browser: Browser, given?: Page): Promise<TabAsker> {
  const page = given ?? (await browser.openExtensionPage(ASKER_PATH));
  const ask: Ask = (tabId, kind, request = {}) =>
    page.evaluate(
      ([id, message]) =>
        chrome.tabs.sendMessage(id, message, { frameId: 0 }).catch(() => ({ ok: false, code: 'silent' })),
      [tabId, { ...request, kind }] as const,
    );
  return {
    page,
    ask,
    reach: (tabId, wanted) => reachState(ask, tabId, wanted),
    stored: () => page.evaluate(() => chrome.storage.local.get(null).then((all) => JSON.stringify(all))),
  };
}

/** Complaints of Stagemark: its own lines in a console, and errors thrown from its scripts. */
export function ownComplaints(browser: Browser): string[] {
  return browser.complaints.filter((line) => /stagemark|chrome-extension:\/\//i.test(line));
}
