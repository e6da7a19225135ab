import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { ensureBrowser } from '../run/browser.ts';
import type { Simulator } from '../simulators/simulator.ts';

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '..', '..');
/** Where WXT leaves the built extension for Chrome. */
export const CHROME_BUILD = join(ROOT, '.output', 'chrome-mv3');

export interface LaunchOptions {
  readonly simulators: readonly Simulator[];
  readonly headless?: boolean;
  /** Folder of an unpacked extension; null launches without one (for comparisons). */
  readonly extension?: string | null;
  /** Size of every page; null leaves it to the window, as people need it who resize one. */
  readonly viewport?: { width: number; height: number } | null;
  readonly deviceScaleFactor?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly args?: readonly string[];
}

/** A running Chromium with the extension, the simulated hosts behind their real addresses, and no way out. */
export interface Browser {
  readonly context: BrowserContext;
  /** Id of the loaded extension; empty where there is none. */
  readonly extensionId: string;
  /** Requests that no simulator answered and that are not the extension's own. Must stay empty. */
  readonly leaked: string[];
  /** Console errors and warnings, page errors, with the page's address. */
  readonly complaints: string[];
  /** A page of the extension that is open, or a new one: it has the extension's APIs and does not die as the worker does. */
  desk(): Promise<Page>;
  /** Stops the background worker as the browser does when it is idle. */
  killWorker(): Promise<void>;
  /** Opens one of the extension's pages, such as `popup.html?tabId=3`. */
  openExtensionPage(path: string): Promise<Page>;
  /** The browser's id of a tab, as the extension's APIs count it. */
  tabId(page: Page): Promise<number>;
  close(): Promise<void>;
}

/** How long the browser may take to start, and to install the extension, in milliseconds: machines may be slow and busy. */
const START_MS = 120_000;
/** How long a page may take to load, and an element to be there, in milliseconds. */
const PAGE_MS = 60_000;
/** A page of the extension that says nothing by itself: the popup of no tab. */
const DESK_PATH = 'popup.html?tabId=0';
/** How often something is asked that no event tells, in milliseconds. */
const ASK_EVERY_MS = 50;

/**
 * Waits until the extension's installation is over: its last work, the welcome page, would else come up in the middle of
 * what is being told, counted or measured.
 */
async function installed(context: BrowserContext): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (!context.pages().some((page) => page.url().endsWith('/welcome.html'))) {
    if (Date.now() > deadline) throw new Error('The extension was not installed: its welcome page did not show.');
    await new Promise((done) => setTimeout(done, ASK_EVERY_MS));
  }
}

/** The id that the browser gave the extension: it is in the address of its background worker. */
async function idOfExtension(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: START_MS }));
  return new URL(worker.url()).host;
}

/**
 * Launches Chromium with the built extension and waits until that is installed. @throws Error when there is no browser or
 * no build.
 */
export async function launchChromium(options: LaunchOptions): Promise<Browser> {
  const extension = options.extension === undefined ? CHROME_BUILD : options.extension;
  if (extension !== null && !existsSync(join(extension, 'manifest.json'))) {
    throw new Error(`No built extension in ${extension}: run npm run build first.`);
  }
  const loading =
    extension === null ? [] : [`--load-extension=${extension}`, `--disable-extensions-except=${extension}`];
  const context = await chromium.launchPersistentContext('', {
    executablePath: ensureBrowser((line) => console.error(line)),
    timeout: START_MS,
    headless: options.headless ?? true,
    ...(options.viewport === null
      ? { viewport: null }
      : {
          viewport: options.viewport ?? { width: 1280, height: 800 },
          deviceScaleFactor: options.deviceScaleFactor ?? 1,
        }),
    colorScheme: options.colorScheme ?? 'light',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost',
      ...loading,
      ...(options.args ?? []),
    ],
  });
  context.setDefaultTimeout(PAGE_MS);
  const leaked: string[] = [];
  const complaints: string[] = [];
  const listen = (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.stack ?? error.message}`));
  };
  context.pages().forEach(listen);
  context.on('page', listen);
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (/^(chrome-extension|about|data|blob):/.test(url)) return route.continue();
    leaked.push(url);
    return route.abort();
  });
  for (const simulator of options.simulators) {
    for (const pattern of simulator.patterns) {
      await context.route(pattern, async (route) => {
        const answer = await simulator.respond(new URL(route.request().url()));
        if (answer === null) return route.fulfill({ status: 404, contentType: 'text/plain', body: 'Not found' });
        return route.fulfill({ status: answer.status, headers: { ...answer.headers }, body: answer.body });
      });
    }
  }
  const extensionId = extension === null ? '' : await idOfExtension(context);
  if (extension !== null) await installed(context);
  const root = `chrome-extension://${extensionId}/`;
  const openExtensionPage = async (path: string) => {
    const page = await context.newPage();
    await page.goto(`${root}${path}`);
    return page;
  };
  const desk = async () =>
    context.pages().find((page) => page.url().startsWith(root)) ?? (await openExtensionPage(DESK_PATH));
  return {
    context,
    extensionId,
    leaked,
    complaints,
    desk,
    openExtensionPage,
    async killWorker() {
      const session = await context.newCDPSession(await desk());
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
    },
    async tabId(page) {
      const deadline = Date.now() + PAGE_MS;
      for (;;) {
        const url = page.url();
        const id = await (await desk()).evaluate(async (address) => {
          const tabs = await chrome.tabs.query({});
          return tabs.find((tab) => tab.url === address)?.id ?? null;
        }, url);
        if (id !== null) return id;
        if (Date.now() > deadline) throw new Error(`No tab shows ${url}`);
        await new Promise((done) => setTimeout(done, ASK_EVERY_MS));
      }
    },
    close: () => context.close(),
  };
}
