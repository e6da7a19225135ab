import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from '../harness/bundle.ts';
import { type Firefox, firefoxMissing, launchFirefox } from '../harness/firefox.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';
import { openFirefoxAsker } from './firefox-asker.ts';
import { isSettled } from './is-settled.ts';
import { paintedWhileTyping } from './notion-stage.ts';

const missing = firefoxMissing();
if (missing !== null) console.log(missing);
const HARNESS = join(import.meta.dirname, '..', 'prove', 'notion', 'harness-page.ts');

let firefox: Firefox;
beforeAll(async () => {
  if (missing === null) firefox = await launchFirefox([notionSimulator]);
});
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

const marked = (page: Page) => expect.poll(async () => (await painted(page)).length).toBeGreaterThan(2);

/** The middle of a mark that is on screen, or null. */
function markIn(page: Page): Promise<{ x: number; y: number } | null> {
  return page.evaluate(() => {
    for (const stage of ['execution', 'strategy', 'organisation']) {
      for (const range of CSS.highlights.get(`stagemark-${stage}`) ?? []) {
        const line = (range as Range).getClientRects()[0];
        if (line === undefined || line.width < 60 || line.top < 100 || line.bottom > innerHeight - 100) continue;
        return { x: Math.round(line.left + 30), y: Math.round(line.top + line.height / 2) };
      }
    }
    return null;
  });
}
const cards = (page: Page) => page.evaluate(() => document.querySelectorAll('stagemark-card').length);

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
    await expect.poll(compare).toEqual([]);
    await page.evaluate(() => window.__sim.scrollTo(1500));
    await expect.poll(compare).toEqual([]);
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
    await expect.poll(async () => (await painted(page)).some((text) => text.startsWith(start))).toBe(true);
    await page.evaluate((words) => {
      const line = window.__sim.truth().find((each) => each.text.startsWith(words));
      window.__sim.setCaret(line?.id ?? '', 0, 10);
    }, start);
    const seen = await paintedWhileTyping(page, 'only ');
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter((text) => text.startsWith('We choose'))).toEqual([]);
    expect(await page.evaluate(() => window.__sim.caret()?.offset)).toBe(15);
    await expect.poll(async () => (await painted(page)).some((text) => text.startsWith('We choose only'))).toBe(true);
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
    await expect.poll(async () => (await painted(page)).filter((text) => before.includes(text))).toEqual([]);
    await marked(page);
    expect((await painted(page)).filter((text) => before.includes(text))).toEqual([]);
    await page.close();
  });

  it('a line is split, written from nothing and undone as without the extension', async () => {
    const page = await open(pageUrl('spec', 'so'));
    await marked(page);
    const id = await page.evaluate(() => {
      const line = window.__sim.truth().find((each) => each.text.startsWith('Saved baskets'));
      window.__sim.setCaret(line?.id ?? '', 0, line?.text.length ?? 0);
      return line?.id ?? '';
    });
    await page.keyboard.press('Enter');
    await page.keyboard.type('We hire two engineers and coach them every week.');
    const after = () =>
      page.evaluate((block) => {
        const lines = window.__sim.truth();
        return lines[lines.findIndex((line) => line.id === block) + 1]?.text ?? '';
      }, id);
    expect(await after()).toBe('We hire two engineers and coach them every week.');
    await expect.poll(async () => (await painted(page)).some((text) => text.startsWith('We hire two'))).toBe(true);
    // Keys that came slowly are several steps to take back.
    await expect
      .poll(async () => {
        await page.keyboard.down('Control');
        await page.keyboard.press('z');
        await page.keyboard.up('Control');
        return after();
      })
      .not.toContain('We hire two');
    await expect.poll(async () => (await painted(page)).some((text) => text.startsWith('We hire two'))).toBe(false);
    expect(await page.evaluate(() => [window.__sim.lock.violations, window.__sim.caretMoves()])).toEqual([0, 0]);
    await page.close();
  });

  it('a composition in the middle of a marked line is left to its end, and the line is marked again', async () => {
    const page = await open(pageUrl('spec', 'so'));
    await marked(page);
    const id = await page.evaluate(() => {
      const line = window.__sim.truth().find((each) => each.text.startsWith('We choose returning'));
      window.__sim.setCaret(line?.id ?? '', 0, 10);
      window.__sim.ime.start();
      window.__sim.ime.update('か');
      window.__sim.redraw(line?.id ?? '');
      return line?.id ?? '';
    });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await page.evaluate(() => {
      window.__sim.ime.update('漢字');
      window.__sim.ime.end();
    });
    expect(await page.evaluate((block) => window.__sim.text(block).slice(0, 12), id)).toBe('We choose 漢字');
    await expect.poll(async () => (await painted(page)).some((text) => text.startsWith('We choose 漢字'))).toBe(true);
    expect(await page.evaluate(() => [window.__sim.lock.violations, window.__sim.caretMoves()])).toEqual([0, 0]);
    await page.close();
  });

  it('hundreds of marks in one text node are drawn, each on its words, and drawn again after an edit of them', async () => {
    const page = await open(pageUrl('spec', 'so', { size: 5, giant: 1, csp: 'none' }));
    await page.evaluate(() => {
      globalThis.stagemarkSettings = { unit: 'word', watchFrames: false };
    });
    await page.addScriptTag({ content: await bundlePage(HARNESS) });
    await page.evaluate(() => {
      const giant = window.__sim.truth().at(-1);
      window.__sim.scrollTo(1e6);
      return giant?.id;
    });
    const counts = () =>
      page.evaluate(() => {
        const giant = window.__sim.truth().at(-1);
        const words = giant?.text.match(/[A-Za-z]{5,}/g) ?? [];
        let [ranges, wrong] = [0, 0];
        for (const stage of ['execution', 'strategy', 'organisation']) {
          for (const range of CSS.highlights.get(`stagemark-${stage}`) ?? []) {
            if (!(range.startContainer instanceof Text) || range.startContainer.data.length < 10_000) continue;
            ranges++;
            if (!/^[A-Za-z]{5,}$/.test(range.toString())) wrong++;
          }
        }
        return { words: words.length, ranges, wrong };
      });
    await expect.poll(async () => (await counts()).ranges).toBeGreaterThan(500);
    const before = await counts();
    expect(before.wrong).toBe(0);
    await page.evaluate(() => {
      const giant = window.__sim.truth().at(-1);
      window.__sim.setText(giant?.id ?? '', `Nowadays ${giant?.text}`);
    });
    expect((await counts()).wrong).toBe(0);
    await expect.poll(async () => (await counts()).ranges).toBeGreaterThanOrEqual(before.ranges);
    expect((await counts()).wrong).toBe(0);
    await page.close();
  });

  it('a page and its peek have two mixes and marks of their own, and one is left when the peek closes', async () => {
    const asker = await openFirefoxAsker(firefox);
    const page = await open(pageUrl('spec', 'so'));
    const tab = await asker.tabId(page);
    await asker.reach(tab, isSettled);
    const alone = (await painted(page)).sort();
    await page.bringToFront();
    await page.evaluate(() => window.__sim.openPeek(window.__sim.pages.strategy));
    const both = await asker.reach(tab, (state) => state.surfaces.length === 2 && isSettled(state));
    expect(both.surfaces.map(({ kind }) => kind)).toEqual(['page', 'peek']);
    expect(both.surfaces[0]?.report?.mix).not.toEqual(both.surfaces[1]?.report?.mix);
    expect(await page.evaluate(() => window.__sim.marksOutside('stagemark'))).toEqual([]);
    await page.evaluate(() => window.__sim.closePeek());
    await asker.reach(tab, (state) => state.surfaces.length === 1);
    await expect.poll(async () => (await painted(page)).sort()).toEqual(alone);
    await page.close();
    await asker.page.close();
  });

  it('passages that are scrolled to are marked in a page that mounts only what is near', async () => {
    const page = await open(pageUrl('spec', 'so', { size: 300, mode: 'windowed' }));
    await marked(page);
    const first = await painted(page);
    await page.evaluate(() => window.__sim.scrollTo(5000));
    await expect
      .poll(async () => (await painted(page)).filter((text) => !first.includes(text)).length)
      .toBeGreaterThan(0);
    expect(await page.evaluate(() => window.__sim.marksOutside('stagemark'))).toEqual([]);
    await page.close();
  });

  it('the card comes under a resting pointer, keeps the caret and goes with the pointer', async () => {
    const page = await firefox.open(pageUrl('strategy'));
    await expect.poll(() => markIn(page)).not.toBeNull();
    const first = await markIn(page);
    if (first === null) throw new Error('No mark is on screen.');
    await page.mouse.click(first.x, first.y);
    const active = await page.evaluate(() => document.activeElement?.className);
    const caret = await page.evaluate(() => window.__sim.caret());
    await page.mouse.move(3, 3);
    // A pointer that leaves and is back within one frame never left: the card stays away after a click until it does.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    // Blocks may still come and move the mark, and the card comes with the review, which follows the marks: the pointer goes
    // where the mark is now until the card is there.
    const hover = async () => {
      const at = await markIn(page);
      if (at !== null) {
        await page.mouse.move(at.x, at.y);
        await page.mouse.move(at.x + 1, at.y);
      }
      return cards(page);
    };
    await expect.poll(hover, { interval: 900 }).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe(active);
    expect(await page.evaluate(() => window.__sim.caret())).toEqual(caret);
    await page.mouse.move(3, 3);
    await expect.poll(() => cards(page)).toBe(0);
    await page.close();
  });

  it('nothing left the browser and nothing was complained of', () => {
    expect(firefox.leaked).toEqual([]);
    expect(firefox.complaints).toEqual([]);
  });
});
