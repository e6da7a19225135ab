import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from '../harness/bundle.ts';
import { type Firefox, firefoxMissing, launchFirefox } from '../harness/firefox.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';

const missing = firefoxMissing();
if (missing !== null) console.log(missing);
const PATIENCE = 30_000;
const HARNESS = join(import.meta.dirname, '..', 'prove', 'notion', 'harness-page.ts');

let firefox: Firefox;
beforeAll(async () => {
  if (missing === null) firefox = await launchFirefox([notionSimulator]);
}, 90_000);
afterAll(async () => {
  await firefox?.close();
});

async function open(url: string): Promise<Page> {
  const page = await firefox.open(url);
  await page.waitForFunction(() => window.__sim?.settled());
  return page;
}

/** Texts under the marks of the extension, by the page's own sight of the registry. */
function painted(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    ['execution', 'strategy', 'organisation'].flatMap((stage) =>
      [...(CSS.highlights.get(`stagemark-${stage}`) ?? [])].map((range) => range.toString()),
    ),
  );
}

const marked = (page: Page) =>
  expect.poll(async () => (await painted(page)).length, { timeout: PATIENCE, interval: 200 }).toBeGreaterThan(2);

describe.skipIf(missing !== null)('in Firefox', () => {
  it.each([
    ['the sample', {}],
    ['late blocks', { size: 200, boot: 120 }],
    ['a windowed page', { size: 300, mode: 'windowed' }],
  ])('reading %s gives what the document holds', async (_name, query) => {
    const page = await open(`${pageUrl('spec', 'so', { ...query, csp: 'none' })}`);
    await page.addScriptTag({ content: await bundlePage(HARNESS) });
    const compare = () =>
      page.evaluate(() => globalThis.stagemarkHarness.compare('page', window.__sim.truth(), window.__sim.wholeTruth()));
    await expect.poll(compare, { timeout: PATIENCE, interval: 200 }).toEqual([]);
    await page.evaluate(() => window.__sim.scrollTo(1500));
    await expect.poll(compare, { timeout: PATIENCE, interval: 200 }).toEqual([]);
    await page.close();
  });

  it.each([
    ['the old address', pageUrl('spec', 'so')],
    ['the new address under a strict policy', pageUrl('spec', 'app', { csp: 'strict' })],
    ['a published page', pageUrl('spec', 'site')],
  ])('passages are marked at %s and nothing of the editor is changed', async (_name, url) => {
    const page = await open(url);
    await marked(page);
    expect(await page.evaluate(() => window.__sim.marksOutside('stagemark'))).toEqual([]);
    expect(await page.evaluate(() => window.__sim.lock.violations)).toBe(0);
    await page.close();
  });

  it('the mark leaves the line being written and comes back after a pause', async () => {
    const page = await open(pageUrl('spec', 'so'));
    await marked(page);
    const start = 'We choose returning small merchants';
    expect((await painted(page)).some((text) => text.startsWith(start))).toBe(true);
    await page.evaluate((words) => {
      const line = window.__sim.truth().find((each) => each.text.startsWith(words));
      window.__sim.setCaret(line?.id ?? '', 0, 10);
    }, start);
    await page.keyboard.type('only ');
    expect((await painted(page)).some((text) => text.startsWith('We choose'))).toBe(false);
    expect(await page.evaluate(() => window.__sim.caret()?.offset)).toBe(15);
    await expect
      .poll(async () => (await painted(page)).some((text) => text.startsWith('We choose only')), { timeout: PATIENCE })
      .toBe(true);
    expect(await page.evaluate(() => [window.__sim.lock.violations, window.__sim.caretMoves()])).toEqual([0, 0]);
    await page.close();
  });

  it('a navigation without a load leaves no mark of the old page', async () => {
    const page = await open(pageUrl('spec', 'app'));
    await marked(page);
    const before = await painted(page);
    await page.evaluate(() => window.__sim.go(window.__sim.pages.strategy));
    await page.waitForFunction(() => window.__sim.truth()[0]?.text === 'Checkout strategy for next year');
    await page.waitForFunction(
      () => document.querySelector('main h1')?.textContent === 'Checkout strategy for next year',
    );
    expect((await painted(page)).filter((text) => before.includes(text))).toEqual([]);
    await marked(page);
    await page.close();
  });

  it('the card comes over a mark that the pointer rests on, and takes no focus', async () => {
    const page = await open(pageUrl('spec', 'so'));
    await marked(page);
    await page.evaluate(() => window.__sim.setCaret(window.__sim.truth()[3]?.id ?? '', 0, 4));
    const [x, y] = await page.evaluate(() => {
      for (const stage of ['execution', 'strategy', 'organisation']) {
        for (const range of CSS.highlights.get(`stagemark-${stage}`) ?? []) {
          const [box] = (range as Range).getClientRects();
          if (box !== undefined && box.top > 60 && box.bottom < innerHeight)
            return [box.left + 20, box.top + box.height / 2];
        }
      }
      return [0, 0];
    });
    await page.mouse.move(5, 5);
    await page.mouse.move(x ?? 0, y ?? 0, { steps: 4 });
    await expect
      .poll(() => page.evaluate(() => document.querySelector('stagemark-card') !== null), { timeout: PATIENCE })
      .toBe(true);
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('stagemark-card');
    expect(await page.evaluate(() => [window.__sim.lock.violations, window.__sim.caretMoves()])).toEqual([0, 0]);
    await page.close();
  });

  it('nothing left the browser and nothing was complained of', () => {
    expect(firefox.leaked).toEqual([]);
    expect(firefox.complaints).toEqual([]);
  });
});
