import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, launchChromium } from '../harness/chromium.ts';
import { type AttackWindow, attacked, attackSimulator, SECRET } from './attack-pages.ts';
import { isSettled } from './is-settled.ts';
import { openAsker, ownComplaints, type TabAsker } from './tab-asker.ts';

let browser: Browser;
let asker: TabAsker;

beforeAll(async () => {
  let id = '';
  browser = await launchChromium({
    simulators: [attackSimulator(() => ({ id, root: `chrome-extension://${id}/` }))],
  });
  id = browser.extensionId;
  asker = await openAsker(browser);
});
afterAll(() => browser?.close());

async function open(url: string): Promise<{ page: Page; tab: number }> {
  const page = await browser.context.newPage();
  await page.goto(url);
  return { page, tab: await browser.tabId(page) };
}

describe.each([
  ['Google Docs', 'https://docs.google.com/document/d/attack/edit'],
  ['Notion', 'https://www.notion.so/acme/Attack-1c0ffee0000040008000000000000abc'],
])('a hostile page at the address of %s', (_, address) => {
  let page: Page;
  let tab: number;
  beforeAll(async () => {
    ({ page, tab } = await open(address));
    await attacked(page);
  });
  afterAll(() => page.close());

  test('is read and reviewed all the same', async () => {
    const state = await asker.reach(tab, isSettled);
    expect(state.surfaces[0]?.report?.passages.map(({ excerpt }) => excerpt).join(' ')).toContain(SECRET);
  });

  test('changes no setting by any message that it can forge', async () => {
    expect(await asker.stored()).not.toMatch(/"everywhere":true|forged/);
    expect(await asker.reach(tab, isSettled)).toMatchObject({ off: null, mode: 'all' });
  });

  test('makes none of its texts run', async () => {
    const popup = await browser.openExtensionPage(`popup.html?tabId=${tab}`);
    const panel = await browser.openExtensionPage(`sidepanel.html?tabId=${tab}`);
    for (const surface of [popup, panel]) {
      await surface.locator('.mix-table').first().waitFor();
      expect(await surface.evaluate(() => (globalThis as AttackWindow).__owned)).toBeUndefined();
      expect(await surface.locator('img[onerror], svg[onload], script:not([src])').count()).toBe(0);
      await surface.close();
    }
    expect(await page.evaluate(() => (globalThis as AttackWindow).__owned)).toBeUndefined();
  });

  test('finds the text in no storage, no element of ours and no message', async () => {
    const words = SECRET.slice(0, 24);
    expect(await asker.stored()).not.toContain(words);
    const seen = await page.evaluate(() => ({
      storages: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
      own: [...document.querySelectorAll('stagemark-marks, stagemark-card')].map((each) => each.outerHTML).join(''),
      overheard: (globalThis as AttackWindow).__overheard.join('\n'),
    }));
    expect(seen.storages).not.toContain(words);
    expect(seen.own).not.toContain(words);
    expect(seen.overheard).not.toContain(words);
    expect(browser.complaints.join('\n')).not.toContain(words);
  });

  test('cannot frame or load a file of the extension', async () => {
    expect((await page.evaluate(() => (globalThis as AttackWindow).__probe)).join('')).toBe('');
    // The frames are there; what they show is the browser's refusal.
    expect(await page.locator('iframe').count()).toBeGreaterThanOrEqual(5);
    const framed = page.frames().filter((frame) => frame.url().startsWith('chrome-extension://'));
    for (const frame of framed) {
      const text = await frame.evaluate(() => document.body?.textContent ?? '').catch(() => '');
      expect(text).not.toMatch(/stagemark/i);
    }
  });

  test('is left alone when Stagemark is switched off there', async () => {
    await asker.ask(tab, 'set-switch', { scope: 'document', on: false });
    await asker.reach(tab, ({ status }) => status === 'off');
    await asker.ask(tab, 'set-switch', { scope: 'document', on: true });
    await asker.reach(tab, isSettled);
  });

  test('may be 50 MB large: what is read is capped, and said to be', async () => {
    const flooded = await open(`${address}?flood=1`);
    const state = await asker.reach(flooded.tab, (each) => each.surfaces[0]?.report != null);
    const report = state.surfaces[0]?.report;
    expect([...(report?.unread.map(({ reason }) => reason) ?? []), ...(report?.limits ?? [])].length).toBeGreaterThan(
      0,
    );
    await flooded.page.close();
  });
});

test('nothing is thrown from Stagemark and no request leaves in all of this', () => {
  expect(
    ownComplaints(browser).filter((line) => !/frame-ancestors|ERR_BLOCKED|Denying load|Not allowed to load/.test(line)),
  ).toEqual([]);
  expect(browser.leaked).toEqual([]);
});
