import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { PAGE_IDS, pageUrl } from '../simulators/notion/simulator.ts';
import { DOCS_URL, drawnStages, eventually, reportIn, type Stage, shareOf, textOf } from './surfaces-stage.ts';

/** One thing that a person does with Stagemark, from beginning to end, through the hosts' real addresses. */
export interface Story {
  readonly name: string;
  tell(stage: Stage): Promise<void>;
}

/** A strategy document that drowns in tickets, and what it could say instead. */
const TICKETS = [
  'Strategy for next year',
  'Fix the time-zone bug in the booking API and add a regression test before the release.',
  'Migrate the events table, backfill the old rows and remove the cron job behind the flag.',
  'As a receptionist I want to drag a booking to another slot, so that I need not type it again.',
  'Roll out to 5 % of clinics, then 25 %, and update the help article and the release notes.',
  'We choose small clinics over hospital groups, because no competitor serves that market.',
  'The acceptance criteria: undo within ten seconds, keyboard support, latency under 150 ms.',
].join('\n');
const MENDED = [
  'Strategy for next year',
  'Growth in hospital groups fell to 9 % because three competitors fight over the same 400 customers.',
  'We choose small clinics over hospital groups, because no competitor serves that market and it triples in three years.',
  'We will not serve groups with more than ten rooms, even if it costs us two renewals.',
  'Our bet: set-up in an afternoon wins the market, because word of mouth between clinics replaces outbound sales.',
  'We aim for one in ten small clinics by the end of next year, and half of revenue from payments in three years.',
].join('\n');

/** A Word file with a heading, a paragraph and a list item, as Word writes it. */
function wordFile(): Buffer {
  const paragraph = (text: string, properties = '') =>
    `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const body = [
    paragraph('Clinic spec', '<w:pStyle w:val="Title"/>'),
    paragraph('Requirements', '<w:pStyle w:val="Heading1"/>'),
    ...Array.from({ length: 8 }, (_, index) =>
      paragraph(
        `R${index + 1}: Build the endpoint and the screen, fix the latency bug, then ship the beta release behind a flag.`,
      ),
    ),
    paragraph('Roll out behind a flag to 5 % of clinics first.', '<w:numPr><w:ilvl w:val="0"/></w:numPr>'),
  ].join('');
  const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const parts = {
    'word/document.xml': `<?xml version="1.0"?><w:document ${namespace}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<?xml version="1.0"?><w:styles ${namespace}>${style('Title', 'Title')}${style('Heading1', 'heading 1')}</w:styles>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))));
}

export const STORIES: readonly Story[] = [
  {
    name: 'first run to first useful advice',
    async tell(stage) {
      const { context } = stage.browser;
      const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
      await eventually(
        'the welcome page is open, once',
        async () => context.pages().filter(isWelcome).length,
        (count) => count === 1,
      );
      const welcome = await stage.openPage('welcome.html');
      await eventually(
        'the sample is marked',
        () => drawnStages(welcome),
        (drawn) => Object.keys(drawn).length > 0,
      );
      const { page, tabId } = await stage.openDocument(`${DOCS_URL}?doc=blank`);
      await page.evaluate((text) => window.__docs.paste(text), TICKETS);
      const popup = await stage.openSurface('popup', tabId);
      await reportIn(popup);
      await popup.locator('.disclosure-chip summary').click();
      await popup.getByRole('radio', { name: 'Strategy document' }).check();
      const question = await textOf(popup.locator('.step-question'));
      assert.match(question, /\?/);
      await popup.getByRole('button', { name: 'Show me' }).first().click();
      await page.locator('stagemark-marks').first().waitFor({ state: 'attached' });
      assert.equal(await textOf(popup.locator('.popup-said')), '');
    },
  },
  {
    name: 'a strategy that drowns in tickets, mended',
    async tell(stage) {
      const { page, tabId } = await stage.openDocument(`${DOCS_URL}?doc=blank`);
      await page.evaluate((text) => window.__docs.paste(text), TICKETS);
      const popup = await stage.openSurface('popup', tabId);
      await reportIn(popup);
      await popup.locator('.disclosure-chip summary').click();
      await popup.getByRole('radio', { name: 'Strategy document' }).check();
      await popup.getByText('set by you').waitFor();
      const before = await eventually(
        'execution leads',
        () => shareOf(popup, 'execution'),
        (share) => share > 40,
      );
      await page.evaluate((text) => {
        const { __docs } = window;
        __docs.select(0, __docs.text().length);
        __docs.paste(text);
      }, MENDED);
      const after = await eventually(
        'the mix follows the text',
        () => shareOf(popup, 'execution'),
        (share) => share < before,
      );
      assert.ok(after < before);
    },
  },
  {
    name: 'check, change, check again, take the note along',
    async tell(stage) {
      const { page, tabId } = await stage.openDocument(pageUrl('spec', 'app'));
      const panel = await stage.openSurface('sidepanel', tabId);
      await reportIn(panel);
      await stage.settled(tabId);
      const words = await textOf(panel.locator('.reading li'));
      await panel.getByRole('button', { name: 'Check now' }).click();
      await panel.getByText('Remembered.').waitFor();
      await page.evaluate((text) => {
        const last = window.__sim.truth().at(-1);
        if (last !== undefined) for (let round = 0; round < 6; round++) window.__sim.insert(last.id, 'text', text);
      }, 'We choose small merchants over marketplaces, because no competitor serves that market, even if it costs us two renewals.');
      await eventually(
        'the change is read',
        () => textOf(panel.locator('.reading li')),
        (now) => now !== words,
      );
      await stage.settled(tabId);
      await panel.getByRole('button', { name: 'Check now' }).click();
      await panel.locator('.review-since').waitFor();
      await panel.locator('.review-changes li').first().waitFor();
      await panel.getByRole('button', { name: 'Copy as Markdown' }).click();
      await panel.getByText('Copied.').waitFor();
      const note = await panel.evaluate(() => navigator.clipboard.readText());
      assert.match(note, /^## /);
      assert.match(note, /Strategy: \d+ %/);
    },
  },
  {
    name: 'a label corrected, found in the options and taken back',
    async tell(stage) {
      const { tabId } = await stage.openDocument(pageUrl('strategy'));
      const panel = await stage.openSurface('sidepanel', tabId);
      await reportIn(panel);
      const [surface] = (await stage.settled(tabId)).surfaces;
      const { surfaceId, passageId } = { surfaceId: surface?.id, passageId: surface?.report?.passages[0]?.id };
      await panel.evaluate(([id, request]) => chrome.tabs.sendMessage(id, request, { frameId: 0 }), [
        tabId,
        { kind: 'relabel-passage', surfaceId, passageId, label: 'organisation' },
      ] as const);
      await panel.getByText('set by you').first().waitFor();
      const options = await stage.openPage('options.html');
      await options.getByRole('button', { name: /^Take back/ }).click();
      await options.getByText('You have not corrected anything yet.').waitFor();
      await options.getByRole('button', { name: 'Undo the last change' }).click();
      await options.getByRole('button', { name: /^Take back/ }).click();
      await eventually(
        'the label is the old one',
        () => panel.getByText('set by you').count(),
        (count) => count === 0,
      );
    },
  },
  {
    name: 'one stage read alone',
    async tell(stage) {
      const { page, tabId } = await stage.openDocument(pageUrl('spec'));
      await stage.settled(tabId);
      const all = await drawnStages(page);
      assert.ok(Object.keys(all).length > 1);
      const popup = await stage.openSurface('popup', tabId);
      await reportIn(popup);
      const only = Object.keys(all)[0] === 'execution' ? 'Execution' : 'Strategy';
      await popup.getByRole('radio', { name: `${only} only` }).click({ force: true });
      await eventually(
        'one stage is drawn',
        () => drawnStages(page),
        (drawn) => Object.keys(drawn).join() === only.toLowerCase(),
      );
      await popup.getByRole('radio', { name: 'None' }).click({ force: true });
      await eventually(
        'nothing is drawn',
        () => drawnStages(page),
        (drawn) => Object.keys(drawn).length === 0,
      );
    },
  },
  {
    name: 'off here, and on again',
    async tell(stage) {
      const { page, tabId } = await stage.openDocument(pageUrl('strategy', 'app'));
      await eventually(
        'marks are drawn',
        () => drawnStages(page),
        (drawn) => Object.keys(drawn).length > 0,
      );
      const popup = await stage.openSurface('popup', tabId);
      await reportIn(popup);
      await popup.getByText('On and off').click();
      await popup.getByRole('switch', { name: 'This document' }).click();
      await popup.getByText('Stagemark is off').waitFor();
      await eventually(
        'no mark is left',
        () => drawnStages(page),
        (drawn) => Object.keys(drawn).length === 0,
      );
      await popup.getByRole('switch', { name: 'This document' }).click();
      await reportIn(popup);
      await eventually(
        'marks are back',
        () => drawnStages(page),
        (drawn) => Object.keys(drawn).length > 0,
      );
    },
  },
  {
    name: 'the side panel while typing',
    async tell(stage) {
      const { page, tabId } = await stage.openDocument(DOCS_URL);
      const panel = await stage.openSurface('sidepanel', tabId);
      await reportIn(panel);
      await stage.settled(tabId);
      const before = await textOf(panel.locator('.reading li'));
      await page.evaluate(() => {
        window.__docs.select(window.__docs.text().length - 2);
        window.__docs.focus();
      });
      for (const word of ' We hire two product managers and coach the leads every week.'.split(' '))
        await page.evaluate((text) => window.__docs.type(`${text} `), word);
      await eventually(
        'the panel follows',
        () => textOf(panel.locator('.reading li')),
        (now) => now !== before,
      );
    },
  },
  {
    name: 'a Word file in the checker',
    async tell(stage) {
      const checker = await stage.openPage('checker.html');
      await checker.locator('input[type=file]').setInputFiles({
        name: 'clinic.docx',
        mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        buffer: wordFile(),
      });
      await checker.locator('.checker-text h1', { hasText: 'Clinic spec' }).waitFor();
      await reportIn(checker);
      await eventually(
        'the text is marked',
        () => drawnStages(checker),
        (drawn) => (drawn.execution ?? 0) > 0,
      );
      await checker.locator('input[type=file]').setInputFiles({
        name: 'plan.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.7'),
      });
      await checker.getByRole('alert').filter({ hasText: 'plan.pdf' }).waitFor();
    },
  },
  {
    name: 'settings exported, forgotten and imported again',
    async tell(stage) {
      const options = await stage.openPage('options.html');
      await options.getByLabel('Your level').selectOption('senior');
      await options.getByLabel('Name').fill('Strategy Hub');
      await options.getByRole('button', { name: 'Add', exact: true }).click();
      await options.getByText('Strategy Hub', { exact: true }).waitFor();
      const [download] = await Promise.all([
        options.waitForEvent('download'),
        options.getByRole('button', { name: 'Export everything' }).click(),
      ]);
      const file = await download.path();
      await options.getByRole('button', { name: 'Forget everything' }).click();
      await options.getByRole('button', { name: /^Yes, forget/ }).click();
      await options.getByText('Stagemark is as new.').waitFor();
      const level = () => options.getByLabel('Your level').inputValue();
      await eventually('the level is forgotten', level, (now) => now === '');
      await options.locator('input[aria-label="Import a file"]').setInputFiles(file);
      await options.getByText('in place now').waitFor();
      await options.getByText('Strategy Hub', { exact: true }).waitFor();
      await eventually('the level is back', level, (now) => now === 'senior');
    },
  },
  {
    name: 'the ledger after five documents',
    async tell(stage) {
      const urls = [
        DOCS_URL,
        pageUrl('spec'),
        pageUrl('strategy'),
        pageUrl('plan'),
        'https://docs.google.com/document/d/second/edit?doc=generated&pages=2',
      ];
      for (const url of urls) {
        const { tabId } = await stage.openDocument(url);
        await reportIn(await stage.openSurface('popup', tabId));
      }
      const ledger = await stage.openPage('ledger.html');
      await eventually(
        'each document has its line',
        async () => await ledger.locator('.page-table tbody tr').count(),
        (rows) => rows >= urls.length,
      );
      const kept = await (await stage.browser.desk()).evaluate(async () =>
        JSON.stringify(await chrome.storage.local.get('ledger')),
      );
      for (const secret of ['Checkout', 'Kestrel', PAGE_IDS.spec])
        assert.ok(!kept.includes(secret), `${secret} is kept`);
    },
  },
];
