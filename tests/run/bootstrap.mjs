// Runs on whatever Node is there (20 or newer): installs the locked dependencies where they are missing or old, then hands
// over to the Node that came with them. Plain JavaScript, because an older Node cannot run TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [target, ...rest] = process.argv.slice(2);
const windows = process.platform === 'win32';

/** The lock file's hash, kept beside the installed packages, tells whether they are the locked ones. */
function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function install() {
  const stamp = join(root, 'node_modules', '.stagemark-lock');
  const hash = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.error('Installing the locked packages (about half a minute) …');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: windows,
  });
  if (done.status !== 0) {
    console.error('The packages could not be installed: see the lines above. Is the npm registry reachable?');
    process.exit(done.status ?? 1);
  }
  writeFileSync(stamp, hash);
}

/** The Node that the lock file brings for this platform, or the running one where it brings none and is new enough. */
function runtime() {
  const local = join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node');
  if (existsSync(local)) return local;
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  console.error(
    `No Node 22 comes with the packages for ${process.platform} ${process.arch}; run this with Node 22 or newer.`,
  );
  process.exit(1);
}

if (target === undefined) throw new Error('bootstrap.mjs needs the script to run');
install();
const bin = join(root, 'node_modules', '.bin');
const child = spawn(runtime(), ['--disable-warning=ExperimentalWarning', join(root, target), ...rest], {
  stdio: 'inherit',
  shell: windows,
  env: { ...process.env, PATH: `${bin}${windows ? ';' : ':'}${process.env.PATH ?? ''}` },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
