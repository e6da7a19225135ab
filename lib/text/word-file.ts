import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import type { Block } from '../model/document.ts';
import { BlockList, type ReadResult } from './readable.ts';

/** Unpacked size of one part of the file; a text of two million characters with its markup stays well below. */
const MAX_PART_BYTES = 64 * 1024 * 1024;

const DOCUMENT_PART = /^word\/document\d*\.xml$/;
const STYLES_PART = /^word\/styles\d*\.xml$/;

/** Content that is not the document's current text: deletions, the source of a move, a second copy for old programs. */
const UNREAD = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText']);

/**
 * Reads a Word file (.docx, also as Google Docs and Notion's converters write it) into blocks: title, headings and quotes by
 * their styles, list items by their numbering, table cells. Tracked deletions are left out.
 */
export function blocksFromWordFile(bytes: Uint8Array): ReadResult {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        (DOCUMENT_PART.test(name) || STYLES_PART.test(name)) && originalSize <= MAX_PART_BYTES,
    });
  } catch {
    return { ok: false, error: { key: 'errorFileDamaged', values: [] } };
  }
  const find = (pattern: RegExp) => Object.entries(parts).find(([name]) => pattern.test(name))?.[1];
  const main = find(DOCUMENT_PART);
  if (main === undefined) return { ok: false, error: { key: 'errorFileNotWord', values: [] } };
  const styles = find(STYLES_PART);
  const roles = readStyles(styles === undefined ? '' : strFromU8(styles));
  const document = readBody(strFromU8(main), roles).document();
  if (document.blocks.length === 0) return { ok: false, error: { key: 'errorFileEmpty', values: [] } };
  return { ok: true, document };
}

/** What a paragraph style makes of its paragraphs. */
interface StyleRole {
  readonly kind: Block['kind'];
  readonly level: number;
}

const STYLE_NAMES: readonly [RegExp, (match: RegExpExecArray) => StyleRole][] = [
  [/^title$/, () => ({ kind: 'title', level: 0 })],
  [/^heading ?(\d)$/, (match) => ({ kind: 'heading', level: Number(match[1]) })],
  [/^(?:intense )?quote$/, () => ({ kind: 'quote', level: 0 })],
  [/^list (?:bullet|number)/, () => ({ kind: 'list-item', level: 0 })],
];

/** Role per style id, by the style's name, its outline level, or the style it is based on. */
function readStyles(xml: string): ReadonlyMap<string, StyleRole> {
  const roles = new Map<string, StyleRole>();
  const parents = new Map<string, string>();
  let id = '';
  walk(xml, (name, attributes) => {
    const value = attributes['w:val'] ?? '';
    if (name === 'w:style') id = attributes['w:styleId'] ?? '';
    else if (name === 'w:basedOn') parents.set(id, value);
    else if (name === 'w:name') {
      for (const [pattern, role] of STYLE_NAMES) {
        const match = pattern.exec(value.toLowerCase());
        if (match !== null) roles.set(id, role(match));
      }
    } else if (name === 'w:outlineLvl' && !roles.has(id)) {
      const role = headingOf(value);
      if (role !== undefined) roles.set(id, role);
    }
  });
  for (const style of parents.keys()) {
    const role = inheritedRole(style, roles, parents);
    if (role !== undefined) roles.set(style, role);
  }
  return roles;
}

function inheritedRole(
  style: string,
  roles: ReadonlyMap<string, StyleRole>,
  parents: ReadonlyMap<string, string>,
): StyleRole | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = style; at !== undefined && !seen.has(at); at = parents.get(at)) {
    seen.add(at);
    const role = roles.get(at);
    if (role !== undefined) return role;
  }
  return undefined;
}

/** Outline levels count from 0; 9 is body text. */
function headingOf(outlineLevel: string): StyleRole | undefined {
  const level = Number(outlineLevel);
  return outlineLevel !== '' && level >= 0 && level < 9
    ? { kind: 'heading', level: Math.min(level + 1, 6) }
    : undefined;
}

interface OpenParagraph {
  text: string;
  role: StyleRole | undefined;
  listLevel: number | null;
}

function readBody(xml: string, roles: ReadonlyMap<string, StyleRole>): BlockList {
  const list = new BlockList();
  const paragraphs: OpenParagraph[] = [];
  const cells: string[][] = [];
  let unread = 0;
  let inText = false;

  const close = (paragraph: OpenParagraph) => {
    const cell = cells.at(-1);
    if (cell !== undefined) cell.push(paragraph.text.trim());
    else if (paragraph.role?.kind === 'heading' || paragraph.role?.kind === 'title')
      list.add(paragraph.role.kind, paragraph.role.level, paragraph.text);
    else if (paragraph.listLevel !== null) list.add('list-item', paragraph.listLevel, paragraph.text);
    else list.add(paragraph.role?.kind ?? 'paragraph', 0, paragraph.text);
  };

  walk(
    xml,
    (name, attributes) => {
      const paragraph = paragraphs.at(-1);
      if (UNREAD.has(name)) unread++;
      else if (name === 'w:p') paragraphs.push({ text: '', role: undefined, listLevel: null });
      else if (name === 'w:tc') cells.push([]);
      else if (name === 'w:t') inText = unread === 0;
      else if (paragraph === undefined) return;
      else if (name === 'w:pStyle') paragraph.role = roles.get(attributes['w:val'] ?? '') ?? paragraph.role;
      else if (name === 'w:outlineLvl') paragraph.role = headingOf(attributes['w:val'] ?? '') ?? paragraph.role;
      else if (name === 'w:numPr') paragraph.listLevel = 0;
      else if (name === 'w:ilvl') paragraph.listLevel = Math.max(0, Number(attributes['w:val']) || 0);
      else if (name === 'w:numId' && attributes['w:val'] === '0') paragraph.listLevel = null;
      else if (name === 'w:tab') paragraph.text += unread === 0 ? ' ' : '';
      else if (name === 'w:br' || name === 'w:cr') paragraph.text += unread === 0 ? '\n' : '';
      else if (name === 'w:noBreakHyphen') paragraph.text += unread === 0 ? '-' : '';
    },
    (name) => {
      if (UNREAD.has(name)) unread--;
      else if (name === 'w:t') inText = false;
      else if (name === 'w:p') {
        const paragraph = paragraphs.pop();
        if (paragraph !== undefined) close(paragraph);
      } else if (name === 'w:tc') {
        const text = (cells.pop() ?? []).filter((each) => each !== '').join('\n');
        list.add('table-cell', 0, text);
      }
    },
    (text) => {
      const paragraph = paragraphs.at(-1);
      if (inText && paragraph !== undefined) paragraph.text += text;
    },
  );
  return list;
}

/** Walks XML as a stream, so that hostile nesting costs no stack. */
function walk(
  xml: string,
  open: (name: string, attributes: Readonly<Record<string, string>>) => void,
  close: (name: string) => void = () => undefined,
  text: (text: string) => void = () => undefined,
): void {
  const parser = new Parser({ onopentag: open, onclosetag: close, ontext: text }, { xmlMode: true });
  parser.end(xml);
}
