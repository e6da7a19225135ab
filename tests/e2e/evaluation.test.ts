import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, launchChromium } from '../harness/chromium.ts';
import { traceEvaluation } from '../harness/evaluation.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';

/** What a page's scripts may cost at its start, in milliseconds of processor time. */
const BUDGET_MS = 15;
/** Odd, so that there is a middle one; the first finds nothing compiled. */
const LOADS = 7;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium({ simulators: [notionSimulator, createGoogleDocsSimulator()] });
});
afterAll(() => browser.close());

describe.each([
  ['Google Docs', 'https://docs.google.com/document/d/evaluation-test/edit', ['docs-bridge.js', 'google-docs.js']],
  ['Notion', pageUrl('strategy'), ['notion.js']],
])('the start of a page of %s', (_, address, expected) => {
  test(`evaluates its host's scripts and no others, within ${BUDGET_MS} ms in the middle of ${LOADS} loads`, async () => {
    const loads: number[] = [];
    for (let load = 0; load < LOADS; load++) {
      const { ms, scripts } = await traceEvaluation(browser, address);
      expect(scripts.toSorted()).toEqual(expected);
      loads.push(ms);
    }
    console.info(`Evaluation, ms: ${loads.map((ms) => ms.toFixed(1)).join(' ')}`);
    expect(loads.toSorted((a, b) => a - b)[(LOADS - 1) / 2]).toBeLessThan(BUDGET_MS);
  });
});
