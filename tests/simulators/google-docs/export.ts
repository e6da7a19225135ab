import { OBJECTS, PAGE_BREAK, type Paragraph, SOFT_BREAK, type Tab } from './model.ts';

/** What stands in an export for object characters and soft breaks. */
function plain(paragraph: Paragraph): string {
  let at = 0;
  let text = '';
  for (const run of paragraph.runs) {
    const part = paragraph.text.slice(at, at + run.length);
    text +=
      run.style.script === 'super' && run.style.drawn !== undefined
        ? `[${run.style.drawn}]`
        : (run.style.drawn ?? part);
    at += run.length;
  }
  return text.replaceAll(OBJECTS.image, '').replaceAll(SOFT_BREAK, '\n').replaceAll(PAGE_BREAK, '');
}

/** The text export: byte order mark, CRLF, list markers added, no headers or footers. */
export function exportText(tab: Tab): string {
  const counters: number[] = [];
  const lines = tab.paragraphs.map((paragraph) => {
    if (paragraph.list === null) {
      counters.length = 0;
      return plain(paragraph);
    }
    const { kind, level } = paragraph.list;
    counters.length = level + 1;
    counters[level] = (counters[level] ?? 0) + 1;
    return `${'   '.repeat(level)}${kind === 'number' ? `${counters[level]}.` : '*'} ${plain(paragraph)}`;
  });
  return `\ufeff${lines.join('\n').replaceAll('\n', '\r\n')}\r\n`;
}

/** The HTML export: headings, items and paragraphs, nothing else of its styles. */
export function exportHtml(tab: Tab): string {
  const body = tab.paragraphs.map((paragraph) => {
    const level = /^heading-(\d)$/.exec(paragraph.style)?.[1];
    const name = paragraph.list !== null ? 'li' : level === undefined ? 'p' : `h${level}`;
    return `<${name}>${plain(paragraph).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</${name}>`;
  });
  return `<!doctype html><html><body>${body.join('')}</body></html>`;
}

/** The Markdown export: headings, lists and tables, with curly quotes written straight. */
export function exportMarkdown(tab: Tab): string {
  const blocks: string[] = [];
  let row: string[] = [];
  tab.paragraphs.forEach((paragraph, index) => {
    const text = plain(paragraph).replace(/[’‘]/g, "'").replace(/[“”]/g, '"');
    const { cell } = paragraph;
    if (cell !== null) {
      row[cell.column] = row[cell.column] === undefined ? text : `${row[cell.column]}<br>${text}`;
      const next = tab.paragraphs[index + 1]?.cell;
      if (next?.table !== cell.table || next.row !== cell.row) {
        blocks.push(`| ${row.join(' | ')} |${cell.row === 0 ? `\n|${' --- |'.repeat(cell.columns)}` : ''}`);
        row = [];
      }
      return;
    }
    const level = { title: 1, subtitle: 0, 'heading-1': 1, 'heading-2': 2, 'heading-3': 3, normal: 0 }[paragraph.style];
    const item =
      paragraph.list === null
        ? ''
        : `${'  '.repeat(paragraph.list.level)}${paragraph.list.kind === 'number' ? '1.' : '*'} `;
    blocks.push(`${level > 0 ? `${'#'.repeat(level)} ` : item}${text.replace(/\n/g, '  \n')}`);
  });
  return blocks
    .map((block, index) => (block.startsWith('|') && blocks[index + 1]?.startsWith('|') ? block : `${block}\n`))
    .join('\n');
}
