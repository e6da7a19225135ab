import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readDocumentFile } from '../../../lib/text/file.ts';

it('reads Word and Markdown files in the browser as in the terminal', () => {
  const word = zipSync({
    'word/document.xml': strToU8(
      '<w:document xmlns:w="w"><w:body><w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Why &amp; how</w:t></w:r></w:p><w:p><w:r><w:t>Because.</w:t></w:r></w:p></w:body></w:document>',
    ),
    'word/styles.xml': strToU8(
      '<w:styles xmlns:w="w"><w:style w:styleId="H"><w:name w:val="heading 2"/></w:style></w:styles>',
    ),
  });
  const expected = [
    ['heading', 'Why & how'],
    ['paragraph', 'Because.'],
  ];
  const kindsAndTexts = (name: string, bytes: Uint8Array) => {
    const read = readDocumentFile(name, bytes);
    return read.ok ? read.document.blocks.map(({ kind, text }) => [kind, text]) : read.error;
  };
  expect(kindsAndTexts('a.docx', word)).toEqual(expected);
  expect(kindsAndTexts('a.md', new TextEncoder().encode('## Why &amp; how\n\nBecause.'))).toEqual(expected);
});
