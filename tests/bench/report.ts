import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PageFigures } from './pages.ts';
import { median, ms } from './stats.ts';
import type { Measured } from './words.ts';

export interface BenchFigures {
  readonly words: readonly Measured[];
  readonly page: Readonly<Record<string, PageFigures>>;
  readonly wakeMs: number;
}

const FLOOR = 'floor';
const OWN = 'stagemark';

/** Median of an entry's whole passes over a text of so many words; null where it was not measured. */
export function passMedian(measured: readonly Measured[], name: string, words: string): number | null {
  const runs = measured.find((entry) => entry.name === name)?.pass[words];
  return runs === undefined || runs.length === 0 ? null : median(runs);
}

function sizesOf(measured: readonly Measured[]): string[] {
  const sizes = new Set(measured.flatMap((entry) => Object.keys(entry.pass)));
  return [...sizes].sort((a, b) => Number(a) - Number(b));
}

/** How many times the cost of an edit grows from the smallest to the largest text; null with fewer than two sizes. */
export function editGrowth(measured: readonly Measured[]): number | null {
  const edits = measured.find((entry) => entry.name === OWN)?.edit ?? {};
  const sizes = Object.keys(edits).sort((a, b) => Number(a) - Number(b));
  const [first, last] = [edits[sizes[0] ?? ''], edits[sizes.at(-1) ?? '']];
  return first === undefined || last === undefined || sizes.length < 2 ? null : last.medianMs / first.medianMs;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** The report as Markdown: ratios first, then the milliseconds they come from. */
export function benchMarkdown(figures: BenchFigures): string {
  const { words: measured } = figures;
  const sizes = sizesOf(measured);
  const heading = (text: string) => sizes.map((words) => `${Number(words).toLocaleString('en')} words${text}`);
  const ratioRow = (entry: Measured) => [
    entry.name,
    ...sizes.map((words) => {
      const [own, other] = [passMedian(measured, OWN, words), passMedian(measured, entry.name, words)];
      return own === null || other === null ? '–' : `${(other / own).toPrecision(3)}×`;
    }),
  ];
  const passRow = (entry: Measured) => [
    entry.name,
    ...sizes.map((words) => {
      const runs = entry.pass[words];
      if (runs === undefined) return '–';
      return `${ms(median(runs))} (${ms(Math.min(...runs))}–${ms(Math.max(...runs))}, n=${runs.length})`;
    }),
    ms(entry.coldMs),
    entry.peakMb.toFixed(0),
  ];
  const editRow = (entry: Measured) => [
    entry.name,
    ...sizes.map((words) => {
      const edit = entry.edit[words];
      return edit === undefined ? '–' : `${ms(edit.medianMs)} / ${ms(edit.p95Ms)}`;
    }),
  ];
  const growth = editGrowth(measured);
  const pageRows = Object.entries(figures.page).map(([host, page]) => [
    host,
    page.keyToPaintP99AddedMs.toFixed(1),
    String(page.longTasks),
    page.idleCpuPercent.toFixed(2),
    page.memoryMb.toFixed(1),
    page.evaluationMs.toFixed(1),
  ]);
  return `# Speed and memory

Printed by \`npm run bench\`. Node ${process.version}, ${process.platform} ${process.arch}. Absolute times depend on the machine and on what else it does; the ratios come from one run.

## Cost of a whole pass, as a multiple of Stagemark's

${table(['reader', ...heading('')], measured.map(ratioRow))}

## Whole pass in ms: median (least–most, runs)

${table(['reader', ...heading(''), 'cold start ms', 'peak memory MB'], measured.map(passRow))}

\`floor\` splits the text into words and hashes them; \`stagemark\` labels every passage (tier 1); \`stagemark-grammar\` is tier 2, which runs in the background on sentences it can change. The others do other work: their rows say what such a checker costs, not who is better.

## One edit in ms: median / 95th percentile

${table(['reader', ...heading('')], measured.map(editRow))}

Stagemark's edit takes in the whole new document and gives every verdict again; the others read the changed paragraph alone, which needs a host that keeps the rest. ${growth === null ? '' : `From the smallest to the largest text Stagemark's edit grows ${growth.toFixed(2)}×.`}

## In the page, 200 pages open in the simulated hosts

${pageRows.length === 0 ? 'Not measured in this run.' : table(['host', 'key to paint, 99th percentile, added ms', 'long tasks of ours', 'idle CPU %', 'memory added MB', 'evaluation of all scripts ms'], pageRows)}

${figures.wakeMs > 0 ? `A stopped background answers its first request after ${ms(figures.wakeMs)} ms (median).` : ''}
`;
}

/** Writes the report and its plots to `tests/bench/report/`. @returns the folder. */
export async function writeReport(figures: BenchFigures): Promise<string> {
  const folder = join(import.meta.dirname, 'report');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'report.md'), benchMarkdown(figures));
  const { drawSvg } = (await import(pathToFileURL(join(import.meta.dirname, 'peers', 'plot.mjs')).href)) as {
    drawSvg(specification: unknown): Promise<string>;
  };
  const points = (kind: 'pass' | 'edit') =>
    figures.words.flatMap((entry) =>
      sizesOf(figures.words).flatMap((words) => {
        const value = kind === 'pass' ? passMedian(figures.words, entry.name, words) : entry.edit[words]?.medianMs;
        return value === null || value === undefined ? [] : [{ reader: entry.name, words: Number(words), ms: value }];
      }),
    );
  for (const kind of ['pass', 'edit'] as const) {
    const svg = await drawSvg({
      width: 560,
      height: 320,
      background: 'white',
      title: kind === 'pass' ? 'Whole pass, median ms' : 'One edit, median ms',
      data: { values: points(kind).filter((point) => point.reader !== FLOOR || kind === 'pass') },
      mark: { type: 'line', point: true },
      encoding: {
        x: { field: 'words', type: 'quantitative', scale: { type: 'log' } },
        y: { field: 'ms', type: 'quantitative', scale: { type: 'log' } },
        color: { field: 'reader', type: 'nominal' },
      },
    });
    writeFileSync(join(folder, `${kind}.svg`), svg);
  }
  return folder;
}
