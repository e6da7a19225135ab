import type { Browser } from '../../harness/chromium.ts';
import { PAGE_IDS, type PageName, pageUrl } from '../../simulators/notion/pages.ts';
import { lockViolations } from './lock-report.ts';
import { extensionPage, tabIdOf, tabState } from './tab-state.ts';

export interface NavigationResult {
  /** Longest time (ms) that a mark, mix or badge of the old page was there after the new page showed. */
  readonly staleMs: number;
  /** Whether page and peek had two mixes that differ. */
  readonly twoMixes: boolean;
  readonly lockViolations: number;
}

const WATCH_MS = 1000;
const WAIT_MS = 1200;

/** Goes from page to page with the built extension and watches what is left of the old one. */
export async function measureNavigation(
  browser: Browser,
  rounds: number,
  say: (line: string) => void,
): Promise<NavigationResult> {
  const page = await browser.context.newPage();
  await page.goto(pageUrl('spec', 'app'));
  await page.waitForFunction(() => window.__sim?.settled());
  await page.waitForTimeout(WAIT_MS);
  const asker = await extensionPage(browser);
  const route: PageName[] = ['strategy', 'plan', 'spec', 'database'];
  let staleMs = 0;
  let from: PageName = 'spec';
  for (let round = 0; round < rounds; round++) {
    const to = route[round % route.length] ?? 'spec';
    await page.bringToFront();
    const tabId = await tabIdOf(asker, page);
    const polled = asker.evaluate(pollState, { tabId, ms: WATCH_MS });
    const seen = await page.evaluate(watchMarks, { target: PAGE_IDS[to], ms: WATCH_MS });
    const samples = await polled;
    const oldBadge = samples[0]?.badge ?? '';
    for (const sample of samples) {
      const stale =
        sample.surfaces.some((id) => id.includes(PAGE_IDS[from])) ||
        (oldBadge !== '' && sample.badge === oldBadge && sample.surfaces.length === 0);
      if (stale && sample.at > seen.shownAt) staleMs = Math.max(staleMs, sample.at - seen.shownAt);
    }
    staleMs = Math.max(staleMs, seen.staleMs);
    from = to;
    await page.waitForTimeout(WAIT_MS / 2);
  }
  await page.evaluate((id) => window.__sim.go(id), PAGE_IDS.spec);
  await page.waitForTimeout(WAIT_MS);
  await page.evaluate((id) => window.__sim.openPeek(id), PAGE_IDS.strategy);
  await page.waitForTimeout(WAIT_MS);
  const { surfaces } = await tabState(browser, page);
  const [first, second] = surfaces.map((surface) => surface.report?.mix);
  const twoMixes = first !== undefined && second !== undefined && first.strategy !== second.strategy;
  const violations = await lockViolations(page, 'navigation', say);
  await page.close();
  return { staleMs: Math.round(staleMs), twoMixes, lockViolations: violations };
}

/** Runs in a page of the extension: the tab's state and badge, as fast as they answer. */
async function pollState({ tabId, ms }: { tabId: number; ms: number }) {
  const samples: { at: number; surfaces: string[]; badge: string }[] = [];
  const end = Date.now() + ms;
  while (Date.now() < end) {
    const answer: unknown = await chrome.tabs.sendMessage(tabId, { kind: 'get-state' }, { frameId: 0 });
    const badge = await chrome.action.getBadgeText({ tabId });
    const { value } = answer as { value: { surfaces: { id: string }[] } };
    samples.push({ at: Date.now(), surfaces: value.surfaces.map((surface) => surface.id), badge });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return samples;
}

/** Runs in the page: goes to the target and looks at each frame for marks that lie in nothing that the new page shows. */
async function watchMarks({
  target,
  ms,
}: {
  target: string;
  ms: number;
}): Promise<{ shownAt: number; staleMs: number }> {
  const end = performance.now() + ms;
  let shown = 0;
  let shownAt = 0;
  let staleMs = 0;
  window.__sim.go(target);
  while (performance.now() < end) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const title = document.querySelector('main h1')?.closest('[data-block-id]')?.getAttribute('data-block-id');
    if (title === target && shown === 0) {
      shown = performance.now();
      shownAt = Date.now();
    }
    if (shown === 0) continue;
    const ids = new Set(window.__sim.truth().map((line) => line.id));
    const stale = ['execution', 'strategy', 'organisation'].some((stage) =>
      [...(CSS.highlights.get(`stagemark-${stage}`) ?? [])].some((range) => {
        const element = range.startContainer.parentElement;
        const id = element?.closest('[data-block-id]')?.getAttribute('data-block-id') ?? '';
        return !range.startContainer.isConnected || !ids.has(id);
      }),
    );
    if (stale) staleMs = performance.now() - shown;
  }
  return { shownAt, staleMs };
}
