import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser as PlainBrowser } from 'playwright-core';
import { reportIn, type Stage } from '../../e2e/surfaces-stage.ts';
import { CHROME_BUILD } from '../../harness/chromium.ts';
import { buildGallery } from '../gallery/serve.ts';

/** Sixty pages of about 500 words. */
const LONG_DOCUMENT = 'https://docs.google.com/document/d/long/edit?doc=generated&pages=60';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

declare global {
  interface Window {
    /** When the mix stood in the page, in milliseconds since the page began to load. */
    mixShownAt?: number;
  }
}

export interface PopupSpeed {
  /** Median time from opening to the mix being there and laid out, in milliseconds. */
  readonly interactiveMs: number;
  /** Median processor time of the popup's main thread until then, in milliseconds: what other programs do does not count. */
  readonly mainThreadMs: number;
}

/** Opens the popup again and again about a document of 30,000 words. */
export async function provePopup(stage: Stage, rounds: number): Promise<PopupSpeed> {
  const { tabId } = await stage.openDocument(LONG_DOCUMENT);
  const first = await stage.openSurface('popup', tabId);
  await reportIn(first);
  await first.close();
  const times: number[] = [];
  const busy: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const page = await stage.browser.context.newPage();
    await page.setViewportSize({ width: 400, height: 600 });
    await page.addInitScript(() => {
      const observer = new MutationObserver(() => {
        if (document.querySelector('.mix-table') === null) return;
        observer.disconnect();
        document.body.getBoundingClientRect();
        window.mixShownAt = performance.now();
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    const session = await stage.browser.context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(`chrome-extension://${stage.browser.extensionId}/popup.html?tabId=${tabId}`);
    await reportIn(page);
    const at = await page.evaluate(() => window.mixShownAt);
    if (at !== undefined) times.push(at);
    const { metrics } = await session.send('Performance.getMetrics');
    busy.push((metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000);
    await page.close();
  }
  await stage.clear();
  return { interactiveMs: median(times), mainThreadMs: median(busy) };
}

/** Median time of the panel from a state's arrival to its layout, for a document of 2,000 passages. */
export async function provePanelUpdate(browser: PlainBrowser, rounds: number): Promise<number> {
  const gallery = await buildGallery();
  const page = await browser.newPage({ viewport: { width: 360, height: 900 } });
  await gallery.attach(page);
  await page.goto(`${gallery.address('panel', 'long')}&live`);
  const times: number[] = [];
  for (let round = 0; round < rounds + 2; round++) {
    const time = await page.evaluate(() => window.pushState?.());
    // The first two bring the list in and warm the code up.
    if (time !== undefined && round >= 2) times.push(time);
  }
  await page.close();
  return median(times);
}

/** Size of all scripts and styles that the popup loads to open, in kB. */
export function popupKilobytes(): number {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const code = readFileSync(join(CHROME_BUILD, file), 'utf8');
    const folder = file.split('/').slice(0, -1).join('/');
    for (const match of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) visit(`${folder}/${match[1]}`);
  };
  const html = readFileSync(join(CHROME_BUILD, 'popup.html'), 'utf8');
  for (const match of html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)) visit(match[1] ?? '');
  const bytes = [...seen].reduce((sum, file) => sum + readFileSync(join(CHROME_BUILD, file)).length, 0);
  return Math.round(bytes / 100) / 10;
}
