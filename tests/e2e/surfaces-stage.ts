import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { type TabState, tabStateSchema } from '../../lib/model/tab.ts';
import { type Browser, launchChromium } from '../harness/chromium.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import { notionSimulator } from '../simulators/notion/simulator.ts';
import { isSettled } from './is-settled.ts';

export const DOCS_URL = 'https://docs.google.com/document/d/sample/edit';

/** A browser in which stories are told; nothing of one story is kept for the next. */
export interface Stage {
  readonly browser: Browser;
  /** Opens a document in a tab of its own; its host's editor is there. */
  openDocument(url: string): Promise<{ readonly page: Page; readonly tabId: number }>;
  /** Waits until all that a tab shows was read, labelled, reviewed and marked. */
  settled(tabId: number): Promise<TabState>;
  /** Opens popup or panel about a tab, as wide as it is in the browser. */
  openSurface(surface: 'popup' | 'sidepanel', tabId: number): Promise<Page>;
  openPage(path: string): Promise<Page>;
  /** Closes what a story opened and forgets what it stored. */
  clear(): Promise<void>;
}

export async function raiseStage(): Promise<Stage> {
  const browser = await launchChromium({ simulators: [createGoogleDocsSimulator(), notionSimulator] });
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const opened: Page[] = [];
  const keep = (page: Page) => {
    opened.push(page);
    return page;
  };
  return {
    browser,
    async openDocument(url) {
      const page = keep(await browser.context.newPage());
      await page.goto(url);
      await page.waitForFunction(() => window.__docs?.booted !== undefined || window.__sim !== undefined);
      await page.evaluate(() => window.__docs?.booted);
      return { page, tabId: await browser.tabId(page) };
    },
    settled: async (tabId) => {
      const desk = await browser.desk();
      const ask = () =>
        desk.evaluate(
          (id) => chrome.tabs.sendMessage(id, { kind: 'get-state' }, { frameId: 0 }).catch(() => null),
          tabId,
        );
      const read = async () => tabStateSchema.safeParse((await ask())?.value).data ?? null;
      const state = await eventually('the document is read', read, (now) => now !== null && isSettled(now));
      assert.ok(state !== null);
      return state;
    },
    async openSurface(surface, tabId) {
      const page = keep(await browser.openExtensionPage(`${surface}.html?tabId=${tabId}`));
      await page.setViewportSize(surface === 'popup' ? { width: 400, height: 600 } : { width: 360, height: 900 });
      return page;
    },
    openPage: async (path) => keep(await browser.openExtensionPage(path)),
    async clear() {
      for (const page of opened.splice(0)) await page.close({ runBeforeUnload: false });
      await (await browser.desk()).evaluate(async () => {
        await chrome.storage.local.clear();
        await chrome.storage.session.clear();
      });
    },
  };
}

/** How long a story waits for something to show, in milliseconds: generous, for machines that do much at once. */
const PATIENCE_MS = 45_000;

/** Waits until `read` gives what `accepts` takes. @returns it. @throws AssertionError with what was last read. */
export async function eventually<T>(what: string, read: () => Promise<T>, accepts: (value: T) => boolean): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await read();
    if (accepts(value)) return value;
    if (Date.now() > deadline) assert.fail(`${what}; last seen: ${JSON.stringify(value)}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Waits for a report in popup or panel. */
export async function reportIn(surface: Page): Promise<void> {
  await surface.locator('.mix-table').first().waitFor();
}

/** Stages whose marks are drawn in a page by CSS highlights, with how many ranges each. */
export function drawnStages(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights]
        .filter(([name, highlight]) => name.startsWith('stagemark-') && highlight.size > 0)
        .map(([name, highlight]) => [name.slice('stagemark-'.length), highlight.size]),
    ),
  );
}

/** The text of the first element that a locator finds. */
export async function textOf(locator: Locator): Promise<string> {
  return (await locator.first().textContent()) ?? '';
}

/** Share of a stage as the surface shows it, in percent. */
export async function shareOf(surface: Page, stage: 'execution' | 'strategy' | 'organisation'): Promise<number> {
  return Number.parseInt(await textOf(surface.locator(`.mix-table [data-stage=${stage}] .mix-share`)), 10);
}
