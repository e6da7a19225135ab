import { expect, test, vi } from 'vitest';
import { breaking } from './promise.ts';
import { PROMISES } from './promises/index.ts';

/** A short run with a fixed seed; `npm run fuzz` is the long one. */
const SEED = 20261124;
const CASES_PER_SHARE = 6;

test.each(PROMISES.map((promise) => [promise.name, promise] as const))('%s', async (_, promise) => {
  // Refused input is noted for the diagnostics view, and so in the console.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  expect(await breaking(promise, 20 + promise.share * CASES_PER_SHARE, SEED)).toBeNull();
});
