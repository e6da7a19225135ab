import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TabState } from '../../lib/model/tab.ts';
import { type Firefox, firefoxMissing, launchFirefox } from '../harness/firefox.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';
import { colleagueWrites, passages } from './docs-stage.ts';
import { type FirefoxAsker, openFirefoxAsker } from './firefox-asker.ts';
import { isSettled } from './is-settled.ts';
import { someMarks } from './marks.ts';

/** In Firefox the background is an event page, which the browser ends when nothing happened for half a minute. */
const missing = firefoxMissing();
if (missing !== null) console.log(missing);

/** Times that the background dies in one story. */
const DEATHS = 100;
/** An edit that the page did not see the writer type is sent off about so long after it, in milliseconds. */
const SENT_MS = { from: 100, spread: 120 } as const;

let firefox: Firefox;
let asker: FirefoxAsker;
const opened: Page[] = [];

beforeAll(async () => {
  if (missing !== null) return;
  firefox = await launchFirefox([notionSimulator, createGoogleDocsSimulator()]);
  asker = await openFirefoxAsker(firefox);
  // Opens the tab from which it is done; the documents come after it, and so in front.
  await firefox.killBackground();
});
afterAll(async () => {
  await firefox?.close();
});
afterEach(async () => {
  for (const page of opened.splice(0)) await page.close();
  await asker?.forget();
});

async function open(url: string): Promise<{ page: Page; tab: number }> {
  const page = await firefox.open(url);
  opened.push(page);
  return { page, tab: await asker.tabId(page) };
}

const setLastText = (page: Page, text: string) =>
  page.evaluate((written) => {
    const last = window.__sim.truth().at(-1);
    if (last !== undefined) window.__sim.setText(last.id, written);
  }, text);

describe.skipIf(missing !== null)('a background that dies in Firefox', () => {
  test(`${DEATHS} times, before, during and after requests, loses nothing`, async () => {
    const { page, tab } = await open(pageUrl('strategy'));
    const count = passages(await asker.reach(tab, isSettled)).length;
    const has = (round: number) => (state: TabState) =>
      passages(state).at(-1)?.excerpt.includes(`round ${round},`) === true;
    for (let death = 0; death < DEATHS; death++) {
      const moment = (['before', 'during', 'before', 'during', 'after'] as const)[death % 5];
      if (moment === 'before') await firefox.killBackground();
      await setLastText(page, `We will not build the app in round ${death}, because our bet is the kiosk.`);
      // A little earlier or later each time, about the moment at which the edit is sent off to be labelled.
      if (moment === 'during')
        await new Promise((done) => setTimeout(done, SENT_MS.from + ((death * 7) % SENT_MS.spread)));
      if (moment === 'after') await asker.reach(tab, has(death));
      if (moment !== 'before') await firefox.killBackground();
      if (death % 10 === 0) await asker.ask(tab, 'set-mode', { mode: death % 20 === 0 ? 'strategy' : 'all' });
    }
    await asker.ask(tab, 'set-mode', { mode: 'all' });
    const after = await asker.reach(tab, (state) => isSettled(state) && has(DEATHS - 1)(state));
    expect(passages(after).length).toBe(count);
    await someMarks(page);
    await expect.poll(() => asker.stored()).toContain('"mode":"all"');
  });

  test('before a document is opened and again and again while it is read, does not keep it from being read', async () => {
    await firefox.killBackground();
    const { page, tab } = await open(pageUrl('spec'));
    for (let kill = 0; kill < 4; kill++) await firefox.killBackground();
    const state = await asker.reach(tab, isSettled);
    expect(passages(state).length).toBeGreaterThan(3);
    await someMarks(page);
  });

  test('while a setting changes in one window has it in the other all the same', async () => {
    const first = await open(pageUrl('strategy'));
    const { surfaces } = await asker.reach(first.tab, isSettled);
    const second = await open(`${pageUrl('strategy')}?second=1`);
    await asker.reach(second.tab, isSettled);
    await firefox.killBackground();
    await asker.ask(first.tab, 'set-document-type', { surfaceId: surfaces[0]?.id, type: 'org' });
    await asker.reach(second.tab, (state) => state.surfaces[0]?.report?.documentType.type === 'org');
  });

  test('is woken by an edit in Google Docs, and by the popup', async () => {
    const { page, tab } = await open('https://docs.google.com/document/d/background-test/edit');
    const before = passages(await asker.reach(tab, isSettled)).length;
    await firefox.killBackground();
    await colleagueWrites(page, 'A line about the beta that a colleague wrote meanwhile.');
    await asker.reach(tab, (state) => isSettled(state) && passages(state).length === before + 1);
    await firefox.killBackground();
    const popup = await firefox.openExtensionPage(`popup.html?tabId=${tab}`);
    opened.push(popup);
    await expect.poll(() => popup.evaluate(() => document.body.textContent)).toContain('Kestrel');
  });

  test('lets no request out and leaves no complaint in all of this', () => {
    expect(firefox.leaked).toEqual([]);
    expect(firefox.complaints.filter((line) => /stagemark|moz-extension:\/\//i.test(line))).toEqual([]);
  });
});
