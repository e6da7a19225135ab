import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { findFirefox } from '../run/browser.ts';
import type { Simulator } from '../simulators/simulator.ts';
import { ROOT } from './chromium.ts';

/** Where WXT leaves the built extension for Firefox. */
export const FIREFOX_BUILD = join(ROOT, '.output', 'firefox-mv3');

/** The extension's id in its manifest, and the id that its pages' addresses get instead of a random one. */
export const FIREFOX_ID = 'stagemark@stagemark.example';
const PAGES_ID = '5ba9e3a2-6f6c-4c43-9d5e-0f5b1c7d2a10';
/** Address of the extension's root. */
export const FIREFOX_ROOT = `moz-extension://${PAGES_ID}/`;
/** A page of the browser itself that does nothing by itself. */
const BROWSER_PAGE = 'about:support';
/** What such a page has of the browser's own, as far as it is used. */
interface BrowserWindow {
  readonly Services: {
    readonly wm: {
      getMostRecentWindow(kind: string): {
        readonly SidebarController: {
          readonly sidebars: ReadonlyMap<string, unknown>;
          show(id: string): Promise<unknown>;
        };
      };
    };
  };
  readonly WebExtensionPolicy: {
    getByID(id: string): {
      readonly extension?: {
        readonly backgroundState: string;
        terminateBackground(options: Readonly<Record<string, boolean>>): Promise<void>;
      };
    } | null;
  };
}

/** How long the browser may take to start, in milliseconds: machines may be slow and busy. */
const START_MS = 120_000;
/** How long a page may take to load, in milliseconds. */
const PAGE_MS = 60_000;
/** How long one attempt to open a page of the extension may take, in milliseconds; how often the page is asked. */
const ATTEMPT_MS = 15_000;
const ASK_EVERY_MS = 100;

/** A running Firefox with the extension and the simulated hosts behind their real addresses. */
export interface Firefox {
  /** Opens a page whose requests go to the simulators only. */
  open(url: string): Promise<Page>;
  /** Opens one of the extension's pages, such as `popup.html?tabId=3`. */
  openExtensionPage(path: string): Promise<Page>;
  /**
   * Stops the background at once, as the browser does when it is idle, though it may be in the middle of an answer. The first
   * time opens a tab of the browser's own, in front.
   */
  killBackground(): Promise<void>;
  /** Opens the extension's sidebar in the window last used, as its button does. Needs a tab of the browser's own, in front. */
  openSidebar(): Promise<void>;
  /** Installs the extension over itself, as an update does; its open pages close. */
  update(): Promise<void>;
  /** Requests that no simulator answered. Must stay empty. */
  readonly leaked: string[];
  /** Errors and warnings of the pages' consoles. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** Why no Firefox can be tested here, or null when it can. */
export function firefoxMissing(): string | null {
  if (findFirefox() === null) return 'No Firefox was found: its tests are not run.';
  return existsSync(join(FIREFOX_BUILD, 'manifest.json'))
    ? null
    : `No extension in ${FIREFOX_BUILD}: Firefox is not tested.`;
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Whether a page has loaded an address. One that is just coming may answer late, or never: it is asked again. */
function isThere(page: Page, url: string): Promise<boolean> {
  const ready = page
    .evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url)
    .catch(() => false);
  return Promise.race([ready, pause(ATTEMPT_MS / 3).then(() => false)]);
}

/** Opens a page of the extension or of the browser itself. */
async function openOwn(page: Page, url: string): Promise<void> {
  const deadline = Date.now() + PAGE_MS;
  let reason = 'it did not load';
  while (Date.now() < deadline) {
    // The protocol tells no end of loading for such pages: the page itself is asked. A refusal it does tell, as while the
    // extension is being installed.
    let refused = false;
    page.goto(url).catch((error: Error) => {
      refused = true;
      reason = error.message;
    });
    const end = Date.now() + ATTEMPT_MS;
    while (!refused && Date.now() < end) {
      if (await isThere(page, url)) return;
      await pause(ASK_EVERY_MS);
    }
    await pause(ASK_EVERY_MS);
  }
  throw new Error(`Firefox did not open ${url}: ${reason}`);
}

/** For answers to a page that may have gone meanwhile, or be somewhere else: then nobody waits for them. */
const unlessGone = (page: Page) => (error: Error) => {
  if (!page.isClosed() && !/no such (?:request|frame)|closed|discarded/i.test(error.message)) throw error;
};

/**
 * Launches Firefox over WebDriver BiDi with the built extension, or without it for what a page does alone.
 * @throws Error when there is none; see `firefoxMissing`.
 */
export async function launchFirefox(simulators: readonly Simulator[], withExtension = true): Promise<Firefox> {
  const executablePath = findFirefox();
  if (executablePath === null) throw new Error('No Firefox was found.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    timeout: START_MS,
    // Without it the protocol may not open an extension's pages.
    args: ['-remote-allow-system-access'],
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      'network.dns.disabled': true,
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: PAGES_ID }),
      'extensions.webextensions.remote': true,
      'browser.shell.checkDefaultBrowser': false,
    },
  });
  if (withExtension) await browser.installExtension(FIREFOX_BUILD);
  const leaked: string[] = [];
  const complaints: string[] = [];
  const hosts = simulators.flatMap((simulator) =>
    simulator.patterns.map((pattern) => ({ origin: pattern.replace(/\/\*\*?.*$/, ''), simulator })),
  );
  const newPage = async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(PAGE_MS);
    return page;
  };
  let own: Promise<Page> | null = null;
  /** A page of the browser itself, which may do what the browser may. */
  const browserPage = () => {
    own ??= newPage().then(async (page) => {
      await openOwn(page, BROWSER_PAGE);
      return page;
    });
    return own;
  };
  return {
    leaked,
    complaints,
    async open(url) {
      const page = await newPage();
      page.on('console', (message) => {
        if (['error', 'warn'].includes(message.type())) complaints.push(`${page.url()}: ${message.text()}`);
      });
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const target = new URL(request.url());
        const host = hosts.find(({ origin }) => target.origin === origin);
        if (host === undefined) {
          if (target.protocol.startsWith('http')) leaked.push(request.url());
          request.continue().catch(unlessGone(page));
          return;
        }
        host.simulator
          .respond(target)
          .then((answer) =>
            request.respond(
              answer === null
                ? { status: 404, contentType: 'text/plain', body: 'Not found' }
                : { status: answer.status, headers: { ...answer.headers }, body: answer.body },
            ),
          )
          .catch(unlessGone(page));
      });
      await page.goto(url, { waitUntil: 'load' });
      return page;
    },
    async openExtensionPage(path) {
      const page = await newPage();
      await openOwn(page, `${FIREFOX_ROOT}${path}`);
      return page;
    },
    async openSidebar() {
      const page = await browserPage();
      await page.evaluate(async () => {
        const { Services } = globalThis as unknown as BrowserWindow;
        const { SidebarController } = Services.wm.getMostRecentWindow('navigator:browser');
        const own = [...SidebarController.sidebars.keys()].find((id) => id.includes('stagemark'));
        if (own === undefined) throw new Error('The browser knows of no sidebar of the extension.');
        await SidebarController.show(own);
      });
    },
    async killBackground() {
      const page = await browserPage();
      await page.evaluate(async (id) => {
        const { WebExtensionPolicy } = globalThis as unknown as BrowserWindow;
        const extension = WebExtensionPolicy.getByID(id)?.extension;
        if (extension === undefined) throw new Error('The extension is not there.');
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
        if (extension.backgroundState !== 'stopped') throw new Error(`The background is ${extension.backgroundState}.`);
      }, FIREFOX_ID);
    },
    async update() {
      await browser.installExtension(FIREFOX_BUILD);
    },
    close: () => browser.close(),
  };
}
