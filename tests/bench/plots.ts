import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BenchFigures, passMedian, sizesOf } from './figures.ts';

/**
 * A plot as a picture with one title. The library names every line and point for screen readers, by roles that an `img` element
 * never shows; the report has the same figures in tables.
 */
function asPicture(svg: string, title: string): string {
  return svg.replace(/ (role|aria-roledescription|aria-label)="[^"]*"/g, '').replace('>', `><title>${title}</title>`);
}

/** The plots of a run as SVG, by file name. */
export async function drawPlots(figures: BenchFigures): Promise<Record<string, string>> {
  const library = (await import(pathToFileURL(join(import.meta.dirname, 'peers', 'plot.mjs')).href)) as {
    drawSvg(specification: unknown): Promise<string>;
  };
  const drawSvg = async (specification: Readonly<Record<string, unknown>> & { readonly title: string }) =>
    asPicture(await library.drawSvg(specification), specification.title);
  const sizes = sizesOf(figures.words);
  const lines = (title: string, value: (name: string, words: string) => number | null | undefined) => ({
    width: 560,
    height: 320,
    background: 'white',
    title,
    data: {
      values: figures.words.flatMap(({ name }) =>
        sizes.flatMap((words) => {
          const ms = value(name, words);
          return ms === null || ms === undefined ? [] : [{ reader: name, words: Number(words), ms }];
        }),
      ),
    },
    mark: { type: 'line', point: true },
    encoding: {
      x: {
        field: 'words',
        type: 'quantitative',
        scale: { type: 'log', nice: false },
        axis: { values: sizes.map(Number) },
      },
      y: { field: 'ms', type: 'quantitative', scale: { type: 'log' }, axis: { tickCount: 6 }, title: 'ms, median' },
      color: { field: 'reader', type: 'nominal' },
    },
  });
  const keys = Object.entries(figures.page).flatMap(([host, page]) =>
    (['without', 'with'] as const).flatMap((kind) => [
      { place: `${host}, median`, kind: `${kind} Stagemark`, ms: page.keyToPaintMedianMs[kind] },
      { place: `${host}, 99th percentile`, kind: `${kind} Stagemark`, ms: page.keyToPaintP99Ms[kind] },
    ]),
  );
  return {
    'pass.svg': await drawSvg(lines('A whole text', (name, words) => passMedian(figures.words, name, words))),
    'edit.svg': await drawSvg(
      lines('One edit', (name, words) => figures.words.find((entry) => entry.name === name)?.edit[words]?.medianMs),
    ),
    'keys.svg': await drawSvg({
      width: 480,
      height: 240,
      background: 'white',
      title: 'Key to next paint at 200 pages',
      data: { values: keys },
      mark: 'bar',
      encoding: {
        y: { field: 'place', type: 'nominal', title: null, axis: { labelLimit: 220 } },
        yOffset: { field: 'kind', sort: 'descending' },
        x: { field: 'ms', type: 'quantitative' },
        color: { field: 'kind', type: 'nominal', title: null },
      },
    }),
  };
}
