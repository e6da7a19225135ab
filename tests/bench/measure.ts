import { ENTRIES } from './entries.ts';
import { median, quantile } from './stats.ts';
import { benchParagraphs } from './text.ts';

/**
 * Measures one entry in this process (the bench starts one per entry, so that nobody warms another's code) and prints one
 * JSON line. Arguments: entry name, comma-separated sizes in words, passes per size that are made whatever they take, passes per size
 * that are aimed at, edits per size, seconds that the passes of one size may take together.
 */
/** Passes go on for so many milliseconds, beyond their number, so that the median is one of compiled code for fast and slow readers alike. */
const WARM_MS = 500;
/** Edits before the first that counts. */
const WARM_EDITS = 10;
/** Edits of one size may take this share of what its passes may. */
const EDIT_SHARE = 0.4;

const [name, sizesText, leastText, passesText, editsText, secondsText] = process.argv.slice(2);
const entry = ENTRIES.find((candidate) => candidate.name === name);
if (entry === undefined) throw new RangeError(`No entry is called ${name}`);
const sizes = (sizesText ?? '').split(',').map(Number);
const least = Number(leastText);
const passes = Number(passesText);
const edits = Number(editsText);
const budgetMs = Number(secondsText) * 1_000;

const begun = performance.now();
const reader = await entry.load();
await reader.pass(['We begin with a line.', 'Then there is another one.']);
const coldMs = performance.now() - begun;

const pass: Record<string, readonly number[]> = {};
const edit: Record<string, { medianMs: number; p95Ms: number }> = {};
for (const words of sizes) {
  const paragraphs = benchParagraphs(words);
  const times: number[] = [];
  const budgetEnd = performance.now() + budgetMs;
  const warmEnd = performance.now() + WARM_MS;
  const goesOn = (run: number) =>
    run < least || (performance.now() < budgetEnd && (run < passes || performance.now() < warmEnd));
  for (let run = 0; goesOn(run); run++) {
    const start = performance.now();
    await reader.pass(paragraphs);
    times.push(performance.now() - start);
  }
  pass[words] = times;
  if (reader.edit !== null && edits > 0) {
    const editTimes: number[] = [];
    const edited = [...paragraphs];
    const editEnd = performance.now() + budgetMs * EDIT_SHARE;
    for (let run = -WARM_EDITS; run < edits && performance.now() < editEnd; run++) {
      const index = Math.abs(run * 7919) % edited.length;
      edited[index] = `${paragraphs[index]} Then step ${run} follows.`;
      const start = performance.now();
      await reader.edit(edited, index);
      if (run >= 0) editTimes.push(performance.now() - start);
    }
    if (editTimes.length > 0) edit[words] = { medianMs: median(editTimes), p95Ms: quantile(editTimes, 0.95) };
  }
}
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ name, coldMs, pass, edit, peakMb }));
