import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DRAWING_PAGE, pageWithDrawing } from './run/architecture.ts';
import { CONTAINERS, readSources, room, SOURCE_ROOTS } from './run/sources.ts';

const SOURCES = readSources();

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
  'lib/page': ['lib/model', 'lib/text', 'lib/hosts', 'lib/marks', 'lib/messaging', 'lib/settings', 'lib/platform'],
  'lib/background': [
    'lib/model',
    'lib/text',
    'lib/classifier',
    'lib/review',
    'lib/messaging',
    'lib/settings',
    'lib/ledger',
    'lib/platform',
    'lib/marks',
    'lib/hosts',
  ],
  'lib/cli': [
    'lib/model',
    'lib/text',
    'lib/classifier',
    'lib/review',
    'lib/platform',
    'lib/settings',
    'lib/background',
  ],
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

  it('are drawn in CONTRIBUTING.md as they are (npm run architecture draws them anew)', () => {
    const page = readFileSync(DRAWING_PAGE, 'utf8');
    expect(pageWithDrawing(page)).toBe(page);
  });
});
