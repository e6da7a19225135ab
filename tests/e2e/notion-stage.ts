import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Browser } from '../harness/chromium.ts';
import { tabState } from '../prove/notion/tab-state.ts';
import { isSettled } from './is-settled.ts';
import type { Evaluates } from './marks.ts';

/** A page of either browser's driver, written into. */
interface Typed extends Evaluates {
  readonly keyboard: { type(text: string): Promise<void> };
}

/** Opens a simulated page and waits until the extension has settled on it. */
export async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => window.__sim?.settled());
  await settled(browser, page);
  return page;
}

/** Waits until what the simulated page holds now has been read, labelled, reviewed and marked to the end. */
export async function settled(browser: Browser, page: Page): Promise<void> {
  const unlike = async () => {
    const state = await tabState(browser, page);
    if (!isSettled(state)) return 'not settled';
    const read = state.surfaces.map(({ report }) => report?.passages.length).join(' and ');
    const there = await page.evaluate(() =>
      (['page', 'peek'] as const)
        .map(
          (kind) =>
            window.__sim
              .truth(kind)
              .filter((line) => !['title', 'heading'].includes(line.kind) && /[\p{L}\p{N}]/u.test(line.text)).length,
        )
        .filter((count) => count > 0)
        .join(' and '),
    );
    return read === there ? '' : `${read} read, ${there} there`;
  };
  await expect.poll(unlike).toBe('');
}

/** Texts under the marks, by stage. */
export function painted(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    ['execution', 'strategy', 'organisation'].flatMap((stage) =>
      [...(CSS.highlights.get(`stagemark-${stage}`) ?? [])].map((range) => range.toString()),
    ),
  );
}

/** The id of the line that begins so. */
export const idOf = (page: Page, start: string) =>
  page.evaluate((words) => {
    const line = window.__sim.truth().find((each) => each.text.startsWith(words));
    if (line === undefined) throw new Error(`No line begins with ${words}`);
    return line.id;
  }, start);

/** Waits until a line that begins so is marked. */
export const marked = (page: Page, start: string): Promise<void> =>
  expect.poll(async () => (await painted(page)).some((text) => text.startsWith(start))).toBe(true);

/**
 * Types into the line that has the caret, and looks in the page itself after every change: what is asked from outside may
 * come when the pause after the last key is over already.
 * @returns the texts under the marks, as they were after each change.
 */
export async function paintedWhileTyping(page: Typed, text: string): Promise<string[]> {
  await page.evaluate(() => {
    const seen: string[] = [];
    const look = () => {
      for (const stage of ['execution', 'strategy', 'organisation']) {
        for (const range of CSS.highlights.get(`stagemark-${stage}`) ?? []) seen.push(range.toString());
      }
    };
    Object.assign(globalThis, { seen });
    // A task of its own comes after all observers of the change, and before the next frame.
    document.addEventListener('input', () => setTimeout(look), { capture: true });
  });
  await page.keyboard.type(text);
  return page.evaluate(async () => {
    await new Promise((done) => setTimeout(done));
    return (globalThis as typeof globalThis & { seen: string[] }).seen;
  });
}

/** The editor's own counters: foreign changes, foreign caret moves, marks outside the document. */
export function harm(page: Page): Promise<unknown> {
  return page.evaluate(() => ({
    violations: window.__sim.lock.violations,
    caretMoves: window.__sim.caretMoves(),
    outside: window.__sim.marksOutside('stagemark'),
  }));
}

export const NO_HARM = { violations: 0, caretMoves: 0, outside: [] };
