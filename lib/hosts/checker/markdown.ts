import type { Block } from '../../model/document.ts';

/** The text as Markdown, to be saved as a file. */
export function toMarkdown(blocks: readonly Block[]): string {
  const parts: string[] = [];
  let previous: Block['kind'] | null = null;
  for (const block of blocks) {
    if (block.text.trim() === '') continue;
    const tight = block.kind === previous && block.kind === 'list-item';
    if (parts.length > 0) parts.push(tight ? '\n' : '\n\n');
    parts.push(line(block));
    previous = block.kind;
  }
  return parts.length === 0 ? '' : `${parts.join('')}\n`;
}

function line(block: Block): string {
  const text = block.text.trim();
  switch (block.kind) {
    case 'title':
      return `# ${oneLine(text)}`;
    case 'heading':
      return `${'#'.repeat(Math.max(1, block.level))} ${oneLine(text)}`;
    case 'list-item':
      return `${'  '.repeat(block.level)}- ${oneLine(text)}`;
    case 'quote':
      return text
        .split('\n')
        .map((part) => `> ${part}`)
        .join('\n');
    default:
      return text.split('\n').join('  \n');
  }
}

function oneLine(text: string): string {
  return text.split('\n').join(' ');
}
