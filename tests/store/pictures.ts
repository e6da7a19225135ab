import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Browser, launchChromium, ROOT } from '../harness/chromium.ts';
import { ensureBrowser } from '../run/browser.ts';
import { settledState } from '../run/settled-state.ts';
import { runProgram } from '../run/steps.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';

/**
 * `npm run store`: builds, and takes the pictures that the stores ask for of the running product: screenshots of 1280x800 and
 * a tile of 440x280, into `screenshots/store`.
 */
const SHOTS = join(ROOT, 'screenshots', 'store');
const SCREEN = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };
const DOCS_URL = 'https://docs.google.com/document/d/sample/edit';
/** Longest wait for a document to be labelled and its surfaces to show it, in milliseconds. */
const READY_MS = 30_000;

const dataUrl = (bytes: Buffer, type = 'image/png') => `data:${type};base64,${bytes.toString('base64')}`;
const icon = () => dataUrl(readFileSync(join(ROOT, 'public', 'icon', '128.png')));

async function openDocument(browser: Browser, url: string): Promise<{ page: Page; tabId: number }> {
  const page = await browser.context.newPage();
  await page.setViewportSize(SCREEN);
  await page.goto(url);
  const tabId = await browser.tabId(page);
  const asker = await browser.openExtensionPage('popup.html?tabId=0');
  await page.bringToFront();
  await settledState(asker, tabId);
  await asker.close();
  return { page, tabId };
}

/** A surface of the extension about a tab, when its report is there. */
async function shootSurface(browser: Browser, path: string, width: number, height: number): Promise<Buffer> {
  const page = await browser.openExtensionPage(path);
  await page.setViewportSize({ width, height });
  await page.locator('.mix-table').first().waitFor({ timeout: READY_MS });
  await page.evaluate(() => document.fonts.ready);
  const shot = await page.screenshot();
  await page.close();
  return shot;
}

/** Lays pictures over each other in a page and takes it. */
async function compose(browser: Browser, size: typeof SCREEN, html: string, name: string): Promise<void> {
  const page = await browser.context.newPage();
  await page.setViewportSize(size);
  await page.setContent(`<body style="margin:0;overflow:hidden;background:#fff">${html}</body>`);
  await page.screenshot({ path: join(SHOTS, name) });
  await page.close();
  console.log(`${name}: ${size.width}x${size.height}`);
}

async function shootAll(browser: Browser): Promise<void> {
  const docs = await openDocument(browser, DOCS_URL);
  const popup = await shootSurface(browser, `popup.html?tabId=${docs.tabId}`, 400, 600);
  await docs.page.bringToFront();
  await docs.page.waitForTimeout(1000);
  const inDocs = await docs.page.screenshot();
  const shadow = 'border-radius:10px;box-shadow:0 8px 40px #0004,0 0 0 1px #0002';
  await compose(
    browser,
    SCREEN,
    `<img src="${dataUrl(inDocs)}"><img src="${dataUrl(popup)}" style="position:fixed;top:12px;right:16px;${shadow}">`,
    '1-google-docs-popup.png',
  );

  const notion = await openDocument(browser, pageUrl('spec', 'app', { decoys: 0, chat: 0 }));
  const panel = await shootSurface(browser, `sidepanel.html?tabId=${notion.tabId}`, 380, SCREEN.height);
  await notion.page.setViewportSize({ width: SCREEN.width - 380, height: SCREEN.height });
  await notion.page.bringToFront();
  await notion.page.waitForTimeout(1000);
  const inNotion = await notion.page.screenshot();
  await compose(
    browser,
    SCREEN,
    `<div style="display:flex"><img src="${dataUrl(inNotion)}"><img src="${dataUrl(panel)}"></div>`,
    '2-notion-side-panel.png',
  );

  for (const [name, path] of [
    ['3-checker.png', 'checker.html?sample=one-pager'],
    ['4-trust.png', 'trust.html'],
    ['5-options.png', 'options.html'],
  ] as const) {
    const page = await browser.openExtensionPage(path);
    await page.setViewportSize(SCREEN);
    if (path.startsWith('checker')) await page.locator('.mix-table').first().waitFor({ timeout: READY_MS });
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(SHOTS, name) });
    console.log(`${name}: ${SCREEN.width}x${SCREEN.height}`);
    await page.close();
  }

  const { extensionName } = JSON.parse(readFileSync(join(ROOT, 'public/_locales/en/messages.json'), 'utf8'));
  await compose(
    browser,
    TILE,
    `<img src="${dataUrl(inDocs)}" style="position:fixed;left:-150px;top:-40px;width:820px">
     <div style="position:fixed;inset:0;background:linear-gradient(90deg,#fffffffa 48%,#fffb)"></div>
     <div style="position:fixed;left:28px;top:0;height:100%;display:flex;flex-direction:column;justify-content:center;font:600 30px Inter,system-ui,sans-serif;color:#1b1b1f">
       <img src="${icon()}" width="72" height="72" style="margin-bottom:14px">${extensionName.message}
     </div>
     <img src="${dataUrl(popup)}" style="position:fixed;right:18px;top:22px;width:190px;${shadow}">`,
    'tile-440x280.png',
  );
}

try {
  ensureBrowser(console.log);
  const code = await runProgram('wxt', ['build', '-b', 'chrome']);
  if (code !== 0) throw new Error('The extension could not be built: see the lines above.');
  mkdirSync(SHOTS, { recursive: true });
  const browser = await launchChromium({
    simulators: [createGoogleDocsSimulator(), notionSimulator],
    viewport: SCREEN,
  });
  try {
    await shootAll(browser);
  } finally {
    await browser.close();
  }
  console.log(`The pictures are in ${SHOTS}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
