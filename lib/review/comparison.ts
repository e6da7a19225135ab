import * as z from 'zod/mini';
import { DOCUMENT_TYPES } from '../model/document.ts';
import type { Message, Report } from '../model/report.ts';
import { STAGES } from '../model/stage.ts';
import { mixSchema } from '../model/verdict.ts';
import { hashText } from '../text/hash.ts';
import { keyPart, message, percent } from './message.ts';
import type { Say } from './say.ts';

/**
 * What is kept of one check of a document, to compare the next one with: counts and a hash, no text. `moves` counts the
 * passages that make each move; `content` tells whether anything changed.
 */
export const checkSchema = z.object({
  version: z.literal(1),
  /** Milliseconds since 1970. */
  at: z.number(),
  type: z.enum(DOCUMENT_TYPES),
  mix: mixSchema,
  distance: z.number(),
  moves: z.record(z.string(), z.number()),
  passages: z.number(),
  content: z.string(),
});
export type Check = z.infer<typeof checkSchema>;

/** @param at time of the check in milliseconds since 1970 */
export function checkOf(report: Report, at: number): Check {
  return {
    version: 1,
    at,
    type: report.documentType.type,
    mix: report.mix,
    distance: report.distance,
    moves: Object.fromEntries(report.moves.map((move) => [move.id, move.passageIds.length])),
    passages: report.passages.length,
    content: hashText(...report.passages.map(({ label, words, excerpt }) => `${label} ${words} ${excerpt}`)),
  };
}

/** Shares that differ by less are the same to a reader. */
const WORTH_SAYING = 0.02;

/**
 * What changed from one check of a document to the next, as sentences, the weightiest first: the type, stages whose share moved,
 * moves made and lost, passages added to a move, the distance. One sentence where nothing changed.
 */
export function compareChecks(before: Check, after: Check): Message[] {
  if (before.content === after.content && before.type === after.type) return [message('compareSame')];
  const sentences: Message[] = [];
  if (before.type !== after.type) sentences.push(message('compareType'));
  for (const stage of STAGES) {
    const [from, to] = [before.mix[stage], after.mix[stage]];
    if (Math.abs(to - from) >= WORTH_SAYING)
      sentences.push(message(`compare${keyPart(stage)}`, percent(from), percent(to)));
  }
  if (before.type === after.type) sentences.push(...compareMoves(before, after));
  const closer = before.distance - after.distance;
  if (before.type === after.type && Math.abs(closer) >= WORTH_SAYING)
    sentences.push(
      message(closer > 0 ? 'compareCloser' : 'compareFarther', percent(before.distance), percent(after.distance)),
    );
  const passages = after.passages - before.passages;
  if (passages !== 0)
    sentences.push(message(passages > 0 ? 'compareLonger' : 'compareShorter', String(Math.abs(passages))));
  return sentences.length === 0 ? [message('compareLittle')] : sentences;
}

/** A sentence per move. Its first value is itself a key, the move's name; `sayComparison` says it. */
function compareMoves(before: Check, after: Check): Message[] {
  return Object.entries(after.moves).flatMap(([id, count]) => {
    const old = before.moves[id];
    const name = `move${keyPart(id)}`;
    if (old === undefined || old === count) return [];
    if (old === 0) return [message('compareMoveMade', name)];
    if (count === 0) return [message('compareMoveLost', name)];
    return [message(count > old ? 'compareMoveMore' : 'compareMoveFewer', name, String(Math.abs(count - old)))];
  });
}

/** Says the sentences of a comparison, with the names of moves in the reader's language. */
export function sayComparison(sentences: readonly Message[], say: Say): string[] {
  return sentences.map(({ key, values: [first = '', ...rest] }) => {
    const named = key.startsWith('compareMove') ? say(message(first)) : first;
    return say(message(key, named, ...rest));
  });
}
