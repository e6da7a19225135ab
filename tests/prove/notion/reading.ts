import type { Browser } from '../../harness/chromium.ts';
import { type ORIGINS, type PageName, pageUrl } from '../../simulators/notion/pages.ts';
import { CHECK_EVENT } from './check-event.ts';
import { startHarness } from './isolated.ts';
import { lockViolations } from './lock-report.ts';

/** One way in which a page can be shown. */
export interface ReadingCase {
  readonly name: string;
  readonly origin: keyof typeof ORIGINS;
  /** The sample spec, or a generated page in its place, where none is named. */
  readonly page?: PageName;
  readonly query: Readonly<Record<string, string | number>>;
}

export interface ReadingResult {
  blocks: number;
  mismatches: number;
  decoyMarks: number;
  lockViolations: number;
  caretMoves: number;
  readonly examples: string[];
}

const MODES = ['mounted', 'chunked', 'windowed'] as const;

/** All sizes, modes and variants; `quick` takes a part that still has one of each kind. */
export function readingCases(quick: boolean, seed: number): ReadingCase[] {
  const sizes = quick ? [500] : [50, 500, 5000];
  const grid = sizes.flatMap((size) =>
    MODES.map((mode): ReadingCase => ({ name: `${size} ${mode}`, origin: 'so', query: { size, mode, seed } })),
  );
  const variants: ReadingCase[] = [
    { name: 'sample', origin: 'so', query: { noise: 60 } },
    { name: 'published', origin: 'site', query: {} },
    { name: 'tabs, meeting notes, scripts', origin: 'so', page: 'mixed', query: {} },
    { name: 'new address, strict policy', origin: 'app', query: { csp: 'strict', dark: 1 } },
    { name: 'toggles and a giant block', origin: 'so', query: { size: 60, toggles: 200, giant: 1, seed } },
    ...(quick
      ? []
      : [
          { name: 'no policy', origin: 'so' as const, query: { csp: 'none', small: 1 } },
          { name: 'read only, late waves', origin: 'app' as const, query: { readonly: 1, boot: 250 } },
          { name: 'right to left, French interface', origin: 'so' as const, query: { rtl: 1, lang: 'fr', full: 1 } },
          { name: 'leaves drawn again', origin: 'so' as const, query: { hard: 1 } },
          { name: 'cleared registry', origin: 'so' as const, query: { clear: 1, iterate: 1 } },
          { name: 'colleague', origin: 'so' as const, query: { remote: 5, seed } },
        ]),
  ];
  return [...grid, ...variants];
}

const STEP_PIXELS = 600;
const MOST_STEPS = 40;

/** Reads one case from start to end and compares with the simulator's own model at every stop. */
export async function readCase(browser: Browser, which: ReadingCase, result: ReadingResult): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(pageUrl(which.page ?? 'spec', which.origin, { boot: 20, mount: 60, ...which.query }));
  await page.waitForFunction(() => window.__sim !== undefined);
  const harness = await startHarness(page, { unit: 'passage', watchFrames: false });
  await page.waitForFunction(() => window.__sim.truth().length > 1);
  await page.waitForTimeout(200);
  // Truth and reading are compared in one stroke inside the page, as colleagues and late blocks never rest.
  const compare = async (where: string) => {
    result.blocks += await page.evaluate(async (name) => {
      await Promise.resolve();
      const [truth, whole] = [window.__sim.truth(), window.__sim.wholeTruth()];
      window.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify({ truth, whole, settle: false, step: 0 }) }));
      return truth.length;
    }, CHECK_EVENT);
    const { differences, examples } = await harness.run((held) => held.takeChecks(), null);
    result.mismatches += differences;
    for (const line of examples) result.examples.push(`${which.name}, ${where}: ${line}`);
    result.decoyMarks += (await page.evaluate(() => window.__sim.marksOutside('stagemark'))).length;
  };
  await compare('start');
  const steps = which.query.mode === undefined || which.query.mode === 'mounted' ? 2 : MOST_STEPS;
  for (let step = 1; step <= steps; step++) {
    await page.evaluate((top) => window.__sim.scrollTo(top), step * STEP_PIXELS);
    await page.waitForTimeout(60);
    if (step % 8 === 0 || step === steps) await compare(`scrolled ${step * STEP_PIXELS}`);
  }
  const toggles = await page.locator('.notion-page-content .notion-toggle-block [aria-expanded="false"]').count();
  for (let i = 0; i < Math.min(3, toggles); i++) {
    await page
      .locator('.notion-page-content .notion-toggle-block [aria-expanded="false"]')
      .first()
      .click({ force: true });
    await page.waitForTimeout(150);
  }
  if (toggles > 0) await compare('toggles opened');
  result.lockViolations += await lockViolations(page, which.name, (line) => result.examples.push(line));
  result.caretMoves += await page.evaluate(() => window.__sim.caretMoves());
  await page.close();
}
