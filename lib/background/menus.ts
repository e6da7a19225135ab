import { browser } from 'wxt/browser';
import { DOCUMENT_MATCHES } from '../hosts/matches.ts';
import { tellContent } from '../messaging/call.ts';
import { faults } from '../platform/faults.ts';
import { words } from '../platform/words.ts';

const WHY = 'stagemark-why';
const OFF_HERE = 'stagemark-off-here';

/** Makes the entries of the context menu; the browser keeps them while the background sleeps. */
async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  const documentUrlPatterns = [...DOCUMENT_MATCHES];
  const contexts: ['page', 'selection', 'editable'] = ['page', 'selection', 'editable'];
  browser.contextMenus.create({ id: WHY, title: words('menuWhy'), contexts, documentUrlPatterns });
  browser.contextMenus.create({ id: OFF_HERE, title: words('menuOffHere'), contexts, documentUrlPatterns });
}

/** Registers the context menu. Call it synchronously at start. */
export function registerMenus(): void {
  browser.runtime.onInstalled.addListener(() => {
    createMenus().catch((error: unknown) => faults.note('context menu', error));
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined) return;
    if (info.menuItemId === WHY) void tellContent(tab.id, 'command', { command: 'why' });
    if (info.menuItemId === OFF_HERE) void tellContent(tab.id, 'switch-off-here', {});
  });
}
