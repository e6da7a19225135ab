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
/** How long a page of the extension may take to be there, in milliseconds, and how often that is tried. */
const PAGE_PATIENCE_MS = 5000;
const PAGE_ATTEMPTS = 5;

/** A running Firefox with the extension and the simulated hosts behind their real addresses. */
export interface Firefox {
  /** Opens a page whose requests go to the simulators only. */
  open(url: string): Promise<Page>;
  /** Opens one of the extension's pages, such as `popup.html?tabId=3`. */
  openExtensionPage(path: string): Promise<Page>;
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

/** Launches Firefox over WebDriver BiDi with the built extension. @throws Error when there is none; see `firefoxMissing`. */
export async function launchFirefox(simulators: readonly Simulator[]): Promise<Firefox> {
  const executablePath = findFirefox();
  if (executablePath === null) throw new Error('No Firefox was found.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
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
  await browser.installExtension(FIREFOX_BUILD);
  const leaked: string[] = [];
  const complaints: string[] = [];
  const hosts = simulators.flatMap((simulator) =>
    simulator.patterns.map((pattern) => ({ origin: pattern.replace(/\/\*\*?.*$/, ''), simulator })),
  );
  return {
    leaked,
    complaints,
    async open(url) {
      const page = await browser.newPage();
      page.on('console', (message) => {
        if (['error', 'warn'].includes(message.type())) complaints.push(`${page.url()}: ${message.text()}`);
      });
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const target = new URL(request.url());
        const host = hosts.find(({ origin }) => target.origin === origin);
        if (host === undefined) {
          if (target.protocol.startsWith('http')) leaked.push(request.url());
          void request.continue();
          return;
        }
        void host.simulator
          .respond(target)
          .then((answer) =>
            request.respond(
              answer === null
                ? { status: 404, contentType: 'text/plain', body: 'Not found' }
                : { status: answer.status, headers: { ...answer.headers }, body: answer.body },
            ),
          );
      });
      await page.goto(url, { waitUntil: 'load' });
      return page;
    },
    async openExtensionPage(path) {
      const page = await browser.newPage();
      const ready = () => location.protocol === 'moz-extension:' && document.readyState === 'complete';
      let reason = '';
      for (let attempt = 0; attempt < PAGE_ATTEMPTS; attempt++) {
        // The protocol tells no end of loading for such pages: the page itself is asked.
        page.goto(`${FIREFOX_ROOT}${path}`).catch((error: Error) => {
          reason = error.message;
        });
        const there = await page.waitForFunction(ready, { timeout: PAGE_PATIENCE_MS }).catch((error: Error) => {
          reason ||= error.message;
          return null;
        });
        if (there !== null) return page;
      }
      throw new Error(`Firefox did not open ${path}: ${reason}`);
    },
    async update() {
      await browser.installExtension(FIREFOX_BUILD);
    },
    close: () => browser.close(),
  };
}
