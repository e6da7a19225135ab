import { type Browser, CHROME_BUILD, launchChromium } from '../harness/chromium.ts';
import { createGoogleDocsSimulator } from '../simulators/google-docs/simulator.ts';
import { notionSimulator, pageUrl } from '../simulators/notion/simulator.ts';
import { renamedUrl, withRenaming } from '../simulators/renamed-host.ts';
import { evaluationTime, type Observed, observe, type Visit, wakeTime } from './page-probe.ts';
import { median, quantile } from './stats.ts';

/** A figure of the same page with the extension and without it. */
export interface Pair {
  readonly with: number;
  readonly without: number;
}

/** What the extension costs a page of one host, by the same page without it. */
export interface PageFigures {
  /** 99th percentile of key to next paint, with the extension less without it, in ms. */
  readonly keyToPaintP99AddedMs: number;
  readonly keyToPaintMedianMs: Pair;
  readonly keyToPaintP99Ms: Pair;
  readonly keys: number;
  /** Tasks over 50 ms after load that came with the extension and not without it. */
  readonly longTasks: number;
  /** Main-thread time of a visible, untouched tab, with the extension less without it, in percent of one core. */
  readonly idleCpuPercent: number;
  /** JavaScript heap of the tab after garbage collection, with the extension less without it. */
  readonly memoryMb: number;
  readonly loadMs: Pair;
  /** Time to evaluate every script that the page gets, the review that comes later among them; median of several loads. */
  readonly evaluationMs: number;
  /** The same page at 10 pages; null in a quick run. */
  readonly small: { readonly memoryMb: number; readonly loadMs: Pair } | null;
  /** The same page after its host changed all its names: it cannot be read and should cost nothing; null in a quick run. */
  readonly renamed: {
    readonly keyToPaintMedianMs: Pair;
    readonly idleCpuPercent: number;
    readonly memoryMb: number;
  } | null;
}

type View = 'large' | 'small' | 'renamed';
type Kind = 'with' | 'without';

const HOSTS = ['docs', 'notion'] as const;
type Host = (typeof HOSTS)[number];

/** The simulated documents: 200 pages are 5,000 blocks. */
const LARGE: Readonly<Record<Host, string>> = {
  docs: 'https://docs.google.com/document/d/bench/edit?doc=generated&pages=200',
  notion: pageUrl('spec', 'so', { size: 5_000 }),
};
const ADDRESSES: Readonly<Record<View, Readonly<Record<Host, string>>>> = {
  large: LARGE,
  small: {
    docs: 'https://docs.google.com/document/d/bench/edit?doc=generated&pages=10',
    notion: pageUrl('spec', 'so', { size: 250 }),
  },
  renamed: { docs: renamedUrl(LARGE.docs), notion: renamedUrl(LARGE.notion) },
};

interface Plan {
  readonly views: readonly View[];
  /** With and without the extension take turns this often. */
  readonly rounds: number;
  readonly keys: number;
  readonly loads: number;
  readonly settleMs: number;
  readonly idleMs: number;
  readonly evaluatedLoads: number;
  readonly wakes: number;
}

const QUICK: Plan = {
  views: ['large'],
  rounds: 1,
  keys: 24,
  loads: 2,
  settleMs: 6_000,
  idleMs: 800,
  evaluatedLoads: 1,
  wakes: 2,
};
const FULL: Plan = {
  views: ['large', 'small', 'renamed'],
  rounds: 2,
  keys: 200,
  loads: 6,
  settleMs: 15_000,
  idleMs: 4_000,
  evaluatedLoads: 3,
  wakes: 9,
};

/** Everything that was observed, by host and view, with the extension and without it; a round after the other. */
class Observations {
  private readonly seen = new Map<string, Observed[]>();

  add(host: Host, view: View, kind: Kind, observed: Observed): void {
    const key = `${host} ${view} ${kind}`;
    this.seen.set(key, [...(this.seen.get(key) ?? []), observed]);
  }

  of(host: Host, view: View, kind: Kind): readonly Observed[] {
    return this.seen.get(`${host} ${view} ${kind}`) ?? [];
  }

  /** Median over the rounds of one figure. */
  pair(host: Host, view: View, figure: (observed: Observed) => number): Pair {
    const middle = (kind: Kind) => median(this.of(host, view, kind).map(figure));
    return { with: middle('with'), without: middle('without') };
  }

  /** A share of all keys of all rounds. */
  keys(host: Host, view: View, share: number): Pair {
    const at = (kind: Kind) =>
      quantile(
        this.of(host, view, kind).flatMap(({ keyToPaint }) => keyToPaint),
        share,
      );
    return { with: at('with'), without: at('without') };
  }
}

function added(pair: Pair): number {
  return pair.with - pair.without;
}

function figuresOf(seen: Observations, host: Host, evaluationMs: number, full: boolean): PageFigures {
  const worst = seen.keys(host, 'large', 0.99);
  const long = (kind: Kind) => seen.of(host, 'large', kind).reduce((sum, { longTasks }) => sum + longTasks, 0);
  return {
    keyToPaintP99AddedMs: added(worst),
    keyToPaintMedianMs: seen.keys(host, 'large', 0.5),
    keyToPaintP99Ms: worst,
    keys: seen.of(host, 'large', 'with').reduce((sum, { keyToPaint }) => sum + keyToPaint.length, 0),
    longTasks: Math.max(0, long('with') - long('without')),
    idleCpuPercent: added(seen.pair(host, 'large', ({ idlePercent }) => idlePercent)),
    memoryMb: added(seen.pair(host, 'large', ({ heapMb }) => heapMb)),
    loadMs: seen.pair(host, 'large', ({ loadMs }) => loadMs),
    evaluationMs,
    small: full
      ? {
          memoryMb: added(seen.pair(host, 'small', ({ heapMb }) => heapMb)),
          loadMs: seen.pair(host, 'small', ({ loadMs }) => loadMs),
        }
      : null,
    renamed: full
      ? {
          keyToPaintMedianMs: seen.keys(host, 'renamed', 0.5),
          idleCpuPercent: added(seen.pair(host, 'renamed', ({ idlePercent }) => idlePercent)),
          memoryMb: added(seen.pair(host, 'renamed', ({ heapMb }) => heapMb)),
        }
      : null,
  };
}

function visitOf(plan: Plan, host: Host, view: View): Visit {
  const keys = view === 'large' ? plan.keys : view === 'renamed' ? Math.ceil(plan.keys / 4) : 0;
  return {
    host,
    address: ADDRESSES[view][host],
    settleMs: plan.settleMs,
    idleMs: keys > 0 ? plan.idleMs : 0,
    keys,
    loads: plan.loads,
    readable: view !== 'renamed',
  };
}

/** Measures both simulated hosts at 200 pages (5,000 blocks) with the extension and without it; in a full run more views. */
export async function measurePages(
  options: { quick: boolean },
  say: (line: string) => void,
): Promise<{ page: Record<string, PageFigures>; wakeMs: number }> {
  const plan = options.quick ? QUICK : FULL;
  const seen = new Observations();
  const evaluation: Partial<Record<Host, number>> = {};
  let wakeMs = 0;
  const visitAll = async (browser: Browser, kind: Kind, round: number): Promise<void> => {
    for (const host of HOSTS)
      for (const view of round === 0 ? plan.views : (['large'] as const)) {
        say(
          `${host}, ${view === 'small' ? '10 pages' : '200 pages'}${view === 'renamed' ? ', all names changed' : ''}, ${kind} the extension …`,
        );
        seen.add(host, view, kind, await observe(browser, visitOf(plan, host, view)));
      }
  };
  for (let round = 0; round < plan.rounds; round++)
    for (const kind of ['without', 'with'] as const) {
      const browser = await launchChromium({
        simulators: [withRenaming(createGoogleDocsSimulator()), withRenaming(notionSimulator)],
        extension: kind === 'with' ? CHROME_BUILD : null,
      });
      try {
        await visitAll(browser, kind, round);
        if (kind === 'without' || round > 0) continue;
        for (const host of HOSTS) evaluation[host] = await evaluationTime(browser, LARGE[host], plan.evaluatedLoads);
        say('Waking the stopped background …');
        wakeMs = await wakeTime(browser, plan.wakes);
      } finally {
        await browser.close();
      }
    }
  const page = Object.fromEntries(
    HOSTS.map((host) => [host, figuresOf(seen, host, evaluation[host] ?? 0, !options.quick)]),
  );
  return { page, wakeMs };
}
