import { PAGE_BREAK } from '../simulators/google-docs/model.ts';
import { randomFrom } from '../simulators/google-docs/random.ts';
import type { Box } from '../simulators/google-docs/truth.ts';
import { agreement, astray } from './docs-measure.ts';

/** What one look at the screen found. */
export interface PlacementSample {
  /** Intersection over union of each painted passage. */
  readonly overlaps: number[];
  readonly visible: number;
  readonly wrong: number;
  /** Descriptions of passages below the limit or missing, for people. */
  readonly worst: string[];
}

/** A painted area of which more than this lies elsewhere is a wrong mark. */
const WRONG_SHARE = 0.3;

/** What the host reads as one block: a paragraph, or what a page break leaves of it. */
export interface Stretch {
  /** The simulator's id of the paragraph. */
  readonly paragraph: number;
  /** Which of the paragraph's stretches this is. */
  readonly nth: number;
  /** Where it begins in the paragraph's text. */
  readonly start: number;
  /** Its text as the host reads it. */
  readonly text: string;
}

/** The stretches of a paragraph. Empty ones are no blocks. */
export function stretchesOf({ id, text }: { readonly id: number; readonly text: string }): Stretch[] {
  let start = 0;
  return text.split(PAGE_BREAK).flatMap((piece, nth) => {
    const stretch = { paragraph: id, nth, start, text: readable(piece) };
    start += piece.length + PAGE_BREAK.length;
    return stretch.text.trim() === '' ? [] : [stretch];
  });
}

/** Blocks and the simulator's stretches stand in the same order. */
export function pairs(): { readonly id: string; readonly text: string; readonly stretch: Stretch }[] {
  const blocks = window.__driver.surface?.snapshot().blocks ?? [];
  const stretches = window.__docs.paragraphs().flatMap(stretchesOf);
  return blocks.flatMap(({ id, text }, at) => {
    const stretch = stretches[at];
    return stretch === undefined ? [] : [{ id, text, stretch }];
  });
}

/** A stretch's text as the host reads it, unit for unit. */
export function readable(text: string): string {
  return text
    .replaceAll('\u000b', '\n')
    .replaceAll('\u0001', ' ')
    .replace(/[\ufffc\ue000-\uf8ff]/g, ' ');
}

/** Ranges of a block: the whole, and some cut at word borders and in the middle of words. */
export function rangesOf(text: string, seed: number): [number, number][] {
  const random = randomFrom(seed + text.length);
  const ranges: [number, number][] = [[0, text.length]];
  for (let nth = 0; nth < 3 && text.length > 12; nth++) {
    const start = Math.floor(random() * (text.length - 6));
    const end = Math.min(text.length, start + 5 + Math.floor(random() * 90));
    const from = wholeCharacter(text, start);
    const to = wholeCharacter(text, end);
    const part = text.slice(from, to);
    const trimmed = part.trim();
    const lead = part.length - part.trimStart().length;
    if (trimmed.length > 3) ranges.push([from + lead, from + lead + trimmed.length]);
  }
  return ranges;
}

/** Moves an offset off the middle of a character and off marks that belong to the one before. */
function wholeCharacter(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isBorder(text, at)) at--;
  return at;
}

/**
 * Looks at every mark that is painted, at a moment when text and screen may disagree.
 * @returns how many passages are painted, and how many of them where their text is not.
 */
export function sampleDisagreement(): { readonly painted: number; readonly wrong: number } {
  const surface = window.__driver.surface;
  let count = 0;
  let wrong = 0;
  const shown = window.__docs.paintedParagraphs();
  for (const { id, text } of surface?.snapshot().blocks ?? []) {
    rangesOf(text, 1).forEach(([start, end], nth) => {
      const painted = [...(surface?.marker.rectsOf(`${id}/${nth}`) ?? [])];
      if (painted.length === 0) return;
      count++;
      const quote = text.slice(start, end);
      const truth = shown.flatMap((paragraph) =>
        placesOf(readable(paragraph.text), quote).flatMap((at) =>
          window.__docs.boxes(paragraph.id, at, at + quote.length),
        ),
      );
      if (astray(painted, truth) > WRONG_SHARE) wrong++;
    });
  }
  return { painted: count, wrong };
}

/** Offsets at which a text holds a quote. */
function placesOf(text: string, quote: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push(at);
  return places;
}

function isBorder(text: string, at: number): boolean {
  const joiner = '\u200d';
  const before = text[at - 1] ?? '';
  const here = text[at] ?? '';
  return before !== joiner && here !== joiner && !/[\ud800-\udbff]/.test(before) && !/\p{M}/u.test(here);
}

/** Compares every mark on the screen with the truth. The driver must have been told to mark `rangesOf`. */
export function samplePlacement(seed: number): PlacementSample {
  const overlaps: number[] = [];
  const worst: string[] = [];
  let visible = 0;
  let wrong = 0;
  const clip = window.__docs.clip();
  const marker = window.__driver.surface?.marker;
  for (const { id, text, stretch } of pairs()) {
    if (!window.__docs.isPainted(stretch.paragraph)) continue;
    rangesOf(text, seed).forEach(([start, end], nth) => {
      const truth = window.__docs.boxes(stretch.paragraph, stretch.start + start, stretch.start + end);
      if (!truth.some((box) => isIn(box, clip))) return;
      const painted = (marker?.rectsOf(`${id}/${nth}`) ?? []).map(({ left, top, right, bottom }) => ({
        left,
        top,
        right,
        bottom,
      }));
      visible++;
      const describe = (what: string) => worst.push(`${what}: ${start}-${end} of "${text.slice(0, 60)}"`);
      if (painted.length === 0) {
        describe('missing');
        return;
      }
      const share = agreement(painted, truth);
      overlaps.push(share);
      if (astray(painted, truth) > WRONG_SHARE) {
        wrong++;
        describe(`wrong ${show(painted)} not ${show(truth)}`);
      } else if (share < 0.85) describe(`${share.toFixed(2)}, ${show(painted)} not ${show(truth)}`);
    });
  }
  return { overlaps, visible, wrong, worst };
}

/** Boxes in whole px, for people. */
export function show(boxes: readonly Box[]): string {
  return boxes.map(({ left, top, right, bottom }) => [left, top, right, bottom].map(Math.round).join(',')).join(' ');
}

function isIn(box: Box, clip: Box): boolean {
  return box.bottom > clip.top + 2 && box.top < clip.bottom - 2 && box.right > clip.left && box.left < clip.right;
}
