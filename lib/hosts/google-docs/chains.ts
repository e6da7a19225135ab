import type { Run } from './labels.ts';
import type { Paragraph } from './text.ts';

/** Runs whose vertical middles differ by less than this share of the smaller height stand on one line. */
const SAME_LINE = 0.5;
/** A gap wider than this share of the line's height starts another chain: a table cell, a tab stop. */
const GAP = 1;
/** A run shorter than this share of the line's height stands for itself: footnote numbers, superscripts. */
const SMALL = 0.8;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** List markers: bullets, and numbers or letters with a dot or bracket. */
export const MARKER = /^(?:[●○■◦▪•‣·–*➔❖◆★☐☑-]|\(?(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,5})[.)]|(?:\d{1,2}\.){2,5})$/u;

/** Part of one line whose runs follow each other in the text. Boxes are px in scroller coordinates. */
export interface Chain {
  readonly runs: readonly Run[];
  /** The runs' squeezed labels, joined. */
  readonly text: string;
  /** The tile that shows it. */
  readonly tile: object;
  /** Add to the runs' boxes to get scroller coordinates. */
  dx: number;
  dy: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** A list marker stood right before it. */
  readonly marker: boolean;
  /** The chain that it is a part of, if that was cut. */
  readonly whole: Chain | null;
  /** It stands where headers and footers do. */
  atEdge: boolean;
  /** Where it was found in the text; null = not (yet). */
  place: Place | null;
  /** Where it stood until the text changed there: what is on the screen is older than the text. */
  lost: Place | null;
  /** How often it was looked for since it was read; a header or a list marker is looked for in vain. */
  tries: number;
}

/** A place in the text: a paragraph and an offset in its squeezed text. */
export interface Place {
  readonly paragraph: Paragraph;
  readonly offset: number;
}

/** Puts the runs of a tile into reading order and cuts them into chains. */
export function chainsOf(runs: readonly Run[], tile: object): Chain[] {
  const sorted = [...runs].sort((a, b) => a.top + a.bottom - b.top - b.bottom || a.left - b.left);
  const chains: Chain[] = [];
  let line: Run[] = [];
  let middle = 0;
  let height = 0;
  const flush = () => {
    if (line.length > 0) chains.push(...cutLine(line, tile));
    line = [];
  };
  for (const run of sorted) {
    const runMiddle = (run.top + run.bottom) / 2;
    const runHeight = run.bottom - run.top;
    if (line.length > 0 && Math.abs(runMiddle - middle) < SAME_LINE * Math.min(height, runHeight)) {
      line.push(run);
      if (runHeight > height) [middle, height] = [runMiddle, runHeight];
      continue;
    }
    flush();
    line = [run];
    [middle, height] = [runMiddle, runHeight];
  }
  flush();
  return chains;
}

/** Cuts the runs of one line at gaps, markers and small runs, in reading order. */
function cutLine(line: readonly Run[], tile: object): Chain[] {
  const runs = withoutDuplicates([...line].sort((a, b) => a.left - b.left));
  const height = Math.max(...runs.map((run) => run.bottom - run.top));
  const chains: Chain[] = [];
  let current: Run[] = [];
  let marker = false;
  const flush = () => {
    if (current.length > 0) chains.push(makeChain(inReadingOrder(current), tile, marker));
    current = [];
  };
  for (const run of runs) {
    const last = current.at(-1);
    const gap = last === undefined ? 0 : run.left - last.right;
    const small = run.bottom - run.top < SMALL * height;
    const afterSmall = last !== undefined && last.bottom - last.top < SMALL * height;
    const isMarker =
      last !== undefined && current.length === 1 && MARKER.test(last.label.trim()) && gap > 0.15 * height;
    if (last !== undefined && (gap > GAP * height || small || afterSmall || isMarker)) {
      flush();
      marker = isMarker;
    } else if (last === undefined) marker = false;
    current.push(run);
  }
  flush();
  return chains;
}

function withoutDuplicates(runs: readonly Run[]): Run[] {
  return runs.filter((run, at) => {
    for (let other = at - 1; other >= 0; other--) {
      const earlier = runs[other];
      if (earlier === undefined || run.left - earlier.left > 1) break;
      if (earlier.label === run.label && Math.abs(earlier.right - run.right) < 1) return false;
    }
    return true;
  });
}

/** Runs of one chain as they are read: right-to-left stretches are reversed, a right-to-left line as a whole. */
function inReadingOrder(runs: readonly Run[]): Run[] {
  if (!runs.some((run) => run.rtl)) return [...runs];
  const units = (rtl: boolean) => runs.reduce((sum, run) => sum + (run.rtl === rtl ? run.squeezed.length : 0), 0);
  const base = units(true) > units(false);
  // Marks and spaces alone have no direction: they take that of both neighbours, or the line's.
  const directions = runs.map((run, at) => {
    if (run.rtl || LETTER_OR_DIGIT.test(run.label)) return run.rtl;
    const before = runs.slice(0, at).findLast((other) => other.rtl || LETTER_OR_DIGIT.test(other.label));
    const after = runs.slice(at + 1).find((other) => other.rtl || LETTER_OR_DIGIT.test(other.label));
    return before !== undefined && before.rtl === after?.rtl ? before.rtl : base;
  });
  const ordered: Run[] = [];
  let group: Run[] = [];
  let direction = base;
  const flush = () => {
    ordered.push(...(direction === base ? group : group.reverse()));
    group = [];
  };
  runs.forEach((run, at) => {
    if (group.length > 0 && direction !== directions[at]) flush();
    direction = directions[at] ?? base;
    group.push(run);
  });
  flush();
  return base ? ordered.reverse() : ordered;
}

/** A chain of runs that are in reading order. */
export function makeChain(runs: readonly Run[], tile: object, marker: boolean): Chain {
  return {
    runs,
    text: runs.map((run) => run.squeezed).join(''),
    tile,
    dx: 0,
    dy: 0,
    left: Math.min(...runs.map((run) => run.left)),
    right: Math.max(...runs.map((run) => run.right)),
    top: Math.min(...runs.map((run) => run.top)),
    bottom: Math.max(...runs.map((run) => run.bottom)),
    marker,
    whole: null,
    atEdge: false,
    place: null,
    lost: null,
    tries: 0,
  };
}
