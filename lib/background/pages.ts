import { browser } from 'wxt/browser';

/** Opens one of the extension's pages in a new tab. */
export async function openPage(page: 'options' | 'checker' | 'trust' | 'ledger'): Promise<void> {
  if (page === 'options') await browser.runtime.openOptionsPage();
  else await browser.tabs.create({ url: new URL(`${page}.html`, browser.runtime.getURL('/')).href });
}
