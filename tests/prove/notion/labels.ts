import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bundlePage } from '../../harness/bundle.ts';
import type { Browser } from '../../harness/chromium.ts';
import { pageUrl } from '../../simulators/notion/pages.ts';
import { askContent, whenSettled } from './tab-state.ts';

export interface LabelsResult {
  /** Times that labels and marks after edits were compared with those of a fresh read. */
  readonly rounds: number;
  readonly mismatches: number;
  readonly examples: readonly string[];
}

const EDITS_A_ROUND = 10;
/** Longer (ms) than the pause after which an edited document is read again. */
const PAUSE_MS = 1300;

/**
 * Edits a page with the built extension in it and compares its labels and marks with those that it gives when it is switched
 * off and on again and reads everything anew.
 */
export async function compareLabels(browser: Browser, rounds: number, seed: number): Promise<LabelsResult> {
  const page = await browser.context.newPage();
  await page.addInitScript(`window.proofSeed = ${seed}`);
  await page.goto(pageUrl('spec', 'so', { size: 70, seed, boot: 0, mount: 0, csp: 'none' }));
  await page.waitForFunction(() => window.__sim !== undefined);
  await page.addScriptTag({ content: await bundlePage(join(import.meta.dirname, 'edits-page.ts')) });
  const examples: string[] = [];
  let mismatches = 0;
  for (let round = 0; round < rounds; round++) {
    await page.evaluate((edits) => window.proofEdits.run(edits), EDITS_A_ROUND);
    const followed = await labelsAndMarks(browser, page);
    await askContent(browser, page, { kind: 'set-switch', scope: 'document', on: false });
    await askContent(browser, page, { kind: 'set-switch', scope: 'document', on: true });
    const fresh = await labelsAndMarks(browser, page);
    const index = followed.findIndex((line, at) => line !== fresh[at]);
    if (index < 0 && followed.length === fresh.length) continue;
    mismatches++;
    examples.push(`labels, round ${round}: after edits ${followed[index]} | fresh ${fresh[index]}`);
  }
  await page.close();
  return { rounds, mismatches, examples };
}

/** Every passage with its label, then every painted range, once the extension rests. */
async function labelsAndMarks(browser: Browser, page: Page): Promise<string[]> {
  await page.waitForTimeout(PAUSE_MS);
  const { surfaces } = await whenSettled(browser, page);
  const labels = surfaces
    .flatMap(({ report }) => report?.passages ?? [])
    .map(({ id, label, signal }) => `${id} ${label} ${signal}`);
  const marks = await page.evaluate(() =>
    ['execution', 'strategy', 'organisation'].flatMap((stage) =>
      [...(CSS.highlights.get(`stagemark-${stage}`) ?? [])].map((range) => `${stage} ${range.toString()}`),
    ),
  );
  return [...labels, ...marks.sort()];
}
