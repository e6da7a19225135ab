import type { Page } from 'playwright-core';
import { LEDGER_QUIET_MS } from '../../../lib/page/ledger-keeper.ts';
import type { Browser } from '../../harness/chromium.ts';
import { pageUrl } from '../../simulators/notion/pages.ts';
import { createRandom } from '../../simulators/notion/random.ts';
import { lockViolations } from './lock-report.ts';
import { inOwnWorlds } from './own-world.ts';
import { whenSettled } from './tab-state.ts';
import { shareOf, sum, type Trace, traceExtension, type Work } from './trace.ts';

export interface TypingResult {
  readonly medianMs: number;
  readonly maxMs: number;
  readonly keys: number;
  /** The most work in one stretch without a break after a pause of the writer, in ms. */
  readonly longestTaskMs: number;
  readonly visibleCpuPercent: number;
  readonly hiddenCpuPercent: number;
  readonly caretMoves: number;
  readonly lockViolations: number;
}

/** Keys in a row between two pauses, and their distance in ms: a fast writer. */
const BURST = 50;
const KEY_MS = 45;
/** Longer than the pause after which marks come back. */
const PAUSE_MS = 1200;
/** What is under way when a tab is hidden ends so long (ms) after the last change of its labels: then the day's line is kept. */
const HIDING_MS = LEDGER_QUIET_MS + 500;
const NOISE = 100;
const BLOCKS = 5000;
/** A page of this size is drawn at once; a busy machine takes its time. */
const LOAD_TIMEOUT_MS = 120_000;
const LETTERS = 'etaoinshrdlu ';

/** Opens a page of 5,000 blocks and waits until the built extension has read, labelled and reviewed all of it. */
export async function openLargePage(browser: Browser, seed: number): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(pageUrl('spec', 'so', { size: BLOCKS, seed, boot: 0 }), { timeout: LOAD_TIMEOUT_MS });
  await page.waitForFunction(() => window.__sim?.settled());
  await whenSettled(browser, page);
  return page;
}

/** Types into the page of `openLargePage` and measures the extension's own work, then lets it rest and closes the page. */
export async function measureTyping(
  browser: Browser,
  page: Page,
  keys: number,
  idleMs: number,
  seed: number,
  say: (line: string) => void,
): Promise<TypingResult> {
  await page.bringToFront();
  const random = createRandom(seed);
  const perKey: number[] = [];
  let worst = { ms: 0, line: '' };
  let longestTaskMs = 0;
  for (let done = 0; done < keys; ) {
    const burst = Math.min(BURST, keys - done);
    await page.evaluate(
      (line) => {
        const { id, text } = window.__sim.truth()[line] ?? { id: '', text: '' };
        window.__sim.setCaret(id, 0, Math.floor(text.length / 2));
      },
      random.int(3, 20),
    );
    const trace = await traceExtension(page, async () => {
      for (let i = 0; i < burst; i++) {
        const last = i === burst - 1;
        await page.keyboard.press(last ? 'Enter' : random.next() < 0.1 ? 'Backspace' : random.pick([...LETTERS]));
        await page.waitForTimeout(KEY_MS);
      }
      await page.waitForTimeout(PAUSE_MS);
    });
    for (const [index, pieces] of workPerKey(trace).entries()) {
      const ms = sum(pieces);
      perKey.push(ms);
      if (ms <= worst.ms) continue;
      const parts = pieces.filter((piece) => piece.ms > 0.5).map((piece) => `${piece.ms.toFixed(1)} ms ${piece.what}`);
      worst = { ms, line: `worst key: number ${done + index + 1} of ${keys}, ${parts.join('; ')}` };
    }
    longestTaskMs = Math.max(longestTaskMs, ...trace.work.map((work) => work.ms));
    done += burst;
  }
  say(worst.line);
  const caretMoves = await page.evaluate(() => window.__sim.caretMoves());
  await whenSettled(browser, page);
  const stop = await page.evaluateHandle((rate) => window.__sim.noise(rate), NOISE);
  const visible = await traceExtension(page, () => page.waitForTimeout(idleMs));
  await hide(browser, page);
  await page.waitForTimeout(Math.max(0, HIDING_MS - idleMs));
  const hidden = await traceExtension(page, () => page.waitForTimeout(idleMs));
  for (const { ms, what } of hidden.work) if (ms > 0.5) say(`work in the hidden tab: ${ms.toFixed(1)} ms ${what}`);
  await stop.evaluate((end) => end());
  const violations = await lockViolations(page, 'keystrokes', say);
  await page.close();
  perKey.sort((a, b) => a - b);
  return {
    medianMs: perKey[perKey.length >> 1] ?? Number.NaN,
    maxMs: perKey.at(-1) ?? Number.NaN,
    keys: perKey.length,
    longestTaskMs,
    visibleCpuPercent: shareOf(visible, idleMs),
    hiddenCpuPercent: shareOf(hidden, idleMs),
    caretMoves,
    lockViolations: violations,
  };
}

/**
 * Median time (ms) from a key to the frame that shows it, in a page of 5,000 blocks: with the extension and without, what it
 * adds is the difference.
 */
export async function keyToFrame(browser: Browser, keys: number, seed: number): Promise<number> {
  const page = await browser.context.newPage();
  await page.goto(pageUrl('spec', 'so', { size: BLOCKS, seed, boot: 0 }), { timeout: LOAD_TIMEOUT_MS });
  await page.waitForFunction(() => window.__sim?.settled());
  if (browser.extensionId !== '') await whenSettled(browser, page);
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { proofTimes: times });
    const shown = new MessageChannel();
    let pressed = 0;
    shown.port1.onmessage = () => times.push(performance.now() - pressed);
    addEventListener(
      'keydown',
      (event) => {
        pressed = event.timeStamp;
        requestAnimationFrame(() => shown.port2.postMessage(null));
      },
      true,
    );
    const { id, text } = window.__sim.truth()[5] ?? { id: '', text: '' };
    window.__sim.setCaret(id, 0, text.length);
  });
  for (let i = 0; i < keys; i++) {
    await page.keyboard.press('a');
    await page.waitForTimeout(KEY_MS);
  }
  const times = await page.evaluate(() => (window as unknown as { proofTimes: number[] }).proofTimes);
  await page.close();
  times.sort((a, b) => a - b);
  return times[times.length >> 1] ?? Number.NaN;
}

/** Work between a key and the next; for the last key of a burst as long a time as for the others. */
function workPerKey({ keys, work }: Trace): Work[][] {
  return keys.map((at, index) => {
    const end = Math.min(keys[index + 1] ?? Number.POSITIVE_INFINITY, at + 2 * KEY_MS);
    return work.filter((each) => each.at >= at && each.at < end);
  });
}

/**
 * Makes the page look hidden to the extension. A headless browser shows every tab, so its isolated world is told what a
 * hidden tab's would be.
 */
async function hide(browser: Browser, page: Page): Promise<void> {
  await inOwnWorlds(
    browser,
    page,
    "Object.defineProperty(document, 'hidden', {get: () => true}); Object.defineProperty(document, 'visibilityState', {get: () => 'hidden'}); document.dispatchEvent(new Event('visibilitychange'))",
  );
}
