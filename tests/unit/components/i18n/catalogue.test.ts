import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import catalogue from '../../../../public/_locales/en/messages.json' with { type: 'json' };

const ROOT = resolve(import.meta.dirname, '..', '..', '..', '..');

const messages: Readonly<Record<string, { readonly message: string } | undefined>> = catalogue;

function sources(): { readonly path: string; readonly text: string }[] {
  return ['components', 'entrypoints'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
  );
}

/** Keys that components name by a literal, with the number of values where it is plain. */
function usedKeys(): { readonly key: string; readonly path: string }[] {
  return sources().flatMap(({ path, text }) => {
    const direct = [...text.matchAll(/\btranslate\(\s*'([A-Za-z]+)'/g)].map((match) => match[1] ?? '');
    const counted = [...text.matchAll(/\bcounted\(\s*translate,\s*'([A-Za-z]+)'/g)].flatMap((match) => [
      `${match[1]}One`,
      `${match[1]}Other`,
    ]);
    return [...direct, ...counted].map((key) => ({ key, path }));
  });
}

describe('the catalogue of words', () => {
  it('has every key that a component names', () => {
    const used = usedKeys();
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter(({ key }) => messages[key] === undefined)).toEqual([]);
  });

  it('writes British English', () => {
    const american = /\b\w*(?:organiz|color|behavior|center|favorite|analyz|prioritiz|summariz)\w*/i;
    expect(Object.entries(messages).filter(([, entry]) => american.test(entry?.message ?? ''))).toEqual([]);
  });

  it('grades nobody', () => {
    const grade = /\b(grade|graded|score|scored|good job|well done)\b/i;
    const graded = Object.entries(messages).filter(([, entry]) => grade.test(entry?.message ?? ''));
    expect(graded).toEqual([]);
  });

  it('is sorted by key', () => {
    const keys = Object.keys(messages);
    expect(keys).toEqual([...keys].sort());
  });
});
