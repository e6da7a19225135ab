import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Programs that can load the extension, by name on the PATH and by the places where installers put them. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const FIREFOX_NAMES = ['firefox-esr', 'firefox'];
const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const WINDOWS_PATHS = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  'Chromium/Application/chrome.exe',
];

/** Where a Chromium, Chrome or Edge may be on this platform, likeliest first. */
function candidates(): string[] {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      MAC_APPS.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return roots.flatMap((root) => (root === undefined ? [] : WINDOWS_PATHS.map((path) => join(root, path))));
  }
  return onPath(NAMES);
}

function onPath(names: readonly string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * The browser to test with: `CHROME_PATH` where set, else the first one found.
 * @returns an absolute path, or null where this machine has none.
 */
export function findBrowser(): string | null {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined && chosen !== '') return chosen;
  return candidates().find((path) => existsSync(path)) ?? null;
}

/** The Firefox to test with: `FIREFOX_PATH` where set, else one on the PATH; null where there is none. */
export function findFirefox(): string | null {
  const chosen = process.env.FIREFOX_PATH;
  if (chosen !== undefined && chosen !== '') return chosen;
  return onPath(FIREFOX_NAMES).find((path) => existsSync(path)) ?? null;
}

/** Whether the distribution's packages can be installed here without asking anybody: Debian or a child of it, as root. */
function canInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function aptInstall(packages: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (args: string[]) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return run(['update', '-qq']) && run(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

/**
 * Finds a browser, installing the distribution's chromium where that is possible.
 * @throws Error with one sentence for people when there is none and none can be installed.
 */
export function ensureBrowser(say: (line: string) => void): string {
  const found = findBrowser();
  if (found !== null) {
    if (!existsSync(found)) throw new Error(`CHROME_PATH names no file: ${found}`);
    return found;
  }
  if (canInstall()) {
    say('No browser found: installing chromium and fonts from the distribution (a minute or two) …');
    aptInstall(['chromium', 'fonts-liberation', 'fonts-dejavu-core']);
    const installed = findBrowser();
    if (installed !== null) return installed;
  }
  throw new Error('No Chrome, Chromium or Edge was found: install one, or set CHROME_PATH to the program.');
}

/**
 * Finds a Firefox, installing the distribution's extended support release where that is possible.
 * @returns its path, or null, after one line that says so, where there is none and none can be installed: its tests are then
 * skipped, as Firefox is not on every machine and the same promises are tested in Chromium.
 * @throws Error with one sentence for people when `FIREFOX_PATH` names no file.
 */
export function ensureFirefox(say: (line: string) => void): string | null {
  const found = findFirefox();
  if (found !== null) {
    if (!existsSync(found)) throw new Error(`FIREFOX_PATH names no file: ${found}`);
    return found;
  }
  if (canInstall()) {
    say('No Firefox found: installing firefox-esr from the distribution (a minute or two) …');
    aptInstall(['firefox-esr']);
    const installed = findFirefox();
    if (installed !== null) return installed;
  }
  say('No Firefox was found and none can be installed here: the tests in Firefox are skipped.');
  return null;
}
