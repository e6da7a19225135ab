import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Firefox, firefoxMissing, launchFirefox } from '../harness/firefox.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';
import { renamedUrl, withRenaming } from '../simulators/renamed-host.ts';
import { type FirefoxAsker, openFirefoxAsker } from './firefox-asker.ts';
import { isSettled } from './is-settled.ts';
import { NO_TRACES, noTraces, traces } from './marks.ts';

const missing = firefoxMissing();
if (missing !== null) console.log(missing);

const HOSTS = [
  ['Notion', pageUrl('strategy')],
  ['Google Docs', 'https://docs.google.com/document/d/firefox-fault-test/edit'],
] as const;

let firefox: Firefox;
let asker: FirefoxAsker;
const opened: Page[] = [];

beforeAll(async () => {
  if (missing !== null) return;
  firefox = await launchFirefox([withRenaming(notionSimulator), withRenaming(createGoogleDocsSimulator())]);
  asker = await openFirefoxAsker(firefox);
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

/** Complaints of Stagemark: its own lines in a console, and errors thrown from its scripts. */
const ownComplaints = () => firefox.complaints.filter((line) => /stagemark|moz-extension:\/\//i.test(line));

describe.skipIf(missing !== null).each(HOSTS)('in Firefox, a document in %s', (_name, address) => {
  test('loses its marks when the site is switched off and has them again when it is switched on', async () => {
    const { page, tab } = await open(address);
    await asker.reach(tab, isSettled);
    const before = await traces(page);
    expect(before.ranges + before.overlays).toBeGreaterThan(0);
    await asker.ask(tab, 'set-switch', { scope: 'site', on: false });
    await asker.reach(tab, ({ status }) => status === 'off');
    await noTraces(page);
    await asker.ask(tab, 'set-switch', { scope: 'site', on: true });
    await asker.reach(tab, isSettled);
    await expect.poll(() => traces(page)).toEqual(before);
  });

  test('loses the old marks and gets new ones when the extension is updated', async () => {
    const { page, tab } = await open(address);
    const { way } = (await asker.reach(tab, isSettled)).health;
    const before = await traces(page);
    expect(before.ranges + before.overlays).toBeGreaterThan(0);
    await firefox.update();
    asker = await openFirefoxAsker(firefox);
    const again = await asker.tabId(page);
    // The asker is in front, and a tab that nobody looks at is not read.
    await page.bringToFront();
    const state = await asker.reach(again, isSettled);
    expect(state.health.way).toBe(way);
    await expect.poll(() => traces(page)).toEqual(before);
    await asker.ask(again, 'set-switch', { scope: 'site', on: false });
    await asker.reach(again, ({ status }) => status === 'off');
    // Whatever an older copy had left would still be there.
    await noTraces(page);
  });

  test('whose every name has changed is said to be none, and nothing is drawn or thrown', async () => {
    const { page, tab } = await open(renamedUrl(address));
    const state = await asker.reach(tab, ({ status }) => status === 'unreadable' || status === 'no-document');
    expect(state.surfaces).toEqual([]);
    expect(await traces(page)).toEqual(NO_TRACES);
  });

  test('is read with the defaults when the storage holds rubbish, and says so', async () => {
    await asker.store({
      preferences: 'broken',
      switches: { version: 1, data: 7 },
      corrections: [[[]]],
      documents: null,
    });
    const { tab } = await open(address);
    const state = await asker.reach(tab, isSettled);
    expect(state.health).toMatchObject({ 'settings.preferences': 'unreadable', 'settings.switches': 'unreadable' });
  });
});

describe.skipIf(missing !== null)('in Firefox', () => {
  test('two windows on one document keep what is set in both at the same moment', async () => {
    // One after the other: a tab that is hidden before it was read waits until somebody looks.
    const first = await open(pageUrl('strategy'));
    const state = await asker.reach(first.tab, isSettled);
    const second = await open(`${pageUrl('strategy')}?second=1`);
    await asker.reach(second.tab, isSettled);
    const [surface] = state.surfaces;
    const passages = (surface?.report?.passages ?? []).slice(0, 4);
    await Promise.all(
      passages.map(({ id }, index) =>
        asker.ask(index % 2 === 0 ? first.tab : second.tab, 'relabel-passage', {
          surfaceId: surface?.id,
          passageId: id,
          label: 'organisation',
        }),
      ),
    );
    for (const { tab } of [first, second]) {
      await asker.reach(tab, ({ surfaces }) =>
        (surfaces[0]?.report?.passages ?? []).slice(0, 4).every(({ label }) => label === 'organisation'),
      );
    }
    expect(await asker.stored()).not.toMatch(/checkout|market/i);
  });

  test('a page that goes elsewhere in the middle of a reading shows the marks of the new document only', async () => {
    const { page, tab } = await open(pageUrl('spec'));
    await page.waitForFunction(() => window.__sim !== undefined);
    await page.evaluate(() => {
      const { __sim: sim } = window;
      for (const target of [sim.pages.strategy, sim.pages.plan, sim.pages.spec, sim.pages.plan]) sim.go(target);
    });
    await asker.reach(tab, (each) => isSettled(each) && /plan/i.test(each.surfaces[0]?.report?.title ?? ''));
    expect(await page.evaluate(() => window.__sim.marksOutside('stagemark-'))).toEqual([]);
  });

  test('messages that come twice and in every order end where the last one says', async () => {
    const { tab } = await open(pageUrl('strategy'));
    await asker.reach(tab, isSettled);
    const answers = await Promise.all(
      ['none', 'strategy', 'strategy', 'execution', 'none', 'all', 'all'].map((mode) =>
        asker.ask(tab, 'set-mode', { mode }),
      ),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    await asker.reach(tab, (state) => isSettled(state) && state.mode === 'all');
    expect(await asker.ask(tab, 'set-mode', { mode: 'loud' })).toMatchObject({ ok: false, code: 'invalid' });
  });

  test('no request left and no complaint came from Stagemark in all of this', () => {
    expect(firefox.leaked).toEqual([]);
    expect(ownComplaints()).toEqual([]);
  });
});
