import { deepEqual, equal, match, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { hashText } from '../../../lib/text/hash.ts';
import { textOfHtml } from '../../../lib/text/html.ts';
import { detectEnglish } from '../../../lib/text/language.ts';
import { capBlocks, cutWhole } from '../../../lib/text/limits.ts';
import { toPassages } from '../../../lib/text/passages.ts';
import { splitSentences } from '../../../lib/text/sentences.ts';
import { countWords, isBlank } from '../../../lib/text/words.ts';
import { anyBlock, anyBlocks, anyText } from '../arbitraries.ts';
import { promise } from '../promise.ts';

/** What is left of a text without white space and controls, which no sentence needs to cover. */
const solid = (text: string) => text.replace(/[\s\p{Cc}\u200b]/gu, '');

export const TEXT_PROMISES = [
  promise('sentences cover the text in order, and nothing twice', 40, anyText, (text) => {
    let last = 0;
    let covered = '';
    for (const [start, end] of splitSentences(text)) {
      ok(start >= last && end > start && end <= text.length, `[${start}, ${end}) after ${last}`);
      covered += text.slice(start, end);
      last = end;
    }
    equal(solid(covered), solid(text));
  }),
  promise('words of two lines are the words of both', 40, fc.tuple(anyText, anyText), ([first, second]) => {
    equal(countWords(`${first}\n${second}`), countWords(first) + countWords(second));
    equal(isBlank(first), countWords(first) === 0);
  }),
  promise('a hash is eleven characters, the same for the same parts', 40, fc.array(anyText), (parts) => {
    match(hashText(...parts), /^[0-9a-z]{11}$/);
    equal(hashText(...parts), hashText(...parts));
  }),
  promise('a language is one of three words', 20, anyText, (text) => {
    ok(['english', 'other', 'unknown'].includes(detectEnglish(text)));
  }),
  promise('a cut keeps a beginning and no half character', 40, fc.tuple(anyText, fc.nat(80)), ([text, limit]) => {
    const cut = cutWhole(text, limit);
    ok(text.startsWith(cut) && cut.length <= limit && cut.length >= Math.min(text.length, limit) - 1);
  }),
  promise('the text of HTML holds no empty line', 20, fc.oneof(anyText, anyHtml()), (html) => {
    for (const line of textOfHtml(html).split('\n').slice(1)) ok(line.trim() !== '');
  }),
  promise('passages are the blocks with words, under finite levels', 20, anyBlocks, (blocks) => {
    const passages = toPassages(blocks);
    deepEqual(
      passages.map(({ id, text }) => [id, text]),
      blocks
        .filter(({ kind, text }) => kind !== 'title' && kind !== 'heading' && !isBlank(text))
        .map(({ id, text }) => [id, text]),
    );
    for (const [at, { index, level, words }] of passages.entries()) {
      equal(index, at);
      ok(Number.isInteger(level) && level >= 0 && words > 0);
    }
  }),
  promise(
    'passages of an edited document are those of a fresh reading',
    15,
    fc.tuple(anyBlocks, fc.array(fc.tuple(fc.nat(), fc.option(anyBlock)), { maxLength: 4 })),
    ([before, edits]) => {
      const after = [...before];
      for (const [at, block] of edits) {
        const index = at % (after.length + 1);
        const id = after[index]?.id ?? `n${at}`;
        after.splice(index, 1, ...(block === null ? [] : [{ ...block, id }]));
      }
      deepEqual(toPassages(after, toPassages(before)), toPassages(after));
    },
  ),
  promise('caps leave documents of usual size alone', 20, anyBlocks, (blocks) => {
    equal(capBlocks(blocks).blocks, blocks);
  }),
];

function anyHtml(): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<script>',
      '</script',
      '<br/>',
      '<div a="',
      '&amp;',
      '&#x0;',
      '&#xd800;',
      '<!--',
      '-->',
      '<![CDATA[',
    ],
  );
  return fc.array(fc.oneof(piece, anyText), { maxLength: 12 }).map((parts) => parts.join(''));
}
