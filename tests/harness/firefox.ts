import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { findFirefox } from '../run/browser.ts';
import type { Simulator } from '../simulators/simulator.ts';
import { ROOT } from './chromium.ts';

/** Where WXT leaves the built extension for Firefox. */
export const FIREFOX_BUILD = join(ROOT, '.output', 'firefox-mv3');

/** A running Firefox with the extension and the simulated hosts behind their real addresses. */
export interface Firefox {
  /** Opens a page whose requests go to the simulators only. */
  open(url: string): Promise<Page>;
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
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      'network.dns.disabled': true,
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
    close: () => browser.close(),
  };
}
