import { type BenchFigures, benchJson } from './figures.ts';
import { ensureBenchPackages } from './packages.ts';
import { measurePages } from './pages.ts';
import { drawPlots } from './plots.ts';
import { benchMarkdown, writeReport } from './report.ts';
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
    ? {
        sizes: [1_000, 10_000, 50_000],
        leastPasses: 1,
        passes: 7,
        edits: 60,
        secondsPerSize: 1,
        slowToo: false,
        bundles: false,
      }
    : {
        sizes: [1_000, 10_000, 50_000, 200_000],
        leastPasses: 7,
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

console.log(json ? JSON.stringify(benchJson(figures), null, 2) : benchMarkdown(figures));
if (!quick) say(`Report and plots: ${writeReport(figures, await drawPlots(figures))}`);
