import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Firefox, firefoxMissing, launchFirefox } from '../harness/firefox.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import { colleagueWrites, passages } from './docs-stage.ts';
import { type FirefoxAsker, openFirefoxAsker } from './firefox-asker.ts';
import { isSettled } from './is-settled.ts';

const missing = firefoxMissing();
if (missing !== null) console.log(missing);

let firefox: Firefox;
let asker: FirefoxAsker;
beforeAll(async () => {
  if (missing !== null) return;
  firefox = await launchFirefox([createGoogleDocsSimulator()]);
  asker = await openFirefoxAsker(firefox);
});
afterAll(async () => {
  await firefox?.close();
});

async function open(query = ''): Promise<{ readonly page: Page; readonly tab: number }> {
  const page = await firefox.open(`https://docs.google.com/document/d/in-firefox/edit?${query}`);
  // Another tab is in front, and a hidden one is neither painted nor read.
  await page.bringToFront();
  await page.waitForFunction(() => window.__docs?.booted !== undefined);
  await page.evaluate(() => window.__docs.booted);
  return { page, tab: await asker.tabId(page) };
}

const layers = (page: Page) => page.evaluate(() => document.querySelectorAll('stagemark-marks').length);

describe.skipIf(missing !== null)('a Google document in Firefox', () => {
  it('is read through the text API, and every passage on the screen has its marks', async () => {
    const { page, tab } = await open();
    const state = await asker.reach(tab, isSettled);
    expect(state.health).toMatchObject({ way: 'text', flag: 'own', refused: 0 });
    expect(passages(state).length).toBeGreaterThan(25);
    expect(state.unplaced).toBe(0);
    await expect.poll(() => layers(page)).toBe(1);
    const { setSelection, violations, foreignTileNodes } = await page.evaluate(() => window.__docs.counters);
    expect({ setSelection, violations, foreignTileNodes }).toEqual({
      setSelection: 0,
      violations: [],
      foreignTileNodes: 0,
    });
    await page.close();
  });

  it('shows its mix in the popup', async () => {
    const { page, tab } = await open();
    await asker.reach(tab, isSettled);
    const popup = await firefox.openExtensionPage(`popup.html?tabId=${tab}`);
    await expect
      .poll(() => popup.evaluate(() => document.body.textContent))
      .toMatch(/Kestrel.*Execution\d+\s%.*Strategy\d+\s%.*Organisation\d+\s%/s);
    await popup.close();
    await page.close();
  });

  it('follows what is typed through the input iframe and what a colleague writes', async () => {
    const { page, tab } = await open();
    const before = passages(await asker.reach(tab, isSettled)).length;
    await page.evaluate(() => {
      const docs = window.__docs;
      const line = docs.paragraphs().find(({ text }) => text.startsWith('If we are wrong'));
      docs.select(docs.raw(line?.id ?? 0, line?.text.length ?? 0));
      docs.focus();
    });
    await page.keyboard.press('Enter');
    await page.keyboard.type('A new paragraph says which segment we chose and why we win it.');
    await asker.reach(tab, (state) => isSettled(state) && passages(state).length === before + 1);
    await colleagueWrites(page, 'A line that a colleague wrote about the beta and its error budget.');
    const state = await asker.reach(tab, (one) => isSettled(one) && passages(one).length === before + 2);
    expect(state.unplaced).toBe(0);
    await page.close();
  });

  it('changes with the document tab', async () => {
    const { page, tab } = await open('tabs=1&tabDelay=300');
    const first = await asker.reach(tab, isSettled);
    await page.evaluate(() => window.__docs.switchTab(1));
    const second = await asker.reach(
      await asker.tabId(page),
      (state) => isSettled(state) && state.surfaces[0]?.id !== first.surfaces[0]?.id,
    );
    expect(passages(second)[0]?.excerpt).not.toBe(passages(first)[0]?.excerpt);
    await page.close();
  });

  it('is left without a trace when it is switched off', async () => {
    const { page, tab } = await open();
    await asker.reach(tab, isSettled);
    await asker.ask(tab, 'set-switch', { scope: 'site', on: false });
    await expect.poll(() => layers(page)).toBe(0);
    await asker.forget();
    await page.close();
  });

  it('lets nothing out and complains of nothing', () => {
    expect(firefox.leaked).toEqual([]);
    expect(firefox.complaints.filter((line) => /stagemark/i.test(line))).toEqual([]);
  });
});
