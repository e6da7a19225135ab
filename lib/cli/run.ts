import { DOCUMENT_TYPES } from '../model/document.ts';
import type { Report } from '../model/report.ts';
import { message, percent } from '../review/message.ts';
import { review } from '../review/review.ts';
import type { Say } from '../review/say.ts';
import { toPassages } from '../text/passages.ts';
import type { ReadableDocument } from '../text/readable.ts';
import { type ByteStream, readInput, readText } from './inputs.ts';
import { type Labeller, labelDocument } from './label.ts';
import { type CheckOptions, parseOptions } from './options.ts';
import { type OwnResult, type OwnSettings, readOwnSettings } from './own-settings.ts';
import { reviewLines } from './terminal.ts';

/** What the command reads from and writes to. */
export interface Terminal {
  readonly stdin: ByteStream;
  out(line: string): void;
  error(line: string): void;
}

/** Exit status: all was read; a document lies further outside its range than was asked; something could not be read. */
export const STATUS = { fine: 0, underAsked: 1, unreadable: 2 } as const;

/**
 * `npm run check`: reads each file, prints its review (or with --json the report: one object for one file, else a list), and
 * says in one sentence what could not be read.
 * @returns the exit status
 */
export async function runCheck(
  args: readonly string[],
  labeller: Labeller,
  say: Say,
  terminal: Terminal,
): Promise<number> {
  const parsed = parseOptions(args);
  if (!parsed.ok) {
    terminal.error(say(parsed.error));
    terminal.error(say(message('checkUsage')));
    return STATUS.unreadable;
  }
  const { options } = parsed;
  if (options.help) {
    terminal.out(say(message('checkUsage')));
    terminal.out(say(message('checkUsageDetail', DOCUMENT_TYPES.join(', '))));
    return STATUS.fine;
  }
  const own = options.settings === null ? null : await readOwn(options.settings);
  if (own !== null && !own.ok) {
    terminal.error(say(own.error));
    return STATUS.unreadable;
  }
  const reports: Report[] = [];
  let status: number = STATUS.fine;
  for (const file of options.files) {
    const read = await readInput(file, terminal.stdin);
    if (!read.ok) {
      terminal.error(say(read.error));
      status = STATUS.unreadable;
      continue;
    }
    const report = reportOn(read.document, options, labeller, own?.settings ?? null);
    reports.push(report);
    if (!options.json)
      for (const line of [...(reports.length > 1 ? [''] : []), ...reviewLines(report, say)]) terminal.out(line);
    const fit = 1 - report.distance;
    if (options.failUnder !== null && report.state === 'ready' && fit * 100 < options.failUnder) {
      terminal.error(say(message('checkFit', percent(fit), String(options.failUnder))));
      if (status === STATUS.fine) status = STATUS.underAsked;
    }
  }
  if (options.json && reports.length > 0)
    terminal.out(JSON.stringify(options.files.length === 1 ? reports[0] : reports, null, 2));
  return status;
}

async function readOwn(path: string): Promise<OwnResult> {
  const read = await readText(path);
  return read.ok ? readOwnSettings(read.text) : read;
}

/** The report on a document that was read from a file. @param own what the writer set in the browser; null: no writer is known. */
export function reportOn(
  document: ReadableDocument,
  { type }: Pick<CheckOptions, 'type'>,
  labeller: Labeller,
  own: OwnSettings | null = null,
): Report {
  const passages = toPassages(document.blocks);
  const input = { title: document.title, passages };
  const { verdicts, detectedType } = labelDocument(labeller, input, own?.adjustments(passages));
  return review({
    snapshot: { title: document.title, blocks: [...document.blocks], unread: [...document.unread], limits: [] },
    passages,
    verdicts,
    detectedType,
    chosenType: type,
    preferences: own?.preferences ?? { level: null, aim: null, ranges: {} },
  });
}
