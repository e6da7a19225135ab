import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Browser } from '../harness/chromium.ts';

/**
 * Reloads the extension from its folder, as an update does. Chromium disables unpacked extensions on reload unless developer
 * mode is on.
 * @param from a page of the extension; it goes with the old extension.
 * @param path the page of the new extension that is opened in its place, and returned.
 */
export async function reloadExtension(browser: Browser, from: Page, path: string): Promise<Page> {
  const settings = await browser.context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(() => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { updateProfileConfiguration(change: object): Promise<void> };
    };
    return developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  });
  await settings.close();
  await Promise.all([from.waitForEvent('close'), from.evaluate(() => setTimeout(() => chrome.runtime.reload()))]);
  const page = await browser.context.newPage();
  const opens = () =>
    page.goto(`chrome-extension://${browser.extensionId}/${path}`).then(
      () => true,
      () => false,
    );
  await expect.poll(opens).toBe(true);
  return page;
}
