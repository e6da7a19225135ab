import { STAGES } from '../../../lib/model/stage.ts';
import { atomSpans, offsetOf, readLeaf } from '../../simulators/notion/caret.ts';
import { toySpans, type Unit } from './toy-labels.ts';

/** What is painted on one leaf in one frame. */
interface Painted {
  readonly text: string;
  readonly pieces: ReadonlySet<string>;
  /** Where nothing may be painted. */
  readonly atoms: readonly [number, number][];
  readonly onScreen: boolean;
  /** The block's classes: a line that became a heading loses its mark rightly, at the next labels. */
  readonly type: string;
}

export interface FrameCounts {
  frames: number;
  /** Frames in which a mark lay on words that it was not for. */
  wrong: number;
  /** Frames in which an unchanged line on the screen lost a mark. */
  lost: number;
  readonly examples: string[];
}

/**
 * Looks at what is painted in each frame, by the registered ranges alone and with a reckoning of text of its own: it shares
 * no code with the reading or the marker.
 */
export function createFrameWatch(unit: Unit): { counts: FrameCounts; look(): Map<string, Painted>; frame(): void } {
  const counts: FrameCounts = { frames: 0, wrong: 0, lost: 0, examples: [] };
  let before = new Map<string, Painted>();
  const note = (line: string) => {
    if (counts.examples.length < 10) counts.examples.push(line);
  };

  function look(): Map<string, Painted> {
    const pieces = new Map<Element, Set<string>>();
    for (const stage of STAGES) {
      for (const range of CSS.highlights.get(`stagemark-${stage}`) ?? []) {
        const start = range.startContainer;
        const leaf = (start instanceof Element ? start : start.parentElement)?.closest('[data-content-editable-leaf]');
        if (leaf == null) continue;
        const from = offsetOf(leaf, range.startContainer, range.startOffset);
        const to = offsetOf(leaf, range.endContainer, range.endOffset);
        const set = pieces.get(leaf) ?? new Set();
        pieces.set(leaf, set.add(`${from}-${to}-${stage}`));
      }
    }
    const painted = new Map<string, Painted>();
    for (const [leaf, set] of pieces) {
      const text = readLeaf(leaf).replaceAll('\u200B', '');
      painted.set(keyOf(leaf), {
        text,
        pieces: set,
        atoms: atomSpans(leaf),
        onScreen: onScreen(leaf),
        type: typeOf(leaf),
      });
    }
    return painted;
  }

  function frame() {
    const now = look();
    counts.frames++;
    let wrong = false;
    let lost = false;
    for (const [key, painted] of now) {
      const allowed = expectedPieces(painted.text, painted.atoms, unit);
      for (const piece of painted.pieces) {
        if (allowed.has(piece)) continue;
        wrong = true;
        note(`wrong ${key} ${piece} in "${painted.text.slice(0, 60)}"`);
      }
    }
    for (const [key, old] of before) {
      if (!old.onScreen) continue;
      const leaf = leafOf(key);
      if (
        leaf === null ||
        !onScreen(leaf) ||
        /header/.test(typeOf(leaf)) ||
        typeOf(leaf) !== old.type ||
        readLeaf(leaf).replaceAll('\u200B', '') !== old.text
      )
        continue;
      const pieces = now.get(key)?.pieces;
      for (const piece of old.pieces) {
        if (pieces?.has(piece)) continue;
        lost = true;
        note(`lost ${key} ${piece} in "${old.text.slice(0, 60)}"`);
      }
    }
    if (wrong) counts.wrong++;
    if (lost) counts.lost++;
    before = now;
  }
  return { counts, look, frame };
}

/** The stretches of a text that may be painted, cut where atoms stand. */
export function expectedPieces(text: string, atoms: readonly [number, number][], unit: Unit): Set<string> {
  const pieces = new Set<string>();
  for (const [start, end, stage] of toySpans(text, unit)) {
    let from = start;
    for (const [atomStart, atomEnd] of atoms) {
      if (atomEnd <= from || atomStart >= end) continue;
      if (atomStart > from) pieces.add(`${from}-${atomStart}-${stage}`);
      from = atomEnd;
    }
    if (from < end) pieces.add(`${from}-${end}-${stage}`);
  }
  return pieces;
}

function typeOf(leaf: Element): string {
  return leaf.closest('[data-block-id]')?.className ?? '';
}

function keyOf(leaf: Element): string {
  const block = leaf.closest('[data-block-id]');
  const id = block?.getAttribute('data-block-id') ?? '';
  return `${id}#${leavesOf(id).indexOf(leaf)}`;
}

function leavesOf(id: string): Element[] {
  return [
    ...document.querySelectorAll(`.notion-page-content [data-block-id="${id}"] [data-content-editable-leaf]`),
  ].filter(
    (leaf, index, all) =>
      leaf.closest('[data-block-id]')?.getAttribute('data-block-id') === id && all.indexOf(leaf) === index,
  );
}

function leafOf(key: string): Element | null {
  const [id = '', index = '0'] = key.split('#');
  return leavesOf(id)[Number(index)] ?? null;
}

function onScreen(leaf: Element): boolean {
  const box = leaf.getBoundingClientRect();
  return box.bottom > 60 && box.top < innerHeight && box.height > 0;
}
