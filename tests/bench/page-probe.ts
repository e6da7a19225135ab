import type { CDPSession, Page } from 'playwright-core';
import { tabStateSchema } from '../../lib/model/tab.ts';
import type { Browser } from '../harness/chromium.ts';
import { traceEvaluation } from '../harness/evaluation.ts';
import { median } from './stats.ts';

/** What is seen of one page while keys are typed into it. */
export interface Observed {
  /** Milliseconds from a key to the frame after it was painted. */
  readonly keyToPaint: readonly number[];
  /** Tasks over 50 ms after the page had settled. */
  readonly longTasks: number;
  /** Main-thread time of the untouched page in percent of one core. */
  readonly idlePercent: number;
  /** Milliseconds from the request to the end of the load event; median of the loads after the first, which finds nothing compiled. */
  readonly loadMs: number;
  /** JavaScript heap after garbage collection, all worlds of the page together. */
  readonly heapMb: number;
}

export interface Visit {
  readonly host: string;
  readonly address: string;
  /** Longest time that the page gets to be read and labelled, and to come to rest, before anything is measured, in milliseconds. */
  readonly settleMs: number;
  readonly idleMs: number;
  readonly keys: number;
  /** How often the page is loaded; at least twice. */
  readonly loads: number;
  /** Whether the extension can read it. */
  readonly readable: boolean;
}

const KEY_PAUSE_MS = 40;
/** Time after the last key in which its late work shows, in milliseconds. */
const TAIL_MS = 500;

/** Notes, in the page, how long each key takes to the frame after it, also in the same-origin frame that takes the keys. */
function installProbe(): void {
  const times: number[] = [];
  let longTasks = 0;
  const onKey = () => {
    const start = performance.now();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => times.push(performance.now() - start);
      channel.port2.postMessage(null);
    });
  };
  const documents = [
    document,
    ...[...document.querySelectorAll('iframe')].flatMap((frame) => frame.contentDocument ?? []),
  ];
  for (const target of documents) target.addEventListener('keydown', onKey, true);
  new PerformanceObserver((list) => {
    longTasks += list.getEntries().length;
  }).observe({ type: 'longtask' });
  Reflect.set(window, '__probe', { take: () => ({ times: times.splice(0), longTasks }) });
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0;
}

const LOOK_MS = 250;
/** So many looks in a row, in each of which a page worked less than this, and it has come to rest. */
const QUIET_LOOKS = 4;
const QUIET_SHARE = 0.03;

/** Waits until the page has come to rest, `mostMs` at most. */
async function rest(page: Page, session: CDPSession, mostMs: number): Promise<void> {
  const end = performance.now() + mostMs;
  let quiet = 0;
  let before = await taskSeconds(session);
  while (quiet < QUIET_LOOKS && performance.now() < end) {
    await page.waitForTimeout(LOOK_MS);
    const now = await taskSeconds(session);
    quiet = (now - before) * 1_000 < QUIET_SHARE * LOOK_MS ? quiet + 1 : 0;
    before = now;
  }
}

/**
 * Waits until the extension has read and labelled the page, `mostMs` at most. A page at rest may only be waiting: for the stored
 * preferences, which a browser that has just started is slow to give, or for the background, which works elsewhere.
 */
async function labelled(browser: Browser, page: Page, mostMs: number): Promise<void> {
  const tab = await browser.tabId(page);
  const asker = await browser.openExtensionPage('popup.html?tabId=0');
  const end = performance.now() + mostMs;
  for (let settled = false; !settled && performance.now() < end; await page.waitForTimeout(LOOK_MS)) {
    const answer: unknown = await asker.evaluate(
      (id) => chrome.tabs.sendMessage(id, { kind: 'get-state' }, { frameId: 0 }).catch(() => null),
      tab,
    );
    const value: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'value') : null;
    const state = tabStateSchema.safeParse(value);
    const surfaces = state.success ? state.data.surfaces : [];
    settled = surfaces.length > 0 && surfaces.every((surface) => surface.settled && surface.report?.state === 'ready');
  }
  await asker.close();
  await page.bringToFront();
}

/** Puts the caret into the text. Where a page has changed all its names it goes to wherever the text is drawn. */
async function focusEditor(page: Page, host: string): Promise<void> {
  const leaf = page.locator('.notion-page-content [data-content-editable-leaf="true"]').nth(3);
  if (host === 'notion' && (await leaf.count()) > 0) await leaf.click();
  else await page.mouse.click(600, 400);
}

async function loadTime(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return entry?.loadEventEnd ?? 0;
  });
}

/** Opens a page, leaves it alone, types into it, and closes it. */
export async function observe(browser: Browser, visit: Visit): Promise<Observed> {
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  await session.send('Performance.enable');
  const loads: number[] = [];
  for (let load = 0; load < visit.loads; load++) {
    await page.goto(visit.address);
    loads.push(await loadTime(page));
  }
  if (visit.keys > 0) await focusEditor(page, visit.host);
  if (visit.readable && browser.extensionId !== '') await labelled(browser, page, visit.settleMs);
  await rest(page, session, visit.settleMs);
  await page.evaluate(installProbe);
  const before = await taskSeconds(session);
  const start = performance.now();
  await page.waitForTimeout(visit.idleMs);
  const idlePercent = ((await taskSeconds(session)) - before) / ((performance.now() - start) / 100_000);
  for (let key = 0; key < visit.keys; key++) {
    await page.keyboard.type('abcdefgh '.charAt(key % 9), { delay: 0 });
    await page.waitForTimeout(KEY_PAUSE_MS);
  }
  if (visit.keys > 0) await page.waitForTimeout(TAIL_MS);
  const probe: unknown = await page.evaluate(() => Reflect.get(window, '__probe').take());
  const { times, longTasks } = probe as { times: number[]; longTasks: number };
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await page.close();
  return { keyToPaint: times, longTasks, idlePercent, loadMs: median(loads.slice(1)), heapMb: usedSize / 1e6 };
}

/** Time that the browser spends on compiling and running all content scripts of one page, from its own trace: median of several loads. */
export async function evaluationTime(browser: Browser, address: string, loads: number): Promise<number> {
  const times: number[] = [];
  for (let load = 0; load < loads; load++) times.push((await traceEvaluation(browser, address)).ms);
  return median(times);
}

/** Milliseconds from a request to a stopped background to its answer; median of several. */
export async function wakeTime(browser: Browser, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await browser.killWorker();
    const page = await browser.openExtensionPage('popup.html');
    times.push(
      await page.evaluate(async () => {
        const start = performance.now();
        await chrome.runtime.sendMessage({ kind: 'set-badge', stage: null, worthALook: false });
        return performance.now() - start;
      }),
    );
    await page.close();
  }
  return median(times);
}
