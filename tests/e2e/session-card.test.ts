import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TabState } from '../../lib/model/tab.ts';
import { type Browser, launchChromium } from '../harness/chromium.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';
import { isSettled } from './is-settled.ts';
import { openAsker, type TabAsker } from './tab-asker.ts';

const HOSTS = [
  ['Notion', pageUrl('strategy')],
  ['Google Docs', 'https://docs.google.com/document/d/card-test/edit'],
] as const;

/** How long the pointer rests on a mark before the card comes, in milliseconds. */
const DWELL_MS = 350;
/** How often a pointer is led over a mark until it was quick enough. */
const PASSES = 20;

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

interface Opened {
  readonly page: Page;
  readonly tab: number;
  command(command: string): Promise<void>;
}

/** Opens a document and waits until it is labelled and marked. */
async function open(url: string): Promise<Opened> {
  const page = await browser.context.newPage();
  await page.goto(url);
  const tab = await browser.tabId(page);
  await asker.reach(tab, isSettled);
  return {
    page,
    tab,
    async command(command) {
      await page.bringToFront();
      await asker.ask(tab, 'command', { command });
    },
  };
}

const cards = (page: Page) => page.evaluate(() => document.querySelectorAll('stagemark-card').length);
const hasKeyboard = (page: Page) => page.evaluate(() => document.activeElement?.localName === 'stagemark-card');
const corrected = ({ surfaces }: TabState) =>
  surfaces[0]?.report?.passages.filter(({ by }) => by === 'writer').map(({ label }) => label) ?? [];

/**
 * Leads the pointer over a place and away again, shorter than the card waits, as the page itself saw it. Where the machine
 * was too slow for that, the pointer rested: the card comes, goes, and the pointer passes once more.
 */
async function pass(page: Page, at: { readonly x: number; readonly y: number }): Promise<void> {
  await page.evaluate(() => {
    const moves: number[] = [];
    Object.assign(globalThis, { moves });
    window.addEventListener('pointermove', ({ timeStamp }) => moves.push(timeStamp), { capture: true });
  });
  const moves = () => page.evaluate(() => (globalThis as typeof globalThis & { moves: number[] }).moves.splice(0));
  for (let attempt = 0; attempt < PASSES; attempt++) {
    await page.mouse.move(at.x, at.y);
    await page.mouse.move(5, 5);
    const [over = 0, away = Number.POSITIVE_INFINITY] = await moves();
    if (away - over < DWELL_MS / 2) return;
    await expect.poll(() => cards(page)).toBe(0);
  }
  throw new Error('The machine is too slow to lead a pointer over a mark without resting on it.');
}

describe.each(HOSTS)('the card in %s', (_, url) => {
  test('opens by key with the keyboard in it, and Escape gives the keyboard back', async () => {
    const opened = await open(url);
    const { page } = opened;
    await opened.command('next-passage');
    const before = await page.evaluate(() => document.activeElement?.localName);
    await opened.command('why');
    await expect.poll(() => hasKeyboard(page)).toBe(true);
    expect(await cards(page)).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => cards(page)).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe(before);
  });

  test('relabels by key and undoes, and the document hears none of it', async () => {
    const opened = await open(url);
    const { page, tab } = opened;
    const mix = ({ surfaces }: TabState) => surfaces[0]?.report?.mix.words;
    const words = mix(await asker.reach(tab, isSettled));
    await opened.command('next-passage');
    await opened.command('why');
    await expect.poll(() => hasKeyboard(page)).toBe(true);
    await page.keyboard.press('3');
    await asker.reach(tab, (state) => corrected(state).join() === 'organisation');
    expect(await hasKeyboard(page)).toBe(true);
    await page.keyboard.press('u');
    const undone = await asker.reach(tab, (state) => isSettled(state) && corrected(state).length === 0);
    expect(mix(undone)).toBe(words);
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
  const at = await box();
  if (at === null) throw new Error('No mark is on screen.');
  await page.mouse.click(at.x, at.y);
  const active = await page.evaluate(() => document.activeElement?.className);
  await page.mouse.move(5, 5);
  await pass(page, at);
  await page.waitForTimeout(2 * DWELL_MS);
  expect(await cards(page)).toBe(0);
  await page.mouse.move(at.x, at.y);
  await expect.poll(() => cards(page)).toBe(1);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe(active);
  await page.mouse.move(5, 5);
  await expect.poll(() => cards(page)).toBe(0);
});
