import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PACK_LIMITS } from '../../lib/model/pack-limits.ts';
import { DOCS_URL, eventually, raiseStage, reportIn, type Stage } from './surfaces-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
});
afterEach(() => stage?.clear());
afterAll(() => stage?.browser.close());

const PICKER = 'input[aria-label="Add a pack from a file"]';
const HEAD = { product: 'stagemark', kind: 'rule-pack', version: 1 };
const ACME = {
  ...HEAD,
  name: 'Acme',
  phrases: [
    { phrase: 'blue * review', stage: 'organisation', signal: 'process', weight: 4, fires: ['A blue sheet review.'] },
  ],
};
const TEXT = [
  'Notes of the week',
  'Everybody brings numbers to the blue sheet review on Monday and leaves with one question to answer.',
  'Fix the time-zone bug in the booking API and add a regression test before the release of the new version.',
  'Migrate the events table, backfill the old rows and remove the cron job that runs behind the flag today.',
].join('\n');

const file = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

async function kept(): Promise<unknown> {
  return (await stage.browser.desk()).evaluate(async () => (await chrome.storage.local.get('packs')).packs);
}

describe('rule packs in the built extension', () => {
  it('label an open document at once, are named with their votes, and travel with everything else', async () => {
    const { page, tabId } = await stage.openDocument(`${DOCS_URL}?doc=blank`);
    await page.evaluate((text) => window.__docs.paste(text), TEXT);
    const popup = await stage.openSurface('popup', tabId);
    await reportIn(popup);
    const packVotes = () =>
      popup.evaluate(async (id) => {
        const ask = (request: object) => chrome.tabs.sendMessage(id, request, { frameId: 0 });
        const { id: surfaceId, report } = (await ask({ kind: 'get-state' })).value.surfaces[0];
        const found = [];
        for (const { id: passageId } of report?.passages ?? []) {
          const { value } = await ask({ kind: 'explain-passage', surfaceId, passageId });
          for (const { source, text } of value?.explanation.evidence ?? [])
            if (source === 'pack') found.push(`${text}: ${value.verdict.label}`);
        }
        return found;
      }, tabId);
    expect(await packVotes()).toEqual([]);
    const options = await stage.openPage('options.html');
    await options.locator(PICKER).setInputFiles(file('acme.json', JSON.stringify(ACME)));
    await options.getByText('“Acme” is in use now.').waitFor();
    await eventually('the pack votes', packVotes, (votes) => votes.join() === 'Acme: organisation');
    await options.getByRole('switch', { name: 'Acme' }).click();
    await eventually('the pack is silent', packVotes, (votes) => votes.length === 0);
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
    const phrase = ACME.phrases[0];
    const hostile: readonly (readonly [string, string])[] = [
      [`${'['.repeat(60_000)}${']'.repeat(60_000)}`, 'lists within lists'],
      [JSON.stringify({ ...ACME, name: 'x'.repeat(PACK_LIMITS.file) }), 'too large'],
      ['{"product":"stagemark","kind":"rule-pack","version":1,"__proto__":{"polluted":1}}', '“__proto__”'],
      [JSON.stringify({ ...ACME, phrases: [{ ...phrase, phrase: '(a+)+$' }] }), 'is not found in'],
      [JSON.stringify({ ...ACME, phrases: [{ ...phrase, pattern: '(a+)+$' }] }), 'is not part of a pack'],
      [JSON.stringify({ ...ACME, phrases: new Array(30_000).fill(0) }), 'has to'],
      [
        JSON.stringify({ ...ACME, phrases: [phrase, { ...phrase, phrase: 'blue x', silent: ['A blue x.'] }] }),
        'must not',
      ],
      ['\u0000\uffff', 'not JSON'],
    ];
    for (const [text, says] of hostile) {
      await options.locator(PICKER).setInputFiles(file('hostile.json', text));
      await options.getByRole('alert').filter({ hasText: says }).waitFor();
      expect(await options.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined();
    }
    expect(await kept()).toEqual(before);
    await options.getByRole('switch', { name: 'Acme' }).click();
    await eventually('the page still works', kept, (now) => JSON.stringify(now).includes('"enabled":false'));
  });
});
