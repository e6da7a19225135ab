import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, launchChromium } from '../harness/chromium.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import { colleagueWrites, counters, marksLieOnText, noMarks, openDocs, passages, someMarks } from './docs-stage.ts';
import { reloadExtension } from './extension-reload.ts';
import { isSettled } from './is-settled.ts';
import { ASKER_PATH, openAsker, type TabAsker } from './tab-asker.ts';

let browser: Browser;
let asker: TabAsker;

beforeAll(async () => {
  browser = await launchChromium({ simulators: [createGoogleDocsSimulator()] });
  asker = await openAsker(browser);
});
afterAll(() => browser?.close());
afterEach(async () => {
  for (const page of browser.context.pages()) if (page !== asker.page) await page.close();
  expect(browser.leaked.splice(0)).toEqual([]);
});

const oneLayer = (page: Page) => expect.poll(() => page.locator('stagemark-marks').count()).toBe(1);

describe('composing in a Google document', () => {
  test('shows nothing new until the composition ends, then reads what was composed', async () => {
    const opened = await openDocs(browser);
    const { page, tab } = opened;
    const before = await asker.reach(tab, isSettled);
    await page.mouse.click(640, 560);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const session = await page.context().newCDPSession(page);
    for (const text of ['We', 'We chose', 'We chose the smaller'])
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    const { getText } = await counters(page);
    await expect.poll(async () => (await counters(page)).getText).toBeGreaterThan(getText + 2);
    expect(await page.evaluate(() => window.__docs.text().includes('We chose the smaller'))).toBe(false);
    expect(passages(await asker.reach(tab, () => true)).length).toBe(passages(before).length);
    await session.send('Input.insertText', { text: 'We chose the smaller clinics because the rival is slow there.' });
    await asker.reach(tab, (state) => isSettled(state) && passages(state).length === passages(before).length + 1);
    await marksLieOnText(opened);
    expect(await counters(page)).toMatchObject({ setSelection: 0, violations: [], errors: [] });
  });

  test('goes on after the input iframe was replaced in the middle of the work', async () => {
    const opened = await openDocs(browser);
    const before = await asker.reach(opened.tab, isSettled);
    await opened.page.mouse.click(640, 560);
    await opened.page.evaluate(() => window.__docs.replaceIframe());
    await opened.page.keyboard.press('End');
    await opened.page.keyboard.press('Enter');
    await opened.page.keyboard.type('The new frame takes the keys, and we look back at it in June.', { delay: 10 });
    await asker.reach(
      opened.tab,
      (state) => isSettled(state) && passages(state).length === passages(before).length + 1,
    );
    await marksLieOnText(opened);
  });
});

describe('another extension on a Google document', () => {
  test('that has set the annotation flag before is left its flag, and the document is read all the same', async () => {
    const opened = await openDocs(browser, 'competitor=1');
    const state = await asker.reach(opened.tab, isSettled);
    expect(state.health).toMatchObject({ way: 'text' });
    expect(await opened.page.evaluate(() => window._docs_annotate_canvas_by_ext)).toBe('another-extension');
    await marksLieOnText(opened);
  });
});

describe('an update of the extension under an open Google document', () => {
  test('takes the old marks away, reads on with the new instance, and leaves one layer', async () => {
    const opened = await openDocs(browser);
    await asker.reach(opened.tab, isSettled);
    await someMarks(opened.world);
    asker = await openAsker(browser, await reloadExtension(browser, asker.page, ASKER_PATH));
    const { tab } = opened;
    const state = await asker.reach(tab, isSettled);
    expect(passages(state).length).toBeGreaterThan(25);
    await oneLayer(opened.page);
    await marksLieOnText(opened);
    await colleagueWrites(opened.page, 'A line after the update, which both must not mark.');
    await asker.reach(tab, (now) => isSettled(now) && passages(now).length === passages(state).length + 1);
    await marksLieOnText(opened);
    await oneLayer(opened.page);
    const { errors, setSelection } = await counters(opened.page);
    expect({ errors, setSelection }).toEqual({ errors: [], setSelection: 0 });
    await asker.ask(tab, 'set-switch', { scope: 'site', on: false });
    await noMarks(opened);
  });
});
