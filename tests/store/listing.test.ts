import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DOCUMENT_MATCHES } from '../../lib/hosts/matches.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const listing = read('tests/store/listing.md');
/** What the manifest asks for, in any browser. */
const PERMISSIONS = ['storage', 'contextMenus', 'scripting', 'sidePanel'];

function section(title: string): string {
  const start = listing.indexOf(`\n## ${title}`);
  expect(start, title).toBeGreaterThan(0);
  const from = listing.indexOf('\n', start + 1);
  const end = listing.indexOf('\n## ', from);
  return listing.slice(from, end < 0 ? undefined : end).trim();
}

describe('the store texts', () => {
  test('keep the summary within 132 characters', () => {
    const summary = section('Summary');
    expect(summary.length).toBeGreaterThan(40);
    expect(summary.length).toBeLessThanOrEqual(132);
    expect(JSON.parse(read('public/_locales/en/messages.json')).extensionDescription.message.length).toBeLessThan(133);
  });

  test.each([...PERMISSIONS, ...DOCUMENT_MATCHES])('give a reason for %s', (permission) => {
    expect(section('Why each permission')).toContain(`\`${permission}\``);
  });

  test.each(PERMISSIONS)('agree with PRIVACY.md on %s', (permission) => {
    expect(read('PRIVACY.md')).toContain(`\`${permission}\``);
  });
});

describe('the pages for contributors', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

  test.each(['CONTRIBUTING.md', 'README.md', 'tests/store/listing.md'])(
    '%s names only commands that there are',
    (page) => {
      const named = [...read(page).matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '');
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((name) => !(name in scripts))).toEqual([]);
    },
  );

  test.each(['CONTRIBUTING.md', 'SECURITY.md'])('%s names only files that there are', (page) => {
    const named = [...read(page).matchAll(/`((?:lib|tests|components|entrypoints|public)\/[\w./-]+)`/g)];
    expect(named.length).toBeGreaterThan(3);
    expect(named.map(([, path]) => path ?? '').filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
