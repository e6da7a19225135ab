import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Browser } from '../harness/chromium.ts';
import { tabState } from '../prove/notion/tab-state.ts';

/** Marks come back this long (ms) after the last key, at the latest. */
export const PATIENCE = 15_000;

/** Opens a simulated page and waits until the extension has settled on it. */
export async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => window.__sim?.settled());
  await settled(browser, page);
  return page;
}

/** Waits until what the simulated page holds now has been read, labelled and reviewed to the end. */
export async function settled(browser: Browser, page: Page): Promise<void> {
  const read = async () => {
    const { surfaces } = await tabState(browser, page);
    const counts = surfaces.map(({ settled: rests, report }) => (rests ? (report?.passages.length ?? -1) : -1));
    const there = await page.evaluate(() =>
      (['page', 'peek'] as const)
        .map(
          (kind) =>
            window.__sim
              .truth(kind)
              .filter((line) => !['title', 'heading'].includes(line.kind) && /[\p{L}\p{N}]/u.test(line.text)).length,
        )
        .filter((count) => count > 0),
    );
    return JSON.stringify(counts) === JSON.stringify(there);
  };
  await expect.poll(read, { timeout: PATIENCE, interval: 100 }).toBe(true);
}

/** Texts under the marks, by stage. */
export function painted(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    ['execution', 'strategy', 'organisation'].flatMap((stage) =>
      [...(CSS.highlights.get(`stagemark-${stage}`) ?? [])].map((range) => range.toString()),
    ),
  );
}

/** The editor's own counters: foreign changes, foreign caret moves, marks outside the document. */
export function harm(page: Page): Promise<unknown> {
  return page.evaluate(() => ({
    violations: window.__sim.lock.violations,
    caretMoves: window.__sim.caretMoves(),
    outside: window.__sim.marksOutside('stagemark'),
  }));
}

export const NO_HARM = { violations: 0, caretMoves: 0, outside: [] };
