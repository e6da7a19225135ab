import { join } from 'node:path';
import { bundlePage } from '../../harness/bundle.ts';
import type { Browser } from '../../harness/chromium.ts';
import { pageUrl } from '../../simulators/notion/pages.ts';
import { createRandom } from '../../simulators/notion/random.ts';
import { startHarness } from './isolated.ts';
import { lockViolations } from './lock-report.ts';
import type { Unit } from './toy-labels.ts';

export interface EditsResult {
  count: number;
  mismatches: number;
  wrongFrames: number;
  lostFrames: number;
  frames: number;
  lockViolations: number;
  caretMoves: number;
  decoyMarks: number;
  readonly examples: string[];
}

/** Edits driven in the page between two stretches of real keys, and keys in a stretch. */
const BATCH = 45;
const KEYS = 5;
const KEY_CHOICES = [
  'a',
  'e',
  ' ',
  't',
  'Backspace',
  'Delete',
  'Enter',
  'Tab',
  'Control+z',
  'Control+Shift+z',
  '.',
  'n',
];

/** Runs random edits on one page, with the marks of `unit`, and adds up what went wrong. */
export async function runEdits(
  browser: Browser,
  count: number,
  unit: Unit,
  seed: number,
  result: EditsResult,
): Promise<void> {
  const page = await browser.context.newPage();
  await page.addInitScript(`window.proofSeed = ${seed}`);
  await page.goto(pageUrl('spec', 'so', { size: 90, seed, boot: 0, mount: 0, hard: seed % 2, noise: 20, csp: 'none' }));
  await page.waitForFunction(() => window.__sim !== undefined);
  const harness = await startHarness(page, { unit, watchFrames: true });
  await page.addScriptTag({ content: await bundlePage(join(import.meta.dirname, 'edits-page.ts')) });
  const random = createRandom(seed);
  for (let done = 0; done < count; ) {
    const batch = Math.min(BATCH, count - done);
    await page.evaluate((edits) => window.proofEdits.run(edits), batch);
    done += batch;
    if (done >= count) break;
    await page.evaluate(() => window.proofEdits.place());
    for (let i = 0; i < KEYS && done < count; i++, done++) {
      await page.keyboard.press(random.pick(KEY_CHOICES));
      await page.evaluate(() => window.proofEdits.checkTyped());
    }
  }
  const tally = await harness.run((held) => ({ checks: held.checks, frames: held.frames, outside: 0 }), null);
  result.count += count;
  result.mismatches += tally.checks.mismatches;
  result.wrongFrames += tally.frames.wrong;
  result.lostFrames += tally.frames.lost;
  result.frames += tally.frames.frames;
  result.examples.push(...tally.checks.examples, ...tally.frames.examples);
  result.lockViolations += await lockViolations(page, `edits of seed ${seed}`, (line) => result.examples.push(line));
  result.caretMoves += await page.evaluate(() => window.__sim.caretMoves());
  result.decoyMarks += (await page.evaluate(() => window.__sim.marksOutside('stagemark'))).length;
  await page.close();
}
