import type { SourceReading, TextSource } from './source.ts';

/** A line of labels on the screen; heights in px. */
export interface Line {
  readonly text: string;
  readonly top: number;
  readonly bottom: number;
  /** A list marker stands before it. */
  readonly marker: boolean;
}

/** Lines farther apart than this share of their height belong to different paragraphs. */
const PARAGRAPH_GAP = 0.35;

/** Joins lines to paragraphs by the space between them; lines of a paragraph are joined by a space. */
export function paragraphsOf(lines: readonly Line[]): string[] {
  const paragraphs: string[] = [];
  let last: Line | null = null;
  for (const line of lines) {
    const height = line.bottom - line.top;
    const apart: boolean =
      last === null || line.marker || line.top - last.bottom > PARAGRAPH_GAP * height || line.top < last.top;
    const before = paragraphs.at(-1);
    if (apart || before === undefined) paragraphs.push(line.text);
    else paragraphs[paragraphs.length - 1] = `${before} ${line.text}`;
    last = line;
  }
  return paragraphs;
}

/** The last way of reading: what the labels of painted pages say. Only the part of the document that is on the screen. */
export function visibleSource(): TextSource {
  let last: SourceReading | null = null;
  return {
    kindOf: () => undefined,
    strictness: 'exact',
    isLate: true,
    limits: ['visible-part-only'],
    read(lines) {
      const raw = `${paragraphsOf(lines()).join('\n')}\n`;
      if (last?.raw !== raw) last = { raw, splice: null, caret: -1, cut: false };
      return last.raw.trim() === '' ? null : last;
    },
  };
}
