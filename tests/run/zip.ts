import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { type Files, ignoredBy, packFiles, readFiles, sha256 } from './archive.ts';
import { projectVersion } from './packages.ts';
import { sbom } from './sbom.ts';
import { runProgram } from './steps.ts';

/**
 * `npm run zip`: builds for each browser and packs what the stores take, and the sources from which the same bytes can be
 * built again (`npm run prove:zip` does it). Prints the hash of each archive.
 */
const ROOT = join(import.meta.dirname, '..', '..');
const OUTPUT = join(ROOT, '.output');
const BROWSERS = ['chrome', 'edge', 'firefox'] as const;
/** Where the bill of materials lies in the sources; it is made anew each time and not kept. */
const SBOM_PATH = 'sbom.cdx.json';

/** The project's sources: all that git would keep, and the bill of materials. */
function sources(): Files {
  const leavesOut = ignoredBy(readFileSync(join(ROOT, '.gitignore'), 'utf8'));
  const files = new Map(readFiles(ROOT, (name, path) => leavesOut(name, path) || path === SBOM_PATH));
  return files.set(SBOM_PATH, strToU8(sbom()));
}

async function build(browser: string): Promise<Files> {
  const code = await runProgram('wxt', ['build', '-b', browser]);
  if (code !== 0) throw new Error(`The extension could not be built for ${browser}: see the lines above.`);
  return readFiles(join(OUTPUT, `${browser}-mv3`));
}

try {
  const archives = new Map<string, Uint8Array>();
  const version = projectVersion();
  for (const browser of BROWSERS) archives.set(`stagemark-${version}-${browser}.zip`, packFiles(await build(browser)));
  archives.set(`stagemark-${version}-sources.zip`, packFiles(sources()));
  mkdirSync(OUTPUT, { recursive: true });
  for (const [name, bytes] of archives) {
    writeFileSync(join(OUTPUT, name), bytes);
    console.log(`${sha256(bytes)}  ${name}  ${(bytes.length / 1000).toFixed(0)} kB`);
  }
  console.log(`The archives are in ${OUTPUT}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
