import { MOVES } from '../moves/moves.ts';
import { placeOf, type Reading, type ReadPassage } from '../reading.ts';
import type { Rule } from './rule.ts';

/** Under this confidence in the document's type a missing move may well be none. */
const TYPE_CONFIDENCE = 0.35;

/** One rule per move of every rubric. Of several missing moves the weightiest is advised; the others stand in the list of moves. */
export const MISSING_MOVE_RULES: readonly Rule[] = MOVES.map((definition) => ({
  id: `missing-${definition.id}`,
  types: [definition.type],
  source: definition.source,
  weight: definition.weight,
  matter: 'moves',
  find: (reading) => {
    if (reading.typeConfidence < TYPE_CONFIDENCE || weightiestMissing(reading) !== definition.id) return null;
    const fitsAfter = reading.moves.find((move) => move.id === definition.id)?.fitsAfter ?? null;
    const place = reading.passages.find(({ passage }) => passage.id === fitsAfter) ?? longestStaged(reading);
    return place === undefined
      ? null
      : { passageIds: [place.passage.id], reason: [placeOf(place)], question: [], strength: 1 };
  },
}));

/** The rubric's order within a type is not that of weights alone, so weights decide. */
function weightiestMissing(reading: Reading): string | null {
  let best: (typeof MOVES)[number] | null = null;
  for (const definition of MOVES) {
    const missing = reading.moves.some((move) => move.id === definition.id && !move.found);
    if (missing && (best === null || definition.weight > best.weight)) best = definition;
  }
  return best?.id ?? null;
}

function longestStaged(reading: Reading): ReadPassage | undefined {
  return reading.passages
    .filter(({ label }) => label !== 'none')
    .reduce<ReadPassage | undefined>(
      (longest, read) => (longest === undefined || read.passage.words > longest.passage.words ? read : longest),
      undefined,
    );
}
