import { browser } from 'wxt/browser';
import { faults } from '../../lib/platform/faults.ts';
import type { KeyHelp } from '../keys/Keys.tsx';

/** Opens one of the extension's pages in a tab, or goes to it where it is open already. */
export async function openPage(page: string): Promise<void> {
  const url = new URL(`${page}.html`, browser.runtime.getURL('/')).href;
  const open = await findTab(url);
  if (open !== undefined) await browser.tabs.update(open, { active: true });
  else await browser.tabs.create({ url });
}

async function findTab(url: string): Promise<number | undefined> {
  try {
    const [tab] = await browser.tabs.query({ url: `${url}*` });
    return tab?.id;
  } catch (error) {
    // Not every browser takes the extension's own addresses as patterns; a second tab does no harm.
    faults.note('finding an open page', error);
    return undefined;
  }
}

/** The keyboard commands as the reader has them set. */
export async function readCommands(): Promise<readonly KeyHelp[]> {
  try {
    const commands = (await browser.commands?.getAll()) ?? [];
    return commands.flatMap(({ shortcut, description }) =>
      shortcut && description ? [{ keys: shortcut, does: description }] : [],
    );
  } catch (error) {
    faults.note('reading commands', error);
    return [];
  }
}

/** Opens the side panel (Chrome, Edge) or sidebar (Firefox) of a tab; undefined where the browser has neither. */
export function panelOpener(tabId: number): (() => void) | undefined {
  const failed = (error: unknown) => faults.note('opening the panel', error);
  if (browser.sidePanel?.open) return () => void browser.sidePanel.open({ tabId }).catch(failed);
  // Firefox's own name for it, unknown to Chromium's types.
  const sidebar = (browser as { sidebarAction?: { open(): Promise<void> } }).sidebarAction;
  return sidebar && (() => void sidebar.open().catch(failed));
}
