import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { sha256 } from './archive.ts';
import { projectVersion } from './packages.ts';

/**
 * `npm run prove:zip`: unpacks the sources archive in an empty folder, installs and packs there, and compares every archive
 * byte by byte with those of `npm run zip`, which must have run before. Takes some minutes.
 */
const OUTPUT = join(import.meta.dirname, '..', '..', '.output');

function run(program: string, args: readonly string[], cwd: string): void {
  const done = spawnSync(program, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) throw new Error(`"${program} ${args.join(' ')}" failed in ${cwd}.`);
}

function unpack(archive: string, folder: string): void {
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

const isArchive = (name: string) => name.startsWith(`stagemark-${projectVersion()}-`) && name.endsWith('.zip');

const folder = mkdtempSync(join(tmpdir(), 'stagemark-sources-'));
try {
  const archives = existsSync(OUTPUT) ? readdirSync(OUTPUT).filter(isArchive).sort() : [];
  if (archives.length < 4) throw new Error('There are no archives to compare with: run npm run zip first.');
  console.log(`Unpacking the sources in ${folder}`);
  unpack(join(OUTPUT, `stagemark-${projectVersion()}-sources.zip`), folder);
  run('npm', ['ci', '--prefer-offline', '--loglevel=error'], folder);
  run('npm', ['run', '--silent', 'zip'], folder);
  let different = 0;
  for (const name of archives) {
    const [here, there] = [join(OUTPUT, name), join(folder, '.output', name)].map((path) => sha256(readFileSync(path)));
    const same = here === there;
    if (!same) different++;
    console.log(`${same ? 'same     ' : 'DIFFERENT'} ${here} ${name}`);
  }
  if (different > 0) throw new Error(`${different} of ${archives.length} archives are not the same.`);
  console.log(`All ${archives.length} archives were built again from the sources, byte by byte.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
