import type { Page } from 'playwright-core';

/** One stretch of our own work on the page's main thread: when it began, in ms of the trace's clock, and its processor time in ms. */
export interface Stretch {
  readonly at: number;
  readonly ms: number;
  /** The called function, for finding what is slow. */
  readonly name: string;
}

/** What a trace says. */
export interface Trace {
  /** Calls into our scripts, outermost only: everything they cause synchronously is in them. */
  readonly own: readonly Stretch[];
  /** When keys went down. */
  readonly keys: readonly number[];
  readonly seconds: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Time on the processor; the difference to `dur` is time in which other processes ran. */
  readonly tdur?: number;
  readonly tid: number;
  readonly pid: number;
  readonly args?: {
    readonly data?: {
      readonly url?: string;
      readonly type?: string;
      readonly functionName?: string;
      readonly columnNumber?: number;
    };
  };
}

/** Names of trace events that are a call from the browser into a script. */
const CALLS = new Set(['FunctionCall', 'EvaluateScript']);

/** Traces the page while `run` does something, and picks out the work of scripts whose address starts with `prefix`. */
export async function trace(page: Page, prefix: string, run: () => Promise<void>): Promise<Trace> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const ended = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] },
  });
  const began = performance.now();
  await run();
  const seconds = (performance.now() - began) / 1000;
  await session.send('Tracing.end');
  await ended;
  await session.detach();
  const own = events
    .filter(({ name, ph, args }) => ph === 'X' && CALLS.has(name) && args?.data?.url?.startsWith(prefix) === true)
    .sort((a, b) => a.ts - b.ts);
  const outermost: Stretch[] = [];
  const until = new Map<string, number>();
  for (const { ts, dur = 0, tdur = dur, tid, pid, args } of own) {
    const thread = `${pid} ${tid}`;
    if (ts < (until.get(thread) ?? 0)) continue;
    until.set(thread, ts + dur);
    const name = `${args?.data?.functionName ?? ''}:${args?.data?.columnNumber ?? ''}`;
    outermost.push({ at: ts / 1000, ms: tdur / 1000, name });
  }
  const keys = events
    .filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown')
    .map(({ ts }) => ts / 1000)
    .sort((a, b) => a - b);
  return { own: outermost, keys: keys.filter((key, at) => at === 0 || key - (keys[at - 1] ?? 0) > 5), seconds };
}

/** Our own work between each key and the next, in milliseconds. */
export function workPerKey({ own, keys }: Trace): number[] {
  return keys.map((key, at) => {
    const next = keys[at + 1] ?? Number.POSITIVE_INFINITY;
    return own.reduce((sum, stretch) => sum + (stretch.at >= key && stretch.at < next ? stretch.ms : 0), 0);
  });
}

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
