import type { Page } from 'playwright-core';
import type { Browser } from '../harness/chromium.ts';
import { launch, openDriven, type Say, type Scale, stopAndCount } from './docs-open.ts';
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

/** Documented variants by device pixel ratio: run modes, zooms, contents, paginated and pageless, text API variants. */
const VARIANTS: readonly (readonly [ratio: number, queries: readonly string[]])[] = [
  [
    1,
    [
      'doc=sample&runs=style',
      'doc=sample&runs=line&zoom=75&dark=1',
      'doc=zoo&runs=word&pages=2',
      'doc=zoo&runs=mixed&zoom=150&pages=2',
      'doc=zoo&runs=style&pageless=1&pages=3',
      'doc=generated&pages=12&runs=mixed&zoom=50',
      'doc=generated&pages=5&runs=word&api=promise',
      'doc=sample&runs=style&segments=0&selection=several&boot=api-iframe-tiles',
      'doc=generated&pages=150&runs=style',
      'doc=generated&pages=9&runs=style&blit=1&labelLag=15&collaborators=2&comments=1',
      'doc=zoo&runs=line&wrapLoss=1&removesForeign=1&pages=2',
    ],
  ],
  [
    1.25,
    [
      'doc=zoo&runs=style&pages=2',
      'doc=sample&runs=word&zoom=125',
      'doc=generated&pages=5&runs=line&tableMarks=0',
      'doc=zoo&runs=word&pageless=1&zoom=75&pages=3',
      'doc=sample&runs=mixed&suggesting=1&boot=tiles-api-iframe',
    ],
  ],
  [
    2,
    [
      'doc=zoo&runs=line&zoom=200&pages=2',
      'doc=generated&pages=5&runs=mixed&zoom=90',
      'doc=sample&runs=style&zoom=110&compact=1&outline=1',
      'doc=generated&pages=4&runs=word&pageless=1',
    ],
  ],
];
/** Variants in which text and screen disagree for a while; there nothing may be painted in a wrong place. */
const DISAGREEING = [
  'tabs=1&tabDelay=500',
  'tabs=1&tabDelay=500&allTabs=1',
  'textLag=400&lag=5',
  'freshness=caret&lag=5',
];
const SCROLLS = 8;
const WAIT_MS = 90;

interface Sum extends PlacementSum {
  setSelectionCalls: number;
  leftoverNodes: number;
}

/** Compares painted marks with the simulator's own layout over all variants. */
export async function provePlacement(
  scale: Scale,
  say: Say,
): Promise<{
  readonly figures: PlacementFigures;
  readonly setSelectionCalls: number;
  readonly leftoverNodes: number;
  readonly notes: readonly string[];
}> {
  const sum: Sum = { ...newSum(), setSelectionCalls: 0, leftoverNodes: 0 };
  for (const [ratio, queries] of VARIANTS) {
    const chosen = scale.quick ? queries.filter((_, at) => (at + scale.seed) % queries.length === 0) : queries;
    const browser = await launch(ratio, false);
    try {
      for (const query of chosen) {
        say(`Placement: pixel ratio ${ratio}, ${query}`);
        await sampleVariant(browser, query, scale, sum);
      }
      if (ratio !== 1) continue;
      for (const query of scale.quick ? DISAGREEING.slice(0, 1) : DISAGREEING) {
        say(`Placement: text and screen disagree, ${query}`);
        await sampleDisagreeing(browser, query, scale.quick ? 2 : 6, sum);
      }
    } finally {
      await browser.close();
    }
  }
  return {
    figures: figuresOf(sum),
    setSelectionCalls: sum.setSelectionCalls,
    leftoverNodes: sum.leftoverNodes,
    notes: sum.notes.slice(0, 20),
  };
}

async function sampleVariant(browser: Browser, query: string, { quick, seed }: Scale, sum: Sum): Promise<void> {
  const page = await openDriven(browser, query);
  await page.evaluate((chosen) => window.__driver.chooseRanges(chosen), seed);
  for (let nth = 0; nth < (quick ? 3 : SCROLLS); nth++) {
    await page.waitForTimeout(WAIT_MS);
    await page.waitForFunction(isLabelled);
    await page.evaluate(nextFrame);
    addSample(sum, query, await page.evaluate((chosen) => window.__driver.samplePlacement(chosen), seed));
    if (!(await page.evaluate(scrollOn))) break;
  }
  await finish(page, sum);
}

async function sampleDisagreeing(browser: Browser, query: string, rounds: number, sum: Sum): Promise<void> {
  const page = await openDriven(browser, query);
  await page.evaluate(() => window.__driver.chooseRanges(1));
  const tabs = query.includes('tabs');
  for (let round = 0; round < rounds; round++) {
    await page.evaluate(
      ([nth, switches]) => {
        const docs = window.__docs;
        if (switches) docs.switchTab((nth + 1) % 2);
        else docs.remote(60 + nth * 40, 64 + nth * 40, ' changed by somebody else');
      },
      [round, tabs] as const,
    );
    for (let look = 0; look < 12; look++) {
      await page.waitForTimeout(tabs ? 120 : 45);
      const { wrong } = await page.evaluate(() => window.__driver.sampleDisagreement());
      sum.wrong += wrong;
      if (wrong > 0) sum.notes.push(`${query}: ${wrong} wrong in round ${round}, look ${look}`);
    }
  }
  await finish(page, sum);
}

async function finish(page: Page, sum: Sum): Promise<void> {
  const left = await stopAndCount(page);
  sum.leftoverNodes += left.leftoverNodes;
  sum.setSelectionCalls += left.setSelectionCalls;
  await page.close();
}
