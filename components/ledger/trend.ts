import type { DocumentType } from '../../lib/model/document.ts';
import { STAGES, type Stage } from '../../lib/model/stage.ts';
import type { Ledger } from '../hooks/ledger-client.ts';

/** Shares per stage over time, as a plot takes them: seconds since 1970 and one column per stage. */
export interface Trend {
  /** How many days one point stands for. */
  readonly span: 1 | 7 | 28;
  readonly times: readonly number[];
  readonly shares: Readonly<Record<Stage, readonly number[]>>;
}

/** The entries of one document type, or all. */
export function entriesOf(ledger: Ledger, type: DocumentType | null): Ledger {
  return type === null ? ledger : ledger.filter((entry) => entry.type === type);
}

/** What one point may stand for, in days: a day, a week, four weeks. */
const SPANS = [1, 7, 28] as const;
/** More points than this make no line that can be followed. */
const MOST_POINTS = 26;
const DAY_SECONDS = 86_400;

/**
 * One point per day, or per week or four weeks where days would be too many: the shares of all staged words of that time's
 * documents, so that long documents count for more.
 */
export function trendOf(ledger: Ledger): Trend {
  const staged = ledger.filter(({ mix }) => mix.stagedWords > 0).map(({ day, mix }) => ({ time: noonOf(day), mix }));
  const first = Math.min(...staged.map(({ time }) => time));
  let points = new Map<number, Point>();
  let span: Trend['span'] = 1;
  for (span of SPANS) {
    points = new Map();
    for (const { time, mix } of staged) {
      const place = Math.floor((time - first) / (span * DAY_SECONDS));
      const sum = points.get(place) ?? { execution: 0, strategy: 0, organisation: 0, words: 0, times: 0 };
      for (const stage of STAGES) sum[stage] += mix[stage] * mix.stagedWords;
      sum.words += mix.stagedWords;
      sum.times += time * mix.stagedWords;
      points.set(place, sum);
    }
    if (points.size <= MOST_POINTS) break;
  }
  const sorted = [...points].sort(([a], [b]) => a - b).map(([, point]) => point);
  const column = (stage: Stage) => sorted.map((point) => point[stage] / point.words);
  return {
    span,
    times: sorted.map(({ times, words }) => times / words),
    shares: { execution: column('execution'), strategy: column('strategy'), organisation: column('organisation') },
  };
}

/** Sums over the words of one time; `times` is weighted with them too, so that a point stands where its words are. */
type Point = Record<Stage | 'words' | 'times', number>;

function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`) / 1000;
}
