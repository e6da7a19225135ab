import type { NotePart } from './note.ts';

/** A note as Markdown. Marks in document text are escaped, so that a passage cannot change the note's shape. */
export function noteAsMarkdown(parts: readonly NotePart[]): string {
  const blocks = parts.map((part, index) => {
    if (part.kind === 'heading') return `${index === 0 ? '##' : '###'} ${escapeMarkdown(part.text)}`;
    if (part.kind === 'paragraph') return escapeMarkdown(part.text);
    return part.items
      .map(({ text, below }) => `- ${escapeMarkdown(text)}${below === null ? '' : `\n  ${escapeMarkdown(below)}`}`)
      .join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

/** A note as an HTML fragment for the clipboard: headings, paragraphs and lists, as Google Docs and Notion take them. */
export function noteAsHtml(parts: readonly NotePart[]): string {
  return parts
    .map((part, index) => {
      if (part.kind === 'heading') {
        const level = index === 0 ? 'h2' : 'h3';
        return `<${level}>${escapeHtml(part.text)}</${level}>`;
      }
      if (part.kind === 'paragraph') return `<p>${escapeHtml(part.text)}</p>`;
      const items = part.items.map(
        ({ text, below }) => `<li>${escapeHtml(text)}${below === null ? '' : `<br>${escapeHtml(below)}`}</li>`,
      );
      return `<ul>${items.join('')}</ul>`;
    })
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}

function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~]/g, (mark) => `\\${mark}`)
    .replace(/^([#+=-]|\d+[.)])/, '\\$1');
}

function oneLine(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').trim();
}
