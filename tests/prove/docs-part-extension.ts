import type { Page } from 'playwright-core';
import type { Browser } from '../harness/chromium.ts';
import { isolatedWorld } from './docs-isolated.ts';
import { launch, openDocument, type Say, type Scale } from './docs-open.ts';
import { quantile, type Trace, trace, workPerKey } from './docs-trace.ts';

const KEYS = 1000;
const KEY_DELAY_MS = 45;
const IDLE_MS = 8000;
/** Switching off reaches a page within this time, in milliseconds. */
const SWITCH_OFF_MS = 1000;
const SENTENCE = 'We chose this segment because it is ours to win, and the rival will be slow there for two years. ';

export interface ExtensionFigures {
  readonly keystroke: { readonly medianMs: number; readonly maxMs: number };
  readonly firstMarksMs: number;
  readonly idle: { readonly visibleCpuPercent: number; readonly hiddenCpuPercent: number };
  readonly setSelectionCalls: number;
  readonly leftoverNodes: number;
  readonly notes: readonly string[];
}

/** What the built extension costs the page of a document of 200 pages: first marks, keys, idleness. */
export async function proveExtension(scale: Scale, say: Say): Promise<ExtensionFigures> {
  const browser = await launch(1, true);
  try {
    const prefix = `chrome-extension://${browser.extensionId}/`;
    const page = await browser.context.newPage();
    const world = await isolatedWorld(page, browser.extensionId);
    say('Extension: first marks in a document of 200 pages');
    // Right after the browser's start its policy storage takes seconds to answer; that is no part of opening a document.
    await openDocument(page, 'doc=sample');
    await world.firstMarks();
    await openDocument(page, 'doc=generated&pages=200');
    const marksAt = await world.firstMarks();
    const readableAt = await page.evaluate(() => window.__docs.counters.readableAt);
    await page.waitForTimeout(4000);
    await page.mouse.click(640, 470);
    await page.keyboard.type(SENTENCE.slice(0, 20), { delay: KEY_DELAY_MS });
    await page.waitForTimeout(2500);
    const count = scale.quick ? KEYS / 10 : KEYS;
    say(`Extension: ${count} keys`);
    const text = SENTENCE.repeat(Math.ceil(count / SENTENCE.length)).slice(0, count);
    const typed = await trace(page, prefix, () => page.keyboard.type(text, { delay: KEY_DELAY_MS }));
    const work = workPerKey(typed);
    await page.waitForTimeout(5000);
    say('Extension: idle in a visible tab, then in a hidden one');
    const wait = () => page.waitForTimeout(scale.quick ? IDLE_MS / 4 : IDLE_MS);
    const visible = share(await trace(page, prefix, wait));
    await world.hide();
    await page.waitForTimeout(500);
    const hidden = share(await trace(page, prefix, wait));
    const setSelectionCalls = await page.evaluate(() => window.__docs.counters.setSelection);
    return {
      keystroke: { medianMs: round(quantile(work, 0.5)), maxMs: round(Math.max(...work)) },
      firstMarksMs: round(Math.max(0, marksAt - readableAt)),
      idle: { visibleCpuPercent: round(visible), hiddenCpuPercent: round(hidden) },
      setSelectionCalls,
      leftoverNodes: await leftAfterSwitchingOff(browser, page),
      notes: [
        `Keys measured: ${work.length}; 99 % under ${round(quantile(work, 0.99))} ms`,
        ...browser.leaked.map((url) => `Leaked request: ${url}`),
        ...browser.complaints.map((complaint) => `Console: ${complaint}`),
      ],
    };
  } finally {
    await browser.close();
  }
}

/** Switches the extension off on the site, as the popup does, and counts what is left of it on the page. */
async function leftAfterSwitchingOff(browser: Browser, page: Page): Promise<number> {
  const tab = await browser.tabId(page);
  const popup = await browser.openExtensionPage(`popup.html?tabId=${tab}`);
  await popup.evaluate(
    (id) => chrome.tabs.sendMessage(id, { kind: 'set-switch', scope: 'site', on: false }, { frameId: 0 }),
    tab,
  );
  await popup.close();
  await page.waitForTimeout(SWITCH_OFF_MS);
  return page.evaluate(
    () => [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('stagemark')).length,
  );
}

/** Share of the time in which our scripts ran, in percent of one core. */
function share({ own, seconds }: Trace): number {
  return own.reduce((sum, { ms }) => sum + ms, 0) / seconds / 10;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
