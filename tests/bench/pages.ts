import type { CDPSession, Page } from 'playwright-core';
import { type Browser, CHROME_BUILD, launchChromium } from '../harness/chromium.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';
import { median, quantile } from './stats.ts';

/** What the extension costs a page of one host, by the same page without it. */
export interface PageFigures {
  /** 99th percentile of key to next paint, with the extension less without it, in ms. */
  readonly keyToPaintP99AddedMs: number;
  readonly keyToPaintMedianMs: { readonly with: number; readonly without: number };
  /** Tasks over 50 ms after load that came with the extension and not without it. */
  readonly longTasks: number;
  /** Main-thread time of a visible, untouched tab, with the extension less without it, in percent of one core. */
  readonly idleCpuPercent: number;
  /** JavaScript heap of the tab after garbage collection, with the extension less without it. */
  readonly memoryMb: number;
  /** Time to evaluate every script that the page gets, the review that comes later among them; median of several loads. */
  readonly evaluationMs: number;
}

interface Observed {
  readonly keyToPaint: readonly number[];
  readonly longTasks: number;
  readonly idlePercent: number;
  readonly heapMb: number;
  readonly evaluationMs: number;
}

const ADDRESSES: Readonly<Record<string, string>> = {
  docs: 'https://docs.google.com/document/d/bench/edit?doc=generated&pages=200',
  notion: pageUrl('spec', 'so', { size: 5_000 }),
};

/** Time that the page gets to open, be read and be labelled before anything is measured. */
const SETTLE_MS = 5_000;
const KEY_PAUSE_MS = 45;
/** Loads of a page over which the evaluation of the scripts is told: the first finds nothing compiled. */
const EVALUATED_LOADS = 3;

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

/** Time that the browser spent on compiling and running all content scripts of one page, from its own trace. */
async function traceEvaluation(browser: Browser, address: string): Promise<number> {
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  const durations: number[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as { name?: string; dur?: number; args?: { data?: { url?: string } } }[]) {
      if (event.name === 'EvaluateScript' && event.args?.data?.url?.includes('content-scripts/')) {
        durations.push((event.dur ?? 0) / 1000);
      }
    }
  });
  await session.send('Tracing.start', { categories: 'devtools.timeline', transferMode: 'ReportEvents' });
  await page.goto(address);
  await page.waitForTimeout(1_500);
  const done = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await done;
  await page.close();
  return durations.reduce((sum, duration) => sum + duration, 0);
}

async function focusEditor(page: Page, host: string): Promise<void> {
  if (host === 'docs') await page.mouse.click(600, 400);
  else await page.locator('.notion-page-content [data-content-editable-leaf="true"]').nth(3).click();
}

async function observe(
  browser: Browser,
  host: string,
  keys: number,
  idleMs: number,
  traced: boolean,
): Promise<Observed> {
  const address = ADDRESSES[host];
  if (address === undefined) throw new RangeError(`No page for ${host}`);
  const evaluations: number[] = [];
  for (let load = 0; traced && load < EVALUATED_LOADS; load++)
    evaluations.push(await traceEvaluation(browser, address));
  const evaluationMs = traced ? median(evaluations) : 0;
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(address);
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(installProbe);
  await focusEditor(page, host);
  const before = await taskSeconds(session);
  const start = performance.now();
  await page.waitForTimeout(idleMs);
  const idlePercent = ((await taskSeconds(session)) - before) / ((performance.now() - start) / 100_000);
  for (let key = 0; key < keys; key++) {
    await page.keyboard.type('abcdefgh '.charAt(key % 9), { delay: 0 });
    await page.waitForTimeout(KEY_PAUSE_MS);
  }
  await page.waitForTimeout(1_500);
  const probe: unknown = await page.evaluate(() => Reflect.get(window, '__probe').take());
  const { times, longTasks } = probe as { times: number[]; longTasks: number };
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await page.close();
  return { keyToPaint: times, longTasks, idlePercent, heapMb: usedSize / 1e6, evaluationMs };
}

/** Milliseconds from a request to a stopped background to its answer; median of several. */
async function measureWake(browser: Browser, rounds: number): Promise<number> {
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

/** Measures both simulated hosts at 200 pages (5,000 blocks) with the extension and without it. */
export async function measurePages(
  options: { quick: boolean },
  say: (line: string) => void,
): Promise<{ page: Record<string, PageFigures>; wakeMs: number }> {
  const keys = options.quick ? 60 : 400;
  const idleMs = options.quick ? 2_000 : 10_000;
  const seen: Record<'with' | 'without', Record<string, Observed>> = { with: {}, without: {} };
  let wakeMs = 0;
  for (const kind of ['without', 'with'] as const) {
    const browser = await launchChromium({
      simulators: [createGoogleDocsSimulator(), notionSimulator],
      extension: kind === 'with' ? CHROME_BUILD : null,
    });
    try {
      for (const host of Object.keys(ADDRESSES)) {
        say(`${host}, 200 pages, ${kind} the extension: ${keys} keys …`);
        seen[kind][host] = await observe(browser, host, keys, idleMs, kind === 'with');
      }
      if (kind === 'with') {
        say('Waking the stopped background …');
        wakeMs = await measureWake(browser, options.quick ? 3 : 9);
      }
    } finally {
      await browser.close();
    }
  }
  const page = Object.fromEntries(
    Object.keys(ADDRESSES).flatMap((host) => {
      const [own, bare] = [seen.with[host], seen.without[host]];
      if (own === undefined || bare === undefined) return [];
      const figures: PageFigures = {
        keyToPaintP99AddedMs: quantile(own.keyToPaint, 0.99) - quantile(bare.keyToPaint, 0.99),
        keyToPaintMedianMs: { with: median(own.keyToPaint), without: median(bare.keyToPaint) },
        longTasks: Math.max(0, own.longTasks - bare.longTasks),
        idleCpuPercent: own.idlePercent - bare.idlePercent,
        memoryMb: own.heapMb - bare.heapMb,
        evaluationMs: own.evaluationMs,
      };
      return [[host, figures]];
    }),
  );
  return { page, wakeMs };
}
