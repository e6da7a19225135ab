import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareVersions, newsFor, type Release } from '../../../../components/release-notes/news.ts';
import releases from '../../../../components/release-notes/releases.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

/** The lines below a version's "In short", without their dashes. */
function inShort(of: string): string[] {
  const part = changelog.split(/^## /m).find((each) => each.startsWith(of)) ?? '';
  const lines = part.split('### In short\n')[1]?.split(/\n### /)[0] ?? '';
  return [...lines.matchAll(/^- (.*)$/gm)].map((match) => match[1] ?? '');
}

describe('the release notes', () => {
  test('tell of this version', () => {
    expect(releases.map((release) => release.version)).toContain(version);
  });

  test.each(releases)('of $version are the short form in the changelog, three sentences at most', (release) => {
    expect(inShort(release.version)).toEqual(release.notes);
    expect(release.notes.length).toBeLessThanOrEqual(3);
    for (const note of release.notes) expect(note.length).toBeLessThanOrEqual(120);
  });
});

describe('news', () => {
  const all: Release[] = ['0.2.0', '0.10.0', '0.9.1', '1.0.0'].map((each) => ({ version: each, notes: [each] }));

  test.each([
    [null, '1.0.0', null],
    ['0.1.0', '1.0.0', '1.0.0'],
    ['0.2.0', '0.10.3', '0.10.0'],
    ['0.10.0', '0.10.3', null],
    ['1.0.0', '0.2.0', null],
    ['1.0.0', '1.0.0', null],
  ])('after %s, in %s, are those of %s', (seen, current, expected) => {
    expect(newsFor(all, seen, current)?.version ?? null).toBe(expected);
  });

  test('order versions by number', () => {
    expect(['0.10.0', '0.9', '0.9.0.1', '1'].sort(compareVersions)).toEqual(['0.9', '0.9.0.1', '0.10.0', '1']);
  });
});
