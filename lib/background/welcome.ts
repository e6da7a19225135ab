import { browser } from 'wxt/browser';
import { faults } from '../platform/faults.ts';

/**
 * Shows the welcome page after the installation, in a tab behind the one in use: nobody is torn from what they do. Never
 * after an update. Call it synchronously at start.
 */
export function registerWelcome(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    const url = new URL('welcome.html', browser.runtime.getURL('/')).href;
    browser.tabs.create({ url, active: false }).catch((error: unknown) => faults.note('welcome', error));
  });
}
