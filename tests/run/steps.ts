import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** What one step of the check counted. */
export interface StepResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
}

const windows = process.platform === 'win32';
const root = join(import.meta.dirname, '..', '..');

/** Runs a program of the project in the project's folder and shows its output. @returns its exit code. */
export function runProgram(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', shell: windows });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** A step that passes or fails as a whole, counted as one. */
export async function wholeStep(name: string, program: string, args: readonly string[]): Promise<StepResult> {
  const begun = performance.now();
  const code = await runProgram(program, args);
  const seconds = (performance.now() - begun) / 1000;
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, seconds };
}

const vitestSummary = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
});

/**
 * The vitest projects whose names fit `project`, which may hold a `*`, their tests counted from vitest's own report. No test
 * run, a bad end without a failed test, or no report counts as one failure: silence must not look like success.
 */
export async function vitestStep(name: string, project: string): Promise<StepResult> {
  const begun = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'stagemark-test-'));
  const file = join(folder, 'report.json');
  try {
    const code = await runProgram('vitest', [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]);
    const seconds = (performance.now() - begun) / 1000;
    const summary = readSummary(file);
    if (summary === null) return { name, passed: 0, failed: 1, skipped: 0, seconds };
    const hidden = code !== 0 && summary.numFailedTests === 0;
    const empty = summary.numPassedTests + summary.numFailedTests === 0;
    return {
      name,
      passed: summary.numPassedTests,
      failed: summary.numFailedTests + (hidden || empty ? 1 : 0),
      skipped: summary.numPendingTests + summary.numTodoTests,
      seconds,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readSummary(file: string): z.infer<typeof vitestSummary> | null {
  try {
    return vitestSummary.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`The test report could not be read: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
