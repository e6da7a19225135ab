import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** Folders that hold the product's sources. */
export const SOURCE_ROOTS = ['lib', 'components', 'entrypoints'];

/** A source file with what it imports: project files by path from the root, packages by name. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;

const slashed = (path: string) => path.split(sep).join('/');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function readSource(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(IMPORT)].map((match) => {
    const target = match[1] ?? match[2] ?? '';
    return target.startsWith('.') ? slashed(relative(ROOT, resolve(dirname(file), target))) : target;
  });
  return { path: slashed(relative(ROOT, file)), text, imports };
}

/** All source files of the product. */
export function readSources(): Source[] {
  return SOURCE_ROOTS.flatMap((folder) => filesBelow(join(ROOT, folder))).map(readSource);
}

/** Where components meet the rest: hooks reach for live data, `page` mounts a page with its words. All else is pure. */
export const CONTAINERS = ['components/hooks', 'components/page'];

/** The room a project path lies in: `lib/text`, `components`, `entrypoints`; the containers are rooms of their own. */
export function room(path: string): string {
  const parts = path.split('/');
  const folder = parts.slice(0, 2).join('/');
  return parts[0] === 'lib' || CONTAINERS.includes(folder) ? folder : (parts[0] ?? '');
}
