import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TabState } from '../../lib/model/tab.ts';
import { type Browser, launchChromium } from '../harness/chromium.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';
import { reloadExtension } from './extension-reload.ts';

const DOCS_URL = 'https://docs.google.com/document/d/session-test/edit';
const HIGHLIGHTS = ['stagemark-execution', 'stagemark-strategy', 'stagemark-organisation'];

let browser: Browser;
/** A page of the extension, through which the tests speak with the extension as popup and panel do. */
let probe: Page;

beforeAll(async () => {
  browser = await launchChromium({ simulators: [notionSimulator, createGoogleDocsSimulator()] });
  probe = await browser.openExtensionPage('popup.html?tabId=0');
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const page of browser.context.pages()) if (page !== probe) await page.close();
  await probe.evaluate(() => chrome.storage.local.clear());
});

async function tabOf(page: Page): Promise<number> {
  const id = await probe.evaluate(
    async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id,
    page.url(),
  );
  if (id === undefined) throw new Error(`No tab shows ${page.url()}`);
  return id;
}

async function ask(
  tabId: number,
  kind: string,
  request: object = {},
): Promise<{ ok: boolean; value?: unknown; code?: string }> {
  return probe.evaluate(
    ([id, message]) =>
      chrome.tabs.sendMessage(id, message, { frameId: 0 }).catch(() => ({ ok: false, code: 'silent' })),
    [tabId, { ...request, kind }] as const,
  );
}

async function stateOf(tabId: number): Promise<TabState | null> {
  const answer = await ask(tabId, 'get-state');
  return answer.ok ? (answer.value as TabState) : null;
}

/** Waits until the tab's state is as wanted, and gives it. */
async function reach(tabId: number, wanted: (state: TabState) => boolean): Promise<TabState> {
  let last: TabState | null = null;
  await expect
    .poll(
      async () => {
        last = await stateOf(tabId);
        return last !== null && wanted(last);
      },
      { timeout: 25_000, interval: 150 },
    )
    .toBe(true);
  if (last === null) throw new Error('There is no state.');
  return last;
}
const isSettled = ({ status, surfaces }: TabState) =>
  status === 'ready' && surfaces.every(({ settled, report }) => settled && report?.state === 'ready');

/** Ranges that are registered as marks in a Notion page. */
function marksIn(page: Page): Promise<number> {
  return page.evaluate(
    (names) => names.reduce((sum, name) => sum + (CSS.highlights.get(name)?.size ?? 0), 0),
    HIGHLIGHTS,
  );
}
const noMarks = (page: Page) => expect.poll(() => marksIn(page), { timeout: 5000 }).toBe(0);
const someMarks = (page: Page) => expect.poll(() => marksIn(page), { timeout: 25_000 }).toBeGreaterThan(0);

async function openNotion(
  name: 'spec' | 'strategy' | 'plan' | 'database' = 'strategy',
): Promise<{ page: Page; tab: number }> {
  const page = await browser.context.newPage();
  await page.goto(pageUrl(name));
  return { page, tab: await tabOf(page) };
}

describe('a document that is opened', () => {
  test.each([
    ['Notion', pageUrl('strategy'), 'notion'],
    ['Google Docs', DOCS_URL, 'google-docs'],
  ])('is read, labelled and reviewed in %s', async (_, url, host) => {
    const page = await browser.context.newPage();
    await page.goto(url);
    const state = await reach(await tabOf(page), isSettled);
    expect(state).toMatchObject({ host, off: null, mode: 'all' });
    expect(state.surfaces[0]?.report?.passages.length).toBeGreaterThan(3);
  });

  test('shows its stage or a dot on the toolbar icon, and nothing once the tab leaves it', async () => {
    const { page, tab } = await openNotion();
    const badge = () => probe.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab);
    await expect.poll(badge, { timeout: 25_000 }).toMatch(/^[ESO•]$/);
    await page.goto('about:blank');
    await expect.poll(badge, { timeout: 5000 }).toBe('');
  });

  test('keeps its text out of the storage and out of the page', async () => {
    const { page, tab } = await openNotion();
    const state = await reach(tab, isSettled);
    const excerpt = state.surfaces[0]?.report?.passages[0]?.excerpt ?? '';
    expect(excerpt.length).toBeGreaterThan(10);
    const stored = await probe.evaluate(() => chrome.storage.local.get(null).then((all) => JSON.stringify(all)));
    expect(stored).not.toContain(excerpt.slice(0, 20));
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
    const page = await browser.context.newPage();
    await page.goto(`${pageUrl('strategy')}?second=1`);
    const second = { page, tab: await tabOf(page) };
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
    await noMarks(page);
    expect(await stateOf(tab)).toMatchObject({ status: 'off', off: `off-${scope}` });
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
    await noMarks(first.page);
    expect(await stateOf(second.tab)).toMatchObject({ status: 'ready' });
    await someMarks(second.page);
  });

  test('everywhere reaches every open tab', async () => {
    const first = await openNotion('strategy');
    const second = await openNotion('plan');
    await someMarks(second.page);
    await ask(first.tab, 'set-switch', { scope: 'everywhere', on: false });
    await noMarks(second.page);
  });

  test('is remembered by hash alone', async () => {
    const { page, tab } = await openNotion();
    await reach(tab, isSettled);
    await ask(tab, 'set-switch', { scope: 'document', on: false });
    const stored = await probe.evaluate(() => chrome.storage.local.get('documents').then((all) => JSON.stringify(all)));
    expect(stored).toContain('"off":true');
    expect(stored).not.toMatch(/1c0ffee0|checkout|notion/i);
    await page.reload();
    await reach(tab, (state) => state.off === 'off-document');
  });

  test('can be a snooze that ends when it is taken back', async () => {
    const { page, tab } = await openNotion();
    await someMarks(page);
    await ask(tab, 'snooze', { minutes: 60 });
    await noMarks(page);
    expect(await stateOf(tab)).toMatchObject({ status: 'off', off: 'snoozed' });
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
      .poll(() => page.evaluate(() => CSS.highlights.get('stagemark-execution')?.size ?? 0), { timeout: 5000 })
      .toBe(0);
  });

  test('write mode takes the marks away and keeps the review', async () => {
    const { page, tab } = await openNotion();
    await someMarks(page);
    await ask(tab, 'set-mode', { mode: 'none' });
    await noMarks(page);
    expect(await stateOf(tab)).toMatchObject({ status: 'ready', mode: 'none' });
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
    const own = await probe.evaluate(() => chrome.tabs.getCurrent());
    expect(await ask(own?.id ?? -1, 'get-state')).toMatchObject({ ok: false, code: 'silent' });
  });

  test('which stored settings could not be read, while defaults are used', async () => {
    await probe.evaluate(() => chrome.storage.local.set({ preferences: 'broken', switches: { version: 1, data: 7 } }));
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
  probe = await reloadExtension(browser, probe, 'popup.html?tabId=0');
  await reach(await tabOf(page), isSettled);
  await someMarks(page);
  expect(await page.evaluate(() => document.querySelectorAll('stagemark-card').length)).toBe(0);
});

test('no request leaves and no complaint comes from Stagemark in all of this', () => {
  expect(browser.leaked).toEqual([]);
  const complaints = browser.complaints.filter((line) => /stagemark/i.test(line));
  // The one that a test above asked for.
  expect(complaints.filter((line) => !line.includes('make-coffee'))).toEqual([]);
});
