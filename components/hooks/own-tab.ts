import { browser } from 'wxt/browser';

/** The tab that a surface's address names (`?tabId=N`), or null. */
export function namedTab(address: string): number | null {
  const named = new URL(address).searchParams.get('tabId');
  return named !== null && /^\d+$/.test(named) ? Number(named) : null;
}

/** The active tab of the window that a surface belongs to. */
export async function findTabId(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}
