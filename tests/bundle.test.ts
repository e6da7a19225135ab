import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { thirdPartyNotices } from './run/packages.ts';

const OUTPUT = join(import.meta.dirname, '..', '.output');
const CHROME = join(OUTPUT, 'chrome-mv3');
const FIREFOX = join(OUTPUT, 'firefox-mv3');

/** Budgets in bytes. Tables are the classifier's packed weights: string literals longer than a page of code. */
const CODE_BUDGET = 80_000;
const TABLES_GZIP_BUDGET = 120_000;
const POPUP_BUDGET = 120_000;
const TABLE_LITERAL_MINIMUM = 4_000;

const manifestSchema = z.looseObject({
  permissions: z.array(z.string()),
  host_permissions: z.array(z.string()),
  content_security_policy: z.object({ extension_pages: z.string() }),
  content_scripts: z.array(
    z.looseObject({ matches: z.array(z.string()), js: z.array(z.string()), world: z.optional(z.string()) }),
  ),
});

/** Long string literals of a script: what is data, not code. */
function tableLiterals(code: string): string[] {
  return (code.match(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/gs) ?? []).filter(
    (text) => text.length > TABLE_LITERAL_MINIMUM,
  );
}

function scripts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Scripts, styles and pages. */
function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css|html)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Hosts that may stand in a bundle: where Stagemark runs, XML's names, and help texts of packages' errors. */
const NAMED_HOSTS = [
  ...['docs.google.com', 'www.notion.so', 'notion.so', 'app.notion.com'],
  ...['www.w3.org', 'prosemirror.net', 'github.com'],
];

/** Every script that a page of the extension loads at once: its own and those it names. */
function scriptsOfPage(folder: string, page: string): string[] {
  const html = readFileSync(join(folder, page), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((match) => match[1] ?? '');
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const code = readFileSync(join(folder, file), 'utf8');
    const base = file.split('/').slice(0, -1).join('/');
    for (const match of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) visit(`${base}/${match[1]}`);
  };
  named.forEach(visit);
  return [...seen].map((file) => join(folder, file));
}

/** Words that only compromise's own code and data hold. */
const COMPROMISE_MARKS = ['postTagger', 'FirstName', 'PhrasalVerb'];
const holdsCompromise = (code: string) => COMPROMISE_MARKS.some((mark) => code.includes(mark));

beforeAll(() => {
  if (!existsSync(CHROME) || !existsSync(FIREFOX)) throw new Error('Build first: npm run build (npm test does it).');
});

const PAGES = [
  ['Google Docs', 'https://docs.google.com/document/*'],
  ['Notion', 'https://www.notion.so/*'],
] as const;

describe.each([
  ['Chrome', CHROME],
  ['Firefox', FIREFOX],
])('what %s brings', (_, folder) => {
  /** The extension's own scripts that a page gets at its start; what reads Docs' text in the page's own world (6 kB) is not among them. */
  const startOf = (matches: string): string[] => {
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
    return manifest.content_scripts
      .filter((each) => each.matches.includes(matches) && each.world !== 'MAIN')
      .flatMap(({ js }) => js)
      .map((file) => readFileSync(join(folder, file), 'utf8'));
  };

  it.each(PAGES)('to a page of %s at its start is under 80 kB of minified code in all', (_name, matches) => {
    const code = startOf(matches);
    expect(code.length).toBeGreaterThan(0);
    expect(code.reduce((sum, text) => sum + Buffer.byteLength(text), 0)).toBeLessThan(CODE_BUDGET);
  });

  it('into pages, the card that comes when it is asked for included, holds neither tables nor compromise', () => {
    const code = scripts(join(folder, 'content-scripts')).map((file) => readFileSync(file, 'utf8'));
    expect(code.flatMap(tableLiterals)).toEqual([]);
    expect(code.some(holdsCompromise)).toBe(false);
  });

  it('to a page later, with the card, is under 80 kB of minified code', () => {
    expect(Buffer.byteLength(readFileSync(join(folder, 'content-scripts', 'card.js')))).toBeLessThan(CODE_BUDGET);
  });
});

describe('the classifier', () => {
  const tables = readFileSync(join(import.meta.dirname, '..', 'lib/classifier/weights/tables.generated.ts'), 'utf8');

  it('keeps its tables under 120 kB gzip', () => {
    expect(gzipSync(tables, { level: 9 }).length).toBeLessThan(TABLES_GZIP_BUDGET);
  });

  it('has them in the background, where all tabs share them', () => {
    const packed = tableLiterals(tables)[0] ?? tables;
    const background = readFileSync(join(CHROME, 'background.js'), 'utf8');
    expect(background).toContain(packed.slice(1, 1000));
  });
});

describe('the popup', () => {
  const code = () => scriptsOfPage(CHROME, 'popup.html').map((file) => readFileSync(file, 'utf8'));

  it('weighs under 120 kB', () => {
    expect(code().length).toBeGreaterThan(0);
    expect(code().reduce((sum, text) => sum + Buffer.byteLength(text), 0)).toBeLessThan(POPUP_BUDGET);
  });

  it('holds neither compromise nor the classifier tables', () => {
    expect(code().some(holdsCompromise)).toBe(false);
    expect(code().flatMap(tableLiterals)).toEqual([]);
  });
});

describe('the background', () => {
  it('holds compromise, so the marks by which it is found in bundles are right', () => {
    const background = scripts(CHROME).filter((path) => !path.includes('content-scripts'));
    expect(background.some((path) => holdsCompromise(readFileSync(path, 'utf8')))).toBe(true);
  });
});

describe.each([
  ['Chrome', CHROME],
  ['Firefox', FIREFOX],
])('the %s build', (_name, folder) => {
  const manifest = () => manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));

  it('asks for the permissions that it uses and no others', () => {
    const allowed = ['storage', 'contextMenus', 'scripting', 'sidePanel'];
    expect(manifest().permissions.filter((permission) => !allowed.includes(permission))).toEqual([]);
  });

  it('asks for the pages of the two hosts only', () => {
    const hosts = manifest().host_permissions.map((pattern) => new URL(pattern.replace('*.', 'any.')).host);
    expect(new Set(hosts)).toEqual(
      new Set(['docs.google.com', 'www.notion.so', 'notion.so', 'app.notion.com', 'any.notion.site']),
    );
  });

  it('offers pages no file of its own', () => {
    expect('web_accessible_resources' in manifest()).toBe(false);
  });

  it('forbids its pages every connection', () => {
    expect(manifest().content_security_policy.extension_pages).toContain("connect-src 'none'");
  });

  it('makes no network call except the export of the document in view', () => {
    const calls = /\bnew (XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection)\b|\bsendBeacon\(|\bimportScripts\(/;
    const offenders = scripts(folder).filter((path) => calls.test(readFileSync(path, 'utf8')));
    expect(offenders).toEqual([]);
    const fetching = scripts(folder).filter((path) => /\bfetch\(/.test(readFileSync(path, 'utf8')));
    expect(fetching.filter((path) => !path.endsWith(join('content-scripts', 'google-docs.js')))).toEqual([]);
  });

  it('runs no code made at run time', () => {
    // Also under another name ("const F = Function"), as text to a timer, and as a script that is added to a page.
    const dynamic =
      /\beval\(|\bFunction\(|[=,(]\s*Function\b|\bset(Timeout|Interval)\(\s*["'`]|createElement\(["'`]script/;
    expect(scripts(folder).filter((path) => dynamic.test(readFileSync(path, 'utf8')))).toEqual([]);
  });

  it('brings no code, style, font or picture from anywhere', () => {
    const loading = /\bimport\(\s*["'`](?!\.)|url\(\s*["']?(?:https?:)?\/\/|(?:src|href)=["'](?:https?:)?\/\//;
    const offenders = files(folder).filter((path) => loading.test(readFileSync(path, 'utf8')));
    expect(offenders).toEqual([]);
  });

  it('names no address but the hosts, and the names and help texts of its packages', () => {
    const named = files(folder).flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\bhttps?:\/\/([\w.-]+)/g)]);
    const hosts = new Set(named.map((match) => (match[1] ?? '').replace(/\.$/, '')));
    expect([...hosts].filter((host) => !NAMED_HOSTS.includes(host))).toEqual([]);
  });

  it('brings the licences of the packages in it', () => {
    expect(readFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8')).toBe(thirdPartyNotices());
  });
});
