import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TabState } from '../../lib/model/tab.ts';
import { type Browser, launchChromium } from '../harness/chromium.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';

const HOSTS = [
  ['Notion', pageUrl('strategy')],
  ['Google Docs', 'https://docs.google.com/document/d/card-test/edit'],
] as const;

let browser: Browser;
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

interface Opened {
  readonly page: Page;
  state(): Promise<TabState | null>;
  command(command: string): Promise<void>;
}

/** Opens a document and waits until it is labelled. */
async function open(url: string): Promise<Opened> {
  const page = await browser.context.newPage();
  await page.goto(url);
  const tab = await browser.tabId(page);
  const ask = (message: object) =>
    probe.evaluate(([id, sent]) => chrome.tabs.sendMessage(id, sent, { frameId: 0 }).catch(() => ({ ok: false })), [
      tab,
      message,
    ] as const);
  const opened: Opened = {
    page,
    async state() {
      const answer = (await ask({ kind: 'get-state' })) as { ok: boolean; value: TabState };
      return answer.ok ? answer.value : null;
    },
    async command(command) {
      await page.bringToFront();
      await ask({ kind: 'command', command });
    },
  };
  await expect
    .poll(async () => (await opened.state())?.surfaces[0]?.report?.state, { timeout: 25_000, interval: 150 })
    .toBe('ready');
  return opened;
}

const cards = (page: Page) => page.evaluate(() => document.querySelectorAll('stagemark-card').length);
const hasKeyboard = (page: Page) => page.evaluate(() => document.activeElement?.localName === 'stagemark-card');
const corrected = async ({ state }: Opened) =>
  (await state())?.surfaces[0]?.report?.passages.filter(({ by }) => by === 'writer').map(({ label }) => label) ?? [];

describe.each(HOSTS)('the card in %s', (_, url) => {
  test('opens by key with the keyboard in it, and Escape gives the keyboard back', async () => {
    const opened = await open(url);
    const { page } = opened;
    await opened.command('next-passage');
    const before = await page.evaluate(() => document.activeElement?.localName);
    await opened.command('why');
    await expect.poll(() => cards(page)).toBe(1);
    expect(await hasKeyboard(page)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => cards(page)).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe(before);
  });

  test('relabels by key and undoes, and the document hears none of it', async () => {
    const opened = await open(url);
    const { page } = opened;
    const words = (await opened.state())?.surfaces[0]?.report?.mix.words;
    await opened.command('next-passage');
    await opened.command('why');
    await expect.poll(() => hasKeyboard(page)).toBe(true);
    await page.keyboard.press('3');
    await expect.poll(() => corrected(opened), { timeout: 10_000 }).toEqual(['organisation']);
    expect(await hasKeyboard(page)).toBe(true);
    await page.keyboard.press('u');
    await expect.poll(() => corrected(opened), { timeout: 10_000 }).toEqual([]);
    expect((await opened.state())?.surfaces[0]?.report?.mix.words).toBe(words);
  });

  test('closes when the page scrolls', async () => {
    const opened = await open(url);
    const { page } = opened;
    await opened.command('next-passage');
    await opened.command('why');
    await expect.poll(() => cards(page)).toBe(1);
    await page.mouse.move(500, 400);
    await page.evaluate(() => document.querySelector('main, #docs-editor, body')?.dispatchEvent(new Event('scroll')));
    await expect.poll(() => cards(page)).toBe(0);
  });

  test('has its root closed to the page', async () => {
    const opened = await open(url);
    await opened.command('next-passage');
    await opened.command('why');
    await expect.poll(() => cards(opened.page)).toBe(1);
    const seen = await opened.page.evaluate(() => {
      const card = document.querySelector('stagemark-card');
      return { root: card?.shadowRoot ?? null, text: card?.textContent, parent: card?.parentElement?.localName };
    });
    expect(seen).toEqual({ root: null, text: '', parent: 'html' });
  });
});

test('the card in Notion comes under a resting pointer, not a passing one, and leaves the caret alone', async () => {
  const { page } = await open(pageUrl('strategy'));
  const box = () =>
    page.evaluate(() => {
      for (const name of ['stagemark-execution', 'stagemark-strategy', 'stagemark-organisation']) {
        for (const range of CSS.highlights.get(name) ?? []) {
          const line = (range as Range).getClientRects()[0];
          if (line !== undefined && line.width > 60) return { x: line.x + 20, y: line.y + line.height / 2 };
        }
      }
      return null;
    });
  await expect.poll(box, { timeout: 10_000 }).not.toBeNull();
  const at = await box();
  if (at === null) throw new Error('No mark is on screen.');
  await page.mouse.click(at.x, at.y);
  const active = await page.evaluate(() => document.activeElement?.className);
  await page.mouse.move(5, 5);
  await page.mouse.move(at.x, at.y);
  await page.mouse.move(5, 5);
  await page.waitForTimeout(600);
  expect(await cards(page)).toBe(0);
  await page.mouse.move(at.x, at.y);
  await expect.poll(() => cards(page), { timeout: 5000 }).toBe(1);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe(active);
  await page.mouse.move(5, 5);
  await expect.poll(() => cards(page), { timeout: 5000 }).toBe(0);
});
