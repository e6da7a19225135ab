import { equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { toMarkdown } from '../../../lib/hosts/checker/markdown.ts';
import { blockSchema } from '../../../lib/model/document.ts';
import { readDocumentFile } from '../../../lib/text/file.ts';
import { blocksFromMarkdown } from '../../../lib/text/markdown.ts';
import { blocksFromPlainText } from '../../../lib/text/plain.ts';
import type { ReadableDocument, ReadResult } from '../../../lib/text/readable.ts';
import { blocksFromWordFile } from '../../../lib/text/word-file.ts';
import { anyText } from '../arbitraries.ts';
import { promise } from '../promise.ts';

const CATALOGUE = join(import.meta.dirname, '../../../public/_locales/en/messages.json');
const SENTENCES = new Set(Object.keys(JSON.parse(readFileSync(CATALOGUE, 'utf8'))));

function holds(document: ReadableDocument): void {
  const ids = new Set<string>();
  for (const block of document.blocks) {
    ok(blockSchema.safeParse(block).success, JSON.stringify(block));
    ok(block.text !== '' && block.text === block.text.trim());
    ok(Number.isInteger(block.level) && block.level >= 0, `level ${block.level}`);
    ids.add(block.id);
  }
  equal(ids.size, document.blocks.length);
  equal(typeof toMarkdown(document.blocks), 'string');
}

function holdsOrSays(result: ReadResult): void {
  if (result.ok) holds(result.document);
  else ok(SENTENCES.has(result.error.key), result.error.key);
}

const pieces = (...parts: string[]) =>
  fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...parts) }, { weight: 1, arbitrary: anyText }), {
    maxLength: 25,
  });

const anyMarkdown = pieces(
  ...[
    '# ',
    '###### ',
    '\n',
    '\n\n',
    '- ',
    '  - ',
    '1. ',
    '> ',
    '>>',
    '```',
    '~~~\n',
    '| a | b |\n|---|---|\n',
    '|',
    '**',
    '_',
    '`',
  ],
  ...[
    '[a](b)',
    '![',
    '](',
    '<br>',
    '<!--',
    '---\n',
    'title: x\n',
    '[ ] ',
    '\\',
    '&nbsp;',
    '&#0;',
    '<div>\n',
    '    ',
    '\t',
    '===\n',
    '[^1]: ',
  ],
).map((parts) => parts.join(''));

const anyWordXml = pieces(
  ...[
    '<w:p>',
    '</w:p>',
    '<w:t>',
    '</w:t>',
    '<w:t xml:space="preserve">',
    '<w:r>',
    '</w:r>',
    '<w:tc>',
    '</w:tc>',
    '<w:del>',
    '</w:del>',
  ],
  ...[
    '<w:pStyle w:val="H"/>',
    '<w:numPr>',
    '<w:ilvl w:val="3"/>',
    '<w:ilvl w:val="1e9"/>',
    '<w:ilvl w:val="x"/>',
    '<w:numId w:val="0"/>',
  ],
  ...[
    '<w:outlineLvl w:val="2"/>',
    '<w:outlineLvl w:val="-1.5"/>',
    '<w:outlineLvl w:val="1.5"/>',
    '<w:br/>',
    '<w:tab/>',
    '&lt;',
    '&#x0;',
    '&bogus;',
  ],
  ...[
    '<![CDATA[',
    ']]>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '<?xml',
    '<w:instrText>',
    '</w:instrText>',
    '<mc:Fallback>',
    '</mc:Fallback>',
  ],
  ...[
    '<w:style w:styleId="H">',
    '<w:name w:val="heading 9"/>',
    '<w:name w:val="heading 0"/>',
    '<w:basedOn w:val="H"/>',
    '</w:style>',
  ],
).map((parts) => parts.join(''));

const anyWordFile = fc
  .tuple(anyWordXml, anyWordXml)
  .map(([body, styles]) =>
    zipSync({ 'word/document.xml': strToU8(body), 'word/styles.xml': strToU8(styles) }, { level: 1 }),
  );

/** A file with bytes changed, and perhaps its end lost. */
const anyDamagedFile = fc
  .tuple(anyWordFile, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }), fc.option(fc.nat()))
  .map(([file, changes, cut]) => {
    for (const [at, byte] of changes) file[at % file.length] = byte;
    return cut === null ? file : file.subarray(0, cut % (file.length + 1));
  });

const anyName = fc.constantFrom(
  'a.md',
  'b.txt',
  '-',
  'c.docx',
  'no-ending',
  `${'x'.repeat(300)}.pdf`,
  '<script>.md',
  '\ud800',
);

export const FILE_PROMISES = [
  promise('Markdown gives blocks with words and ids of their own', 8, fc.oneof(anyMarkdown, anyText), (text) => {
    holds(blocksFromMarkdown(text));
  }),
  promise('plain text gives blocks with words and ids of their own', 20, fc.oneof(anyMarkdown, anyText), (text) => {
    holds(blocksFromPlainText(text));
  }),
  promise('a Word file with any XML gives blocks, or a sentence', 6, anyWordFile, (file) => {
    holdsOrSays(blocksFromWordFile(file));
  }),
  promise('a damaged Word file gives blocks, or a sentence', 6, anyDamagedFile, (file) => {
    holdsOrSays(blocksFromWordFile(file));
  }),
  promise(
    'a file of any bytes gives blocks, or a sentence',
    15,
    fc.tuple(anyName, fc.oneof(fc.uint8Array({ maxLength: 200 }), anyMarkdown.map(strToU8), anyDamagedFile)),
    ([name, bytes]) => holdsOrSays(readDocumentFile(name, bytes)),
  ),
];
