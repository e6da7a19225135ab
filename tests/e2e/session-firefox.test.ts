import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Firefox, firefoxMissing, launchFirefox } from '../harness/firefox.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';

const missing = firefoxMissing();
if (missing !== null) console.log(missing);

let firefox: Firefox;
beforeAll(async () => {
  if (missing === null) firefox = await launchFirefox([notionSimulator]);
});
afterAll(async () => {
  await firefox?.close();
});

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

describe.skipIf(missing !== null)('the card in Firefox', () => {
  test('comes under a resting pointer, keeps the caret and goes with the pointer', async () => {
    const page = await firefox.open(pageUrl('strategy'));
    await expect.poll(() => markIn(page)).not.toBeNull();
    const first = await markIn(page);
    if (first === null) throw new Error('No mark is on screen.');
    await page.mouse.click(first.x, first.y);
    const active = await page.evaluate(() => document.activeElement?.className);
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
    await page.mouse.move(3, 3);
    await expect.poll(() => cards(page)).toBe(0);
    expect(firefox.complaints.filter((line) => /stagemark/i.test(line))).toEqual([]);
    expect(firefox.leaked).toEqual([]);
    await page.close();
  });
});
