import type { Browser } from './chromium.ts';

interface TraceEvent {
  readonly name?: string;
  /** Processor time of the thread, in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** What the content scripts of one load of a page cost to be compiled and run, from the browser's own trace. */
export interface Evaluation {
  /**
   * Processor time in milliseconds, all scripts together: what others do on the machine does not count. Not a number where
   * the browser's trace does not tell it.
   */
  readonly ms: number;
  /** File names of the scripts, in the order in which they ran. */
  readonly scripts: readonly string[];
}

/** Loads a page once, until its first marks show that everything has started, and adds up its content scripts. */
export async function traceEvaluation(browser: Browser, address: string): Promise<Evaluation> {
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  const scripts: string[] = [];
  let ms = 0;
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) {
      const url = event.args?.data?.url ?? '';
      if (event.name !== 'EvaluateScript' || !url.includes('content-scripts/')) continue;
      ms += (event.tdur ?? Number.NaN) / 1000;
      scripts.push(url.slice(url.lastIndexOf('/') + 1));
    }
  });
  await session.send('Tracing.start', { categories: 'devtools.timeline', transferMode: 'ReportEvents' });
  await page.goto(address);
  await page.waitForFunction(
    () =>
      document.querySelector('stagemark-marks') !== null ||
      [...CSS.highlights].some(([name, { size }]) => name.startsWith('stagemark-') && size > 0),
  );
  const done = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await done;
  await page.close();
  return { ms, scripts };
}
