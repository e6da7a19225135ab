/** Formatting of a run of text. `comment` and `link` carry an id and an address. */
export interface Marks {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
  readonly colour?: string;
  readonly link?: string;
  readonly comment?: string;
  /** A suggested edit: proposed text, or text proposed for deletion. */
  readonly suggestion?: 'inserted' | 'deleted';
}

/** Things that the editor treats as one character: mentions and inline equations. */
export type AtomKind = 'page' | 'user' | 'date' | 'equation';

/** A piece of rich text. An atom's `text` is what a reader sees; for an equation the placeholder U+FFFC. */
export interface Run {
  readonly text: string;
  readonly marks: Marks;
  readonly atom?: AtomKind;
  /** TeX source of an equation. */
  readonly tex?: string;
}

export type Rich = readonly Run[];

/** Stands for an inline equation in plain text. */
export const EQUATION_CHARACTER = '\uFFFC';

export function run(text: string, marks: Marks = {}): Run {
  return { text, marks };
}

export function atom(kind: AtomKind, text: string, tex?: string): Run {
  return tex === undefined ? { text, marks: {}, atom: kind } : { text: EQUATION_CHARACTER, marks: {}, atom: kind, tex };
}

export function plainText(rich: Rich): string {
  return rich.map((item) => item.text).join('');
}

function tidy(runs: readonly Run[]): Rich {
  const result: Run[] = [];
  for (const item of runs) {
    if (item.text === '') continue;
    const last = result.at(-1);
    if (
      last !== undefined &&
      last.atom === undefined &&
      item.atom === undefined &&
      JSON.stringify(last.marks) === JSON.stringify(item.marks)
    ) {
      result[result.length - 1] = { text: last.text + item.text, marks: last.marks };
    } else result.push(item);
  }
  return result;
}

/** The part of rich text in [start, end). An atom cut by a boundary goes to the side that holds its start. */
export function slice(rich: Rich, start: number, end: number): Rich {
  const result: Run[] = [];
  let at = 0;
  for (const item of rich) {
    const from = Math.max(start, at);
    const to = Math.min(end, at + item.text.length);
    if (item.atom !== undefined) {
      if (at >= start && at < end) result.push(item);
    } else if (from < to) result.push({ ...item, text: item.text.slice(from - at, to - at) });
    at += item.text.length;
  }
  return tidy(result);
}

export function concat(...parts: readonly Rich[]): Rich {
  return tidy(parts.flat());
}

/** Replaces [start, end) by plain text that takes the formatting on its left. */
export function replace(rich: Rich, start: number, end: number, text: string): Rich {
  const left = slice(rich, 0, start);
  const neighbour = left.at(-1);
  const marks = neighbour === undefined || neighbour.atom !== undefined ? {} : neighbour.marks;
  const { link: _link, comment: _comment, ...kept } = marks;
  return concat(left, text === '' ? [] : [run(text, kept)], slice(rich, end, Number.MAX_SAFE_INTEGER));
}

/** Adds formatting to [start, end), or removes it where the whole range already has it. */
export function format(rich: Rich, start: number, end: number, marks: Marks): Rich {
  const middle = slice(rich, start, end);
  const keys = Object.keys(marks) as (keyof Marks)[];
  const all = middle.every((item) => keys.every((key) => item.marks[key] === marks[key]));
  const changed = middle.map((item) => {
    if (item.atom !== undefined) return item;
    if (!all) return { ...item, marks: { ...item.marks, ...marks } };
    const rest = Object.fromEntries(Object.entries(item.marks).filter(([key]) => !keys.some((k) => k === key)));
    return { ...item, marks: rest as Marks };
  });
  return concat(slice(rich, 0, start), changed, slice(rich, end, Number.MAX_SAFE_INTEGER));
}
