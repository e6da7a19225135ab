import type { ReportHead } from '../model/report.ts';
import type { Mix } from '../model/verdict.ts';
import type { Ledger, LedgerEntry } from './schema.ts';

/** Entries kept, the oldest go first; about 200 bytes each. */
export const LEDGER_LIMIT = 5000;
/** Documents with fewer words under a stage say nothing about how somebody writes. */
const LEAST_STAGED_WORDS = 50;

/** What a report adds to the ledger, or null where it says too little. */
export function entryOf(report: ReportHead, document: string, now: Date): LedgerEntry | null {
  if (report.state !== 'ready' || report.mix.stagedWords < LEAST_STAGED_WORDS) return null;
  return { document, day: dayOf(now), type: report.documentType.type, mix: rounded(report.mix) };
}

/** The ledger with an entry; it replaces an earlier one of the same document and day. */
export function withEntry(ledger: Ledger, entry: LedgerEntry): Ledger {
  const at = ledger.findLastIndex(({ document, day }) => document === entry.document && day === entry.day);
  if (at >= 0 && JSON.stringify(ledger[at]) === JSON.stringify(entry)) return ledger;
  const others = at < 0 ? ledger : ledger.toSpliced(at, 1);
  return [...others, entry].slice(-LEDGER_LIMIT);
}

const CSV_COLUMNS = [
  'day',
  'document',
  'type',
  'execution',
  'strategy',
  'organisation',
  'neutral',
  'stagedWords',
  'words',
];

/** The ledger as CSV (RFC 4180), one entry a line. Every value is a number, a hash or a fixed word, so none needs quotes. */
export function toCsv(ledger: Ledger): string {
  const lines = ledger.map(({ day, document, type, mix }) =>
    [day, document, type, mix.execution, mix.strategy, mix.organisation, mix.neutral, mix.stagedWords, mix.words].join(
      ',',
    ),
  );
  return `${[CSV_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

function dayOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Shares to a tenth of a per cent: finer ones would only make the file longer. */
function rounded(mix: Mix): Mix {
  const share = (value: number) => Math.round(value * 1000) / 1000;
  return {
    ...mix,
    execution: share(mix.execution),
    strategy: share(mix.strategy),
    organisation: share(mix.organisation),
    neutral: share(mix.neutral),
  };
}
