import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CHROME_BUILD, ROOT } from '../harness/chromium.ts';
import type { Say, Scale } from './docs-open.ts';
import { proveEdits } from './docs-part-edits.ts';
import { proveExtension } from './docs-part-extension.ts';
import { provePlacement } from './docs-part-placement.ts';

/** `npm run prove:docs`: shows how Google Docs is read and marked, on the simulator. `--json`, `--quick`, `--seed N`. */
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const json = args.includes('--json');
  const seedAt = args.indexOf('--seed');
  const scale: Scale = { quick: args.includes('--quick'), seed: seedAt < 0 ? 1 : Number(args[seedAt + 1]) };
  const began = performance.now();
  const say: Say = (line) => console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);
  if (!existsSync(join(CHROME_BUILD, 'manifest.json'))) {
    say('Building the extension …');
    spawnSync('npx', ['wxt', 'build', '-b', 'chrome'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const placement = await provePlacement(scale, say);
  const edits = await proveEdits(scale, say);
  const extension = await proveExtension(scale, say);
  const figures = {
    placement: placement.figures,
    edits: edits.figures,
    keystroke: extension.keystroke,
    firstMarksMs: extension.firstMarksMs,
    idle: extension.idle,
    setSelectionCalls: placement.setSelectionCalls + edits.setSelectionCalls + extension.setSelectionCalls,
    leftoverNodes: placement.leftoverNodes + edits.leftoverNodes,
  };
  if (json) console.log(JSON.stringify(figures));
  else print(figures, [...placement.notes, ...edits.notes, ...extension.notes]);
}

function print(figures: Record<string, unknown>, notes: readonly string[]): void {
  for (const [name, value] of Object.entries(figures)) {
    if (typeof value !== 'object' || value === null) console.log(`${name}: ${value}`);
    else for (const [part, figure] of Object.entries(value)) console.log(`${name}.${part}: ${figure}`);
  }
  for (const note of notes) console.log(`  ${note}`);
}

await main();
