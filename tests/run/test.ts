import { ensureBrowser, ensureFirefox } from './browser.ts';
import { type StepResult, vitestStep, wholeStep } from './steps.ts';

/**
 * `npm test`: everything that must hold, in the order in which a mistake is cheapest to find. Goes on after a failed step,
 * so that one run tells all; ends with one line that counts every test.
 */
const steps: readonly { readonly title: string; run(): Promise<StepResult> }[] = [
  { title: 'Lint and format', run: () => wholeStep('lint', 'biome', ['check', '--error-on-warnings', '.']) },
  { title: 'Prepare types', run: () => wholeStep('prepare', 'wxt', ['prepare']) },
  { title: 'Types', run: () => wholeStep('types', 'tsc', ['--noEmit']) },
  { title: 'Unit tests', run: () => vitestStep('unit', 'unit') },
  { title: 'Build for Chrome', run: () => wholeStep('build chrome', 'wxt', ['build', '-b', 'chrome']) },
  { title: 'Build for Firefox', run: () => wholeStep('build firefox', 'wxt', ['build', '-b', 'firefox']) },
  { title: 'Bundle tests', run: () => vitestStep('bundle', 'bundle') },
  { title: 'DOM tests in Chromium', run: () => vitestStep('dom', 'dom') },
  { title: 'End-to-end tests of the built extension', run: () => vitestStep('e2e', 'e2e*') },
];

try {
  ensureBrowser((line) => console.log(line));
  ensureFirefox((line) => console.log(line));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const results: StepResult[] = [];
for (const [index, step] of steps.entries()) {
  console.log(`\n[${index + 1}/${steps.length}] ${step.title}`);
  results.push(await step.run());
}

console.log('');
for (const { name, passed, failed, skipped, seconds } of results) {
  const rest = skipped > 0 ? `, ${skipped} skipped` : '';
  console.log(`${name.padEnd(14)} ${passed} passed, ${failed} failed${rest} (${seconds.toFixed(1)} s)`);
}
const total = (count: (result: StepResult) => number) => results.reduce((sum, result) => sum + count(result), 0);
const [passed, failed, skipped] = [total((r) => r.passed), total((r) => r.failed), total((r) => r.skipped)];
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
