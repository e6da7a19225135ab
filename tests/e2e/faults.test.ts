import type { CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TabState } from '../../lib/model/tab.ts';
import { type Browser, launchChromium } from '../harness/chromium.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import type { SimControl } from '../simulators/notion/control.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';
import { renamedUrl, withRenaming } from '../simulators/renamed-host.ts';
import { isSettled } from './is-settled.ts';
import { NO_TRACES, someMarks, traces } from './marks.ts';
import { openAsker, ownComplaints, type TabAsker } from './tab-asker.ts';

/** Times that the background dies in one story. */
const DEATHS = 100;

/** An edit that the page did not see the writer type is sent off about so long after it, in milliseconds. */
const SENT_MS = { from: 100, spread: 120 } as const;

let browser: Browser;
let asker: TabAsker;
let debuggerOf: CDPSession;

beforeAll(async () => {
  browser = await launchChromium({
    simulators: [withRenaming(createGoogleDocsSimulator()), withRenaming(notionSimulator)],
  });
  asker = await openAsker(browser);
  debuggerOf = await browser.context.newCDPSession(asker.page);
  await debuggerOf.send('ServiceWorker.enable');
});
afterAll(() => browser?.close());
afterEach(async () => {
  for (const page of browser.context.pages()) if (page !== asker.page) await page.close();
  await asker.page.evaluate(() => chrome.storage.local.clear());
});

async function open(url: string): Promise<{ page: Page; tab: number }> {
  const page = await browser.context.newPage();
  await page.goto(url);
  return { page, tab: await browser.tabId(page) };
}

/** Complaints but the two that tests ask for: of a change that a full storage, or one of a newer version, refused. */
const unaskedComplaints = () => ownComplaints(browser).filter((line) => !/did not keep|newer Stagemark/.test(line));

type NotionWindow = typeof globalThis & { readonly __sim: SimControl };

const setLastText = (page: Page, text: string) =>
  page.evaluate((written) => {
    const { __sim: sim } = globalThis as unknown as NotionWindow;
    const last = sim.truth().at(-1);
    if (last !== undefined) sim.setText(last.id, written);
  }, text);

describe('a background that dies', () => {
  test(`${DEATHS} times, before, during and after requests, loses nothing`, async () => {
    const { page, tab } = await open(pageUrl('strategy'));
    const before = await asker.reach(tab, isSettled);
    const count = before.surfaces[0]?.report?.passages.length;
    const kill = () => debuggerOf.send('ServiceWorker.stopAllWorkers');
    const has = (round: number) => (state: TabState) =>
      state.surfaces[0]?.report?.passages.at(-1)?.excerpt.includes(`round ${round},`) === true;
    for (let death = 0; death < DEATHS; death++) {
      // Afterwards the page may have to find out by itself that nobody is there, which takes a second: so of five deaths one.
      const moment = (['before', 'during', 'before', 'during', 'after'] as const)[death % 5];
      if (moment === 'before') await kill();
      await setLastText(page, `We will not build the app in round ${death}, because our bet is the kiosk.`);
      if (moment === 'during') {
        // A little earlier or later each time, about the moment at which the edit is sent off to be labelled.
        await page.waitForTimeout(SENT_MS.from + ((death * 7) % SENT_MS.spread));
        await kill();
      }
      if (moment === 'after') {
        await asker.reach(tab, has(death));
        await kill();
      }
      if (death % 10 === 0) await asker.ask(tab, 'set-mode', { mode: death % 20 === 0 ? 'strategy' : 'all' });
    }
    await asker.ask(tab, 'set-mode', { mode: 'all' });
    const after = await asker.reach(tab, (state) => isSettled(state) && has(DEATHS - 1)(state));
    expect(after.surfaces[0]?.report?.passages.length).toBe(count);
    await someMarks(page);
    await expect.poll(() => asker.stored()).toContain('"mode":"all"');
  });
});

describe('a storage', () => {
  test('that is full says so, and the document goes on', async () => {
    const { page, tab } = await open(pageUrl('strategy'));
    const state = await asker.reach(tab, isSettled);
    const filled = await asker.page.evaluate(async () => {
      for (let size = chrome.storage.local.QUOTA_BYTES; size > 10_000_000; size -= 4) {
        const done = await chrome.storage.local.set({ filler: 'x'.repeat(size) }).then(
          () => true,
          () => false,
        );
        if (done) return true;
      }
      return false;
    });
    expect(filled).toBe(true);
    const [surface] = state.surfaces;
    const passage = { surfaceId: surface?.id, passageId: surface?.report?.passages[0]?.id };
    const answer = await asker.ask(tab, 'relabel-passage', { ...passage, label: 'organisation' });
    expect(answer).toMatchObject({ ok: false, error: expect.stringContaining('did not keep') });
    await someMarks(page);
    await asker.reach(tab, isSettled);
  });

  test('that a newer version wrote is read around and left as it is', async () => {
    const newer = { version: 99, data: { everywhere: 'half', colour: 'ultraviolet' } };
    await asker.page.evaluate((switches) => chrome.storage.local.set({ switches }), newer);
    const { page, tab } = await open(pageUrl('strategy'));
    const state = await asker.reach(tab, isSettled);
    expect(state.health['settings.switches']).toBe('newer');
    expect(await asker.ask(tab, 'set-switch', { scope: 'everywhere', on: false })).toMatchObject({
      ok: false,
      code: 'failed',
    });
    expect(await asker.stored()).toContain('ultraviolet');
    await someMarks(page);
  });

  test('whose clock was wrong cannot silence for longer than a day', async () => {
    const tenYears = Date.now() + 10 * 365 * 24 * 3600 * 1000;
    const switches = { version: 1, data: { everywhere: false, sites: [], snoozedUntil: tenYears } };
    await asker.page.evaluate((stored) => chrome.storage.local.set({ switches: stored }), switches);
    const { tab } = await open(pageUrl('strategy'));
    expect(await asker.reach(tab, isSettled)).toMatchObject({ status: 'ready', off: null });
  });
});

describe('a page that goes elsewhere', () => {
  test('in the middle of a reading shows the marks of the new document only', async () => {
    const { page, tab } = await open(pageUrl('spec'));
    await page.waitForFunction(() => (globalThis as unknown as Partial<NotionWindow>).__sim !== undefined);
    await page.evaluate(() => {
      const { __sim: sim } = globalThis as unknown as NotionWindow;
      for (const target of [sim.pages.strategy, sim.pages.plan, sim.pages.spec, sim.pages.plan]) sim.go(target);
    });
    const state = await asker.reach(
      tab,
      (each) => isSettled(each) && /plan/i.test(each.surfaces[0]?.report?.title ?? ''),
    );
    expect(state.surfaces.length).toBe(1);
    const outside = await page.evaluate(() => (globalThis as unknown as NotionWindow).__sim.marksOutside('stagemark-'));
    expect(outside).toEqual([]);
  });

  test('to another site at once leaves no complaint', async () => {
    for (let visit = 0; visit < 5; visit++) {
      const page = await browser.context.newPage();
      await page.goto(pageUrl('spec'));
      await page.goto('about:blank');
      await page.close();
    }
    expect(unaskedComplaints()).toEqual([]);
  });
});

test('two windows on one document agree on what the writer set, and each reads its own text', async () => {
  const first = await open(pageUrl('strategy'));
  const second = await open(`${pageUrl('strategy')}?second=1`);
  const before = await asker.reach(first.tab, isSettled);
  await asker.reach(second.tab, isSettled);
  const surfaceId = before.surfaces[0]?.id;
  const passageId = before.surfaces[0]?.report?.passages[0]?.id;
  await asker.ask(first.tab, 'relabel-passage', { surfaceId, passageId, label: 'organisation' });
  await asker.reach(second.tab, (state) => state.surfaces[0]?.report?.passages[0]?.label === 'organisation');
  await setLastText(second.page, 'Only the second window says this sentence about our market.');
  await asker.reach(
    second.tab,
    (state) => state.surfaces[0]?.report?.passages.at(-1)?.excerpt.startsWith('Only the second') === true,
  );
  const still = await asker.reach(first.tab, isSettled);
  expect(still.surfaces[0]?.report?.passages.at(-1)?.excerpt).not.toContain('Only the second');
});

test('a day on which every name in both hosts has changed is said, and nothing is drawn or thrown', async () => {
  const days = await Promise.all(
    ['https://docs.google.com/document/d/renamed-test/edit', pageUrl('strategy')].map((url) => open(renamedUrl(url))),
  );
  for (const { page, tab } of days) {
    await page.bringToFront();
    const state = await asker.reach(tab, ({ status }) => status === 'unreadable' || status === 'no-document');
    expect(state.surfaces).toEqual([]);
    expect(await traces(page)).toEqual(NO_TRACES);
  }
  expect(unaskedComplaints()).toEqual([]);
});

test('no request leaves and no complaint comes from Stagemark in all of this', () => {
  expect(browser.leaked).toEqual([]);
  expect(unaskedComplaints()).toEqual([]);
});
