import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Firefox, firefoxMissing, launchFirefox } from '../harness/firefox.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';
import { type FirefoxAsker, openFirefoxAsker } from './firefox-asker.ts';
import { isSettled } from './is-settled.ts';
import { ACME, hostilePacks, PACK_TEXT } from './pack-files.ts';
import { packVotes } from './pack-votes.ts';

const missing = firefoxMissing();
if (missing !== null) console.log(missing);

const DOCS_URL = 'https://docs.google.com/document/d/sample/edit';
const folder = mkdtempSync(join(tmpdir(), 'stagemark-packs-'));

let firefox: Firefox;
let asker: FirefoxAsker;
const opened: Page[] = [];

beforeAll(async () => {
  if (missing !== null) return;
  firefox = await launchFirefox([createGoogleDocsSimulator(), notionSimulator]);
  asker = await openFirefoxAsker(firefox);
});
afterAll(async () => {
  await firefox?.close();
  rmSync(folder, { recursive: true });
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
async function openPage(path: string): Promise<Page> {
  const page = await firefox.openExtensionPage(path);
  opened.push(page);
  return page;
}

/** Puts a file into the options page's field for packs. */
async function give(options: Page, name: string, text: string): Promise<void> {
  const file = join(folder, name);
  writeFileSync(file, text);
  const field = await options.waitForSelector('input[aria-label="Add a pack from a file"]');
  await (field as ElementHandle<HTMLInputElement>).uploadFile(file);
}

/** Clicks what a person would: a button or switch with this text or label. */
async function click(page: Page, name: string): Promise<void> {
  const find = (wanted: string) =>
    [...document.querySelectorAll<HTMLElement>('button, .switch-text > span:first-child')].find(
      (each) => (each.ariaLabel ?? each.textContent)?.trim() === wanted,
    ) ?? null;
  const found = await page.waitForFunction(find, {}, name);
  await (found as ElementHandle<HTMLElement>).click();
}

const says = (page: Page, words: string) =>
  expect.poll(() => page.evaluate(() => document.body.textContent ?? '')).toContain(words);
const kept = () =>
  asker.page.evaluate(async () => JSON.stringify((await chrome.storage.local.get('packs')).packs) ?? '');

describe.skipIf(missing !== null)('rule packs in Firefox', () => {
  test('label an open document at once and are named with their votes, until they are switched off or removed', async () => {
    const { page, tab } = await open(`${DOCS_URL}?doc=blank`);
    await page.waitForFunction(() => window.__docs?.booted !== undefined);
    await page.evaluate(() => window.__docs.booted);
    await page.evaluate((text) => window.__docs.paste(text), PACK_TEXT);
    await asker.reach(tab, (state) => isSettled(state) && (state.surfaces[0]?.report?.passages.length ?? 0) > 2);
    const votes = () => asker.page.evaluate(packVotes, tab);
    expect(await votes()).toEqual([]);
    const options = await openPage('options.html');
    await give(options, 'acme.json', JSON.stringify(ACME));
    await says(options, '“Acme” is in use now.');
    await expect.poll(votes).toEqual(['Acme: organisation']);
    await click(options, 'Acme');
    await expect.poll(votes).toEqual([]);
    await click(options, 'Remove “Acme”');
    await says(options, 'No pack yet.');
    await click(options, 'Undo the last change');
    await expect.poll(kept).toContain('Acme');
  });

  test('that are hostile are refused in plain words, change nothing, and leave the page alive', async () => {
    const options = await openPage('options.html');
    await give(options, 'acme.json', JSON.stringify(ACME));
    await says(options, '“Acme” is in use now.');
    const before = await kept();
    for (const [text, refusal] of hostilePacks()) {
      await give(options, 'hostile.json', text);
      await expect
        .poll(() => options.evaluate(() => document.querySelector('[role=alert]')?.textContent ?? ''))
        .toContain(refusal);
      expect(await options.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined();
    }
    expect(await kept()).toBe(before);
    await click(options, 'Acme');
    await expect.poll(kept).toContain('"enabled":false');
  });
});

describe.skipIf(missing !== null)('the sidebar of a window in Firefox', () => {
  /** What the sidebar says, seen from another page of the extension, and its title; null while it is closed. */
  const sidebar = () =>
    asker.page.evaluate(() => {
      const [view] = chrome.extension.getViews({ type: 'sidebar' as chrome.extension.ViewType });
      if (view === undefined) return null;
      const main = view.document.querySelector('main');
      return { title: main?.querySelector('h1')?.textContent ?? '', text: main?.textContent ?? '' };
    });
  const shows = (pattern: RegExp) => expect.poll(async () => (await sidebar())?.text).toMatch(pattern);
  const title = async () => (await sidebar())?.title;

  test('is closed until somebody opens it', async () => {
    expect(await sidebar()).toBeNull();
    await firefox.openSidebar();
    await expect.poll(sidebar).not.toBeNull();
  });

  test('follows the tab in front, through changes of tab, other pages and closed tabs', async () => {
    const spec = await open(pageUrl('spec', 'app'));
    await shows(/Spec.*Mix/s);
    const first = await title();
    const strategy = await open(DOCS_URL);
    await expect.poll(title).toContain('Kestrel');
    await asker.page.bringToFront();
    await shows(/No document in this tab/);
    await spec.page.bringToFront();
    await expect.poll(title).toBe(first);
    await strategy.page.bringToFront();
    await expect.poll(title).toContain('Kestrel');
    await spec.page.close();
    await strategy.page.goto(pageUrl('plan'));
    await shows(/plan.*Mix/is);
  });

  test('never follows a tab of another window', async () => {
    await open(pageUrl('spec', 'app'));
    await shows(/Spec.*Mix/s);
    const before = await title();
    const other = await asker.page.evaluate(async () => {
      const made = await chrome.windows.create({ url: 'checker.html?sample=one-pager', focused: true });
      return { window: made?.id ?? -1, tab: made?.tabs?.[0]?.id ?? -1 };
    });
    const loaded = () => asker.page.evaluate((id) => chrome.tabs.get(id).then(({ status }) => status), other.tab);
    await expect.poll(loaded).toBe('complete');
    expect(await title()).toBe(before);
    await asker.page.evaluate((id) => chrome.windows.remove(id), other.window);
  });
});

test.skipIf(missing !== null)('in Firefox, no request left and no complaint came from Stagemark in all of this', () => {
  expect(firefox.leaked).toEqual([]);
  expect(firefox.complaints.filter((line) => /stagemark|moz-extension:\/\//i.test(line))).toEqual([]);
});
