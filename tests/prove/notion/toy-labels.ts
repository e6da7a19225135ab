import type { Mark } from '../../../lib/marks/marker.ts';
import type { Block } from '../../../lib/model/document.ts';
import { STAGES, type Stage } from '../../../lib/model/stage.ts';

/** What is marked: whole passages as the product does, or single words, which is harder to keep in place. */
export type Unit = 'passage' | 'word';

const WORD = /[A-Za-z]{5,}/g;
const SHORTEST_PASSAGE = 12;

/** A stage, or none, that depends on the text alone: stands for a classifier whose verdict can be foretold. */
export function toyLabel(text: string): Stage | null {
  let hash = 7;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) >>> 0;
  return STAGES[hash % 4] ?? null;
}

/** Every stretch of a text that should be marked: start, end, stage. */
export function toySpans(text: string, unit: Unit): [number, number, Stage][] {
  if (unit === 'passage') {
    const stage = text.trim().length < SHORTEST_PASSAGE ? null : toyLabel(text);
    return stage === null ? [] : [[0, text.length, stage]];
  }
  return [...text.matchAll(WORD)].flatMap((match): [number, number, Stage][] => {
    const stage = toyLabel(match[0]);
    return stage === null ? [] : [[match.index, match.index + match[0].length, stage]];
  });
}

/** Marks of a whole document. Title and headings are never marked. */
export function toyMarks(blocks: readonly Block[], unit: Unit): Mark[] {
  return blocks.flatMap((block) =>
    block.kind === 'title' || block.kind === 'heading'
      ? []
      : toySpans(block.text, unit).map(([start, end, stage]) => ({
          passageId: block.id,
          blockId: block.id,
          start,
          end,
          stage,
          text: block.text.slice(start, end),
        })),
  );
}
