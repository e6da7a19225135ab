import type { Rich, Run } from './rich.ts';

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const EMOJI = /\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic})*/gu;

/** Text with every emoji in an element of its own, so that each splits the text node. */
function textHtml(text: string): string {
  let html = '';
  let at = 0;
  for (const match of text.matchAll(EMOJI)) {
    html += escapeHtml(text.slice(at, match.index));
    html += `<span role="img" aria-label="${match[0]}" style="font-family:sans-serif;line-height:1em;white-space:nowrap">${match[0]}</span>`;
    at = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(at));
}

function style(marks: Run['marks']): string {
  const parts: string[] = [];
  if (marks.bold) parts.push('font-weight:600');
  if (marks.italic) parts.push('font-style:italic');
  if (marks.strike || marks.suggestion === 'deleted') parts.push('text-decoration:line-through');
  if (marks.suggestion === 'inserted') parts.push('color:rgb(35,131,226)');
  return parts.join(';');
}

function equationHtml(tex: string): string {
  const shown = escapeHtml(tex);
  return (
    '<span class="notion-text-equation-token" contenteditable="false" data-token-index="0" style="padding:0 1px">' +
    `<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>${shown}</mi></mrow>` +
    `<annotation encoding="application/x-tex">${shown}</annotation></semantics></math></span>` +
    `<span class="katex-html" aria-hidden="true">${shown}</span></span></span>`
  );
}

function mentionHtml(item: Run, index: number): string {
  const page = item.atom === 'page';
  const name = page ? 'notion-page-mention-token' : 'notion-text-mention-token';
  const icon = page
    ? '<span class="notion-record-icon notranslate"><img class="notion-emoji" alt="" src="data:,"></span>'
    : '';
  return (
    `<span class="${name} notion-focusable-token notion-enable-hover" contenteditable="false" tabindex="0" data-token-index="${index}">` +
    `${icon}<span style="border-bottom:0.05em solid">${escapeHtml(item.text)}</span></span>`
  );
}

function runHtml(item: Run, index: number, blockId: string): string {
  if (item.atom === 'equation') return equationHtml(item.tex ?? '');
  if (item.atom !== undefined) return mentionHtml(item, index);
  let html = textHtml(item.text);
  const { marks } = item;
  if (Object.keys(marks).length === 0) return html;
  if (marks.code) {
    html = `<span class="notion-inline-code-container notion-enable-hover" data-token-index="${index}" spellcheck="false" style="font-family:monospace;font-size:85%">${html}</span>`;
  }
  const css = style(marks);
  if (css !== '' || marks.colour !== undefined) {
    const colour = marks.colour === undefined ? '' : ` data-notion-highlight="${marks.colour}"`;
    html = `<span class="notion-enable-hover" data-token-index="${index}"${colour} style="${css}">${html}</span>`;
  }
  if (marks.link !== undefined) {
    html =
      `<a href="${escapeHtml(marks.link)}" class="notion-link-token notion-focusable-token notion-enable-hover" rel="noopener noreferrer" data-token-index="${index}" tabindex="0">` +
      `<span class="link-annotation-${blockId}-${index}" style="border-bottom:0.05em solid">${html}</span></a>`;
  }
  if (marks.comment !== undefined) {
    html = `<span class="discussion-level-1 discussion-id-${marks.comment} notion-enable-hover" data-token-index="${index}" style="background:rgba(255,203,0,0.14);border-bottom:2px solid rgb(255,203,0)">${html}</span>`;
  }
  return html;
}

/** The inside of a leaf as one string: it is always set as a whole, so every mark splits text nodes. */
export function leafHtml(rich: Rich, blockId: string): string {
  return rich.map((item, index) => runHtml(item, index, blockId)).join('');
}

/** The inside of a code leaf: everything in token spans, the last one a lone line break; made anew at each change. */
export function codeHtml(text: string): string {
  const tokens = text.split(/(\w+)/).filter((token) => token !== '');
  const spans = tokens.map(
    (token) => `<span class="token ${/\w/.test(token) ? 'keyword' : 'punctuation'}">${escapeHtml(token)}</span>`,
  );
  return `${spans.join('')}<span class="token">\n</span>`;
}
