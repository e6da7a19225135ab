import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pageUrl } from '../simulators/notion/simulator.ts';
import { DOCS_URL, eventually, raiseStage, type Stage, textOf } from './surfaces-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
});
afterEach(() => stage?.clear());
afterAll(() => stage?.browser.close());

/** Puts a tab in front, as a click on it does. */
async function front(tabId: number): Promise<void> {
  await (await stage.browser.desk()).evaluate((id) => chrome.tabs.update(id, { active: true }), tabId);
}

/** The panel of the window, which names no tab and so follows the one in front. */
async function openPanel(): Promise<Page> {
  const panel = await stage.openPage('sidepanel.html');
  await panel.setViewportSize({ width: 360, height: 900 });
  return panel;
}

const shows = (panel: Page, what: string, accepts: (text: string) => boolean) =>
  eventually(what, () => textOf(panel.locator('main')), accepts);

describe('the side panel of a window', () => {
  it('follows the tab in front, through changes of tab, other pages and closed tabs', async () => {
    const spec = await stage.openDocument(pageUrl('spec', 'app'));
    const strategy = await stage.openDocument(DOCS_URL);
    const panel = await openPanel();
    await front(spec.tabId);
    await shows(panel, 'the spec is shown', (text) => text.includes('Spec') && text.includes('Mix'));
    const first = await textOf(panel.locator('h1'));
    await front(strategy.tabId);
    await eventually(
      'the strategy is shown',
      () => textOf(panel.locator('h1')),
      (title) => title !== first && title !== 'Stagemark' && title !== '',
    );
    const ledger = await stage.openPage('ledger.html');
    await front(await stage.browser.tabId(ledger));
    await shows(panel, 'there is no document', (text) => text.includes('No document in this tab'));
    await front(spec.tabId);
    await eventually(
      'the spec is back',
      () => textOf(panel.locator('h1')),
      (title) => title === first,
    );
    await spec.page.close();
    await front(strategy.tabId);
    await eventually(
      'the closed tab is forgotten',
      () => textOf(panel.locator('h1')),
      (title) => title !== first && title !== 'Stagemark',
    );
    await strategy.page.goto(pageUrl('plan'));
    await shows(panel, 'the page that came in its place is read', (text) => /plan/i.test(text) && text.includes('Mix'));
    expect(stage.browser.leaked).toEqual([]);
  });

  it('never follows a tab of another window', async () => {
    const { tabId } = await stage.openDocument(pageUrl('spec', 'app'));
    const panel = await openPanel();
    await front(tabId);
    await shows(panel, 'the spec is shown', (text) => text.includes('Mix'));
    const title = await textOf(panel.locator('h1'));
    const desk = await stage.browser.desk();
    const [opened] = await Promise.all([
      stage.browser.context.waitForEvent('page'),
      desk.evaluate((url) => chrome.windows.create({ url, focused: true }), DOCS_URL),
    ]);
    await opened.waitForURL(DOCS_URL);
    await opened.locator('stagemark-marks').first().waitFor({ state: 'attached' });
    expect(await textOf(panel.locator('h1'))).toBe(title);
    await opened.close();
  });
});
