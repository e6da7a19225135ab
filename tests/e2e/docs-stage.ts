import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Report } from '../../lib/model/report.ts';
import type { TabState } from '../../lib/model/tab.ts';
import type { Browser } from '../harness/chromium.ts';
import { type DrawnBox, type IsolatedWorld, isolatedWorld } from '../prove/docs-isolated.ts';
import type { Counters } from '../simulators/google-docs/counters.ts';
import { noTraces } from './marks.ts';

/** A simulated Google document in a tab, with a way into the content script's world. */
export interface OpenedDocs {
  readonly page: Page;
  readonly world: IsolatedWorld;
  readonly tab: number;
}

/** A page of either browser's driver. */
interface Runs {
  evaluate(run: (text: string) => void, text: string): Promise<void>;
}

/** Opens a document with switches of the simulator and waits until it has booted. */
export async function openDocs(
  browser: Browser,
  query = '',
  path = '/document/d/end-to-end/edit',
): Promise<OpenedDocs> {
  const page = await browser.context.newPage();
  const world = await isolatedWorld(page, browser.extensionId);
  await page.goto(`https://docs.google.com${path}?${query}`);
  await page.waitForFunction(() => window.__docs?.booted !== undefined);
  await page.evaluate(() => window.__docs.booted);
  return { page, world, tab: await browser.tabId(page) };
}

/**
 * Opens a document for each query, all from the beginning: some wait long before they can be read.
 * @param name begins the documents' names.
 * @returns brings the document of a query to the front.
 */
export async function openDocsAtOnce(
  browser: Browser,
  name: string,
  queries: readonly string[],
): Promise<(query: string) => Promise<OpenedDocs>> {
  const opened = new Map<string, OpenedDocs>();
  for (const [at, query] of queries.entries())
    opened.set(query, await openDocs(browser, query, `/document/d/${name}-${at}/edit`));
  return async (query) => {
    const docs = opened.get(query);
    if (docs === undefined) throw new Error(`No document is open with ${query}`);
    await docs.page.bringToFront();
    return docs;
  };
}

/** Waits until marks are drawn. */
export const someMarks = (world: IsolatedWorld): Promise<void> =>
  expect.poll(async () => (await world.boxes()).length).toBeGreaterThan(0);

/** Waits until no mark is drawn and nothing of Stagemark is in the page. */
export async function noMarks({ page, world }: OpenedDocs): Promise<void> {
  await expect.poll(async () => (await world.boxes()).length).toBe(0);
  await noTraces(page);
}

/** Boxes of which a point in the middle of the line does not lie on text, by the simulator's own layout. */
function astray(page: Page, boxes: readonly DrawnBox[]): Promise<number> {
  return page.evaluate((drawn) => {
    const truth = window.__docs
      .paintedParagraphs()
      .flatMap(({ id }) => window.__docs.boxes(id, 0, Number.POSITIVE_INFINITY));
    const onText = (x: number, y: number) =>
      truth.some((box) => x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 1 && y <= box.bottom + 1);
    return drawn.filter(({ left, top, right, bottom }) =>
      [0.02, 0.5, 0.98].some((share) => !onText(left + share * (right - left), (top + bottom) / 2)),
    ).length;
  }, boxes);
}

/** Waits until marks are drawn and every one of them lies on text. */
export async function marksLieOnText({ page, world }: OpenedDocs): Promise<void> {
  await expect
    .poll(async () => {
      const boxes = await world.boxes();
      return { drawn: boxes.length > 0, astray: await astray(page, boxes) };
    })
    .toEqual({ drawn: true, astray: 0 });
}

/** Has a colleague write a paragraph into the body of the sample document. */
export const colleagueWrites = (page: Runs, line: string): Promise<void> =>
  page.evaluate((text) => {
    const docs = window.__docs;
    const before = docs.paragraphs().find((each) => each.text.startsWith('There are about'));
    const end = docs.raw(before?.id ?? 0, before?.text.length ?? 0);
    docs.remote(end, end, `\n${text}`);
  }, line);

/** What the simulator has counted. */
export const counters = (page: Page): Promise<Counters> => page.evaluate(() => window.__docs.counters);
/** Passages of the newest report. */
export const passages = ({ surfaces }: TabState): Report['passages'] => surfaces[0]?.report?.passages ?? [];
