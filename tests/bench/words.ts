import { spawn } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { ENTRIES, type Entry } from './entries.ts';
import { type BundleSize, bundleSize } from './sizes.ts';

const measuredSchema = z.object({
  name: z.string(),
  coldMs: z.number(),
  pass: z.record(z.string(), z.array(z.number())),
  edit: z.record(z.string(), z.object({ medianMs: z.number(), p95Ms: z.number() })),
  peakMb: z.number(),
});
/**
 * Figures of one entry: milliseconds of every whole pass by number of words, of edits, its process' peak memory, and its bundle (null
 * where there is none, and in a quick run).
 */
export type Measured = z.infer<typeof measuredSchema> & { readonly bundle: BundleSize | null };

export interface WordsPlan {
  readonly sizes: readonly number[];
  /** Passes of one size that every entry makes, whatever they take. */
  readonly leastPasses: number;
  readonly passes: number;
  readonly edits: number;
  /** Seconds that the passes of one size may take for one entry. */
  readonly secondsPerSize: number;
  readonly slowToo: boolean;
  /** Whether to bundle every entry, to tell its size. */
  readonly bundles: boolean;
}

/** Measures every entry of the plan, each in a fresh process. An entry that fails is told and left out. */
export async function measureWords(plan: WordsPlan, say: (line: string) => void): Promise<Measured[]> {
  const results: Measured[] = [];
  for (const entry of ENTRIES.filter((candidate) => plan.slowToo || !candidate.slow)) {
    const sizes = plan.sizes.filter((words) => words <= entry.mostWords);
    say(`${entry.name}: ${sizes.map((words) => words.toLocaleString('en')).join(', ')} words …`);
    const measured = await inOwnProcess(entry, sizes, plan);
    if (typeof measured === 'string') say(`${entry.name} could not be measured: ${measured}`);
    else results.push({ ...measured, bundle: plan.bundles ? await bundleSize(entry.name, say) : null });
  }
  return results;
}

function inOwnProcess(
  entry: Entry,
  sizes: readonly number[],
  plan: WordsPlan,
): Promise<z.infer<typeof measuredSchema> | string> {
  const script = join(import.meta.dirname, 'measure.ts');
  const args = [
    script,
    entry.name,
    sizes.join(','),
    String(plan.leastPasses),
    String(plan.passes),
    String(plan.edits),
    String(plan.secondsPerSize),
  ];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code) => {
      const last = out.trim().split('\n').at(-1) ?? '';
      if (code !== 0) return resolve(errors.trim().split('\n').slice(0, 6).join(' | ') || `exit ${code}`);
      resolve(measuredSchema.parse(JSON.parse(last)));
    });
  });
}
