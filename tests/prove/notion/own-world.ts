import type { Page } from 'playwright-core';
import type { Browser } from '../../harness/chromium.ts';

/** Evaluates an expression in every world that the extension has in a page. @throws Error when it has none. */
export async function inOwnWorlds(browser: Browser, page: Page, expression: string): Promise<void> {
  const session = await browser.context.newCDPSession(page);
  const contexts: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${browser.extensionId}`) contexts.push(context.id);
  });
  await session.send('Runtime.enable');
  if (contexts.length === 0) throw new Error('The extension has no world in this page');
  for (const contextId of contexts) await session.send('Runtime.evaluate', { contextId, expression });
  await session.detach();
}
