import { join } from 'node:path';
import { bundlePage } from '../harness/bundle.ts';
import { ROOT } from '../harness/chromium.ts';
import { type Firefox, launchFirefox } from '../harness/firefox.ts';
import { findFirefox } from '../run/browser.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import type { Simulator } from '../simulators/simulator.ts';
import type { Say, Scale } from './docs-open.ts';
import {
  addSample,
  figuresOf,
  isLabelled,
  newSum,
  nextFrame,
  type PlacementFigures,
  type PlacementSum,
  scrollOn,
} from './docs-tour.ts';

/** Every way of splitting labels and every kind of content; Chromium gets all variants. */
const VARIANTS = [
  'doc=sample&runs=style',
  'doc=zoo&runs=word&pages=2',
  'doc=zoo&runs=mixed&zoom=150&pages=2',
  'doc=zoo&runs=style&pageless=1&pages=3',
  'doc=generated&pages=9&runs=line&zoom=75&dark=1',
  'doc=generated&pages=5&runs=mixed&zoom=50&suggesting=1&hideDeleted=1',
];
/** Where the simulated page has its own script. */
const PAGE_SCRIPT = '/simulator.js';
const SCROLLS = 6;
const WAIT_MS = 150;

/** Compares marks that Firefox paints with the simulator's own layout. @returns null where there is no Firefox. */
export async function provePlacementInFirefox(
  scale: Scale,
  say: Say,
): Promise<{ readonly figures: PlacementFigures; readonly notes: readonly string[] } | null> {
  if (findFirefox() === null) {
    say('No Firefox was found: placement is not measured there.');
    return null;
  }
  const sum = newSum();
  const script = await bundlePage(join(ROOT, 'tests', 'prove', 'docs-page.ts'));
  const firefox = await launchFirefox([withDriver(createGoogleDocsSimulator(), script)], false);
  try {
    for (const query of scale.quick ? VARIANTS.slice(0, 2) : VARIANTS) {
      say(`Placement in Firefox: ${query}`);
      await sampleVariant(firefox, query, scale, sum);
    }
  } finally {
    await firefox.close();
  }
  return { figures: figuresOf(sum), notes: sum.notes.slice(0, 20).map((note) => `Firefox: ${note}`) };
}

/** The simulated host with the driver before its own script: Firefox's protocol brings no script into a page in time. */
function withDriver(simulator: Simulator, script: string): Simulator {
  return {
    patterns: simulator.patterns,
    async respond(url) {
      const answer = await simulator.respond(url);
      return answer !== null && url.pathname === PAGE_SCRIPT
        ? { ...answer, body: `${script}\n${answer.body}` }
        : answer;
    },
  };
}

async function sampleVariant(firefox: Firefox, query: string, { seed }: Scale, sum: PlacementSum): Promise<void> {
  const page = await firefox.open(`https://docs.google.com/document/d/prove-document/edit?${query}`);
  await page.bringToFront();
  await page.waitForFunction(() => window.__docs?.booted !== undefined);
  await page.evaluate(() => window.__docs.booted);
  await page.evaluate(() => window.__driver.start());
  await page.waitForFunction(() => window.__driver.surface !== null);
  await page.evaluate((chosen) => window.__driver.chooseRanges(chosen), seed);
  for (let nth = 0; nth < SCROLLS; nth++) {
    await new Promise((done) => setTimeout(done, WAIT_MS));
    await page.waitForFunction(isLabelled);
    await page.evaluate(nextFrame);
    addSample(sum, query, await page.evaluate((chosen) => window.__driver.samplePlacement(chosen), seed));
    if (!(await page.evaluate(scrollOn))) break;
  }
  await page.close();
}
