import type { Browser, Page } from 'playwright-core';
import { contrast } from '../../../components/design/colour.ts';
import { buildGallery } from '../gallery/serve.ts';

/** Enlarged, so that the middle of a stroke is a pixel of pure ink. */
const SCALE = 4;
/** What is looked at, and the contrast it must have in the pixels: WCAG 1.4.11 for marks, 1.4.3 for letters and small text. */
const SAMPLES = [
  { what: 'line', selector: '.mix-range .stage-line', least: 3 },
  { what: 'letter', selector: '.mix-table .stage-mark', least: 4.5 },
  { what: 'soft text', selector: '.step-reason', least: 4.5 },
  { what: 'faint text', selector: '.mix-position', least: 4.5 },
] as const;

export interface PixelProof {
  readonly checked: number;
  /** The smallest contrast found on a line of a stage. */
  readonly leastOnLines: number;
  readonly found: readonly string[];
}

/** Measures contrast from the pixels of a screenshot: the ground is the commonest colour, the ink the one farthest from it. */
export async function provePixels(browser: Browser): Promise<PixelProof> {
  const gallery = await buildGallery();
  const found: string[] = [];
  let checked = 0;
  let leastOnLines = Number.POSITIVE_INFINITY;
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({
      colorScheme,
      deviceScaleFactor: SCALE,
      viewport: { width: 400, height: 1600 },
    });
    await gallery.attach(page);
    await page.goto(gallery.address('popup', 'typical'));
    await page.evaluate(() => document.fonts.ready);
    for (const { what, selector, least } of SAMPLES) {
      for (const place of await page.locator(`${selector}:visible`).all()) {
        const measured = await contrastIn(page, (await place.screenshot()).toString('base64'));
        checked++;
        if (what === 'line') leastOnLines = Math.min(leastOnLines, measured);
        if (measured < least) found.push(`${what} in ${colorScheme}: ${measured.toFixed(2)}:1`);
      }
    }
    await page.close();
  }
  return { checked, leastOnLines: Math.round(leastOnLines * 100) / 100, found };
}

async function contrastIn(page: Page, png: string): Promise<number> {
  const colours = await page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (context === null) throw new Error('No canvas to read pixels from');
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
    const counts = new Map<string, number>();
    for (let at = 0; at < pixels.length; at += 4) {
      const hex = [0, 1, 2].map((channel) => (pixels[at + channel] ?? 0).toString(16).padStart(2, '0')).join('');
      counts.set(`#${hex}`, (counts.get(`#${hex}`) ?? 0) + 1);
    }
    return [...counts];
  }, png);
  const [ground] = colours.reduce((most, next) => (next[1] > most[1] ? next : most));
  return Math.max(...colours.map(([colour]) => contrast(colour, ground)));
}
