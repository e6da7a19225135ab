import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bundlePage } from '../harness/bundle.ts';
import { type Browser, launchChromium, ROOT } from '../harness/chromium.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';

/** How much of the proof is run, and from which seed. */
export interface Scale {
  readonly quick: boolean;
  readonly seed: number;
}

/** Tells people what is going on. */
export type Say = (line: string) => void;

/** A Chromium with simulated Google Docs; with the built extension, or without it for the driver on the page. */
export function launch(deviceScaleFactor: number, withExtension: boolean): Promise<Browser> {
  return launchChromium({
    simulators: [createGoogleDocsSimulator()],
    deviceScaleFactor,
    ...(withExtension ? {} : { extension: null }),
  });
}

/** Opens a document with the driver on the page, and waits until it is read. */
export async function openDriven(browser: Browser, query: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.addInitScript(await bundlePage(join(ROOT, 'tests', 'prove', 'docs-page.ts')));
  await openDocument(page, query);
  await page.evaluate(() => window.__driver.start());
  await page.waitForFunction(() => window.__driver.surface !== null);
  return page;
}

/** Opens a document and waits until it has booted. */
export async function openDocument(page: Page, query: string): Promise<void> {
  await page.goto(`https://docs.google.com/document/d/prove-document/edit?${query}`, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.__docs?.booted !== undefined);
  await page.evaluate(() => window.__docs.booted);
}

/** What is left on a page after the driver has stopped: our elements, anywhere. */
export function stopAndCount(page: Page): Promise<{ leftoverNodes: number; setSelectionCalls: number }> {
  return page.evaluate(() => {
    window.__driver.stop();
    const ours = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('stagemark'));
    return { leftoverNodes: ours.length, setSelectionCalls: window.__docs.counters.setSelection };
  });
}
