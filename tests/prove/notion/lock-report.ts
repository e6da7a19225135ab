import type { Page } from 'playwright-core';

/**
 * Changes of the editor's DOM that its lock undid in a page.
 * @param note gets a line for each kind, so that a failed proof says what was changed.
 */
export async function lockViolations(page: Page, where: string, note: (line: string) => void): Promise<number> {
  const { violations, log } = await page.evaluate(() => window.__sim.lock);
  for (const line of log.slice(0, 5)) note(`undone by the lock, ${where}: ${line}`);
  return violations;
}
