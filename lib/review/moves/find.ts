import type { Move } from '../../model/report.ts';
import { hasCue, headingHasCue } from '../cues.ts';
import { keyPart, message } from '../message.ts';
import type { Reading, ReadPassage } from '../reading.ts';
import type { MoveDefinition, MoveSign } from './definition.ts';
import { movesOf } from './moves.ts';

/** The moves that a document of this type must make, each found or missing, in the order of the rubric. */
export function findMoves(reading: Reading): Move[] {
  return movesOf(reading.type)
    .filter((definition) => definition.unless?.(reading) !== true)
    .map((definition) => {
      const made = reading.passages.filter((read) => definition.madeBy.some((sign) => holds(sign, read)));
      return {
        id: definition.id,
        name: message(`move${keyPart(definition.id)}`),
        found: made.length > 0,
        passageIds: made.map(({ passage }) => passage.id),
        fitsAfter: made.length > 0 ? null : placeFor(definition, reading.passages),
      };
    });
}

function holds(sign: MoveSign, { passage, label, signal }: ReadPassage): boolean {
  return (
    (sign.labels === undefined || sign.labels.includes(label)) &&
    (sign.signals === undefined || (signal !== null && sign.signals.includes(signal))) &&
    (sign.text === undefined || hasCue(passage, sign.text)) &&
    (sign.and === undefined || hasCue(passage, sign.and)) &&
    (sign.heading === undefined || headingHasCue(passage, sign.heading))
  );
}

function placeFor({ fits }: MoveDefinition, passages: readonly ReadPassage[]): string | null {
  for (const signal of fits) {
    const last = passages.findLast((read) => read.signal === signal);
    if (last !== undefined) return last.passage.id;
  }
  return null;
}
