import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIREFOX_ID, FIREFOX_ROOT, type Firefox, firefoxMissing, launchFirefox } from '../harness/firefox.ts';
import { type AttackWindow, attacked, attackSimulator, SECRET } from './attack-pages.ts';
import { type FirefoxAsker, openFirefoxAsker } from './firefox-asker.ts';
import { isSettled } from './is-settled.ts';

const missing = firefoxMissing();
if (missing !== null) console.log(missing);

let firefox: Firefox;
let asker: FirefoxAsker;
beforeAll(async () => {
  if (missing !== null) return;
  firefox = await launchFirefox([attackSimulator(() => ({ id: FIREFOX_ID, root: FIREFOX_ROOT }))]);
  asker = await openFirefoxAsker(firefox);
});
afterAll(async () => {
  await firefox?.close();
});

describe.skipIf(missing !== null).each([
  ['Google Docs', 'https://docs.google.com/document/d/attack/edit'],
  ['Notion', 'https://www.notion.so/acme/Attack-1c0ffee0000040008000000000000abc'],
])('in Firefox, a hostile page at the address of %s', (_, address) => {
  let page: Page;
  let tab: number;
  beforeAll(async () => {
    page = await firefox.open(address);
    tab = await asker.tabId(page);
    await attacked(page);
  });
  afterAll(() => page.close());

  test('is read and reviewed all the same, and changes no setting', async () => {
    const state = await asker.reach(tab, isSettled);
    expect(state.surfaces[0]?.report?.passages.map(({ excerpt }) => excerpt).join(' ')).toContain(SECRET);
    expect(state).toMatchObject({ off: null, mode: 'all' });
    expect(await asker.stored()).not.toMatch(/"everywhere":true|forged/);
  });

  test('makes none of its texts run, and finds none of them outside the document', async () => {
    const popup = await firefox.openExtensionPage(`popup.html?tabId=${tab}`);
    await popup.waitForSelector('.mix-table');
    expect(await popup.evaluate(() => (globalThis as AttackWindow).__owned)).toBeUndefined();
    expect(await popup.evaluate(() => document.querySelectorAll('img[onerror], svg[onload]').length)).toBe(0);
    await popup.close();
    const words = SECRET.slice(0, 24);
    const seen = await page.evaluate(() => ({
      owned: (globalThis as AttackWindow).__owned,
      storages: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
      own: [...document.querySelectorAll('stagemark-marks, stagemark-card')].map((each) => each.outerHTML).join(''),
      overheard: (globalThis as AttackWindow).__overheard.join('\n'),
    }));
    expect(seen.owned).toBeUndefined();
    expect([seen.storages, seen.own, seen.overheard].join('\n')).not.toContain(words);
    expect(await asker.stored()).not.toContain(words);
    expect(firefox.complaints.join('\n')).not.toContain(words);
  });

  test('can load no file of the extension', async () => {
    expect(await page.evaluate(() => (globalThis as AttackWindow).__probe.then((all) => all.join('')))).toBe('');
  });
});

test.skipIf(missing !== null)(
  'in Firefox, nothing is thrown from Stagemark and no request leaves in all of this',
  () => {
    const own = firefox.complaints.filter((line) => /stagemark|moz-extension:\/\//i.test(line));
    expect(
      own.filter((line) => !/frame-ancestors|may not load or link|not allowed|Loading failed|X-Frame/i.test(line)),
    ).toEqual([]);
    expect(firefox.leaked).toEqual([]);
  },
);
