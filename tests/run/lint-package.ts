import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

/**
 * `npm run lint:package`: Mozilla's check (`web-ext lint`) of the built Firefox package. Errors fail it, and so do warnings
 * that are not explained below.
 */
const ROOT = join(import.meta.dirname, '..', '..');
const TOOL = join(ROOT, 'tests', 'zip', 'lint');
const BUILD = join(ROOT, '.output', 'firefox-mv3');

/** Warnings that stay, by code, with the reason. */
const EXPLAINED: Readonly<Record<string, string>> = {
  KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION:
    'The statement that no data is collected, which Firefox for Android knows from 142 on. Stagemark is not offered there.',
  UNSAFE_VAR_ASSIGNMENT:
    'The way of Preact for markup in a component, and that of ProseMirror for pasted markup, which it parses in a document that is never shown. No component uses the first: tests/attacks/markup.test.ts.',
};

const reportSchema = z.object({
  errors: z.array(z.object({ code: z.string(), message: z.string(), file: z.optional(z.string()) })),
  warnings: z.array(z.object({ code: z.string(), message: z.string(), file: z.optional(z.string()) })),
});

function install(): void {
  if (existsSync(join(TOOL, 'node_modules', '.package-lock.json'))) return;
  console.log('Installing web-ext (about 90 MB) …');
  const done = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: TOOL,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) throw new Error('web-ext could not be installed.');
}

function lint(): z.infer<typeof reportSchema> {
  const program = join(TOOL, 'node_modules', '.bin', 'web-ext');
  const done = spawnSync(program, ['lint', '--source-dir', BUILD, '--output', 'json', '--no-config-discovery'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  });
  return reportSchema.parse(JSON.parse(done.stdout.slice(done.stdout.indexOf('{'))));
}

try {
  if (!existsSync(join(BUILD, 'manifest.json'))) throw new Error('Build first: npm run build.');
  install();
  const { errors, warnings } = lint();
  const unexplained = warnings.filter(({ code }) => !(code in EXPLAINED));
  for (const { code, message, file } of [...errors, ...unexplained])
    console.log(`${code} in ${file ?? '-'}: ${message}`);
  const explained = warnings.length - unexplained.length;
  console.log(`${errors.length} errors, ${unexplained.length} warnings, ${explained} explained warnings`);
  for (const code of new Set(warnings.map((each) => each.code))) {
    if (EXPLAINED[code] !== undefined) console.log(`  ${code}: ${EXPLAINED[code]}`);
  }
  process.exitCode = errors.length + unexplained.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
