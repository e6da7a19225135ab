import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { aimsOf, isKept } from './aims.ts';
import { type BenchFigures, passMedian, sizesOf } from './figures.ts';
import { editGrowth } from './growth.ts';
import type { PageFigures, Pair } from './pages.ts';
import { median, ms } from './stats.ts';
import type { Measured } from './words.ts';

const OWN = 'stagemark';
const FLOOR = 'floor';
const NO_FIGURE = '–';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function wordsTables(measured: readonly Measured[]): string {
  const sizes = sizesOf(measured);
  const heading = sizes.map((words) => `${Number(words).toLocaleString('en')} words`);
  const ratios = measured.map((entry) => [
    entry.name,
    ...sizes.map((words) => {
      const [own, other] = [passMedian(measured, OWN, words), passMedian(measured, entry.name, words)];
      return own === null || other === null ? NO_FIGURE : `${(other / own).toPrecision(3)}×`;
    }),
  ]);
  const floors = sizes.map((words) => {
    const [own, floor] = [passMedian(measured, OWN, words), passMedian(measured, FLOOR, words)];
    return own === null || floor === null ? NO_FIGURE : `${(own / floor).toFixed(1)}×`;
  });
  const passes = measured.map((entry) => [
    entry.name,
    ...sizes.map((words) => {
      const runs = entry.pass[words];
      if (runs === undefined) return NO_FIGURE;
      return `${ms(median(runs))} (${ms(Math.min(...runs))}–${ms(Math.max(...runs))}, n=${runs.length})`;
    }),
  ]);
  const edits = measured.map((entry) => [
    entry.name,
    ...sizes.map((words) => {
      const edit = entry.edit[words];
      return edit === undefined ? NO_FIGURE : `${ms(edit.medianMs)} / ${ms(edit.p95Ms)}`;
    }),
    growthText(entry),
  ]);
  const costs = measured.map((entry) => [
    entry.name,
    ms(entry.coldMs),
    entry.peakMb.toFixed(0),
    entry.bundle === null ? NO_FIGURE : `${entry.bundle.rawKb.toFixed(0)} / ${entry.bundle.gzipKb.toFixed(0)}`,
  ]);
  return `## A whole text, as a multiple of Stagemark's cost

${table(['reader', ...heading], ratios)}

Stagemark as a multiple of the floor: ${floors.map((times, index) => `${times} at ${heading[index]}`).join(', ')}.

![Median milliseconds of a whole text by its size](pass.svg)

## A whole text in ms: median (least–most, runs)

${table(['reader', ...heading], passes)}

\`floor\` splits the text into the same words, hashes them and keeps their places. \`stagemark\` labels every passage (tier 1), hashing of the passages included; \`stagemark-page\` also makes the passages of blocks, as the page does. \`stagemark-grammar\` is tier 2, which runs in the background on sentences it can change. The others do other work: their rows say what such a checker costs, not who is better. Every reader runs in a process of its own.

## One edit in ms: median / 95th percentile, and growth from the smallest to the largest text

${table(['reader', ...heading, 'growth, slope'], edits)}

![Median milliseconds of one edit by the size of the text](edit.svg)

Stagemark's edit takes in the whole new document and brings every verdict up to date; the others read the changed paragraph alone, which needs a host that keeps the rest. The slope is that of cost over size, both as logarithms: 0 where an edit costs the same in every document, 1 where it costs as much more as the document is longer.

## What a reader brings with it

${table(['reader', 'load and first two lines, ms', 'peak memory, MB', 'bundle raw / gzip, kB'], costs)}
`;
}

/** What the product promises beside what this run measured, where it did. */
function aimsTable(figures: BenchFigures): string {
  const rows = aimsOf(figures).flatMap((aim) => {
    const { bound, measured, unit, value, what } = aim;
    if (measured === null) return [];
    const limit = `${bound === 'least' ? 'at least' : 'at most'} ${value.toLocaleString('en')}${unit}`;
    return [[what, limit, `${ms(measured)}${unit}`, isKept(aim) === true ? 'kept' : 'not kept']];
  });
  return `## What is promised, and what this run measured

${table(['', 'promised', 'measured', ''], rows)}
`;
}

function growthText({ edit }: Measured): string {
  const growth = editGrowth(edit);
  return growth === null ? NO_FIGURE : `${growth.times.toFixed(2)}×, ${growth.slope.toFixed(2)}`;
}

function pagesTables(page: BenchFigures['page'], wakeMs: number): string {
  const hosts = Object.entries(page);
  if (hosts.length === 0) return '';
  const two = (pair: Pair, digits = 1) => `${pair.with.toFixed(digits)} / ${pair.without.toFixed(digits)}`;
  const row = (name: string, value: (figures: PageFigures) => string | null) => [
    name,
    ...hosts.map(([, figures]) => value(figures) ?? NO_FIGURE),
  ];
  const rows = [
    row('key to next paint, median, ms: with / without', (each) => two(each.keyToPaintMedianMs)),
    row('key to next paint, 99th percentile, ms: with / without', (each) => two(each.keyToPaintP99Ms)),
    row('keys', (each) => String(each.keys)),
    row('tasks over 50 ms after load, added', (each) => String(each.longTasks)),
    row('idle, percent of a core, added', (each) => each.idleCpuPercent.toFixed(2)),
    row('heap at 200 pages, MB, added', (each) => each.memoryMb.toFixed(1)),
    row('heap at 10 pages, MB, added', (each) => each.small?.memoryMb.toFixed(1) ?? null),
    row('page load at 200 pages, ms: with / without', (each) => two(each.loadMs, 0)),
    row('page load at 10 pages, ms: with / without', (each) =>
      each.small === null ? null : two(each.small.loadMs, 0),
    ),
    row('evaluation of all scripts, ms', (each) => each.evaluationMs.toFixed(1)),
    row('all names changed: key to next paint, median, ms: with / without', (each) =>
      each.renamed === null ? null : two(each.renamed.keyToPaintMedianMs),
    ),
    row('all names changed: idle, percent of a core, added', (each) => each.renamed?.idleCpuPercent.toFixed(2) ?? null),
    row('all names changed: heap, MB, added', (each) => each.renamed?.memoryMb.toFixed(1) ?? null),
  ];
  return `## In the page: the simulated hosts at 200 pages (5,000 blocks)

${table(['', ...hosts.map(([host]) => host)], rows)}

![Key to next paint with and without Stagemark](keys.svg)

"Added" is the page with the extension less the same page without it. A stopped background answers its first request after ${ms(wakeMs)} ms (median).
`;
}

/** The report as Markdown: ratios first, then the milliseconds they come from. */
export function benchMarkdown(figures: BenchFigures): string {
  const machine = `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores`;
  return `# Speed and memory

Printed by \`npm run bench\`. ${machine}. Absolute times depend on the machine and on what else it does; the ratios come from one run.${figures.note === '' ? '' : ` ${figures.note}`}

${aimsTable(figures)}
${wordsTables(figures.words)}
${pagesTables(figures.page, figures.wakeMs)}`;
}

/** Writes the report and its plots to `tests/bench/report/`. @returns the folder. */
export function writeReport(figures: BenchFigures, plots: Readonly<Record<string, string>>): string {
  const folder = join(import.meta.dirname, 'report');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'report.md'), benchMarkdown(figures));
  for (const [name, svg] of Object.entries(plots)) writeFileSync(join(folder, name), svg);
  spawnSync('biome', ['format', '--write', folder], { stdio: 'ignore' });
  return folder;
}
