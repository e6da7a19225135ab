import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { PALETTE } from '../../lib/marks/palette.ts';
import { STAGES, type Stage } from '../../lib/model/stage.ts';
import type { Trend } from './trend.ts';
import { type Point, wavePoints } from './wave.ts';

/** Height of the plot, in CSS pixels. */
const HEIGHT = 280;
type Pattern = (typeof PALETTE)['light'][Stage]['pattern'];

/** A line in a stage's pattern: its dashes, or the wave that is drawn along it. */
const LINES: Readonly<Record<Pattern, Pick<uPlot.Series, 'dash' | 'paths'>>> = {
  solid: {},
  wavy: { paths: wavePath },
  dashed: { dash: [9, 5] },
};

/** A shorter time than this is shown with as much room at both ends, in seconds: one point alone has no scale. */
const LEAST_SPAN = 14 * 86_400;
/** Room at the right for the letters that name the lines. */
const LETTER_ROOM = 28;

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

export interface TrendPlotProps {
  readonly trend: Trend;
  /** What a screen reader says of the plot; the figures are in the table. */
  readonly name: string;
}

/** The stages' shares over time, each line with its stage's colour, pattern and letter. */
export function TrendPlot({ trend, name }: TrendPlotProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const controller = new AbortController();
    let plot = draw(element, trend);
    const again = () => {
      plot.destroy();
      plot = draw(element, trend);
    };
    const resizing = new ResizeObserver(() => {
      if (element.clientWidth > 0) plot.setSize({ width: element.clientWidth, height: HEIGHT });
    });
    resizing.observe(element);
    // A canvas does not follow a font that comes later.
    void document.fonts.ready.then(() => {
      if (!controller.signal.aborted) again();
    });
    for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
      matchMedia(query).addEventListener('change', again, { signal: controller.signal });
    return () => {
      controller.abort();
      resizing.disconnect();
      plot.destroy();
    };
  }, [trend]);
  return <div ref={place} class="trend" role="img" aria-label={name} />;
}

function draw(element: HTMLElement, trend: Trend): uPlot {
  const colour = (name: string) => resolved(element, name);
  const axis = {
    stroke: colour('--ink-faint'),
    grid: { stroke: colour('--hairline'), width: 1 },
    ticks: { show: false },
  };
  const font = `12px ${getComputedStyle(element).fontFamily}`;
  return new uPlot(
    {
      width: element.clientWidth || 320,
      height: HEIGHT,
      padding: [8, LETTER_ROOM, 0, 0],
      cursor: { show: false },
      legend: { show: false },
      scales: { x: { range: () => spanOf(trend.times) }, y: { range: [0, 1] } },
      axes: [
        {
          ...axis,
          font,
          grid: { show: false },
          values: (_, ticks) => ticks.map((tick) => dayFormat.format(tick * 1000)),
          space: 70,
        },
        { ...axis, font, values: (_, ticks) => ticks.map((tick) => `${Math.round(tick * 100)}%`) },
      ],
      series: [
        {},
        ...STAGES.map((stage) => ({
          stroke: colour(`--${stage}`),
          width: 2,
          ...LINES[PALETTE.light[stage].pattern],
          points: { show: true, size: 6, fill: colour(`--${stage}`) },
        })),
      ],
      hooks: { draw: [(plot) => writeLetters(plot, trend, colour, font)] },
    },
    [[...trend.times], ...STAGES.map((stage) => [...trend.shares[stage]])],
    element,
  );
}

/** The times that are shown, in seconds. The plotting library alone would show years around a single point. */
function spanOf(times: readonly number[]): [number, number] {
  const [first = 0, last = first] = [times[0], times.at(-1)];
  const room = last - first < LEAST_SPAN ? LEAST_SPAN / 2 : 0;
  return [first - room, last + room];
}

/** The wave of strategy along the plotted points from place `from` to `to`. */
function wavePath(plot: uPlot, series: number, from: number, to: number): uPlot.Series.Paths {
  const [times, shares] = [plot.data[0], plot.data[series]];
  const line: Point[] = [];
  for (let place = from; place <= to; place++)
    line.push([plot.valToPos(times[place] ?? 0, 'x', true), plot.valToPos(shares?.[place] ?? 0, 'y', true)]);
  const stroke = new Path2D();
  wavePoints(line, devicePixelRatio).forEach(([x, y], index) => {
    if (index === 0) stroke.moveTo(x, y);
    else stroke.lineTo(x, y);
  });
  return { stroke, fill: null, clip: null };
}

/** The stage's letter at the end of each line, moved apart where lines end together. */
function writeLetters(plot: uPlot, trend: Trend, colour: (name: string) => string, font: string): void {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  const ends = STAGES.map((stage) => ({ stage, y: plot.valToPos(trend.shares[stage].at(-1) ?? 0, 'y', true) })).sort(
    (a, b) => a.y - b.y,
  );
  const apart = 14 * ratio;
  ctx.save();
  ctx.font = font.replace('12px', `600 ${12 * ratio}px`);
  ctx.textBaseline = 'middle';
  let floor = Number.NEGATIVE_INFINITY;
  for (const { stage, y } of ends) {
    const at = Math.max(y, floor + apart);
    floor = at;
    ctx.fillStyle = colour(`--${stage}`);
    ctx.fillText(PALETTE.light[stage].letter, bbox.left + bbox.width + 10 * ratio, at);
  }
  ctx.restore();
}

/** A custom property as a colour that a canvas understands, system colours included. */
function resolved(element: HTMLElement, name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
