import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, CHROME_BUILD, launchChromium } from '../harness/chromium.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';
import { reloadExtension } from './extension-reload.ts';
import { isSettled } from './is-settled.ts';
import { noTraces, traces } from './marks.ts';
import { ASKER_PATH, openAsker, ownComplaints, type TabAsker } from './tab-asker.ts';

/** What happens to tabs and to the extension under them. The extension is a copy, so that it can become another version. */
const folder = mkdtempSync(join(tmpdir(), 'stagemark-update-'));
const HOSTS = [
  ['Notion', pageUrl('strategy')],
  ['Google Docs', 'https://docs.google.com/document/d/fault-test/edit'],
] as const;

let browser: Browser;
let asker: TabAsker;

beforeAll(async () => {
  cpSync(CHROME_BUILD, folder, { recursive: true });
  browser = await launchChromium({ simulators: [createGoogleDocsSimulator(), notionSimulator], extension: folder });
  asker = await openAsker(browser);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  for (const page of browser.context.pages()) if (page !== asker.page) await page.close();
  await asker.page.evaluate(() => chrome.storage.local.clear());
});

async function open(url: string): Promise<{ page: Page; tab: number }> {
  const page = await browser.context.newPage();
  await page.goto(url);
  return { page, tab: await browser.tabId(page) };
}

/** Writes another version into the copy's manifest, as the browser's updater does with the whole package. */
function becomeVersion(version: string): void {
  const file = join(folder, 'manifest.json');
  const manifest: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, version }));
}

describe.each(HOSTS)('a tab with a document in %s', (_name, address) => {
  test('that was discarded is read and marked when it is restored', async () => {
    const { page, tab } = await open(address);
    const before = await asker.reach(tab, isSettled);
    await asker.page.bringToFront();
    // The browser discards no tab that is in front.
    await expect
      .poll(() => asker.page.evaluate((id) => chrome.tabs.get(id).then(({ active }) => active), tab))
      .toBe(false);
    const gone = page.waitForEvent('close').catch(() => undefined);
    const discarded = await asker.page.evaluate(async (id) => {
      const found = await chrome.tabs.discard(id);
      return found?.id ?? null;
    }, tab);
    if (discarded === null) throw new Error('The browser discarded nothing');
    await gone;
    await expect
      .poll(() => asker.page.evaluate((id) => chrome.tabs.get(id).then((each) => each.discarded), discarded))
      .toBe(true);
    expect(await asker.ask(discarded, 'get-state')).toMatchObject({ ok: false });
    await asker.page.evaluate((id) => chrome.tabs.reload(id), discarded);
    const after = await asker.reach(discarded, isSettled);
    expect(after.surfaces[0]?.report?.mix).toEqual(before.surfaces[0]?.report?.mix);
    expect(after.surfaces[0]?.report?.passages.map(({ label }) => label)).toEqual(
      before.surfaces[0]?.report?.passages.map(({ label }) => label),
    );
    await asker.page.evaluate((id) => chrome.tabs.remove(id), discarded);
  });

  test.each([
    ['reloaded', null],
    ['updated', '0.1.1'],
  ])('loses the old marks and gets new ones when the extension is %s', async (_how, version) => {
    const { page, tab } = await open(address);
    const { way } = (await asker.reach(tab, isSettled)).health;
    const before = await traces(page);
    expect(before.ranges + before.overlays).toBeGreaterThan(0);
    if (version !== null) becomeVersion(version);
    asker = await openAsker(browser, await reloadExtension(browser, asker.page, ASKER_PATH));
    await page.bringToFront();
    const state = await asker.reach(tab, isSettled);
    expect(state.health.way).toBe(way);
    if (version !== null) {
      expect(await asker.page.evaluate(() => chrome.runtime.getManifest().version)).toBe(version);
    }
    await expect.poll(() => traces(page)).toEqual({ ...before, dead: 0, cards: 0 });
    await asker.ask(tab, 'set-switch', { scope: 'site', on: false });
    await asker.reach(tab, ({ status }) => status === 'off');
    // Whatever an older copy had left would still be there.
    await noTraces(page);
  });
});

test('no request left and no complaint came from Stagemark in all of this', () => {
  expect(browser.leaked).toEqual([]);
  expect(ownComplaints(browser)).toEqual([]);
});
