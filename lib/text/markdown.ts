import { decodeHTML } from 'entities';
import { Lexer, type Token, type Tokens } from 'marked';
import type { Block } from '../model/document.ts';
import { textOfHtml } from './html.ts';
import { MAX_BLOCK_CHARACTERS } from './limits.ts';
import { blocksFromPlainText } from './plain.ts';
import { BlockList, type ReadableDocument, readableBeginning } from './readable.ts';

/** Inline text is read in slices of this size: the library's time for emphasis grows with the square of its length. */
const INLINE_SLICE = 2000;
/** A slice with more marks than this share of its characters is no prose and is taken as it is. */
const MARK_SHARE = 0.1;
/** Columns at the beginning of a line that may hold indentation and the marks of quotes and lists, nested in each other. */
const DEEPEST_PREFIX = 60;
const PREFIX = /^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/;
/** No reader counts so many spaces. */
const LONG_GAP = /[ \t]{100,}/g;

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const FRONT_TITLE = /^title:(.+)$/im;

/**
 * Reads Markdown (CommonMark with GitHub's tables and task lists) into blocks. Front matter gives the title, code blocks,
 * images and comments are left out, a table gives one block a cell. Of a longer text the first two million characters are
 * read; what nests deeper than the library can follow is read as plain text.
 */
export function blocksFromMarkdown(markdown: string): ReadableDocument {
  const { text, unread } = readableBeginning(markdown);
  const front = FRONT_MATTER.exec(text);
  const list = new BlockList();
  const title = front?.[1] === undefined ? undefined : FRONT_TITLE.exec(front[1])?.[1]?.trim();
  if (title !== undefined) list.add('title', 0, title.replace(/^(["'])(.*)\1$/, '$2'));
  const body = front === null ? text : text.slice(front[0].length);
  try {
    addAll(lex(body), list, 'paragraph', 0);
  } catch (error) {
    if (error instanceof RangeError) return { ...blocksFromPlainText(text), unread };
    throw error;
  }
  return list.document(unread);
}

function lex(text: string): Token[] {
  const lexer = new Lexer({ gfm: true });
  const tokens = lexer.blockTokens(
    text
      .split(/\r\n?|\n/)
      .map(shallow)
      .join('\n'),
  );
  for (const { src, tokens: into } of lexer.inlineQueue)
    for (const [slice, isRead] of slices(src)) {
      if (isRead && !isDense(slice)) lexer.inlineTokens(slice, into);
      else into.push({ type: 'text', raw: slice, text: slice, escaped: false });
    }
  return tokens;
}

/** A line without nesting and gaps that only a hostile text has; both cost the library far more than their length. */
function shallow(line: string): string {
  const prefix = PREFIX.exec(line)?.[0] ?? '';
  const kept = prefix.length > DEEPEST_PREFIX ? prefix.slice(0, DEEPEST_PREFIX) + line.slice(prefix.length) : line;
  return kept.length > DEEPEST_PREFIX ? kept.replace(LONG_GAP, ' ') : kept;
}

function isDense(slice: string): boolean {
  if (slice.length < 200) return false;
  let marks = 0;
  for (let index = 0; index < slice.length; index++) if ('*_`[]<>&~\\!'.includes(slice.charAt(index))) marks++;
  return marks > slice.length * MARK_SHARE;
}

/** Slices of inline text, cut between words, and whether they lie within what is read of a block. */
function* slices(text: string): Generator<[slice: string, isRead: boolean]> {
  let start = 0;
  while (text.length - start > INLINE_SLICE && start < MAX_BLOCK_CHARACTERS) {
    const space = text.lastIndexOf(' ', start + INLINE_SLICE);
    const end = space > start ? space : start + INLINE_SLICE;
    yield [text.slice(start, end), true];
    start = end;
  }
  yield [text.slice(start), start < MAX_BLOCK_CHARACTERS];
}

/** @param kind what running text is here: a paragraph, or part of a quote or list item. @param depth of the list item */
function addAll(tokens: readonly Token[], list: BlockList, kind: Block['kind'], depth: number): void {
  for (const token of tokens) {
    switch (token.type) {
      case 'heading':
        list.add('heading', (token as Tokens.Heading).depth, inlineText(token.tokens));
        break;
      case 'paragraph':
      case 'text':
        list.add(kind, kind === 'list-item' ? depth : 0, inlineText(token.tokens ?? [token]));
        break;
      case 'blockquote':
        addAll(token.tokens ?? [], list, 'quote', 0);
        break;
      case 'list':
        for (const item of (token as Tokens.List).items) addItem(item, list, kind === 'list-item' ? depth + 1 : 0);
        break;
      case 'table':
        for (const row of [(token as Tokens.Table).header, ...(token as Tokens.Table).rows])
          for (const cell of row) list.add('table-cell', 0, inlineText(cell.tokens));
        break;
      case 'html':
        for (const line of textOfHtml(token.raw).split('\n')) list.add(kind, kind === 'list-item' ? depth : 0, line);
        break;
    }
  }
}

function addItem(item: Tokens.ListItem, list: BlockList, depth: number): void {
  addAll(item.tokens, list, 'list-item', depth);
}

function inlineText(tokens: readonly Token[] | undefined): string {
  let text = '';
  for (const token of tokens ?? []) {
    if (token.type === 'br') text += '\n';
    else if (token.type === 'codespan') text += (token as Tokens.Codespan).text;
    else if (token.type === 'html') text += /^<br\b/i.test(token.raw) ? '\n' : '';
    else if (token.type === 'escape') text += (token as Tokens.Escape).text;
    else if (token.type === 'image') continue;
    else if ('tokens' in token && token.tokens !== undefined) text += inlineText(token.tokens);
    else if (token.type === 'text') text += onOneLine(decodeHTML((token as Tokens.Text).text));
  }
  return text;
}

/** Soft line breaks are spaces to a reader. */
function onOneLine(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  const last = lines.length - 1;
  return lines
    .map((line, index) => (index === 0 ? line.trimEnd() : index === last ? line.trimStart() : line.trim()))
    .join(' ');
}
