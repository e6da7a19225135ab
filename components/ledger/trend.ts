import type { DocumentType } from '../../lib/model/document.ts';
import { STAGES, type Stage } from '../../lib/model/stage.ts';
import type { Ledger } from '../hooks/ledger-client.ts';

/** Shares per stage over days, as a plot takes them: seconds since 1970 and one column per stage. */
export interface Trend {
  readonly times: readonly number[];
  readonly shares: Readonly<Record<Stage, readonly number[]>>;
}

/** The entries of one document type, or all. */
export function entriesOf(ledger: Ledger, type: DocumentType | null): Ledger {
  return type === null ? ledger : ledger.filter((entry) => entry.type === type);
}

/** One point per day: the shares of all staged words of that day's documents, so that long documents count for more. */
export function trendOf(ledger: Ledger): Trend {
  const days = new Map<string, Record<Stage, number> & { words: number }>();
  for (const { day, mix } of ledger) {
    const sum = days.get(day) ?? { execution: 0, strategy: 0, organisation: 0, words: 0 };
    for (const stage of STAGES) sum[stage] += mix[stage] * mix.stagedWords;
    sum.words += mix.stagedWords;
    days.set(day, sum);
  }
  const sorted = [...days].sort(([a], [b]) => (a < b ? -1 : 1)).filter(([, sum]) => sum.words > 0);
  const column = (stage: Stage) => sorted.map(([, sum]) => sum[stage] / sum.words);
  return {
    times: sorted.map(([day]) => Date.parse(`${day}T12:00:00Z`) / 1000),
    shares: { execution: column('execution'), strategy: column('strategy'), organisation: column('organisation') },
  };
}
