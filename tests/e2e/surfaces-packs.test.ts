import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ACME, hostilePacks, PACK_TEXT } from './pack-files.ts';
import { packVotes } from './pack-votes.ts';
import { DOCS_URL, eventually, raiseStage, reportIn, type Stage } from './surfaces-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
});
afterEach(() => stage?.clear());
afterAll(() => stage?.browser.close());

const PICKER = 'input[aria-label="Add a pack from a file"]';
const file = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

async function kept(): Promise<unknown> {
  return (await stage.browser.desk()).evaluate(async () => (await chrome.storage.local.get('packs')).packs);
}

describe('rule packs in the built extension', () => {
  it('label an open document at once, are named with their votes, and travel with everything else', async () => {
    const { page, tabId } = await stage.openDocument(`${DOCS_URL}?doc=blank`);
    await page.evaluate((text) => window.__docs.paste(text), PACK_TEXT);
    const popup = await stage.openSurface('popup', tabId);
    await reportIn(popup);
    const votes = () => popup.evaluate(packVotes, tabId);
    expect(await votes()).toEqual([]);
    const options = await stage.openPage('options.html');
    await options.locator(PICKER).setInputFiles(file('acme.json', JSON.stringify(ACME)));
    await options.getByText('“Acme” is in use now.').waitFor();
    await eventually('the pack votes', votes, (votes) => votes.join() === 'Acme: organisation');
    await options.getByRole('switch', { name: 'Acme' }).click();
    await eventually('the pack is silent', votes, (votes) => votes.length === 0);
    const [download] = await Promise.all([
      options.waitForEvent('download'),
      options.getByRole('button', { name: 'Export everything' }).click(),
    ]);
    const exported = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(exported.items.packs.data[0].pack.name).toBe('Acme');
    await options.getByRole('button', { name: 'Remove “Acme”' }).click();
    await options.getByText('No pack yet.').waitFor();
    await options.getByRole('button', { name: 'Undo the last change' }).click();
    await options.getByRole('switch', { name: 'Acme' }).waitFor();
    expect(stage.browser.leaked).toEqual([]);
  });

  it('that are hostile are refused in plain words, change nothing, and leave the page alive', async () => {
    const options = await stage.openPage('options.html');
    await options.locator(PICKER).setInputFiles(file('acme.json', JSON.stringify(ACME)));
    await options.getByText('“Acme” is in use now.').waitFor();
    const before = await kept();
    for (const [text, says] of hostilePacks()) {
      await options.locator(PICKER).setInputFiles(file('hostile.json', text));
      await options.getByRole('alert').filter({ hasText: says }).waitFor();
      expect(await options.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined();
    }
    expect(await kept()).toEqual(before);
    await options.getByRole('switch', { name: 'Acme' }).click();
    await eventually('the page still works', kept, (now) => JSON.stringify(now).includes('"enabled":false'));
  });
});
