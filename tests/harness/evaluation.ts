import type { Browser } from './chromium.ts';

/** How long a page may take to start all scripts that it gets at its start, in milliseconds. */
const START_MS = 1_500;

interface TraceEvent {
  readonly name?: string;
  /** Wall and processor time of the thread, in microseconds. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** What the content scripts of one load of a page cost to be compiled and run, from the browser's own trace. */
export interface Evaluation {
  /** Processor time in milliseconds, all scripts together: what others do on the machine does not count. */
  readonly ms: number;
  /** File names of the scripts, in the order in which they ran. */
  readonly scripts: readonly string[];
}

/** Loads a page once and adds up its content scripts. */
export async function traceEvaluation(browser: Browser, address: string): Promise<Evaluation> {
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  const scripts: string[] = [];
  let ms = 0;
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) {
      const url = event.args?.data?.url ?? '';
      if (event.name !== 'EvaluateScript' || !url.includes('content-scripts/')) continue;
      ms += (event.tdur ?? event.dur ?? 0) / 1000;
      scripts.push(url.slice(url.lastIndexOf('/') + 1));
    }
  });
  await session.send('Tracing.start', { categories: 'devtools.timeline', transferMode: 'ReportEvents' });
  await page.goto(address);
  await page.waitForTimeout(START_MS);
  const done = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await done;
  await page.close();
  return { ms, scripts };
}
