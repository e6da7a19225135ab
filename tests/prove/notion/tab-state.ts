import type { Page } from 'playwright-core';
import * as z from 'zod/mini';
import { type TabState, tabStateSchema } from '../../../lib/model/tab.ts';
import type { Browser } from '../../harness/chromium.ts';

const answerSchema = z.object({ ok: z.literal(true), value: tabStateSchema });
const asking = new WeakMap<Browser, Promise<Page>>();

/** A page of the extension, kept open to ask content scripts from. */
export function extensionPage(browser: Browser): Promise<Page> {
  let page = asking.get(browser);
  if (page === undefined) {
    page = browser.openExtensionPage('trust.html');
    asking.set(browser, page);
  }
  return page;
}

/** What popup and panel would show for a page now. @throws Error when the content script does not answer as agreed. */
export async function tabState(browser: Browser, page: Page): Promise<TabState> {
  const asker = await extensionPage(browser);
  const tabId = await browser.tabId(page);
  const raw = await asker.evaluate((id) => chrome.tabs.sendMessage(id, { kind: 'get-state' }, { frameId: 0 }), tabId);
  return answerSchema.parse(raw).value;
}
