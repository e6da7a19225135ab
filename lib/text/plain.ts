import { BlockList, type ReadableDocument, readableBeginning } from './readable.ts';
import { countWords } from './words.ts';

const BULLET = /^(\s*)(?:[-*+•◦▪‣·–]|\d{1,3}[.)]|[a-z][.)])\s+(?!\s)(?:\[[ xX]\]\s+(?!\s))?(.*)$/;
const QUOTED = /^\s*>\s?(.*)$/;
const HASHES = /^\s{0,3}(#{1,6})\s+(\S.*)$/;
/** Marks that may close a heading. */
const CLOSING_HASHES = /\s#{1,6}$/;
const RULE = /^\s*([=\-_*~])\1{2,}\s*$/;

/** Lines of wrapped text are shorter than this; longer ones are whole paragraphs, as copied from an editor. */
const WRAP_WIDTH = 100;
const HEADING_WORDS = 10;
const HEADING_CHARACTERS = 80;
/** Spaces or one tab that make one level of nesting. */
const INDENT = 2;

/**
 * Reads plain text into blocks: paragraphs parted by empty lines (or one a line, as editors copy them), list items by their
 * bullets or numbers, quotes by ">", and as headings short lines of their own that end in no stop, or are marked with "#".
 * Of a longer text the first two million characters are read.
 */
export function blocksFromPlainText(text: string): ReadableDocument {
  const { text: beginning, unread } = readableBeginning(text);
  const lines = beginning.replace(/^\uFEFF/, '').split(/\r\n|[\n\r\v\f\u2028\u2029]/);
  const wrapped = isWrapped(lines);
  const list = new BlockList();
  let open = '';
  let index = 0;
  const close = () => {
    list.add('paragraph', 0, open);
    open = '';
  };
  for (; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const bullet = BULLET.exec(line);
    const hashes = HASHES.exec(line);
    const quoted = QUOTED.exec(line);
    if (line.trim() === '' || RULE.test(line)) close();
    else if (hashes?.[1] !== undefined) {
      close();
      list.add('heading', hashes[1].length, (hashes[2] ?? '').trimEnd().replace(CLOSING_HASHES, ''));
    } else if (bullet !== null) {
      close();
      list.add('list-item', nesting(bullet[1] ?? ''), bullet[2] ?? '');
    } else if (quoted !== null) {
      close();
      list.add('quote', 0, quoted[1] ?? '');
    } else if (open === '' && looksLikeHeading(lines, index, { wrapped, first: list.blocks.length === 0 })) {
      list.add('heading', list.blocks.length === 0 ? 1 : 2, line.trim().replace(/:$/, ''));
    } else {
      open = open === '' ? line : `${open} ${line.trim()}`;
      if (!wrapped) close();
    }
  }
  close();
  return list.document(unread);
}

/** Whether lines are parts of paragraphs: there are empty lines between paragraphs, and no line is long. */
function isWrapped(lines: readonly string[]): boolean {
  return lines.some((line) => line.trim() === '') && lines.every((line) => line.length <= WRAP_WIDTH);
}

function nesting(indent: string): number {
  return Math.floor(indent.replace(/\t/g, ' '.repeat(INDENT)).length / INDENT);
}

/** A short line without a stop, after an empty line, that a list or something longer follows; the first line just a text. */
function looksLikeHeading(
  lines: readonly string[],
  index: number,
  text: { wrapped: boolean; first: boolean },
): boolean {
  const line = (lines[index] ?? '').trim();
  const before = lines[index - 1] ?? '';
  const after = lines[index + 1];
  if (after !== undefined && after.trim() !== '' && RULE.test(after)) return countWords(line) <= HEADING_WORDS;
  if (before.trim() !== '' && !RULE.test(before)) return false;
  if (text.wrapped && after !== undefined && after.trim() !== '' && !BULLET.test(after)) return false;
  if (line.length > HEADING_CHARACTERS || /[.!?;,]$/.test(line) || countWords(line) > HEADING_WORDS) return false;
  if (!/^["'“(]?[\p{Lu}\p{N}]/u.test(line)) return false;
  const next = lines.slice(index + 1, index + 4).find((each) => each.trim() !== '');
  return next !== undefined && (text.first || BULLET.test(next) || next.trim().length > line.length);
}
