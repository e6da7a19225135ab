import { ensureBenchPackages } from './packages.ts';
import { measurePages } from './pages.ts';
import { drawPlots } from './plots.ts';
import { type BenchFigures, benchMarkdown, passMedian, writeReport } from './report.ts';
import { measureWords } from './words.ts';

/**
 * `npm run bench`: speed and memory with peers side by side in one run. `--json` prints figures instead of the report,
 * `--quick` leaves out 200,000 words, the slowest peers, most repetitions and the report, and ends in under 50 s. A note for the report, such
 * as what else the machine did, comes with `--note TEXT`.
 */
const quick = process.argv.includes('--quick');
const json = process.argv.includes('--json');
const noteAt = process.argv.indexOf('--note');
const note = noteAt < 0 ? '' : (process.argv[noteAt + 1] ?? '');
const begun = performance.now();
const say = (line: string) =>
  console.error(`${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${line}`);

ensureBenchPackages(say);
const words = await measureWords(
  quick
    ? { sizes: [1_000, 10_000, 50_000], passes: 7, edits: 60, secondsPerSize: 1, slowToo: false, bundles: false }
    : {
        sizes: [1_000, 10_000, 50_000, 200_000],
        passes: 9,
        edits: 200,
        secondsPerSize: 10,
        slowToo: true,
        bundles: true,
      },
  say,
);
const { page, wakeMs } = await measurePages({ quick }, say);
const figures: BenchFigures = { words, page, wakeMs, note };

if (json) {
  const sizes = [...new Set(words.flatMap((entry) => Object.keys(entry.pass)))];
  const bySize = <T>(value: (name: string, size: string) => T | null) =>
    Object.fromEntries(
      sizes.map((size) => {
        const values = words.map((entry) => [entry.name, value(entry.name, size)] as const);
        return [size, Object.fromEntries(values.filter(([, found]) => found !== null))];
      }),
    );
  const floorMs = passMedian(words, 'floor', '50000');
  const pages = Object.entries(page).map(([host, { keyToPaintP99AddedMs, longTasks, idleCpuPercent, memoryMb }]) => [
    host,
    { keyToPaintP99AddedMs, longTasks, idleCpuPercent, memoryMb },
  ]);
  const out = {
    pass: bySize((name, size) => passMedian(words, name, size)),
    edit: bySize((name, size) => words.find((entry) => entry.name === name)?.edit[size] ?? null),
    floorMs,
    page: Object.fromEntries(pages),
    wakeMs,
  };
  console.log(JSON.stringify(out, null, 2));
} else {
  console.log(benchMarkdown(figures));
}
if (!quick) say(`Report and plots: ${writeReport(figures, await drawPlots(figures))}`);
