import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TabState } from '../../lib/model/tab.ts';
import { type Browser, launchChromium } from '../harness/chromium.ts';
import { inOwnWorlds } from '../prove/notion/own-world.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';
import { isSettled } from './is-settled.ts';
import { someMarks } from './marks.ts';
import { openAsker, ownComplaints, type TabAsker } from './tab-asker.ts';

/** What goes wrong with what is remembered, with the clock and with messages, on the built extension. */
let browser: Browser;
let asker: TabAsker;

beforeAll(async () => {
  browser = await launchChromium({ simulators: [notionSimulator] });
  asker = await openAsker(browser);
});
afterAll(() => browser?.close());
afterEach(async () => {
  for (const page of browser.context.pages()) if (page !== asker.page) await page.close();
  await asker.page.evaluate(() => chrome.storage.local.clear());
});

async function open(query = ''): Promise<{ page: Page; tab: number }> {
  const page = await browser.context.newPage();
  await page.goto(`${pageUrl('strategy')}${query}`);
  return { page, tab: await browser.tabId(page) };
}

/** Surface and passage ids of a settled document, the first passages first. */
function passagesOf(state: TabState): { surfaceId: string; passageId: string }[] {
  const [surface] = state.surfaces;
  return (surface?.report?.passages ?? []).map(({ id }) => ({ surfaceId: surface?.id ?? '', passageId: id }));
}
const labelsOf = ({ surfaces }: TabState) => surfaces[0]?.report?.passages.map(({ label }) => label) ?? [];

const KEYS = ['corrections', 'documents', 'preferences', 'packs', 'switches', 'ledger'];
const RUBBISH: readonly (readonly [string, unknown])[] = [
  ['no object at all', 'rubbish'],
  ['a number for a version', { version: 'one', data: {} }],
  ['the wrong data', { version: 1, data: 7 }],
  ['lists in lists', { version: 1, data: [[[[[]]]]] }],
];

describe('a storage', () => {
  test.each(RUBBISH)(
    'that holds %s under every key: defaults are used, said, and mended by the next change',
    async (_, item) => {
      await asker.page.evaluate(
        ([keys, stored]) => chrome.storage.local.set(Object.fromEntries(keys.map((key) => [key, stored]))),
        [KEYS, item] as const,
      );
      const { page, tab } = await open();
      const state = await asker.reach(tab, isSettled);
      expect(state.health).toMatchObject({
        'settings.corrections': 'unreadable',
        'settings.documents': 'unreadable',
        'settings.preferences': 'unreadable',
        'settings.switches': 'unreadable',
      });
      await someMarks(page);
      const [first] = passagesOf(state);
      expect(await asker.ask(tab, 'relabel-passage', { ...first, label: 'organisation' })).toMatchObject({ ok: true });
      await asker.reach(tab, (each) => labelsOf(each)[0] === 'organisation');
      const again = await open('?again=1');
      await asker.reach(again.tab, (each) => isSettled(each) && labelsOf(each)[0] === 'organisation');
    },
  );
});

describe('a clock', () => {
  test.each([
    ['ten years on', 'Date.now() + 10 * 365 * 864e5'],
    ['back to 1970', '1000'],
  ])('that jumps %s under an open document loses nothing that the writer set', async (_, now) => {
    const { page, tab } = await open();
    const [first, second] = passagesOf(await asker.reach(tab, isSettled));
    await asker.ask(tab, 'relabel-passage', { ...first, label: 'organisation' });
    await inOwnWorlds(browser, page, `{ const jumped = ${now}; Date.now = () => jumped; }`);
    await asker.ask(tab, 'relabel-passage', { ...second, label: 'organisation' });
    await asker.ask(tab, 'set-document-type', { surfaceId: second?.surfaceId, type: 'spec' });
    await asker.ask(tab, 'snooze', { minutes: 30 });
    await asker.reach(tab, ({ status }) => status === 'off');
    await asker.ask(tab, 'snooze', { minutes: 0 });
    await asker.reach(tab, isSettled);
    const right = await open('?right=1');
    const state = await asker.reach(right.tab, isSettled);
    expect(labelsOf(state).slice(0, 2)).toEqual(['organisation', 'organisation']);
    expect(state.surfaces[0]?.report?.documentType).toMatchObject({ type: 'spec' });
  });
});

describe('messages', () => {
  test('that come twice and in every order end where the last one says', async () => {
    const { page, tab } = await open();
    const state = await asker.reach(tab, isSettled);
    const [first] = passagesOf(state);
    const [label = 'none'] = labelsOf(state);
    const other = label === 'execution' ? 'organisation' : 'execution';
    const modes = ['none', 'strategy', 'strategy', 'execution', 'none', 'all', 'all'];
    const sent = [
      ...modes.map((mode) => asker.ask(tab, 'set-mode', { mode })),
      ...[other, other, null, other, other].map((wanted) =>
        asker.ask(tab, 'relabel-passage', { ...first, label: wanted }),
      ),
      ...[false, false, true, true].map((on) => asker.ask(tab, 'set-switch', { scope: 'site', on })),
      asker.ask(tab, 'reveal-passage', first),
      asker.ask(tab, 'reveal-passage', first),
    ];
    const answers = await Promise.all(sent);
    expect(answers.filter(({ ok, code }) => !ok && code !== 'gone')).toEqual([]);
    const after = await asker.reach(tab, (each) => isSettled(each) && labelsOf(each)[0] === other);
    expect(after).toMatchObject({ mode: 'all', off: null });
    await someMarks(page);
    expect((await asker.stored()).match(/"kind":"passage"/g)).toHaveLength(1);
  });

  test('of two windows at the same moment both count', async () => {
    const [first, second] = [await open(), await open('?second=1')];
    const passages = passagesOf(await asker.reach(first.tab, isSettled));
    await asker.reach(second.tab, isSettled);
    await Promise.all(
      passages
        .slice(0, 4)
        .map((passage, index) =>
          asker.ask(index % 2 === 0 ? first.tab : second.tab, 'relabel-passage', { ...passage, label: 'organisation' }),
        ),
    );
    for (const { tab } of [first, second]) {
      await asker.reach(tab, (state) =>
        labelsOf(state)
          .slice(0, 4)
          .every((label) => label === 'organisation'),
      );
    }
  });

  test('to a page that is going are answered or lost, and the next page answers', async () => {
    const { page, tab } = await open();
    await asker.reach(tab, isSettled);
    const going = page.reload();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => asker.ask(tab, 'set-mode', { mode: 'strategy' })),
    );
    await going;
    for (const answer of answers)
      expect(answer.ok || ['silent', 'no-receiver', 'gone'].includes(answer.code ?? '')).toBe(true);
    await asker.reach(tab, isSettled);
    await asker.ask(tab, 'set-mode', { mode: 'all' });
    await asker.reach(tab, (state) => isSettled(state) && state.mode === 'all');
  });
});

test('no request left and nothing was thrown in all of this', () => {
  expect(browser.leaked).toEqual([]);
  expect(ownComplaints(browser)).toEqual([]);
});
