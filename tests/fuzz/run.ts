import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { FuzzPromise } from './promise.ts';
import { PROMISES } from './promises/index.ts';

/**
 * `npm run fuzz`: the long run. At least a million cases over all promises, shown as they go.
 *
 * `--cases N` cases in all, `--seed N` where to begin (a fixed one unless given; `--seed random` draws one),
 * `--only TEXT` promises whose name holds it. Ends with status 1 where a promise was broken, and prints the smallest case.
 */
const USUAL_CASES = 1_000_000;
const USUAL_SEED = 1;
/** Cases that are run before the next line of progress, by a promise's share: about a second of work. */
const BATCH_PER_SHARE = 50;
/** A batch that takes longer is taken for an endless loop, in milliseconds. */
const HUNG_AFTER_MS = 120_000;

export interface Batch {
  /** Index in PROMISES. */
  readonly promise: number;
  readonly cases: number;
  readonly seed: number;
}
export interface BatchResult {
  readonly broken: string | null;
  readonly ms: number;
}

function runBatch(worker: Worker, batch: Batch): Promise<BatchResult> {
  return new Promise((resolve, reject) => {
    const hung = setTimeout(() => {
      const where = `seed ${batch.seed}, ${batch.cases} cases`;
      resolve({ broken: `No end after ${HUNG_AFTER_MS / 1000} s (${where}).`, ms: HUNG_AFTER_MS });
    }, HUNG_AFTER_MS);
    worker.once('error', reject);
    worker.once('message', (result: BatchResult) => {
      clearTimeout(hung);
      worker.removeListener('error', reject);
      resolve(result);
    });
    worker.postMessage(batch);
  });
}

const startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { workerData: { quiet: true } });

/** Runs one promise's cases in batches. @returns what broke it, or null. */
async function runPromise(at: number, cases: number, seed: number, show: (done: number) => void): Promise<BatchResult> {
  const worker = startWorker();
  const size = (PROMISES[at]?.share ?? 1) * BATCH_PER_SHARE;
  let ms = 0;
  try {
    for (let done = 0; done < cases; done += size) {
      const batch = { promise: at, cases: Math.min(size, cases - done), seed: seed + done };
      const result = await runBatch(worker, batch);
      ms += result.ms;
      if (result.broken !== null) return { broken: result.broken, ms };
      show(Math.min(cases, done + size));
    }
    return { broken: null, ms };
  } finally {
    await worker.terminate();
  }
}

function numberOption(given: string | undefined, usual: number, name: string): number {
  if (given === undefined) return usual;
  if (name === 'seed' && given === 'random') return Math.floor(Math.random() * 2 ** 31);
  const value = Number(given);
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} wants a whole number, not "${given}".`);
  return value;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { cases: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
  });
  const cases = numberOption(values.cases, USUAL_CASES, 'cases');
  const seed = numberOption(values.seed, USUAL_SEED, 'seed');
  const chosen = PROMISES.map((promise, at) => ({ promise, at })).filter(({ promise }) =>
    promise.name.includes(values.only ?? ''),
  );
  if (chosen.length === 0) throw new Error(`No promise is named like "${values.only}".`);
  const shares = chosen.reduce((sum, { promise }) => sum + promise.share, 0);
  const casesOf = (promise: FuzzPromise) => Math.ceil((cases * promise.share) / shares);

  console.log(`Fuzzing ${chosen.length} promises with ${cases} cases, seed ${seed}`);
  const begun = performance.now();
  const broken: string[] = [];
  let total = 0;
  for (const [index, { promise, at }] of chosen.entries()) {
    const count = casesOf(promise);
    const head = `[${index + 1}/${chosen.length}] ${promise.name}`;
    const show = (done: number) => {
      if (process.stdout.isTTY) process.stdout.write(`\r${head}: ${done} of ${count} `);
    };
    const result = await runPromise(at, count, seed, show);
    const microseconds = ((result.ms * 1000) / count).toFixed(0);
    if (process.stdout.isTTY) process.stdout.write('\r');
    console.log(`${head}: ${result.broken === null ? `${count} cases, ${microseconds} µs each` : 'BROKEN'}`);
    total += count;
    if (result.broken === null) continue;
    console.log(result.broken);
    broken.push(promise.name);
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(`\n${total} cases in ${seconds} s: ${broken.length} of ${chosen.length} promises broken`);
  return broken.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
