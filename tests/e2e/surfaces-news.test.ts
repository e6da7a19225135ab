import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pageUrl } from '../simulators/notion/simulator.ts';
import { eventually, raiseStage, reportIn, type Stage } from './surfaces-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
});
afterEach(() => stage?.clear());
afterAll(() => stage?.browser.close());

async function seen(): Promise<unknown> {
  return (await stage.browser.desk()).evaluate(async () => (await chrome.storage.local.get('news')).news);
}

describe('what is new', () => {
  it('is told in the popup after an update, until it is closed, and never in a tab', async () => {
    const { tabId } = await stage.openDocument(pageUrl('spec'));
    await (await stage.browser.desk()).evaluate(() =>
      chrome.storage.local.set({ news: { version: 1, data: { seen: '0.0.9' } } }),
    );
    const tabs = stage.browser.context.pages().length;
    for (let opening = 0; opening < 2; opening++) {
      const popup = await stage.openSurface('popup', tabId);
      await reportIn(popup);
      await popup.getByText(/^New in /).waitFor();
      if (opening === 1) await popup.getByRole('button', { name: 'Close the news' }).click();
      else await popup.close();
    }
    await eventually('it is remembered', seen, (value) => !JSON.stringify(value).includes('0.0.9'));
    const popup = await stage.openSurface('popup', tabId);
    await reportIn(popup);
    await popup.getByText('Diagnostics').waitFor();
    expect(await popup.getByText(/^New in /).count()).toBe(0);
    expect(stage.browser.context.pages().length).toBe(tabs + 2);
  });

  it('is nothing to somebody who has just come', async () => {
    const { tabId } = await stage.openDocument(pageUrl('spec'));
    const popup = await stage.openSurface('popup', tabId);
    await reportIn(popup);
    await eventually('the version is remembered', seen, (value) => value !== undefined);
    expect(await popup.getByText(/^New in /).count()).toBe(0);
  });
});
