import { Parser } from 'htmlparser2';
import { cutWhole, MAX_BLOCK_CHARACTERS } from './limits.ts';

const UNREAD = new Set(['script', 'style', 'template', 'svg', 'head']);
const BREAKS = new Set(['br', 'p', 'div', 'li', 'tr', 'summary', 'details', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/**
 * The text that a reader of an HTML fragment sees, with entities decoded and a line break where a block ends. Of a fragment
 * longer than a block may be, the beginning is read.
 */
export function textOfHtml(html: string): string {
  const parts: string[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentag(name) {
      if (UNREAD.has(name)) hidden++;
      else if (BREAKS.has(name)) parts.push('\n');
    },
    onclosetag(name) {
      if (UNREAD.has(name)) hidden--;
      else if (BREAKS.has(name)) parts.push('\n');
    },
    ontext(text) {
      if (hidden === 0) parts.push(text);
    },
  });
  parser.end(cutWhole(html, MAX_BLOCK_CHARACTERS));
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
