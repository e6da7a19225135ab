import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { analyse } from 'scslre';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

interface Expression {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression literal of the product's sources, found by parsing them. */
function expressions(): Expression[] {
  const found: Expression[] = [];
  for (const folder of ['lib', 'components', 'entrypoints']) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      const { program, errors } = parseSync(path, readFileSync(path, 'utf8'));
      if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
      collect(program, relative(ROOT, path), found);
    }
  }
  return found;
}

function collect(node: unknown, file: string, found: Expression[]): void {
  if (typeof node !== 'object' || node === null) return;
  const regex: unknown = Reflect.get(node, 'regex');
  if (typeof regex === 'object' && regex !== null) {
    found.push({ file, source: String(Reflect.get(regex, 'pattern')), flags: String(Reflect.get(regex, 'flags')) });
  }
  for (const child of Object.values(node)) collect(child, file, found);
}

const slowReports = (source: string, flags: string) => analyse({ source, flags }).reports.map(({ type }) => type);

describe('regular expressions', () => {
  test.each([
    ['exponential', '^(?:a+)+$'],
    ['quadratic', '\\s+$'],
  ])('of %s time are told by the check', (_, source) => {
    expect(slowReports(source, '')).not.toEqual([]);
  });

  test('of the product never take more than linear time', () => {
    const all = expressions();
    expect(all.length).toBeGreaterThan(100);
    const slow = all.filter(({ source, flags }) => slowReports(source, flags).length > 0);
    expect(slow.map(({ file, source, flags }) => `${file}: /${source}/${flags}`)).toEqual([]);
  });
});
