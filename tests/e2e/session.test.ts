import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TabState } from '../../lib/model/tab.ts';
import { type Browser, launchChromium } from '../harness/chromium.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';
import { reloadExtension } from './extension-reload.ts';
import { isSettled } from './is-settled.ts';
import { noTraces, someMarks, traces } from './marks.ts';
import { ASKER_PATH, openAsker, type TabAsker } from './tab-asker.ts';

const DOCS_URL = 'https://docs.google.com/document/d/session-test/edit';

let browser: Browser;
let asker: TabAsker;

beforeAll(async () => {
  browser = await launchChromium({ simulators: [notionSimulator, createGoogleDocsSimulator()] });
  asker = await openAsker(browser);
});
afterAll(() => browser?.close());
afterEach(async () => {
  for (const page of browser.context.pages()) if (page !== asker.page) await page.close();
  await asker.page.evaluate(() => chrome.storage.local.clear());
});

const ask: TabAsker['ask'] = (tab, kind, request) => asker.ask(tab, kind, request);
const reach: TabAsker['reach'] = (tab, wanted) => asker.reach(tab, wanted);

async function openNotion(
  name: 'spec' | 'strategy' | 'plan' | 'database' = 'strategy',
  query = '',
): Promise<{ page: Page; tab: number }> {
  const page = await browser.context.newPage();
  await page.goto(`${pageUrl(name)}${query}`);
  return { page, tab: await browser.tabId(page) };
}

describe('a document that is opened', () => {
  test.each([
    ['Notion', pageUrl('strategy'), 'notion'],
    ['Google Docs', DOCS_URL, 'google-docs'],
  ])('is read, labelled and reviewed in %s', async (_, url, host) => {
    const page = await browser.context.newPage();
    await page.goto(url);
    const state = await reach(await browser.tabId(page), isSettled);
    expect(state).toMatchObject({ host, off: null, mode: 'all' });
    expect(state.surfaces[0]?.report?.passages.length).toBeGreaterThan(3);
  });

  test('shows its stage or a dot on the toolbar icon, and nothing once the tab leaves it', async () => {
    const { page, tab } = await openNotion();
    const badge = () => asker.page.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab);
    await expect.poll(badge).toMatch(/^[ESO•]$/);
    await page.goto('about:blank');
    await expect.poll(badge).toBe('');
  });

  test('keeps its text out of the storage and out of the page', async () => {
    const { page, tab } = await openNotion();
    const state = await reach(tab, isSettled);
    const [surface] = state.surfaces;
    const { id: passageId, excerpt = '' } = surface?.report?.passages[0] ?? {};
    expect(excerpt.length).toBeGreaterThan(10);
    await ask(tab, 'relabel-passage', { surfaceId: surface?.id, passageId, label: 'organisation' });
    await expect.poll(() => asker.stored()).toContain('"kind":"passage"');
    expect(await asker.stored()).not.toContain(excerpt.slice(0, 20));
    const own = await page.evaluate(() =>
      [...document.querySelectorAll('stagemark-marks, stagemark-card')].map((element) => element.textContent).join(''),
    );
    expect(own).toBe('');
  });
});

describe('the background worker', () => {
  test('may be dead before a document is opened', async () => {
    await browser.killWorker();
    const { tab } = await openNotion();
    await reach(tab, isSettled);
  });

  test('may die again and again while a document is read', async () => {
    const { page, tab } = await openNotion('spec');
    for (let kill = 0; kill < 4; kill++) await browser.killWorker();
    const state = await reach(tab, isSettled);
    expect(state.surfaces[0]?.report).not.toBeNull();
    await someMarks(page);
  });

  test('may be dead after that: the document still answers, and an edit is labelled', async () => {
    const { page, tab } = await openNotion();
    const before = await reach(tab, isSettled);
    await browser.killWorker();
    await page.evaluate(() => {
      const { __sim } = globalThis as unknown as {
        __sim: { truth(): { id: string }[]; insert(id: string, type: string, text: string): void };
      };
      const last = __sim.truth().at(-1);
      if (last !== undefined) __sim.insert(last.id, 'text', 'We hire two recruiters and coach every new manager.');
    });
    const count = before.surfaces[0]?.report?.passages.length ?? 0;
    await reach(tab, (state) => (state.surfaces[0]?.report?.passages.length ?? 0) === count + 1);
  });

  test('may be dead while a setting changes elsewhere: every open document follows', async () => {
    const first = await openNotion();
    const second = await openNotion('strategy', '?second=1');
    const { surfaces } = await reach(first.tab, isSettled);
    await reach(second.tab, isSettled);
    await browser.killWorker();
    await ask(first.tab, 'set-document-type', { surfaceId: surfaces[0]?.id, type: 'org' });
    await second.page.bringToFront();
    await reach(second.tab, (state) => state.surfaces[0]?.report?.documentType.type === 'org');
  });
});

describe('the off switch', () => {
  test.each(['document', 'site', 'everywhere'] as const)('acts at once for %s, and back', async (scope) => {
    const { page, tab } = await openNotion();
    await someMarks(page);
    await ask(tab, 'set-switch', { scope, on: false });
    await noTraces(page);
    await reach(tab, ({ status, off }) => status === 'off' && off === `off-${scope}`);
    await ask(tab, 'set-switch', { scope, on: true });
    await reach(tab, isSettled);
    await someMarks(page);
  });

  test('of one document leaves another alone', async () => {
    const first = await openNotion('strategy');
    const second = await openNotion('plan');
    await reach(first.tab, isSettled);
    await reach(second.tab, isSettled);
    await ask(first.tab, 'set-switch', { scope: 'document', on: false });
    await noTraces(first.page);
    await reach(first.tab, ({ off }) => off === 'off-document');
    await reach(second.tab, ({ status }) => status === 'ready');
    await someMarks(second.page);
  });

  test('everywhere reaches every open tab', async () => {
    const first = await openNotion('strategy');
    const second = await openNotion('plan');
    await reach(first.tab, isSettled);
    await someMarks(second.page);
    await ask(first.tab, 'set-switch', { scope: 'everywhere', on: false });
    await noTraces(second.page);
  });

  test('is remembered by hash alone', async () => {
    const { page, tab } = await openNotion();
    await reach(tab, isSettled);
    await ask(tab, 'set-switch', { scope: 'document', on: false });
    const stored = () =>
      asker.page.evaluate(() => chrome.storage.local.get('documents').then((all) => JSON.stringify(all)));
    await expect.poll(stored).toContain('"off":true');
    expect(await stored()).not.toMatch(/1c0ffee0|checkout|notion/i);
    await page.reload();
    await reach(tab, (state) => state.off === 'off-document');
  });

  test('can be a snooze that ends when it is taken back', async () => {
    const { page, tab } = await openNotion();
    await someMarks(page);
    await ask(tab, 'snooze', { minutes: 60 });
    await noTraces(page);
    await reach(tab, ({ status, off }) => status === 'off' && off === 'snoozed');
    await ask(tab, 'snooze', { minutes: 0 });
    await someMarks(page);
  });
});

describe('what the writer sets', () => {
  test('one-stage reading leaves every other stage unmarked', async () => {
    const { page, tab } = await openNotion('spec');
    await someMarks(page);
    await ask(tab, 'set-mode', { mode: 'strategy' });
    await expect
      .poll(() =>
        page.evaluate(() => ({
          execution: CSS.highlights.get('stagemark-execution')?.size ?? 0,
          strategy: (CSS.highlights.get('stagemark-strategy')?.size ?? 0) > 0,
        })),
      )
      .toEqual({ execution: 0, strategy: true });
  });

  test('write mode takes the marks away and keeps the review', async () => {
    const { page, tab } = await openNotion();
    await someMarks(page);
    await ask(tab, 'set-mode', { mode: 'none' });
    await noTraces(page);
    await reach(tab, (state) => isSettled(state) && state.mode === 'none');
  });

  test('a label holds after a reload and can be taken back', async () => {
    const { page, tab } = await openNotion();
    const before = await reach(tab, isSettled);
    const surfaceId = before.surfaces[0]?.id ?? '';
    const passage = before.surfaces[0]?.report?.passages[0];
    await ask(tab, 'relabel-passage', { surfaceId, passageId: passage?.id, label: 'organisation' });
    const first = (state: TabState) => state.surfaces[0]?.report?.passages[0];
    await reach(tab, (state) => first(state)?.by === 'writer');
    await page.reload();
    const after = await reach(tab, (state) => first(state)?.by === 'writer');
    expect(first(after)?.label).toBe('organisation');
    expect(await ask(tab, 'undo-correction')).toMatchObject({ ok: true, value: { undone: true } });
    const undone = await reach(tab, (state) => first(state)?.by === 'model');
    expect(first(undone)?.label).toBe(passage?.label);
  });

  test('a document type holds for its document', async () => {
    const { tab } = await openNotion();
    const before = await reach(tab, isSettled);
    await ask(tab, 'set-document-type', { surfaceId: before.surfaces[0]?.id, type: 'org' });
    const state = await reach(tab, ({ surfaces }) => surfaces[0]?.report?.documentType.by === 'writer');
    expect(state.surfaces[0]?.report?.documentType.type).toBe('org');
  });

  test('jumps go to a passage and say when it is gone', async () => {
    const { tab } = await openNotion();
    const state = await reach(tab, isSettled);
    const surfaceId = state.surfaces[0]?.id;
    const passageId = state.surfaces[0]?.report?.passages.at(-1)?.id;
    expect(await ask(tab, 'reveal-passage', { surfaceId, passageId })).toEqual({ ok: true, value: 'revealed' });
    expect(await ask(tab, 'reveal-passage', { surfaceId, passageId: 'nowhere' })).toEqual({ ok: true, value: 'gone' });
    expect(await ask(tab, 'explain-passage', { surfaceId: 'nowhere', passageId })).toMatchObject({
      ok: false,
      code: 'gone',
    });
  });
});

describe('what the popup is told', () => {
  test('that there is no document on a database page', async () => {
    const { tab } = await openNotion('database');
    await reach(tab, ({ status }) => status === 'no-document');
  });

  test('that nobody answers where Stagemark does not run', async () => {
    const own = await asker.page.evaluate(() => chrome.tabs.getCurrent());
    expect(await ask(own?.id ?? -1, 'get-state')).toMatchObject({ ok: false, code: 'silent' });
  });

  test('which stored settings could not be read, while defaults are used', async () => {
    await asker.page.evaluate(() =>
      chrome.storage.local.set({ preferences: 'broken', switches: { version: 1, data: 7 } }),
    );
    const { page, tab } = await openNotion();
    const state = await reach(tab, isSettled);
    expect(state.health).toMatchObject({ 'settings.preferences': 'unreadable', 'settings.switches': 'unreadable' });
    await someMarks(page);
  });

  test('an error for requests of a wrong form, and nothing for unknown ones', async () => {
    const { tab } = await openNotion();
    await reach(tab, isSettled);
    expect(await ask(tab, 'set-mode', { mode: 'loud' })).toMatchObject({ ok: false, code: 'invalid' });
    expect(await ask(tab, 'make-coffee')).not.toMatchObject({ ok: true });
  });
});

test('an extension reload under an open tab replaces the marks and answers anew', async () => {
  const { page } = await openNotion();
  await someMarks(page);
  await page.evaluate(() => CSS.highlights.set('stagemark-strategy', new Highlight()));
  asker = await openAsker(browser, await reloadExtension(browser, asker.page, ASKER_PATH));
  await reach(await browser.tabId(page), isSettled);
  await someMarks(page);
  expect(await traces(page)).toMatchObject({ dead: 0, cards: 0 });
});

test('no request leaves and no complaint comes from Stagemark in all of this', () => {
  expect(browser.leaked).toEqual([]);
  const complaints = browser.complaints.filter((line) => /stagemark/i.test(line));
  // The one that a test above asked for.
  expect(complaints.filter((line) => !line.includes('make-coffee'))).toEqual([]);
});
