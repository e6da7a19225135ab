import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, launchChromium } from '../harness/chromium.ts';
import type { DrawnBox } from '../prove/docs-isolated.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import {
  colleagueWrites,
  counters,
  marksLieOnText,
  noMarks,
  type OpenedDocs,
  openDocs,
  passages,
  someMarks,
} from './docs-stage.ts';
import { isSettled } from './is-settled.ts';
import { openAsker, type TabAsker } from './tab-asker.ts';

let browser: Browser;
let asker: TabAsker;

beforeAll(async () => {
  browser = await launchChromium({ simulators: [createGoogleDocsSimulator()] });
  asker = await openAsker(browser);
});
afterAll(() => browser?.close());
afterEach(async () => {
  for (const page of browser.context.pages()) if (page !== asker.page) await page.close();
  await asker.page.evaluate(() => chrome.storage.local.clear());
  expect(browser.leaked.splice(0)).toEqual([]);
  expect(browser.complaints.splice(0).filter((complaint) => !/status of (?:403|429)/.test(complaint))).toEqual([]);
});

const open = (query?: string, path?: string) => openDocs(browser, query, path);
const ask: TabAsker['ask'] = (tab, kind, request) => asker.ask(tab, kind, request);
const reach: TabAsker['reach'] = (tab, wanted) => asker.reach(tab, wanted);

describe('a Google document with the built extension', () => {
  test.each(['/document/d/end-to-end/edit', '/document/u/1/d/end-to-end/edit'])(
    'is read and marked at %s',
    async (path) => {
      const opened = await open('', path);
      const state = await reach(opened.tab, isSettled);
      expect(state.surfaces[0]?.report).toMatchObject({
        state: 'ready',
        title: 'Kestrel: where we play and how we win, 2027',
      });
      expect(passages(state).length).toBeGreaterThan(25);
      await marksLieOnText(opened);
      const counted = await counters(opened.page);
      expect(counted).toMatchObject({ setSelection: 0, foreignTileNodes: 0, violations: [], errors: [] });
    },
  );

  test.each(['/document/', '/document/d/end-to-end/mobilebasic'])(
    'is not seen where there is none: %s',
    async (path) => {
      const page = await browser.context.newPage();
      await page.goto(`https://docs.google.com${path}`);
      await reach(await browser.tabId(page), ({ status }) => status === 'no-document');
    },
  );

  test('follows what is typed and deleted through the input iframe', async () => {
    const opened = await open();
    const before = await reach(opened.tab, isSettled);
    await opened.page.mouse.click(640, 560);
    await opened.page.keyboard.press('End');
    await opened.page.keyboard.type(' We hire two managers and coach every lead.', { delay: 15 });
    await opened.page.keyboard.press('Enter');
    await opened.page.keyboard.type('A new paragraph says which segment we chose and why we win it.', { delay: 15 });
    await reach(opened.tab, (state) => isSettled(state) && passages(state).length === passages(before).length + 1);
    await marksLieOnText(opened);
    for (let key = 0; key < 63; key++) await opened.page.keyboard.press('Backspace');
    await reach(opened.tab, (state) => isSettled(state) && passages(state).length === passages(before).length);
    await marksLieOnText(opened);
    expect(await counters(opened.page)).toMatchObject({ setSelection: 0, foreignTileNodes: 0, violations: [] });
  });

  test('keeps its marks on the text through scrolling, zoom, a colleague and a narrower window', async () => {
    const opened = await open('runs=word');
    const { page } = opened;
    await reach(opened.tab, isSettled);
    await page.evaluate(() => window.__docs.scrollTo(1400));
    await marksLieOnText(opened);
    for (const zoom of [50, 150, 100]) {
      await page.evaluate((percent) => window.__docs.zoom(percent), zoom);
      await marksLieOnText(opened);
    }
    await page.evaluate(() => window.__docs.remote(200, 204, 'an insertion by a colleague'));
    await marksLieOnText(opened);
    await page.setViewportSize({ width: 980, height: 700 });
    await marksLieOnText(opened);
  });

  test.each([50, 100, 200])(
    'draws its lines below the letters and above those of the next line, at a zoom of %i',
    async (zoom) => {
      const opened = await open(`zoom=${zoom}`);
      await opened.page.evaluate(() => window.__docs.scrollTo(500));
      await reach(opened.tab, isSettled);
      await marksLieOnText(opened);
      await expect.poll(async () => (await opened.world.boxes()).length).toBeGreaterThan(3);
      const drops = await opened.page.evaluate(
        (drawn) => {
          const truth = window.__docs
            .paintedParagraphs()
            .flatMap(({ id }) => window.__docs.boxes(id, 0, Number.POSITIVE_INFINITY));
          return drawn.flatMap(({ left, right, top, bottom }) =>
            truth
              .filter((box) => box.left < right && box.right > left && Math.abs(box.top - top) < 1)
              .filter((box) => box.bottom - box.top > 0.7 * (bottom - top))
              .map((box) => (bottom - box.bottom) / (box.bottom - box.top)),
          );
        },
        await opened.world.boxes(),
      );
      expect(drops.length).toBeGreaterThan(3);
      for (const drop of drops) {
        expect(drop).toBeGreaterThan(0.02);
        expect(drop).toBeLessThan(0.19);
      }
    },
  );

  test('changes with the document tab, and shows nothing of the tab that was left', async () => {
    const opened = await open('tabs=1&tabDelay=400');
    const first = await reach(opened.tab, isSettled);
    await someMarks(opened.world);
    await opened.page.evaluate(() => window.__docs.switchTab(1));
    const second = await reach(
      opened.tab,
      (state) => isSettled(state) && state.surfaces[0]?.id !== first.surfaces[0]?.id,
    );
    expect(passages(second)[0]?.excerpt).not.toBe(passages(first)[0]?.excerpt);
    await marksLieOnText(opened);
    expect(second.surfaces[0]?.report?.unread).toEqual([{ reason: 'other-tab', count: 1 }]);
  });

  test('brings a passage into view without moving caret, selection or focus', async () => {
    const opened = await open('doc=generated&pages=30');
    const { page, tab } = opened;
    const state = await reach(tab, isSettled);
    await page.mouse.click(640, 400);
    const caret = () => page.evaluate(async () => (await window._docs_annotate_getAnnotatedText?.())?.getSelection());
    const before = await caret();
    const target = passages(state).at(-3);
    const answer = await ask(tab, 'reveal-passage', { surfaceId: state.surfaces[0]?.id, passageId: target?.id });
    expect(answer).toMatchObject({ ok: true });
    const inView = await page.evaluate((excerpt) => {
      const clip = window.__docs.clip();
      return window.__docs
        .paintedParagraphs()
        .filter(({ text }) => text.startsWith(excerpt))
        .flatMap(({ id }) => window.__docs.boxes(id, 0, Number.POSITIVE_INFINITY))
        .some((box) => box.top >= clip.top && box.bottom <= clip.bottom);
    }, target?.excerpt.slice(0, 60) ?? '');
    expect(inView).toBe(true);
    expect(await caret()).toEqual(before);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('docs-texteventtarget-iframe');
    expect((await counters(page)).setSelection).toBe(0);
  });

  test('is left without a trace at once when it is switched off, and marked again when it is switched on', async () => {
    const opened = await open();
    await reach(opened.tab, isSettled);
    await someMarks(opened.world);
    await ask(opened.tab, 'set-switch', { scope: 'site', on: false });
    await noMarks(opened);
    await ask(opened.tab, 'set-switch', { scope: 'site', on: true });
    await marksLieOnText(opened);
  });

  test('goes on when the background worker was stopped in between', async () => {
    const opened = await open();
    const before = await reach(opened.tab, isSettled);
    await browser.killWorker();
    await colleagueWrites(opened.page, 'A line about the beta that a colleague wrote meanwhile.');
    await reach(opened.tab, (state) => isSettled(state) && passages(state).length === passages(before).length + 1);
    await marksLieOnText(opened);
  });

  test('of 60 pages shows its mix', async () => {
    const { tab } = await open('doc=generated&pages=60');
    const state = await reach(tab, isSettled);
    expect(state.surfaces[0]?.report?.mix.words).toBeGreaterThan(25_000);
    expect(state.surfaces[0]?.report?.mix.stagedWords).toBeGreaterThan(1000);
  });

  test('never takes a pointer event and stays under menus and comments', async () => {
    const opened = await open('runs=line');
    await reach(opened.tab, isSettled);
    await someMarks(opened.world);
    const boxes = await opened.world.boxes();
    const hits = await opened.page.evaluate(
      (drawn) =>
        drawn.filter(({ left, top, right, bottom }) => {
          const element = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          return element?.localName.startsWith('stagemark') === true;
        }).length,
      boxes,
    );
    expect(hits).toBe(0);
    const order = await opened.page.evaluate(() => {
      const z = (selector: string) =>
        Number(getComputedStyle(document.querySelector(selector) ?? document.body).zIndex);
      return { marks: z('stagemark-marks'), caret: z('.kix-cursor'), menu: z('.goog-menu') };
    });
    expect(order.marks).toBeLessThan(order.caret);
    expect(order.marks).toBeLessThan(order.menu);
  });
});

describe('the card in a Google document', () => {
  const focused = (opened: OpenedDocs) => opened.page.evaluate(() => document.activeElement?.className);
  const middleOf = ({ left, top, right, bottom }: DrawnBox) =>
    [Math.min(right - 4, left + 60, 1200), (top + bottom) / 2] as const;
  const isClear = (card: DrawnBox, line: DrawnBox) => card.top >= line.bottom || card.bottom <= line.top;

  test.each(['', 'zoom=50', 'zoom=150'])(
    'never covers its line, and leaves the keyboard to the document: %s',
    async (query) => {
      const opened = await open(query);
      const { page, world } = opened;
      await reach(opened.tab, isSettled);
      await marksLieOnText(opened);
      await page.mouse.click(640, 300);
      const lines = (await world.boxes()).filter(({ top, bottom }) => top > 100 && bottom < 790);
      expect(lines.length).toBeGreaterThan(1);
      for (const line of [lines[0], lines[lines.length >> 1], lines.at(-1)]) {
        if (line === undefined) continue;
        const [x, y] = middleOf(line);
        await page.mouse.move(x - 2, y);
        await page.mouse.move(x, y);
        await expect.poll(() => world.card(), { timeout: 10_000 }).not.toBeNull();
        const card = await world.card();
        expect(card !== null && isClear(card, line)).toBe(true);
        expect(await focused(opened)).toBe('docs-texteventtarget-iframe');
        await page.mouse.move(3, 3);
        await expect.poll(() => world.card()).toBeNull();
      }
    },
  );

  test.each([
    ['the writer types on', (page: Page) => page.keyboard.type('A')],
    ['a colleague moves its passage', (page: Page) => page.evaluate(() => window.__docs.remote(1, 1, 'A line.\n'))],
  ])('goes when %s', async (_, change) => {
    const opened = await open();
    const { page, world } = opened;
    await reach(opened.tab, isSettled);
    await marksLieOnText(opened);
    await page.mouse.click(640, 300);
    const line = (await world.boxes()).find(({ top }) => top > 450);
    if (line === undefined) throw new Error('There is no mark.');
    const [x, y] = middleOf(line);
    await page.mouse.move(x - 2, y);
    await page.mouse.move(x, y);
    await expect.poll(() => world.card(), { timeout: 10_000 }).not.toBeNull();
    await change(page);
    await expect.poll(() => world.card()).toBeNull();
    expect(await page.evaluate(() => window.__docs.counters.setSelection)).toBe(0);
  });
});

describe('a hostile page', () => {
  test('that wraps messaging and forges both sides of the bridge changes nothing that is read', async () => {
    const opened = await open('hostile=1');
    await reach(opened.tab, isSettled);
    // So many rounds of forgeries, by the page's own clock.
    await opened.page.evaluate(
      () =>
        new Promise<void>((done) => {
          let rounds = 0;
          setInterval(() => ++rounds === 7 && done(), 200);
        }),
    );
    const state = await reach(opened.tab, isSettled);
    expect(passages(state).some(({ excerpt }) => excerpt.includes('forged'))).toBe(false);
    expect(passages(state).length).toBeGreaterThan(25);
    await marksLieOnText(opened);
    expect(await counters(opened.page)).toMatchObject({ setSelection: 0, violations: [] });
  });

  test('finds no document text in the elements that Stagemark adds', async () => {
    const opened = await open();
    await reach(opened.tab, isSettled);
    const own = await opened.page.evaluate(() =>
      [...document.querySelectorAll('stagemark-marks, stagemark-card')].map((one) => one.outerHTML).join(''),
    );
    expect(own).not.toMatch(/clinic|segment/i);
  });
});
