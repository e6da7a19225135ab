import { decodeHTML } from 'entities';
import { Lexer, type Token, type Tokens } from 'marked';
import type { Block } from '../model/document.ts';
import { textOfHtml } from './html.ts';
import { blocksFromPlainText } from './plain.ts';
import { BlockList, type ReadableDocument, readableBeginning } from './readable.ts';

/** Inline text is read in slices of this size: the library's time for emphasis grows with the square of its length. */
const INLINE_SLICE = 2000;

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const FRONT_TITLE = /^title:[ \t]*(.+?)[ \t]*$/im;

/**
 * Reads Markdown (CommonMark with GitHub's tables and task lists) into blocks. Front matter gives the title, code blocks,
 * images and comments are left out, a table gives one block a cell. Of a longer text the first two million characters are
 * read; what nests deeper than the library can follow is read as plain text.
 */
export function blocksFromMarkdown(markdown: string): ReadableDocument {
  const { text, unread } = readableBeginning(markdown);
  const front = FRONT_MATTER.exec(text);
  const list = new BlockList();
  const title = front?.[1] === undefined ? undefined : FRONT_TITLE.exec(front[1])?.[1];
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
  const tokens = lexer.blockTokens(text.replace(/\r\n?/g, '\n'));
  for (const waiting of lexer.inlineQueue)
    for (const slice of slices(waiting.src)) lexer.inlineTokens(slice, waiting.tokens);
  return tokens;
}

function* slices(text: string): Generator<string> {
  let start = 0;
  while (text.length - start > INLINE_SLICE) {
    const space = text.lastIndexOf(' ', start + INLINE_SLICE);
    const end = space > start ? space : start + INLINE_SLICE;
    yield text.slice(start, end);
    start = end;
  }
  yield text.slice(start);
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
    else if (token.type === 'text') text += decodeHTML((token as Tokens.Text).text).replace(/[ \t]*\n[ \t]*/g, ' ');
  }
  return text;
}
