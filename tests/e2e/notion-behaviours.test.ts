import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TabState } from '../../lib/model/tab.ts';
import { type Browser, launchChromium } from '../harness/chromium.ts';
import { extensionPage, tabState } from '../prove/notion/tab-state.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';
import { harm, idOf, marked, NO_HARM, openPage, painted, settled } from './notion-stage.ts';

/** The editor's behaviours that only real keys, a real pointer or the whole extension show; see the simulator's README. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium({ simulators: [notionSimulator] });
  await extensionPage(browser);
});
afterAll(() => browser?.close());
afterEach(async () => {
  const asker = await extensionPage(browser);
  for (const page of browser.context.pages()) if (page !== asker) await page.close();
});

const open = (url: string) => openPage(browser, url);
const CHOICE = 'We choose returning small merchants';
const startsWith = async (page: Page, start: string) => (await painted(page)).some((text) => text.startsWith(start));
const unread = ({ surfaces }: TabState) =>
  Object.fromEntries((surfaces[0]?.report?.unread ?? []).map(({ reason, count }) => [reason, count]));

/** Middle of a stretch of a line on the screen. */
async function middle(page: Page, id: string, start: number, end: number): Promise<{ x: number; y: number }> {
  const [box] = await page.evaluate(([block, from, to]) => window.__sim.rects(block, 0, from, to), [
    id,
    start,
    end,
  ] as const);
  if (box === undefined) throw new Error('The line is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

describe('what comes late', () => {
  it('is marked when it comes: waves of blocks after a shimmer', async () => {
    const page = await browser.context.newPage();
    await page.goto(pageUrl('spec', 'so', { boot: 400 }));
    await page.waitForFunction(() => document.querySelector('.notion-unknown-block') !== null);
    await page.waitForFunction(() => window.__sim?.settled());
    await settled(browser, page);
    await marked(page, CHOICE);
    expect(await harm(page)).toEqual(NO_HARM);
  });

  it('is read when a toggle opens, forgotten when it closes, and said to be missing in between', async () => {
    const page = await open(pageUrl('spec', 'so'));
    const before = unread(await tabState(browser, page))['closed-toggle'] ?? 0;
    expect(before).toBeGreaterThan(0);
    const toggle = page.locator('.notion-page-content .notion-toggle-block [aria-expanded]').first();
    await toggle.click();
    await expect.poll(async () => unread(await tabState(browser, page))['closed-toggle'] ?? 0).toBe(before - 1);
    const excerpts = async () =>
      (await tabState(browser, page)).surfaces[0]?.report?.passages.map(({ excerpt }) => excerpt.slice(0, 11)) ?? [];
    await expect.poll(excerpts).toContain('Legal asked');
    await toggle.click();
    await expect.poll(excerpts).not.toContain('Legal asked');
    await settled(browser, page);
    expect(await harm(page)).toEqual(NO_HARM);
  });

  it('is read when another tab of a block is shown, and the hidden ones are counted', async () => {
    const page = await open(pageUrl('mixed', 'so'));
    await expect.poll(async () => unread(await tabState(browser, page))['other-tab']).toBe(4);
    await page.locator('.notion-tab-block [role=tab]', { hasText: 'Bets' }).click();
    await marked(page, 'We bet on one checkout');
    await page.locator('.notion-tab-block [role=tab]', { hasText: 'People' }).click();
    await expect.poll(() => startsWith(page, 'We bet on one checkout')).toBe(false);
    await settled(browser, page);
    expect(await startsWith(page, 'We bet on one checkout')).toBe(false);
    expect(await harm(page)).toEqual(NO_HARM);
  });
});

describe('keys', () => {
  it('make half a word bold and the mark of its line stays', async () => {
    const page = await open(pageUrl('spec', 'so'));
    const id = await idOf(page, CHOICE);
    await page.evaluate((block) => window.__sim.select(block, 0, 5, 13), id);
    await page.keyboard.press('Control+b');
    expect(await page.evaluate((block) => window.__sim.text(block).slice(0, 14), id)).toBe('We choose retu');
    expect(await startsWith(page, 'We choose')).toBe(true);
    expect(await harm(page)).toEqual(NO_HARM);
  });

  it('split a line whose second half comes late, and join it again', async () => {
    const page = await open(pageUrl('spec', 'so', { split: 300 }));
    const id = await idOf(page, CHOICE);
    const text = await page.evaluate((block) => window.__sim.text(block), id);
    await page.evaluate((block) => window.__sim.setCaret(block, 0, 20), id);
    await page.keyboard.press('Enter');
    await page.waitForFunction((block) => window.__sim.text(block).length === 20, id);
    await page.keyboard.press('Backspace');
    expect(await page.evaluate((block) => window.__sim.text(block), id)).toBe(text);
    await marked(page, CHOICE);
    expect(await harm(page)).toEqual(NO_HARM);
  });

  it('nest a block, paste many lines and undo both, and reading follows', async () => {
    const page = await open(pageUrl('spec', 'so'));
    const before = await page.evaluate(() => window.__sim.truth().length);
    const id = await idOf(page, 'Support answers about forty');
    await page.evaluate((block) => window.__sim.setCaret(block, 0, 3), id);
    await page.keyboard.press('Tab');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'We hire a researcher.\n- We coach two leads.\n# Then');
      const target = getSelection()?.anchorNode?.parentElement;
      target?.dispatchEvent(
        new InputEvent('beforeinput', {
          inputType: 'insertFromPaste',
          dataTransfer: data,
          bubbles: true,
          cancelable: true,
        }),
      );
    });
    expect(await page.evaluate(() => window.__sim.truth().length)).toBe(before + 3);
    await settled(browser, page);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.waitForFunction((count) => window.__sim.truth().length === count, before);
    await settled(browser, page);
    expect(await harm(page)).toEqual(NO_HARM);
  });

  it('draw the edited line again after a pause of the writer, and caret and text stay', async () => {
    const page = await open(pageUrl('spec', 'so', { hard: 1 }));
    const id = await idOf(page, CHOICE);
    await page.evaluate((block) => window.__sim.setCaret(block, 0, 10), id);
    await page.keyboard.type('only ');
    await marked(page, 'We choose only');
    expect(await page.evaluate(() => window.__sim.caret()?.offset)).toBe(15);
    expect(await harm(page)).toEqual(NO_HARM);
  });

  it('of an input method compose without a disturbance, though a colleague changes the same line', async () => {
    const page = await open(pageUrl('spec', 'so'));
    const id = await idOf(page, CHOICE);
    await page.evaluate((block) => window.__sim.setCaret(block, 0, 10), id);
    const session = await page.context().newCDPSession(page);
    const compose = (text: string) =>
      session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await compose('k');
    await compose('か');
    await page.evaluate((block) => window.__sim.redraw(block), id);
    // Another line's change is read, and so the pause after a change is over.
    const other = await idOf(page, 'Saved baskets');
    await page.evaluate((block) => window.__sim.remote.type(block, 0, 'Meanwhile: '), other);
    const excerpts = async () =>
      (await tabState(browser, page)).surfaces[0]?.report?.passages.map(({ excerpt }) => excerpt.slice(0, 10));
    await expect.poll(excerpts).toContain('Meanwhile:');
    await compose('かん');
    await session.send('Input.insertText', { text: '漢字' });
    expect(await page.evaluate((block) => window.__sim.text(block).slice(0, 12), id)).toBe('We choose 漢字');
    await marked(page, 'We choose 漢字');
    expect(await harm(page)).toEqual(NO_HARM);
  });

  it('reach the editor beside an edit of a colleague in the same line', async () => {
    const page = await open(pageUrl('spec', 'so', { remote: 3 }));
    const id = await idOf(page, CHOICE);
    await page.evaluate((block) => window.__sim.setCaret(block, 0, 0), id);
    for (const key of 'Now ') {
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      await page.evaluate((block) => window.__sim.remote.type(block, window.__sim.text(block).length, '.'), id);
    }
    expect(await page.evaluate((block) => window.__sim.text(block).slice(0, 13), id)).toBe('Now We choose');
    expect(await harm(page)).toEqual(NO_HARM);
  });

  it('that the app takes for itself are as many with the extension: Escape selects the block, a slash is stolen', async () => {
    const page = await open(pageUrl('spec', 'so'));
    await page.evaluate(() => window.__sim.setCaret(window.__sim.truth()[3]?.id ?? '', 0, 4));
    await page.keyboard.press('Escape');
    expect(await page.locator('.notion-selectable-halo').count()).toBe(1);
    await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : null));
    const before = await page.evaluate(() => window.__sim.stolenKeys.count);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => window.__sim.stolenKeys.count)).toBeGreaterThanOrEqual(before);
    expect(await harm(page)).toEqual(NO_HARM);
  });
});

it('a caret that something other than the writer moves is noticed by the simulated editor', async () => {
  const page = await open(pageUrl('plan', 'so'));
  await page.evaluate(() => window.__sim.setCaret(window.__sim.truth()[2]?.id ?? '', 0, 4));
  await page.waitForTimeout(1100);
  await page.evaluate(() => getSelection()?.modify('move', 'forward', 'word'));
  await expect.poll(() => page.evaluate(() => window.__sim.caretMoves())).toBe(1);
});

describe('the pointer', () => {
  it('selects over several marked lines, and no card comes while its button is down', async () => {
    const page = await open(pageUrl('spec', 'so'));
    const first = await middle(page, await idOf(page, CHOICE), 3, 9);
    const last = await middle(page, await idOf(page, 'I had the card'), 3, 9);
    await page.mouse.move(first.x, first.y);
    await page.mouse.down();
    await page.mouse.move(last.x, last.y, { steps: 6 });
    await page.waitForTimeout(800);
    expect(await page.locator('stagemark-card').count()).toBe(0);
    expect(await page.evaluate(() => getSelection()?.toString().includes('the incumbents are slow'))).toBe(true);
    await page.mouse.up();
    expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(false);
    expect(await harm(page)).toEqual(NO_HARM);
  });

  it('drags a block to another place, and every mark is on its words at once', async () => {
    const page = await open(pageUrl('strategy', 'so'));
    const before = (await painted(page)).sort();
    expect(before.length).toBeGreaterThan(2);
    const moved = await idOf(page, 'Wallets take half');
    const from = await middle(page, moved, 0, 10);
    const to = await middle(page, await idOf(page, 'We will win the small'), 0, 10);
    await page.mouse.move(from.x, from.y);
    const handle = await page.locator('.sim-handle').boundingBox();
    if (handle === null) throw new Error('No handle came');
    await page.mouse.move(handle.x + 5, handle.y + 5);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
    const order = await page.evaluate(() => window.__sim.truth().map((line) => line.text.slice(0, 7)));
    expect(order.indexOf('Wallets')).toBe(order.indexOf('We will') + 1);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    expect((await painted(page)).sort()).toEqual(before);
    expect(await harm(page)).toEqual(NO_HARM);
  });

  it.each([
    ['drawn larger', { zoom: 150 }],
    ['from right to left, in small text and full width', { rtl: 1, small: 1, full: 1, lang: 'ar' }],
  ])('finds the mark under it on a page %s', async (_name, query) => {
    const page = await open(pageUrl('strategy', 'so', query));
    await page.mouse.move(5, 5);
    const box = await page.evaluate(() => {
      for (const stage of ['execution', 'strategy', 'organisation']) {
        for (const range of CSS.highlights.get(`stagemark-${stage}`) ?? []) {
          const line = (range as Range).getClientRects()[0];
          if (line !== undefined && line.width > 60 && line.top > 60 && line.bottom < innerHeight)
            return { x: line.x + line.width / 2, y: line.y + line.height / 2 };
        }
      }
      return null;
    });
    if (box === null) throw new Error('No mark is on the screen');
    await page.mouse.move(box.x, box.y, { steps: 3 });
    await expect.poll(() => page.locator('stagemark-card').count()).toBe(1);
    expect(await harm(page)).toEqual(NO_HARM);
  });
});

describe('places', () => {
  it('change from a peek to the full page, with one mix and one set of marks', async () => {
    const page = await open(pageUrl('spec', 'so'));
    await page.evaluate(() => window.__sim.openPeek(window.__sim.pages.strategy, 'c'));
    await expect.poll(async () => (await tabState(browser, page)).surfaces.length).toBe(2);
    await page.evaluate(() => window.__sim.expandPeek());
    const titles = async () =>
      (await tabState(browser, page)).surfaces.map(({ kind, report }) => `${kind} ${report?.title}`);
    await expect.poll(titles).toEqual(['page Checkout strategy for next year']);
    await settled(browser, page);
    expect(await harm(page)).toEqual(NO_HARM);
  });

  it('close as a peek by Escape, and its marks go with it', async () => {
    const page = await open(pageUrl('plan', 'so'));
    const before = (await painted(page)).sort();
    await page.evaluate(() => window.__sim.openPeek(window.__sim.pages.strategy));
    await expect.poll(async () => (await painted(page)).length).toBeGreaterThan(before.length);
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await painted(page)).sort()).toEqual(before);
    expect(await harm(page)).toEqual(NO_HARM);
  });

  it('on a customer’s own domain are none of Stagemark’s: nothing runs there, and it says so', async () => {
    const page = await browser.context.newPage();
    await page.goto(pageUrl('spec', 'custom'));
    await page.waitForFunction(() => window.__sim?.settled());
    const asker = await extensionPage(browser);
    const answer = await asker.evaluate(async () => {
      const tabs = await chrome.tabs.query({ active: false });
      const all = await Promise.all(
        [...tabs, ...(await chrome.tabs.query({ active: true }))].map(({ id }) =>
          chrome.tabs.sendMessage(id ?? 0, { kind: 'get-state' }).catch(() => 'silent'),
        ),
      );
      return all.filter((each) => each !== 'silent').length;
    });
    expect(answer).toBe(0);
    expect(
      await page.evaluate(() => [...CSS.highlights.keys()].filter((name) => name.startsWith('stagemark'))),
    ).toEqual([]);
    expect(await page.evaluate(() => document.querySelectorAll('stagemark-marks, stagemark-card').length)).toBe(0);
    expect(await page.evaluate(() => window.__sim.truth().length)).toBeGreaterThan(10);
  });

  it.each(['kill', 'freeze'])('where a touched editor goes to pieces (%s) stay whole', async (lock) => {
    const page = await open(pageUrl('spec', 'site', { lock }));
    expect((await painted(page)).length).toBeGreaterThan(2);
    await page.locator('.notion-page-content .notion-toggle-block [aria-expanded]').first().click({ force: true });
    await page.waitForFunction(() => document.querySelector('.notion-toggle-block [aria-expanded="true"]') !== null);
    expect(await page.evaluate(() => document.body.style.pointerEvents)).toBe('');
    expect(await harm(page)).toEqual(NO_HARM);
  });
});

it('no request left and nothing was complained of in all of this', () => {
  expect(browser.leaked).toEqual([]);
  expect(browser.complaints).toEqual([]);
});
