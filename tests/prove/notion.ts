import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CHROME_BUILD, ROOT } from '../harness/chromium.ts';
import { notionSimulator } from '../simulators/notion/simulator.ts';
import { withRenaming } from '../simulators/renamed-host.ts';
import { type EditsResult, runEdits } from './notion/edits.ts';
import { compareLabels } from './notion/labels.ts';
import { measureNavigation } from './notion/navigation.ts';
import { type ReadingResult, readCase, readingCases } from './notion/reading.ts';
import { readSavedPages } from './notion/saved.ts';
import { keyToFrame, measureTyping, openLargePage } from './notion/typing.ts';
import { measureUnknownLayout, openUnknownLayout } from './notion/unknown-layout.ts';
import { withBrowser } from './notion/with-browser.ts';

const USAGE = `npm run prove:notion -- [--json] [--quick] [--seed N] [--pages DIR]
Shows that Notion is read and marked as it should be, against the simulated editor. --quick runs a tenth of it.
--pages reads every saved page in DIR and prints what was read of each.`;

/** What the proof must show; anything beyond ends it with status 1. */
const LIMITS = { keystrokeMedianMs: 4, keystrokeMaxMs: 16, idlePercent: 1, staleMs: 100 } as const;
const EDITS = { full: 10_000, quick: 1000 } as const;
const KEYS = { full: 1000, quick: 100 } as const;
/** Comparisons of the classifier's labels after edits with those of a fresh read, ten edits each. */
const LABEL_ROUNDS = { full: 20, quick: 1 } as const;
const IDLE_MS = { full: 10_000, quick: 1000 } as const;

/** Keys for the latency with and without the extension; two more pages of 5,000 blocks, so in the full run only. */
const LATENCY_KEYS = 100;

const round = (value: number, digits = 2) => Number(value.toFixed(digits));

/** Runs jobs two at a time: most of their time is waiting for frames. */
async function inParallel<T>(jobs: readonly T[], run: (job: T) => Promise<void>): Promise<void> {
  const queue = [...jobs];
  const worker = async () => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) await run(job);
  };
  await Promise.all([worker(), worker()]);
}

async function prove(quick: boolean, seed: number, say: (line: string) => void) {
  const size = quick ? 'quick' : 'full';
  const reading: ReadingResult = {
    blocks: 0,
    mismatches: 0,
    decoyMarks: 0,
    lockViolations: 0,
    caretMoves: 0,
    examples: [],
  };
  const edits: EditsResult = {
    count: 0,
    mismatches: 0,
    wrongFrames: 0,
    lostFrames: 0,
    frames: 0,
    lockViolations: 0,
    caretMoves: 0,
    decoyMarks: 0,
    examples: [],
  };
  const readAndEdit = () =>
    withBrowser({ simulators: [notionSimulator], extension: null }, async (browser) => {
      await inParallel(readingCases(quick, seed), async (which) => {
        say(`reading: ${which.name}`);
        await readCase(browser, which, reading);
      });
      const rounds = Array.from({ length: quick ? 2 : 10 }, (_, round) => round);
      await inParallel(rounds, async (round) => {
        say(`edits: ${edits.count} of ${EDITS[size]} done`);
        await runEdits(browser, EDITS[size] / rounds.length, round % 2 === 0 ? 'word' : 'passage', seed + round, edits);
      });
    });
  const bareKey = quick
    ? null
    : await withBrowser({ simulators: [notionSimulator], extension: null }, (browser) =>
        keyToFrame(browser, LATENCY_KEYS, seed),
      );
  const { typing, navigation, unknown, leaked } = await withBrowser(
    { simulators: [withRenaming(notionSimulator)] },
    async (browser) => {
      // The large page takes its time to load; meanwhile runs what measures no time.
      const [page, unknownPage, labels] = await Promise.all([
        openLargePage(browser, seed),
        openUnknownLayout(browser),
        compareLabels(browser, LABEL_ROUNDS[size], seed),
        readAndEdit(),
      ]);
      say(`labels after edits: ${labels.mismatches} of ${labels.rounds} comparisons with a fresh read differ`);
      edits.mismatches += labels.mismatches;
      edits.examples.push(...labels.examples);
      say(
        `reading: ${reading.blocks} lines, ${reading.mismatches} mismatches; edits: ${edits.mismatches} mismatches, ${edits.wrongFrames} wrong and ${edits.lostFrames} lost of ${edits.frames} frames`,
      );
      say(`keystrokes: ${KEYS[size]} in 5,000 blocks`);
      const typed = await measureTyping(browser, page, KEYS[size], IDLE_MS[size], seed, say);
      if (bareKey !== null) {
        const key = await keyToFrame(browser, LATENCY_KEYS, seed);
        say(`key to frame in 5,000 blocks: ${round(bareKey, 0)} ms without the extension, ${round(key, 0)} ms with it`);
      }
      say('navigation');
      const moved = await measureNavigation(browser, quick ? 1 : 8, say);
      say('a page whose names have all changed');
      const unknown = await measureUnknownLayout(unknownPage, IDLE_MS[size]);
      return { typing: typed, navigation: moved, unknown, leaked: browser.leaked };
    },
  );
  for (const line of [...reading.examples, ...edits.examples]) say(line);
  say(`frames looked at: ${edits.frames}; longest task after a pause: ${round(typing.longestTaskMs)} ms`);
  say(`page and peek show two mixes: ${navigation.twoMixes ? 'yes' : 'NO'}`);
  if (leaked.length > 0) say(`requests that left: ${leaked.join(' ')}`);
  return {
    figures: {
      reading: {
        blocks: reading.blocks,
        mismatches: reading.mismatches,
        decoyMarks: reading.decoyMarks + edits.decoyMarks,
        lockViolations:
          reading.lockViolations + edits.lockViolations + typing.lockViolations + navigation.lockViolations,
      },
      edits: {
        count: edits.count,
        mismatches: edits.mismatches,
        wrongFrames: edits.wrongFrames,
        lostFrames: edits.lostFrames,
      },
      keystroke: { medianMs: round(typing.medianMs), maxMs: round(typing.maxMs) },
      idle: {
        visibleCpuPercent: round(typing.visibleCpuPercent, 3),
        hiddenCpuPercent: round(typing.hiddenCpuPercent, 3),
        unknownLayoutCpuPercent: round(unknown, 3),
      },
      navigation: { staleMs: navigation.staleMs },
      caretMoves: reading.caretMoves + edits.caretMoves + typing.caretMoves,
    },
    twoMixes: navigation.twoMixes,
    leaked: leaked.length,
  };
}

type Proof = Awaited<ReturnType<typeof prove>>;

function failures({ figures, twoMixes, leaked }: Proof): string[] {
  const { reading, edits, keystroke, idle, navigation, caretMoves } = figures;
  const rules: [boolean, string][] = [
    [reading.mismatches === 0, `${reading.mismatches} lines read otherwise than they are`],
    [reading.decoyMarks === 0, `${reading.decoyMarks} marks outside the document`],
    [reading.lockViolations === 0, `${reading.lockViolations} changes of the editor's DOM`],
    [edits.mismatches === 0, `${edits.mismatches} edits after which reading or marks were wrong`],
    [edits.wrongFrames === 0, `${edits.wrongFrames} frames with a mark on the wrong words`],
    [edits.lostFrames === 0, `${edits.lostFrames} frames in which an unchanged line lost its mark`],
    [keystroke.medianMs < LIMITS.keystrokeMedianMs, `${keystroke.medianMs} ms of work for the median key`],
    [keystroke.maxMs < LIMITS.keystrokeMaxMs, `${keystroke.maxMs} ms of work for the worst key`],
    [idle.visibleCpuPercent < LIMITS.idlePercent, `${idle.visibleCpuPercent} % of a core while idle`],
    [idle.hiddenCpuPercent < 0.1, `${idle.hiddenCpuPercent} % of a core while hidden`],
    [idle.unknownLayoutCpuPercent < LIMITS.idlePercent, `${idle.unknownLayoutCpuPercent} % on a page of unknown names`],
    [navigation.staleMs < LIMITS.staleMs, `${navigation.staleMs} ms of the old page after the new one`],
    [caretMoves === 0, `${caretMoves} caret moves`],
    [twoMixes, 'page and peek do not show two mixes'],
    [leaked === 0, `${leaked} requests left the browser`],
  ];
  return rules.filter(([holds]) => !holds).map(([, text]) => text);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      pages: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (!existsSync(join(CHROME_BUILD, 'manifest.json'))) {
    console.error('Building the extension …');
    const built = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'build', '-b', 'chrome'],
      {
        cwd: ROOT,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    if (built.status !== 0) return 1;
  }
  if (values.pages !== undefined) {
    const pages = await readSavedPages(values.pages);
    if (values.json) console.log(JSON.stringify({ pages }));
    else {
      for (const { page, blocks, read, missed, decoysRead, marks } of pages) {
        console.log(
          `${page}: ${blocks} blocks, ${read} prose leaves read, ${missed} missed, ${decoysRead} decoys read, ${marks} marks`,
        );
      }
    }
    return pages.some((page) => page.missed > 0 || page.decoysRead > 0) ? 1 : 0;
  }
  const started = performance.now();
  const since = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const proof = await prove(values.quick, Number(values.seed), (line) => console.error(`${since()}  ${line}`));
  if (values.json) console.log(JSON.stringify(proof.figures));
  else console.log(JSON.stringify(proof.figures, null, 2));
  console.error(`took ${Math.round((performance.now() - started) / 1000)} s`);
  const failed = failures(proof);
  for (const line of failed) console.error(`FAILED: ${line}`);
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = await main();
