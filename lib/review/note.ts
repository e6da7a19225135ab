import type { Move, Report } from '../model/report.ts';
import { STAGES } from '../model/stage.ts';
import { shorten } from '../text/shorten.ts';
import { keyPart, message, percent } from './message.ts';
import type { Say } from './say.ts';

/** Advice that a surface and a note show; the rest is folded away. */
export const SHOWN_ADVICE = 3;

/** Characters that name the place of a missing move. */
const PLACE_LENGTH = 60;

/** A review note before it has a format: headings, paragraphs and lists of plain text. */
export type NotePart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly { readonly text: string; readonly below: string | null }[] };

/**
 * The review as a note to paste under a document or into a message: type, mix beside the expected range, distance, the three
 * next steps as questions, missing moves, and what was not read.
 * @param changes sentences of the comparison with the last check, if there was one
 */
export function noteOf(report: Report, say: Say, changes: readonly string[] = []): NotePart[] {
  const key = (id: string, ...values: string[]) => say(message(id, ...values));
  const parts: NotePart[] = [{ kind: 'heading', text: key('noteTitle', report.title || key('untitled')) }];
  if (report.state !== 'ready') {
    parts.push({ kind: 'paragraph', text: key(NOTICES[report.state]) });
    return parts;
  }
  const typeName = key(`documentType${keyPart(report.documentType.type)}`);
  const why = report.documentType.why.map(say).join(' ');
  parts.push({ kind: 'paragraph', text: `${key('noteType', typeName)} ${why}`.trim() });
  parts.push({ kind: 'list', items: STAGES.map((stage) => ({ text: mixLine(report, stage, say), below: null })) });
  parts.push({
    kind: 'paragraph',
    text: `${key('noteNeutral', percent(report.mix.neutral))} ${key('noteDistance', percent(report.distance))}`,
  });
  if (changes.length > 0) {
    parts.push({ kind: 'heading', text: key('noteChanges') });
    parts.push({ kind: 'list', items: changes.map((text) => ({ text, below: null })) });
  }
  const advice = report.advice.slice(0, SHOWN_ADVICE);
  if (advice.length > 0) {
    parts.push({ kind: 'heading', text: key('adviceTitle') });
    parts.push({
      kind: 'list',
      items: advice.map(({ reason, question }) => ({ text: say(question), below: say(reason) })),
    });
  }
  const missing = report.moves.filter(({ found }) => !found);
  if (missing.length > 0) {
    parts.push({ kind: 'heading', text: key('movesTitle') });
    parts.push({ kind: 'list', items: missing.map((move) => ({ text: moveLine(move, report, say), below: null })) });
  }
  const unread = unreadLines(report, say);
  if (unread.length > 0) {
    parts.push({ kind: 'heading', text: key('noteUnread') });
    parts.push({ kind: 'list', items: unread.map((text) => ({ text, below: null })) });
  }
  return parts;
}

/** The sentence for a document that cannot be reviewed. */
export const NOTICES: Readonly<Record<Exclude<Report['state'], 'ready'>, string>> = {
  empty: 'reviewEmpty',
  'too-short': 'reviewTooShort',
  'not-english': 'reviewNotEnglish',
};

/** "Strategy: 31 % (usual: 65-90 %)". */
export function mixLine(report: Report, stage: (typeof STAGES)[number], say: Say): string {
  const { low, high } = report.expected[stage];
  const name = say(message(`stage${keyPart(stage)}`));
  return say(message('noteStage', name, percent(report.mix[stage]), percent(low), percent(high)));
}

/** The name of a move and, where it is missing and its place is plain, where it would fit. */
export function moveLine(move: Move, report: Report, say: Say): string {
  const place = report.passages.find(({ id }) => id === move.fitsAfter);
  const name = say(move.name);
  return place === undefined
    ? name
    : `${name} (${say(message('moveFits', shorten(place.heading || place.excerpt, PLACE_LENGTH)))})`;
}

/** A line for every part of the document that was not read, and for every limit on reading it. */
export function unreadLines(report: Report, say: Say): string[] {
  return [
    ...report.unread.map(({ reason, count }) =>
      say(message(`unread${keyPart(reason)}${count === 1 ? 'One' : 'Other'}`, String(count))),
    ),
    ...report.limits.map((limit) => say(message(`limit${keyPart(limit)}`))),
  ];
}
