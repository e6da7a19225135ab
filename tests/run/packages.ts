import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const ROOT = join(import.meta.dirname, '..', '..');

/** A package that ships with the extension: the project depends on it, or a shipped package does. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression, as the lock file has it. */
  readonly license: string;
  /** Where it lies, from the project's folder. */
  readonly folder: string;
  /** Subresource integrity of the package's archive, as the lock file has it; empty where it has none. */
  readonly integrity: string;
}

const entrySchema = z.object({
  version: z.optional(z.string()),
  license: z.optional(z.string()),
  integrity: z.optional(z.string()),
  dependencies: z.optional(z.record(z.string(), z.string())),
});
const lockSchema = z.object({ packages: z.record(z.string(), entrySchema) });

/** Licences under which code and fonts may ship in a package of the MIT licence. */
export const ALLOWED_LICENSES = [
  'MIT',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'Apache-2.0',
  '0BSD',
  'OFL-1.1',
] as const;

/** The version in `package.json`. */
export function projectVersion(): string {
  const file: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(file).version;
}

/** All shipped packages by name. Reads the lock file; what only builds and tests use is not among them. */
export function shippedPackages(): ShippedPackage[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
  const found = new Map<string, ShippedPackage>();
  const visit = (folder: string) => {
    for (const name of Object.keys(packages[folder]?.dependencies ?? {})) {
      const at = resolve(packages, name, folder);
      const entry = packages[at];
      if (found.has(at) || entry === undefined) continue;
      const { version = '', license = 'unknown', integrity = '' } = entry;
      found.set(at, { name, version, license, integrity, folder: at });
      visit(at);
    }
  };
  visit('');
  return [...found.values()].sort(
    (a, b) => a.name.localeCompare(b.name, 'en') || a.folder.localeCompare(b.folder, 'en'),
  );
}

/** The folder in which Node finds a package from another's folder: its own `node_modules`, or the nearest above. */
function resolve(packages: Readonly<Record<string, unknown>>, name: string, from: string): string {
  for (let base = from; base !== ''; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    const nested = `${base}/node_modules/${name}`;
    if (nested in packages) return nested;
  }
  return `node_modules/${name}`;
}

const LICENSE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** The licence texts that a package brings, joined; empty where it brings none. */
export function licenseText({ folder }: ShippedPackage): string {
  const path = join(ROOT, folder);
  if (!existsSync(path)) throw new Error(`${folder} is not installed: run npm ci.`);
  return readdirSync(path)
    .filter((name) => LICENSE_FILE.test(name))
    .sort()
    .map((name) => readFileSync(join(path, name), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n');
}

/** The notices that the licences of shipped packages ask for; the build puts them beside the manifest. */
export function thirdPartyNotices(): string {
  const parts = shippedPackages().map((shipped) => {
    const text = licenseText(shipped);
    const head = `${shipped.name} ${shipped.version} (${shipped.license})`;
    return `${head}\n${'-'.repeat(head.length)}\n\n${text === '' ? `Licensed under ${shipped.license}.` : text}\n`;
  });
  return `Stagemark contains the following packages.\n\n${parts.join('\n\n')}`;
}
