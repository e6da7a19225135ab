import type { PageFigures } from './pages.ts';
import { median } from './stats.ts';
import type { Measured } from './words.ts';

/** All that one run of the benchmark measured. */
export interface BenchFigures {
  readonly words: readonly Measured[];
  readonly page: Readonly<Record<string, PageFigures>>;
  /** From a request to a stopped background to its answer, in milliseconds; median. */
  readonly wakeMs: number;
  /** What a reader has to know of the run; empty where nothing. */
  readonly note: string;
}

/** Size of the text at which the floor is told, in words. */
const FLOOR_WORDS = '50000';

/** Median of an entry's whole passes over a text of so many words; null where it was not measured. */
export function passMedian(measured: readonly Measured[], name: string, words: string): number | null {
  const runs = measured.find((entry) => entry.name === name)?.pass[words];
  return runs === undefined || runs.length === 0 ? null : median(runs);
}

/** Sizes of the texts that were measured, in words, ascending. */
export function sizesOf(measured: readonly Measured[]): string[] {
  const sizes = new Set(measured.flatMap((entry) => Object.keys(entry.pass)));
  return [...sizes].sort((a, b) => Number(a) - Number(b));
}

/** What `--json` prints: medians in milliseconds by number of words and reader, and the figures of the page by host. */
export function benchJson({ page, wakeMs, words }: BenchFigures) {
  const bySize = <T>(value: (name: string, size: string) => T | null) =>
    Object.fromEntries(
      sizesOf(words).map((size) => {
        const values = words.map(({ name }) => [name, value(name, size)] as const);
        return [size, Object.fromEntries(values.filter(([, found]) => found !== null))];
      }),
    );
  return {
    pass: bySize((name, size) => passMedian(words, name, size)),
    edit: bySize((name, size) => words.find((entry) => entry.name === name)?.edit[size] ?? null),
    floorMs: passMedian(words, 'floor', FLOOR_WORDS),
    page: Object.fromEntries(
      Object.entries(page).map(([host, { keyToPaintP99AddedMs, longTasks, idleCpuPercent, memoryMb }]) => [
        host,
        { keyToPaintP99AddedMs, longTasks, idleCpuPercent, memoryMb },
      ]),
    ),
    wakeMs,
  };
}
