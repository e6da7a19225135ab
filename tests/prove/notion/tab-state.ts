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
  return answerSchema.parse(await askContent(browser, page, { kind: 'get-state' })).value;
}

/** Sends a message to a page's content script, as popup and panel do, and gives its raw answer. */
export async function askContent(
  browser: Browser,
  page: Page,
  message: { kind: string } & Record<string, unknown>,
): Promise<unknown> {
  const asker = await extensionPage(browser);
  const id = await tabIdOf(asker, page);
  return asker.evaluate(([tab, text]) => chrome.tabs.sendMessage(tab, JSON.parse(text), { frameId: 0 }), [
    id,
    JSON.stringify(message),
  ] as const);
}

const tabIds = new WeakMap<Page, number>();

/** The browser's id of a page's tab, asked for once: it stays, and asking needs no background. */
export async function tabIdOf(asker: Page, page: Page): Promise<number> {
  const known = tabIds.get(page);
  if (known !== undefined) return known;
  const id = await asker.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url === url)?.id ?? null;
  }, page.url());
  if (id === null) throw new Error(`No tab shows ${page.url()}`);
  tabIds.set(page, id);
  return id;
}

const SETTLE_MS = 30_000;
const SETTLE_STEP_MS = 200;

/** Waits until everything that the page shows has been labelled and reviewed. @throws Error when that takes half a minute. */
export async function whenSettled(browser: Browser, page: Page): Promise<TabState> {
  const end = performance.now() + SETTLE_MS;
  while (performance.now() < end) {
    const state = await tabState(browser, page);
    if (state.surfaces.length > 0 && state.surfaces.every((surface) => surface.settled && surface.report !== null)) {
      return state;
    }
    await page.waitForTimeout(SETTLE_STEP_MS);
  }
  throw new Error('The extension did not settle within 30 s');
}
