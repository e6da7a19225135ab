import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, launchChromium } from '../harness/chromium.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import { marksLieOnText, type OpenedDocs, openDocs, openDocsAtOnce, someMarks } from './docs-stage.ts';
import { isSettled } from './is-settled.ts';
import { openAsker, type TabAsker } from './tab-asker.ts';

const COPY = 'This was read from a copy that may be some moments old.';
const VISIBLE = 'Only the part of the document that has been on screen could be read.';
const TAB = 'Only this tab of the document was read; 1 other tab was not.';

const CASES = [
  ['the text API never answers', 'api=hang', COPY],
  ['the text API throws without a caret', 'api=no-caret&viewOnly=1', COPY],
  ['the export is denied too', 'api=missing&export=denied', VISIBLE],
  ['the export is asked for too often', 'api=missing&export=limited', VISIBLE],
  ['it has other tabs', 'tabs=1', TAB],
] as const;

let browser: Browser;
let asker: TabAsker;
let bring: (query: string) => Promise<OpenedDocs>;

beforeAll(async () => {
  browser = await launchChromium({ simulators: [createGoogleDocsSimulator()] });
  asker = await openAsker(browser);
  bring = await openDocsAtOnce(browser, 'partial', [...CASES.map(([, query]) => query), '']);
});
afterAll(() => browser?.close());

/** A document that is open, in front and settled. */
async function front(query: string): Promise<OpenedDocs> {
  const docs = await bring(query);
  await asker.reach(docs.tab, isSettled);
  return docs;
}

/** Opens the popup of a tab and waits until it says these words. @returns everything that it says. */
async function popupSays(tab: number, words: string): Promise<string> {
  const popup = await browser.openExtensionPage(`popup.html?tabId=${tab}`);
  const text = async () => (await popup.locator('body').textContent()) ?? '';
  await expect.poll(text).toContain(words);
  const said = await text();
  await popup.close();
  return said;
}

describe('a document that can be read in part only', () => {
  test.each(CASES)('says so in plain words when %s', async (_, query, words) => {
    const docs = await front(query);
    await popupSays(docs.tab, words);
    // Labels alone cannot tell a footnote from the body, so where the last way is used its marks are not compared with the body.
    if (words === VISIBLE) await someMarks(docs.world);
    else await marksLieOnText(docs);
  });

  test('says so in plain words when it is longer than what is read', async () => {
    const { page, tab } = await openDocs(browser, 'doc=blank');
    await page.evaluate(() => {
      const line = 'We chose the clinics because the rival cannot follow us there, and we look back in June.\n';
      window.__docs.remote(1, 1, line.repeat(24_000));
    });
    await asker.reach(
      tab,
      (state) => state.surfaces[0]?.report?.unread.some(({ reason }) => reason === 'too-long') === true,
    );
    await popupSays(tab, 'The document is longer than Stagemark reads');
    await page.close();
  });

  test('says nothing of the kind when all of it was read', async () => {
    const { tab } = await front('');
    expect(await popupSays(tab, 'passages')).not.toMatch(/Only (?:this|the) |copy|longer than|laid out/);
  });
});

test('no request left and nothing was complained of in all of this', () => {
  expect(browser.leaked).toEqual([]);
  expect(browser.complaints.filter((complaint) => !/status of (?:403|429)/.test(complaint))).toEqual([]);
});
