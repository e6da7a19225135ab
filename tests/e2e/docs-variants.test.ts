import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, launchChromium } from '../harness/chromium.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import { counters, marksLieOnText, type OpenedDocs, openDocsAtOnce, passages } from './docs-stage.ts';
import { isSettled } from './is-settled.ts';
import { openAsker, type TabAsker } from './tab-asker.ts';

/** Ways in which the page may start or behave that change nothing for the reader. */
const READ_ALIKE = [
  ['its labels come first', 'boot=tiles-api-iframe&delay=500'],
  ['its text API comes first', 'boot=api-iframe-tiles&delay=500'],
  ['it starts slowly and in any order', 'boot=random&seed=5&delay=1200'],
  ['annotations are on for everybody', 'experiment=1'],
  ['its HTML holds no model', 'chunks=0'],
  ['it ignores events that no person made', 'trustedOnly=1'],
  ['it is open for viewing only', 'viewOnly=1'],
  ['suggested deletions have no labels', 'doc=zoo&suggesting=1&hideDeleted=1'],
] as const;
const UNTIL_FOCUS = 'api=until-focus';
const UNLABELLED = 'annotations=0';
const COPIED = 'api=missing&tabs=1&tabDelay=100';

let browser: Browser;
let asker: TabAsker;
let front: (query: string) => Promise<OpenedDocs>;

beforeAll(async () => {
  browser = await launchChromium({ simulators: [createGoogleDocsSimulator()] });
  asker = await openAsker(browser);
  const queries = [COPIED, UNLABELLED, UNTIL_FOCUS, ...READ_ALIKE.map(([, query]) => query)];
  front = await openDocsAtOnce(browser, 'variant', queries);
});
afterAll(() => browser?.close());

describe('a Google document is read from its text API, and its marks lie on its text, when', () => {
  test.each(READ_ALIKE)('%s', async (_, query) => {
    const docs = await front(query);
    const state = await asker.reach(docs.tab, isSettled);
    expect(state.health).toMatchObject({ way: 'text' });
    await marksLieOnText(docs);
    expect(await counters(docs.page)).toMatchObject({
      setSelection: 0,
      foreignTileNodes: 0,
      violations: [],
      errors: [],
    });
  });

  test('its text API answers only after the writer has put the caret into it', async () => {
    const docs = await front(UNTIL_FOCUS);
    await docs.page.mouse.click(640, 560);
    const state = await asker.reach(docs.tab, (now) => isSettled(now) && now.health.way === 'text');
    expect(passages(state).length).toBeGreaterThan(25);
    await marksLieOnText(docs);
  });
});

describe('a Google document without a text API', () => {
  test('is read from a copy of the tab in view, also after a change of tab', async () => {
    const docs = await front(COPIED);
    const first = await asker.reach(docs.tab, isSettled);
    expect(first.health).toMatchObject({ way: 'export' });
    await marksLieOnText(docs);
    await docs.page.evaluate(() => window.__docs.switchTab(1));
    const second = await asker.reach(
      docs.tab,
      (state) => isSettled(state) && state.surfaces[0]?.id !== first.surfaces[0]?.id,
    );
    expect(passages(second)[0]?.excerpt).not.toBe(passages(first)[0]?.excerpt);
    await marksLieOnText(docs);
  });

  test('and without labels is read from a copy, and it is told that marks cannot be placed', async () => {
    const docs = await front(UNLABELLED);
    const state = await asker.reach(docs.tab, isSettled);
    expect(state.surfaces[0]?.report?.limits).toEqual(['exported-copy', 'marks-unplaced']);
    expect(passages(state).length).toBeGreaterThan(25);
    expect(await docs.world.boxes()).toEqual([]);
  });
});
