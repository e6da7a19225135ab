import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../lib/hosts/checker/markdown.ts';
import { openBridge } from '../../lib/hosts/google-docs/bridge/client.ts';
import { answerEvent, HELLO, TEXT_LIMIT } from '../../lib/hosts/google-docs/bridge/protocol.ts';
import { DocumentText } from '../../lib/hosts/google-docs/text.ts';
import { toPassages } from '../../lib/text/passages.ts';
import { blocksFromWordFile } from '../../lib/text/word-file.ts';
import { withPage } from './fake-page.ts';

/** What fuzzing found and was mended: the smallest case of each. */
describe('found by fuzzing', () => {
  test('a list item of endless depth is one of no depth', () => {
    const item = { id: 'a', kind: 'list-item', level: Number.POSITIVE_INFINITY, text: 'We' } as const;
    expect(toPassages([item])[0]?.level).toBe(0);
  });

  test('a list item of a billion levels in a Word file is written as Markdown like any other', () => {
    const xml = '<w:p><w:numPr><w:ilvl w:val="1e9"/><w:numId w:val="1"/></w:numPr><w:r><w:t>We</w:t></w:r></w:p>';
    const read = blocksFromWordFile(zipSync({ 'word/document.xml': strToU8(xml) }));
    expect(read.ok && toMarkdown(read.document.blocks)).toMatch(/^ {2,80}- We\n$/);
  });

  test('a heading between two levels in a Word file is one of the upper', () => {
    const xml = '<w:p><w:pPr><w:outlineLvl w:val="1.5"/></w:pPr><w:r><w:t>Why</w:t></w:r></w:p>';
    const read = blocksFromWordFile(zipSync({ 'word/document.xml': strToU8(xml) }));
    expect(read.ok && read.document.blocks).toMatchObject([{ kind: 'heading', level: 2, text: 'Why' }]);
  });

  test('words behind the last control of a body without a last new line are read', () => {
    const text = new DocumentText(() => undefined);
    text.update(' \u0000\u001c', null);
    text.update(' \u0000\u001cWe', { start: 3, removed: 0, inserted: 'We' });
    expect(text.paragraphs.map(({ text: words }) => words)).toContain('We');
  });

  test('a page cannot make the text grow past its limit, answer by answer', () =>
    withPage((page) => {
      let channel = '';
      page.addEventListener(HELLO, (event) => {
        channel = String(Reflect.get(event, 'detail'));
      });
      const stop = new AbortController();
      const bridge = openBridge(stop.signal);
      const inserted = 'x'.repeat(TEXT_LIMIT);
      let round = 0;
      page.addEventListener(`${channel}:ask`, () => {
        const [base, seq, revision] = [round, round + 1, round + 1];
        const numbers = { start: 0, removed: 0, length: inserted.length * seq, anchor: -1, focus: -1, cut: false };
        const answer = { seq, kind: 'text', state: 'changed', flag: 'own', revision, base, inserted, ...numbers };
        page.dispatchEvent(new CustomEvent(answerEvent(channel), { detail: JSON.stringify(answer) }));
        round++;
      });
      expect(bridge.read().text.length).toBe(TEXT_LIMIT);
      expect(bridge.read().text.length).toBe(TEXT_LIMIT);
      expect(bridge.refused()).toBe(1);
      stop.abort();
    }));
});
