import type { Page } from 'playwright-core';
import type { Browser } from '../../harness/chromium.ts';
import { pageUrl } from '../../simulators/notion/pages.ts';
import { renamedUrl } from '../../simulators/renamed-host.ts';
import { tabState } from './tab-state.ts';
import { shareOf, traceExtension } from './trace.ts';

const BLOCKS = 500;
const NOISE = 100;
/** Longer (ms) than a page may take to be taken for one that is still starting. */
const LOOKING_MS = 12_000;
const STEP_MS = 250;

/** Opens a page whose names have all changed and waits until the extension has said so. @throws Error when it does not. */
export async function openUnknownLayout(browser: Browser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(renamedUrl(pageUrl('spec', 'so', { size: BLOCKS, boot: 0 })));
  const end = performance.now() + LOOKING_MS;
  while (performance.now() < end) {
    const { status } = await tabState(browser, page);
    if (status === 'no-document' || status === 'unreadable') return page;
    await page.waitForTimeout(STEP_MS);
  }
  throw new Error('A page without any known name was not said to be unreadable');
}

/**
 * The extension's share of a core (percent) on the page of `openUnknownLayout` while it mutates a hundred times a second:
 * where there is nothing to read, it should cost nothing. Closes the page.
 */
export async function measureUnknownLayout(page: Page, ms: number): Promise<number> {
  await page.bringToFront();
  await page.evaluate((rate) => void window.__sim.noise(rate), NOISE);
  const trace = await traceExtension(page, () => page.waitForTimeout(ms));
  await page.close();
  return shareOf(trace, ms);
}
