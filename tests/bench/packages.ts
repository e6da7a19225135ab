import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Installs the packages that only the benchmark needs, once. @throws Error when the registry cannot be reached. */
export function ensureBenchPackages(say: (line: string) => void): void {
  const cwd = join(import.meta.dirname, 'peers');
  if (existsSync(join(cwd, 'node_modules', '.package-lock.json'))) return;
  say('Installing the checkers to compare with …');
  const done = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) throw new Error('The packages of tests/bench/peers could not be installed.');
}
