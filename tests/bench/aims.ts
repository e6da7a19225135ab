import { type BenchFigures, passMedian } from './figures.ts';
import { editGrowth } from './growth.ts';

/** One thing that the product promises of its speed, beside what this run measured. */
export interface Aim {
  readonly what: string;
  /** `least`: the figure is to be so large or larger; `most`: so small or smaller. */
  readonly bound: 'least' | 'most';
  readonly value: number;
  readonly unit: string;
  /** Null where the run did not measure it. */
  readonly measured: number | null;
}

const WORDS = '50000';
const LARGEST = '200000';

/** How many times as long as Stagemark another reader takes over 50,000 words. */
function timesSlower({ words }: BenchFigures, name: string): number | null {
  const [own, other] = [passMedian(words, 'stagemark', WORDS), passMedian(words, name, WORDS)];
  return own === null || other === null ? null : other / own;
}

/** All promises, in the order in which the report tells them. */
export function aimsOf(figures: BenchFigures): Aim[] {
  const { page, words } = figures;
  const edits = (name: string) => words.find((entry) => entry.name === name)?.edit ?? {};
  const growth = (name: string) => (LARGEST in edits(name) ? (editGrowth(edits(name))?.times ?? null) : null);
  const floor = timesSlower(figures, 'floor');
  const aim =
    (bound: Aim['bound']) =>
    (value: number, unit: string, what: string, measured: number | null): Aim => ({
      what,
      bound,
      value,
      unit,
      measured,
    });
  const [least, most] = [aim('least'), aim('most')];
  return [
    most(4, '×', 'tier 1 over 50,000 words, as a multiple of the floor', floor === null ? null : 1 / floor),
    least(20, '×', 'write-good over the same words, as a multiple of tier 1', timesSlower(figures, 'write-good')),
    least(100, '×', 'compromise over the same words', timesSlower(figures, 'compromise')),
    least(500, '×', 'harper.js over the same words', timesSlower(figures, 'harper.js')),
    most(2_000, ' ms', 'tier 2 over the same words', passMedian(words, 'stagemark-grammar', WORDS)),
    most(0.5, ' ms', 'an edit in 50,000 words, 95th percentile', edits('stagemark')[WORDS]?.p95Ms ?? null),
    most(0.5, ' ms', 'an edit in 200,000 words, 95th percentile', edits('stagemark')[LARGEST]?.p95Ms ?? null),
    most(2, '×', 'an edit in 200,000 words as a multiple of one in 1,000', growth('stagemark')),
    most(2, '×', 'the same with the passages made of blocks', growth('stagemark-page')),
    ...Object.entries(page).flatMap(([host, each]) => [
      most(5, ' ms', `${host}: added to the 99th percentile of key to next paint`, each.keyToPaintP99AddedMs),
      most(0, '', `${host}: tasks over 50 ms after load, added`, each.longTasks),
      most(0.5, ' %', `${host}: an idle tab, of one core`, each.idleCpuPercent),
      most(30, ' MB', `${host}: heap at 200 pages, added`, each.memoryMb),
    ]),
  ];
}

/** Whether a run kept a promise; null where it did not measure it. */
export function isKept({ bound, measured, value }: Aim): boolean | null {
  if (measured === null) return null;
  return bound === 'least' ? measured >= value : measured <= value;
}
