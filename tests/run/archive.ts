import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** Files by their path in an archive, with slashes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** The first moment that a zip can name. Archives hold no other, so that equal files make equal bytes. */
const FIXED_TIME = new Date(1980, 0, 1);

/** Packs files: in order of their paths, with one fixed time, by a compressor of plain JavaScript. Equal files, equal bytes. */
export function packFiles(files: Files): Uint8Array {
  const entries: Zippable = {};
  for (const path of [...files.keys()].sort()) entries[path] = files.get(path) ?? new Uint8Array();
  return zipSync(entries, { level: 9, mtime: FIXED_TIME });
}

/**
 * Reads all files below a folder.
 * @param leavesOut tells by name, and path from the folder, which files and folders are not wanted.
 */
export function readFiles(folder: string, leavesOut: (name: string, path: string) => boolean = () => false): Files {
  const files = new Map<string, Uint8Array>();
  const visit = (path: string) => {
    for (const name of readdirSync(join(folder, path)).sort()) {
      const inside = path === '' ? name : `${path}/${name}`;
      if (leavesOut(name, inside)) continue;
      const kind = lstatSync(join(folder, inside));
      if (kind.isDirectory()) visit(inside);
      else if (kind.isFile()) files.set(inside, new Uint8Array(readFileSync(join(folder, inside))));
    }
  };
  visit('');
  return files;
}

/** What `.gitignore` names, and git's own folder: neither belongs to the sources. Knows names, `/name`, `name/` and `*.end`. */
export function ignoredBy(gitignore: string): (name: string, path: string) => boolean {
  const patterns = gitignore.split('\n').map((line) => line.trim());
  const named = new Set(['.git']);
  const rooted = new Set<string>();
  const endings: string[] = [];
  for (const pattern of patterns) {
    if (pattern === '' || pattern.startsWith('#')) continue;
    const bare = pattern.replace(/\/$/, '');
    if (bare.startsWith('*.')) endings.push(bare.slice(1));
    else if (bare.startsWith('/')) rooted.add(bare.slice(1));
    else if (/[*?[!]/.test(bare))
      throw new Error(`The sources archive cannot follow ".gitignore" where it says ${pattern}`);
    else named.add(bare);
  }
  return (name, path) => named.has(name) || rooted.has(path) || endings.some((ending) => name.endsWith(ending));
}

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
