import { ensureBenchPackages } from './packages.ts';
import { measurePages } from './pages.ts';
import { type BenchFigures, benchMarkdown, passMedian, writeReport } from './report.ts';
import { measureWords } from './words.ts';

/**
 * `npm run bench`: speed and memory with peers side by side in one run. `--json` prints figures instead of the report,
 * `--quick` leaves out 200,000 words, the slowest peers and most repetitions, and ends in under 50 s.
 */
const quick = process.argv.includes('--quick');
const json = process.argv.includes('--json');
const say = (line: string) => console.error(line);

ensureBenchPackages(say);
const words = await measureWords(
  quick
    ? { sizes: [1_000, 10_000, 50_000], passes: 7, edits: 60, secondsPerSize: 3, slowToo: false }
    : { sizes: [1_000, 10_000, 50_000, 200_000], passes: 9, edits: 200, secondsPerSize: 45, slowToo: true },
  say,
);
const { page, wakeMs } = await measurePages({ quick }, say);
const figures: BenchFigures = { words, page, wakeMs };

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
  const out = {
    pass: bySize((name, size) => passMedian(words, name, size)),
    edit: bySize((name, size) => words.find((entry) => entry.name === name)?.edit[size] ?? null),
    floorMs,
    page,
    wakeMs,
  };
  console.log(JSON.stringify(out, null, 2));
} else {
  console.log(benchMarkdown(figures));
}
if (!quick) say(`Report and plots: ${await writeReport(figures)}`);
