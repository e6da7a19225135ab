import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CHROME_BUILD, ROOT } from '../harness/chromium.ts';
import type { Say, Scale } from './docs-open.ts';
import { proveEdits } from './docs-part-edits.ts';
import { proveExtension } from './docs-part-extension.ts';
import { provePlacementInFirefox } from './docs-part-firefox.ts';
import { proveMemory } from './docs-part-memory.ts';
import { provePlacement } from './docs-part-placement.ts';

const PARTS = ['placement', 'edits', 'extension', 'memory', 'firefox'] as const;
type Part = (typeof PARTS)[number];
/** Parts that a quick run leaves out: memory, which says little in a few minutes of typing, and a second browser. */
const NOT_QUICK: readonly Part[] = ['memory', 'firefox'];

/**
 * `npm run prove:docs`: shows how Google Docs is read and marked, on the simulator. `--json`, `--quick`, `--seed N`, and
 * `--part placement|edits|extension|memory|firefox` (several times) for less than all of it.
 */
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const json = args.includes('--json');
  const seedAt = args.indexOf('--seed');
  const scale: Scale = { quick: args.includes('--quick'), seed: seedAt < 0 ? 1 : Number(args[seedAt + 1]) };
  const wanted = partsOf(args, scale.quick);
  const began = performance.now();
  const say: Say = (line) => console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);
  if (!existsSync(join(CHROME_BUILD, 'manifest.json')) && wanted.has('extension')) {
    say('Building the extension …');
    spawnSync('npx', ['wxt', 'build', '-b', 'chrome'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const placement = wanted.has('placement') ? await provePlacement(scale, say) : null;
  const edits = wanted.has('edits') ? await proveEdits(scale, say) : null;
  const extension = wanted.has('extension') ? await proveExtension(scale, say) : null;
  const memory = wanted.has('memory') ? await proveMemory(scale, say) : null;
  const firefox = wanted.has('firefox') ? await provePlacementInFirefox(scale, say) : null;
  const parts = [placement, edits, extension, memory].filter((part) => part !== null);
  const figures = {
    ...(placement && { placement: placement.figures }),
    ...(firefox && { placementInFirefox: firefox.figures }),
    ...(edits && { edits: edits.figures }),
    ...(extension && {
      keystroke: extension.keystroke,
      firstMarksMs: extension.firstMarksMs,
      idle: extension.idle,
    }),
    setSelectionCalls: parts.reduce((sum, part) => sum + part.setSelectionCalls, 0),
    leftoverNodes: parts.reduce((sum, part) => sum + part.leftoverNodes, 0),
  };
  const notes = [...parts, firefox].flatMap((part) => part?.notes ?? []);
  if (!json) print(figures);
  for (const note of notes) (json ? console.error : console.log)(`  ${note}`);
  if (json) console.log(JSON.stringify(figures));
}

/**
 * The parts that are named, else all that such a run has.
 * @throws Error where a part is named that is none.
 */
function partsOf(args: readonly string[], quick: boolean): ReadonlySet<Part> {
  const named = args.flatMap((arg, at) => (arg === '--part' ? (args[at + 1] ?? '') : []));
  const unknown = named.find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}"; there are ${PARTS.join(', ')}.`);
  return new Set(
    PARTS.filter((part) => (named.length === 0 ? !(quick && NOT_QUICK.includes(part)) : named.includes(part))),
  );
}

function print(figures: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(figures)) {
    if (typeof value !== 'object' || value === null) console.log(`${name}: ${value}`);
    else for (const [part, figure] of Object.entries(value)) console.log(`${name}.${part}: ${figure}`);
  }
}

await main();
