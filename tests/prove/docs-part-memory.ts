import { heap } from './docs-heap.ts';
import { launch, openDriven, type Say, type Scale, stopAndCount } from './docs-open.ts';

/** An hour of typing at 40 words a minute. */
const KEYS = 13_200;
/** The hour is looked at this often. */
const LOOKS = 12;
/** The second half may need this much more than the first at its highest, in MB: caches that have limits fill and are emptied. */
const STEADY_MB = 1;

/** Types for an hour, pauses left out, and tells what memory the page needs meanwhile: the simulator's and ours together. */
export async function proveMemory(
  scale: Scale,
  say: Say,
): Promise<{ readonly setSelectionCalls: number; readonly leftoverNodes: number; readonly notes: readonly string[] }> {
  const browser = await launch(1, false);
  try {
    const page = await openDriven(browser, 'lag=100000000&doc=generated&pages=8');
    await page.evaluate(() => window.__driver.useSession(true));
    const session = await browser.context.newCDPSession(page);
    const keys = scale.quick ? KEYS / 30 : KEYS;
    const sizes: number[] = [];
    for (let look = 0; look < LOOKS; look++) {
      say(`Memory: ${Math.round((look * keys) / LOOKS)} of ${keys} keys typed`);
      await page.evaluate((count) => window.__driver.typing(count), Math.round(keys / LOOKS));
      sizes.push(await heap(session));
    }
    const growth = Math.max(...sizes.slice(LOOKS / 2)) - Math.max(...sizes.slice(0, LOOKS / 2));
    const left = await stopAndCount(page);
    return {
      ...left,
      notes: [
        `Memory over ${scale.quick ? 'two minutes' : 'an hour'} of typing (${keys} keys), in MB: ${sizes.map((size) => size.toFixed(1)).join(' ')}`,
        `Memory is ${growth <= STEADY_MB ? 'steady' : 'NOT steady'}: the second half needs ${growth.toFixed(1)} MB more than the first, at the highest`,
      ],
    };
  } finally {
    await browser.close();
  }
}
