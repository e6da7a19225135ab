import type { Report } from '../model/report.ts';
import { STAGES, type Stage } from '../model/stage.ts';
import { keyPart, message, percent } from '../review/message.ts';
import { mixLine, moveLine, NOTICES, SHOWN_ADVICE, unreadLines } from '../review/note.ts';
import type { Say } from '../review/say.ts';

/** Columns of the mix bar, and of the lines below it. */
const BAR_WIDTH = 50;
/** One pattern per stage, so that the bar reads without colours. */
const PATTERNS: Readonly<Record<Stage, string>> = { execution: '░', strategy: '▓', organisation: '█' };

/** The review as lines for a terminal. */
export function reviewLines(report: Report, say: Say): string[] {
  const key = (id: string, ...values: string[]) => say(message(id, ...values));
  const title = report.title || key('untitled');
  if (report.state !== 'ready')
    return [title, '', key(NOTICES[report.state]), ...unreadBlock(report, say)].map(printable);
  return [
    title,
    typeLine(report, say),
    '',
    key('mixTitle'),
    `  ${mixBar(report)}`,
    ...STAGES.map((stage) => `  ${PATTERNS[stage]} ${mixLine(report, stage, say)}`),
    `  ${key('noteNeutral', percent(report.mix.neutral))}`,
    `  ${key('noteDistance', percent(report.distance))}`,
    ...movesBlock(report, say),
    ...adviceBlock(report, say),
    ...unreadBlock(report, say),
  ].map(printable);
}

function typeLine({ documentType }: Report, say: Say): string {
  const name = say(message(`documentType${keyPart(documentType.type)}`));
  const sure = documentType.by === 'writer' ? '' : ` (${say(message('checkSure', percent(documentType.confidence)))})`;
  return [`${name}${sure}.`, ...documentType.why.map(say)].join(' ');
}

/** A bar of fixed width; the columns of each stage are rounded so that they add up to it. */
function mixBar({ mix }: Report): string {
  if (mix.stagedWords === 0) return '·'.repeat(BAR_WIDTH);
  let share = 0;
  let drawn = 0;
  return STAGES.map((stage) => {
    share += mix[stage];
    const columns = Math.round(share * BAR_WIDTH) - drawn;
    drawn += columns;
    return PATTERNS[stage].repeat(columns);
  }).join('');
}

function movesBlock(report: Report, say: Say): string[] {
  if (report.moves.length === 0) return [];
  const found = say(message('checkMoveFound'));
  const missing = say(message('checkMoveMissing'));
  return [
    '',
    say(message('checkMoves')),
    ...report.moves.map((move) =>
      move.found ? `  ✓ ${say(move.name)}: ${found}` : `  – ${moveLine(move, report, say)}: ${missing}`,
    ),
  ];
}

function adviceBlock({ advice }: Report, say: Say): string[] {
  const heading = ['', say(message('adviceTitle'))];
  if (advice.length === 0) return [...heading, `  ${say(message('checkNoAdvice'))}`];
  const shown = advice
    .slice(0, SHOWN_ADVICE)
    .flatMap(({ reason, question }, index) => [`  ${index + 1}. ${say(question)}`, `     ${say(reason)}`]);
  const more = advice.length - SHOWN_ADVICE;
  return [...heading, ...shown, ...(more > 0 ? [`  ${say(message('checkFolded', String(more)))}`] : [])];
}

function unreadBlock(report: Report, say: Say): string[] {
  const lines = unreadLines(report, say);
  return lines.length === 0 ? [] : ['', say(message('noteUnread')), ...lines.map((line) => `  ${line}`)];
}

/** Document text must not steer the terminal: control characters, and marks that turn the direction, are not printed. */
function printable(line: string): string {
  return line.toWellFormed().replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
}
