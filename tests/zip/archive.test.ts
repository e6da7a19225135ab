import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ignoredBy, packFiles, readFiles } from '../run/archive.ts';
import { shippedPackages } from '../run/packages.ts';
import { sbom } from '../run/sbom.ts';

describe('an archive', () => {
  const files = new Map([
    ['b/page.html', strToU8('<p>page</p>'.repeat(99))],
    ['a.js', strToU8('run()')],
  ]);

  test('has the same bytes whatever order the files come in', () => {
    expect(packFiles(new Map([...files].reverse()))).toEqual(packFiles(files));
  });

  test('has the same bytes tomorrow', () => {
    const today = packFiles(files);
    const times = [10, 12].map((at) => today[at]);
    // 1980-01-01 in the zip's own count: no time of packing, and no zone of the machine.
    expect([times[0], today[11], times[1], today[13]]).toEqual([0, 0, 0x21, 0]);
  });

  test('gives back every file', () => {
    const read = unzipSync(packFiles(files));
    expect(Object.keys(read)).toEqual(['a.js', 'b/page.html']);
    for (const [path, bytes] of files) expect(read[path]).toEqual(bytes);
  });
});

describe('the sources', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stagemark-archive-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('leave out what git ignores, git itself, and links', () => {
    for (const path of ['lib', '.git', 'x/node_modules', 'screenshots', 'x/screenshots'])
      mkdirSync(join(folder, path), { recursive: true });
    for (const path of [
      'lib/a.ts',
      '.git/HEAD',
      'x/node_modules/b.js',
      'screenshots/c.png',
      'x/screenshots/d.png',
      'e.log',
    ])
      writeFileSync(join(folder, path), 'text');
    symlinkSync(join(folder, 'lib'), join(folder, 'link'));
    const files = readFiles(folder, ignoredBy('node_modules/\n*.log\n/screenshots/\n'));
    expect([...files.keys()]).toEqual(['lib/a.ts', 'x/screenshots/d.png']);
  });

  test('say so where a pattern is not understood', () => {
    expect(() => ignoredBy('src/**/x')).toThrow('src/**/x');
  });
});

describe('the bill of materials', () => {
  const list = JSON.parse(sbom());

  test('names every shipped package with version, licence and hash', () => {
    const named = list.components.map(({ name, version }: { name: string; version: string }) => `${name} ${version}`);
    expect(named).toEqual(shippedPackages().map(({ name, version }) => `${name} ${version}`));
    for (const component of list.components) {
      expect(component.purl).toMatch(/^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d/);
      expect(component.hashes).toMatchObject([{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }]);
    }
  });

  test('is the same each time', () => {
    expect(sbom()).toBe(sbom());
    expect(strFromU8(strToU8(sbom()))).not.toMatch(/timestamp|serialNumber/);
  });
});
