import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { blocksFromWordFile } from '../../../lib/text/word-file.ts';

const STYLES = `<w:styles xmlns:w="w">
  <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
  <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Our heading"/><w:basedOn w:val="berschrift1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Outlined"><w:name w:val="Section"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
</w:styles>`;

function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

function wordFile(body: string): Uint8Array {
  return zipSync({
    'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': strToU8(STYLES),
  });
}

function read(body: string) {
  const result = blocksFromWordFile(wordFile(body));
  return result.ok ? result.document.blocks.map(({ kind, level, text }) => [kind, level, text]) : result.error.key;
}

describe('blocksFromWordFile', () => {
  it('reads title, headings, lists, quotes and tables by style and numbering', () => {
    expect(
      read(
        paragraph('The plan', '<w:pStyle w:val="Titel"/>') +
          paragraph('Why &amp; how', '<w:pStyle w:val="berschrift1"/>') +
          paragraph('Because.') +
          paragraph('Ours', '<w:pStyle w:val="Mine"/>') +
          paragraph('Part', '<w:pStyle w:val="Outlined"/>') +
          paragraph('item', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr>') +
          paragraph('no list', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>') +
          paragraph('said', '<w:pStyle w:val="Zitat"/>') +
          `<w:tbl><w:tr><w:tc>${paragraph('Owner')}</w:tc><w:tc>${paragraph('Ana')}${paragraph('Bo')}</w:tc></w:tr></w:tbl>`,
      ),
    ).toEqual([
      ['title', 0, 'The plan'],
      ['heading', 1, 'Why & how'],
      ['paragraph', 0, 'Because.'],
      ['heading', 1, 'Ours'],
      ['heading', 2, 'Part'],
      ['list-item', 1, 'item'],
      ['paragraph', 0, 'no list'],
      ['quote', 0, 'said'],
      ['table-cell', 0, 'Owner'],
      ['table-cell', 0, 'Ana\nBo'],
    ]);
  });

  it('joins runs, tabs and breaks, and leaves tracked deletions out', () => {
    expect(
      read(
        '<w:p><w:r><w:t>We w</w:t></w:r><w:r><w:t>in</w:t><w:tab/><w:t>here</w:t><w:br/><w:t>now</w:t></w:r><w:del><w:r><w:t> gone</w:t><w:delText>gone</w:delText></w:r></w:del></w:p>',
      ),
    ).toEqual([['paragraph', 0, 'We win here\nnow']]);
  });

  it.each([
    ['an empty document', wordFile(paragraph('')), 'errorFileEmpty'],
    ['another kind of zip', zipSync({ 'a.txt': strToU8('a') }), 'errorFileNotWord'],
    ['a cut zip', wordFile(paragraph('text')).subarray(0, 200), 'errorFileDamaged'],
  ])('says in one sentence what is wrong with %s', (_, bytes, key) => {
    const result = blocksFromWordFile(bytes);
    expect(result.ok ? null : result.error.key).toBe(key);
  });

  it('reads paragraphs nested 50,000 deep', () => {
    expect(read(`${'<w:p>'.repeat(50_000)}<w:t>deep</w:t>`)).toEqual([['paragraph', 0, 'deep']]);
  });

  it('answers for any bytes, whole or damaged', () => {
    const whole = wordFile(paragraph('Some text to damage', '<w:pStyle w:val="Mine"/>'));
    fc.assert(
      fc.property(fc.nat(), fc.uint8Array({ maxLength: 40 }), (at, noise) => {
        const damaged = Uint8Array.from(whole);
        damaged.set(noise.subarray(0, damaged.length - (at % damaged.length)), at % damaged.length);
        expect(typeof blocksFromWordFile(damaged).ok).toBe('boolean');
      }),
    );
  });
});
