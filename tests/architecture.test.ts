import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const SOURCE_ROOTS = ['lib', 'components', 'entrypoints'];

/** A source file with what it imports: project files by path from the root, packages by name. */
interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;

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

const slashed = (path: string) => path.split(sep).join('/');
const SOURCES = SOURCE_ROOTS.flatMap((folder) => filesBelow(join(ROOT, folder))).map(readSource);

/** Where components meet the rest: hooks reach for live data, `page` mounts a page with its words. All else is pure. */
const CONTAINERS = ['components/hooks', 'components/page'];

/** The room a project path lies in: `lib/text`, `components`, `entrypoints`; the containers are rooms of their own. */
function room(path: string): string {
  const parts = path.split('/');
  const folder = parts.slice(0, 2).join('/');
  return parts[0] === 'lib' || CONTAINERS.includes(folder) ? folder : (parts[0] ?? '');
}

/**
 * What each room may import besides itself. Imports point one way: model <- text, classifier, review, hosts, marks <- page,
 * background <- entrypoints. A room that is not named here is a mistake.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'lib/model': [],
  'lib/text': ['lib/model'],
  'lib/classifier': ['lib/model', 'lib/text'],
  'lib/review': ['lib/model', 'lib/text'],
  'lib/platform': ['lib/model'],
  'lib/messaging': ['lib/model', 'lib/platform'],
  'lib/settings': ['lib/model', 'lib/text', 'lib/platform', 'lib/ledger'],
  'lib/ledger': ['lib/model', 'lib/text', 'lib/platform'],
  'lib/marks': ['lib/model', 'lib/text'],
  'lib/hosts': ['lib/model', 'lib/text', 'lib/marks'],
  'lib/page': [
    'lib/model',
    'lib/text',
    'lib/classifier',
    'lib/review',
    'lib/hosts',
    'lib/marks',
    'lib/messaging',
    'lib/settings',
    'lib/ledger',
    'lib/platform',
    'components',
  ],
  'lib/background': [
    'lib/model',
    'lib/text',
    'lib/classifier',
    'lib/messaging',
    'lib/settings',
    'lib/ledger',
    'lib/platform',
    'lib/marks',
    'lib/hosts',
  ],
  'lib/cli': ['lib/model', 'lib/text', 'lib/classifier', 'lib/review', 'lib/platform'],
  components: ['lib/model', 'lib/review', 'lib/marks', ...CONTAINERS],
  'components/hooks': [
    'lib/model',
    'lib/text',
    'lib/review',
    'lib/hosts',
    'lib/messaging',
    'lib/settings',
    'lib/ledger',
    'lib/platform',
    'components',
  ],
  'components/page': ['lib/model', 'lib/platform', 'components', 'components/hooks'],
  entrypoints: ['*'],
};

/** Rooms that may touch the extension's APIs. */
const BROWSER_ROOMS = [
  'lib/platform',
  'lib/messaging',
  'lib/settings',
  'lib/ledger',
  'lib/background',
  ...CONTAINERS,
  'entrypoints',
];

describe('the rooms', () => {
  it('reads a tree that is there', () => {
    expect(SOURCES.length).toBeGreaterThan(10);
  });

  it('import only what lies below them', () => {
    const wrong = SOURCES.flatMap((source) =>
      source.imports
        .filter((target) => SOURCE_ROOTS.includes(target.split('/')[0] ?? ''))
        .filter((target) => {
          const allowed = ALLOWED[room(source.path)] ?? [];
          return room(target) !== room(source.path) && !allowed.includes('*') && !allowed.includes(room(target));
        })
        .map((target) => `${source.path} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('are all named in the table of directions', () => {
    const unnamed = [...new Set(SOURCES.map((source) => room(source.path)))].filter((name) => !(name in ALLOWED));
    expect(unnamed).toEqual([]);
  });

  it('import compromise in one file only', () => {
    const importers = SOURCES.filter((source) => source.imports.some((target) => /^compromise(\/|$)/.test(target)));
    const others = importers.map((source) => source.path).filter((path) => path !== 'lib/classifier/grammar.ts');
    expect(others).toEqual([]);
  });

  it('use the extension APIs only where the platform is wrapped', () => {
    const touching = SOURCES.filter((source) => !BROWSER_ROOMS.includes(room(source.path)))
      .filter(
        (source) =>
          source.imports.some((target) => /^wxt(\/|$)|^#imports/.test(target)) ||
          /\b(chrome|browser)\.(runtime|storage|tabs|action|i18n)\b/.test(source.text),
      )
      .map((source) => source.path);
    expect(touching).toEqual([]);
  });

  it('keep the classifier, the review and the text free of the DOM', () => {
    const pure = ['lib/model', 'lib/text', 'lib/classifier', 'lib/review'];
    const dom = /\b(document|window)\.(query|create|body|addEventListener|location)|\bHTMLElement\b/;
    const offenders = SOURCES.filter((source) => pure.includes(room(source.path)) && dom.test(source.text));
    expect(offenders.map((source) => source.path)).toEqual([]);
  });

  it('name a host only in its own folder', () => {
    const hosts = ['google-docs', 'notion', 'checker'];
    const wrong = SOURCES.filter((source) => source.path.startsWith('lib/hosts/')).flatMap((source) => {
      const own = source.path.split('/')[2] ?? '';
      if (!hosts.includes(own)) return [];
      return source.imports
        .filter((target) => hosts.some((host) => host !== own && target.startsWith(`lib/hosts/${host}/`)))
        .map((target) => `${source.path} -> ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('never swallow an error silently', () => {
    const empty = SOURCES.filter((source) => /catch\s*(\([^)]*\))?\s*\{\s*\}/.test(source.text));
    expect(empty.map((source) => source.path)).toEqual([]);
  });

  it('make no network request, except for the export of the document in view', () => {
    const calls = /\b(fetch|sendBeacon)\s*\(|new (XMLHttpRequest|WebSocket|EventSource)\b/;
    const offenders = SOURCES.filter((source) => calls.test(source.text)).map((source) => source.path);
    expect(offenders.filter((path) => path !== 'lib/hosts/google-docs/export.ts')).toEqual([]);
  });
});
