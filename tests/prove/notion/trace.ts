import type { CDPSession, Page } from 'playwright-core';
import * as z from 'zod/mini';

const eventSchema = z.object({
  name: z.string(),
  ts: z.number(),
  pid: z.number(),
  tid: z.number(),
  dur: z.optional(z.number()),
  tdur: z.optional(z.number()),
  args: z.optional(
    z.object({
      data: z.optional(
        z.object({
          url: z.optional(z.string()),
          type: z.optional(z.string()),
          functionName: z.optional(z.string()),
        }),
      ),
    }),
  ),
});
type TraceEvent = z.infer<typeof eventSchema>;

/** A stretch of the extension's own work on the page's main thread, in milliseconds of the trace's clock. */
export interface Work {
  readonly at: number;
  /** Processor time where the browser tells it, else wall time. */
  readonly ms: number;
  /** Script and function that began it, and the time (ms) of garbage collection in it. */
  readonly what: string;
}

/** What a trace says: the extension's work, and when keys went down. */
export interface Trace {
  readonly work: readonly Work[];
  readonly keys: readonly number[];
}

const COLLECTIONS = new Set(['MinorGC', 'MajorGC']);
const TOLD = new Set(['FunctionCall', 'EventDispatch', ...COLLECTIONS]);

/** Records what runs on the page's main thread while `during` runs, and picks out what is the extension's. */
export async function traceExtension(page: Page, during: () => Promise<void>): Promise<Trace> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const raw of value) {
      const event = eventSchema.safeParse(raw);
      if (event.success && TOLD.has(event.data.name)) events.push(event.data);
    }
  });
  await session.send('Tracing.start', { categories: '-*,devtools.timeline', transferMode: 'ReportEvents' });
  await during();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  events.sort((a, b) => a.ts - b.ts);
  const work: Work[] = [];
  let end = 0;
  const describe = (call: TraceEvent) => {
    const { url = '', functionName = '' } = call.args?.data ?? {};
    const collected = events.filter(
      ({ name, ts, pid, tid }) =>
        COLLECTIONS.has(name) &&
        pid === call.pid &&
        tid === call.tid &&
        ts >= call.ts &&
        ts < call.ts + (call.dur ?? 0),
    );
    const gc = collected.reduce((sum, { dur = 0 }) => sum + dur / 1000, 0);
    return `${url.split('/').at(-1)} ${functionName}${gc > 0 ? ` with ${gc.toFixed(1)} ms of garbage collection` : ''}`;
  };
  for (const event of events) {
    const own = event.name === 'FunctionCall' && event.args?.data?.url?.startsWith('chrome-extension://');
    // Calls inside a call are part of it already.
    if (!own || event.dur === undefined || event.ts < end) continue;
    end = event.ts + event.dur;
    work.push({ at: event.ts / 1000, ms: Math.min(event.dur, event.tdur ?? event.dur) / 1000, what: describe(event) });
  }
  const keys = events.filter((event) => event.name === 'EventDispatch' && event.args?.data?.type === 'keydown');
  return { work, keys: keys.map((event) => event.ts / 1000) };
}

/** Total time of pieces of work, in ms. */
export const sum = (work: readonly Work[]): number => work.reduce((total, each) => total + each.ms, 0);

/** Share of a core in percent that the work of a trace took over `ms`. */
export function shareOf({ work }: Trace, ms: number): number {
  return (100 * sum(work)) / ms;
}
