import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { reviewLines } from '../../lib/cli/terminal.ts';
import type { TabState } from '../../lib/model/tab.ts';
import { type Catalogue, sayFrom } from '../../lib/review/say.ts';
import { type Browser, launchChromium, ROOT } from '../harness/chromium.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';
import { ensureBrowser } from './browser.ts';
import { composePicture } from './picture.ts';
import { settledState } from './settled-state.ts';
import { runProgram } from './steps.ts';

/**
 * `npm start`: builds, and opens Chromium with the extension on three sample documents. Without a display (or with
 * `--headless`) it prints what Stagemark says of each and leaves screenshots; `--picture` also renews the README's picture.
 */
const SAMPLES = [
  { name: 'google-docs', title: 'A strategy in Google Docs', url: 'https://docs.google.com/document/d/sample/edit' },
  { name: 'notion', title: 'A spec in Notion', url: pageUrl('spec', 'app') },
] as const;
/** The checker page opens one of its own samples. */
const CHECKER = {
  name: 'checker',
  title: 'A 1-pager in the checker page',
  path: 'checker.html?sample=one-pager',
} as const;

const SHOTS = join(ROOT, 'screenshots');
const say = (line: string) => console.log(line);

function hasDisplay(): boolean {
  if (process.argv.includes('--headless')) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function buildExtension(): Promise<void> {
  say('[1/3] Building the extension …');
  const code = await runProgram('wxt', ['build', '-b', 'chrome']);
  if (code !== 0) throw new Error('The extension could not be built: see the lines above.');
}

/** Prints type, mix and advice of every document in a tab, in the words of the extension. */
function tell(state: TabState): void {
  const catalogue: Catalogue = JSON.parse(
    readFileSync(join(ROOT, 'public', '_locales', 'en', 'messages.json'), 'utf8'),
  );
  for (const { report } of state.surfaces) {
    for (const line of report === null ? ['Nothing was read.'] : reviewLines(report, sayFrom(catalogue))) say(line);
  }
}

async function shoot(page: Page, name: string, colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

async function showInTerminal(browser: Browser): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  const asker = await browser.openExtensionPage('popup.html');
  for (const sample of SAMPLES) {
    const page = await openSample(browser, sample.url);
    const tabId = await browser.tabId(page);
    const state = await settledState(asker, tabId);
    say(`\n── ${sample.title}`);
    tell(state);
    await page.bringToFront();
    await page.waitForTimeout(500);
    await shoot(page, sample.name);
    const popup = await browser.openExtensionPage(`popup.html?tabId=${tabId}`);
    await popup.setViewportSize({ width: 400, height: 600 });
    for (const scheme of ['light', 'dark'] as const) await shoot(popup, `${sample.name}-popup-${scheme}`, scheme);
    await popup.close();
  }
  const checker = await browser.openExtensionPage(CHECKER.path);
  const state = await settledState(asker, await browser.tabId(checker));
  say(`\n── ${CHECKER.title}`);
  tell(state);
  await checker.bringToFront();
  for (const scheme of ['light', 'dark'] as const) await shoot(checker, `${CHECKER.name}-${scheme}`, scheme);
  const picture = process.argv.includes('--picture') ? join(import.meta.dirname, 'picture.png') : null;
  if (picture !== null) {
    const shots = [join(SHOTS, 'google-docs.png'), join(SHOTS, 'google-docs-popup-light.png')] as const;
    await composePicture(browser.context, ...shots, picture);
  }
  say(`\nScreenshots are in ${SHOTS}`);
}

async function openSample(browser: Browser, url: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(url);
  return page;
}

async function openForPeople(browser: Browser): Promise<void> {
  const empty = browser.context.pages();
  const pages: Page[] = [];
  for (const sample of SAMPLES) pages.push(await openSample(browser, sample.url));
  await browser.openExtensionPage(CHECKER.path);
  for (const page of empty) if (page.url() === 'about:blank') await page.close();
  await pages[0]?.bringToFront();
  say('Three sample documents are open. Click the Stagemark icon (in the puzzle-piece menu) for the popup.');
  say('You can type in every document. Close the window, or press Ctrl+C here, to end.');
  await new Promise<void>((resolve) => browser.context.once('close', () => resolve()));
}

try {
  ensureBrowser(say);
  await buildExtension();
  const display = hasDisplay();
  say(`[2/3] Starting Chromium${display ? '' : ' without a window (there is no display)'} …`);
  const browser = await launchChromium({
    simulators: [createGoogleDocsSimulator(), notionSimulator],
    headless: !display,
    ...(display && { viewport: null }),
  });
  say('[3/3] Opening the samples …');
  await (display ? openForPeople(browser) : showInTerminal(browser));
  await browser.close().catch((error: unknown) => say(String(error)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
