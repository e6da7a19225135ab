import type { Block } from '../../model/document.ts';
import type { StructureAnswer } from './bridge/protocol.ts';
import { cutParagraphs } from './raw.ts';

/** What a paragraph is, tables aside. */
export interface Kind {
  readonly kind: Exclude<Block['kind'], 'table-cell'>;
  readonly level: number;
}

export const PLAIN: Kind = { kind: 'paragraph', level: 0 };
const TITLE: Kind = { kind: 'title', level: 0 };
const TITLE_LEVEL = 100;
/** Headings are this much larger than most of the text. */
const HEADING_RATIO = 1.12;
/** Size relative to most of the text from which a heading has level 1, 2; Docs' defaults are 1.8, 1.45 and 1.27. */
const LEVEL_RATIOS = [1.6, 1.35] as const;
const TITLE_RATIO = 2.1;

/**
 * Kinds by text, from the page's model at load. A text that stands there with two kinds has the kind of its first place.
 * @returns a function from a paragraph's text to its kind; undefined where the model does not know the text.
 */
export function kindsOf(model: Pick<StructureAnswer, 'text' | 'ends'>): (text: string) => Kind | undefined {
  const special = new Map<number, Kind>();
  for (let at = 0; at + 2 < model.ends.length; at += 3) {
    const [end = 0, level = 0, nest = 0] = model.ends.slice(at, at + 3);
    special.set(end, kindOf(level, nest));
  }
  const kinds = new Map<string, Kind>();
  for (const { start, text } of cutParagraphs(model.text)) {
    if (text.trim() !== '' && !kinds.has(text)) kinds.set(text, special.get(start + text.length) ?? PLAIN);
  }
  return (text) => kinds.get(text);
}

function kindOf(level: number, nest: number): Kind {
  if (level === TITLE_LEVEL) return TITLE;
  if (level >= 1 && level <= 6) return { kind: 'heading', level };
  return nest > 0 ? { kind: 'list-item', level: nest - 1 } : PLAIN;
}

/** What the labels show of a paragraph's beginning. */
export interface Look {
  /** Font size in px at 100 %. */
  readonly size: number;
  /** A list marker stands before it. */
  readonly marker: boolean;
  /** Left edge of its text and of most of the text, in px at 100 %; tells the nesting of a list item. */
  readonly indent: number;
}

/** The most common font size, by characters. */
export function modalSize(sizes: ReadonlyMap<number, number>): number {
  let best = 0;
  let most = 0;
  for (const [size, units] of sizes) if (units > most) [best, most] = [size, units];
  return best;
}

/**
 * What a paragraph is by its look, where the model of the page does not know it: written since the page was loaded, or
 * loaded without a model.
 * @param first whether it is the document's first paragraph.
 */
export function kindByLook(look: Look, modal: number, first: boolean): Kind {
  const ratio = modal > 0 ? look.size / modal : 1;
  if (first && ratio >= TITLE_RATIO) return TITLE;
  if (look.marker) return { kind: 'list-item', level: Math.max(0, Math.round(look.indent / 36) - 1) };
  if (ratio < HEADING_RATIO) return PLAIN;
  const level = LEVEL_RATIOS.findIndex((limit) => ratio >= limit);
  return { kind: 'heading', level: level < 0 ? 3 : level + 1 };
}
