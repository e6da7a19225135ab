import { parentPort, workerData } from 'node:worker_threads';
import { breaking } from './promise.ts';
import { PROMISES } from './promises/index.ts';
import type { Batch, BatchResult } from './run.ts';

/** Runs batches of cases that the parent sends, one after the other. */
const { quiet } = workerData as { quiet: boolean };
// Refused input is noted for the diagnostics view, and so in the console, hundreds of thousands of times here.
if (quiet) console.warn = () => undefined;

parentPort?.on('message', async ({ promise: at, cases, seed }: Batch) => {
  const promise = PROMISES[at];
  if (promise === undefined) throw new RangeError(`There is no promise ${at}`);
  const begun = performance.now();
  const broken = await breaking(promise, cases, seed);
  parentPort?.postMessage({ broken, ms: performance.now() - begun } satisfies BatchResult);
});
