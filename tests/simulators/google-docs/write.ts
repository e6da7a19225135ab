import {
  type Cell,
  type ListItem,
  newId,
  type Paragraph,
  type ParagraphStyle,
  type Run,
  TABLE,
  type TextStyle,
} from './model.ts';

/** A piece of a paragraph as documents are written down here: plain text, or text with a style. */
export type Piece = string | readonly [string, TextStyle];

interface Details {
  readonly style?: ParagraphStyle;
  readonly list?: ListItem | null;
  readonly cell?: Cell | null;
  readonly before?: string;
}

/** A paragraph from its pieces. */
export function paragraph(pieces: Piece | readonly Piece[], details: Details = {}): Paragraph {
  const list: readonly Piece[] = isSingle(pieces) ? [pieces] : pieces;
  const runs: Run[] = [];
  let text = '';
  for (const piece of list) {
    const [content, style] = typeof piece === 'string' ? [piece, {}] : piece;
    if (content !== '') runs.push({ length: content.length, style });
    text += content;
  }
  const { style = 'normal', list: item = null, cell = null, before = '' } = details;
  return { id: newId(), text, runs, style, list: item, cell, before };
}

function isSingle(pieces: Piece | readonly Piece[]): pieces is Piece {
  return typeof pieces === 'string' || (pieces.length === 2 && typeof pieces[0] === 'string' && isStyle(pieces[1]));
}

function isStyle(value: unknown): value is TextStyle {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A bulleted or numbered item. */
export function item(pieces: Piece | readonly Piece[], kind: ListItem['kind'] = 'bullet', level = 0): Paragraph {
  return paragraph(pieces, { list: { kind, level } });
}

let tables = 0;

/** A table's cells as paragraphs, row by row; the paragraph after it must come from `after`. */
export function table(rows: readonly (readonly string[])[]): Paragraph[] {
  const id = ++tables;
  return rows.flatMap((cells, row) =>
    cells.flatMap((content, column) =>
      content.split('\n').map((line, nth) => {
        const start = row === 0 && column === 0 ? TABLE.start : '';
        const before = nth === 0 ? start + (column === 0 ? TABLE.row : '') + TABLE.cell : '';
        return paragraph(row === 0 ? [[line, { bold: true }]] : line, {
          cell: { table: id, row, column, columns: cells.length },
          before,
        });
      }),
    ),
  );
}

/** The paragraph that follows a table, with the table's end mark. */
export function after(pieces: Piece | readonly Piece[], details: Details = {}): Paragraph {
  return paragraph(pieces, { ...details, before: TABLE.end });
}
