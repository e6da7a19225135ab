import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyImport,
  exportEverything,
  FILE_LIMIT,
  planImport,
  resetEverything,
} from '../../../lib/settings/transfer.ts';
import { fakeArea } from './fake-area.ts';

const STORED = {
  preferences: { version: 1, data: { level: 'pm', pauseMs: 900 } },
  switches: { version: 1, data: { everywhere: true, sites: ['notion'], snoozedUntil: 0 } },
  corrections: { version: 1, data: [{ kind: 'phrase', phrase: 'goal keeper', label: 'none', at: 2 }] },
};
const NOW = new Date('2026-11-24T10:00:00Z');

function refusal(text: string): string {
  const plan = planImport(text);
  return plan.ok ? 'accepted' : plan.key;
}

describe('export and import', () => {
  test('bring everything to another browser', async () => {
    const text = await exportEverything(fakeArea(STORED), NOW);
    const other = fakeArea({ preferences: { version: 1, data: { level: 'lead' } } });
    const plan = planImport(text);
    if (!plan.ok) throw new Error(plan.key);
    await applyImport(other, plan.items);
    for (const [key, value] of Object.entries(STORED)) expect(other.stored.get(key)).toEqual(value);
    expect(await exportEverything(other, NOW)).toBe(text);
  });

  test('refuse what is too large', () => {
    expect(refusal('x'.repeat(FILE_LIMIT + 1))).toBe('importTooLarge');
  });

  test.each([
    ['an empty file', '', 'importNotJson'],
    ['half a file', '{"product": "stagemark", ', 'importNotJson'],
    ['another product', '{"product": "other", "version": 1, "items": {}}', 'importNotOurs'],
    ['a file without parts', '{"product": "stagemark", "version": 1, "items": {}}', 'importNotOurs'],
    ['a list', '[]', 'importNotOurs'],
    ['null', 'null', 'importNotOurs'],
    ['deep nesting', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'importNotOurs'],
    ['a newer file', '{"product": "stagemark", "version": 2, "items": {}}', 'importNewer'],
    [
      'a newer part',
      '{"product": "stagemark", "version": 1, "items": {"switches": {"version": 9, "data": 1}}}',
      'importNewer',
    ],
    [
      'a part of a wrong form',
      '{"product": "stagemark", "version": 1, "items": {"switches": {"version": 1, "data": {"everywhere": "yes"}}}}',
      'importBadPart',
    ],
    [
      'a prototype key',
      '{"product": "stagemark", "version": 1, "items": {"documents": {"version": 1, "data": {"__proto__": {"off": true, "at": 1}}}}}',
      'importNotOurs',
    ],
  ])('refuse %s', (_, text, expected) => {
    expect(refusal(text)).toBe(expected);
  });

  test('never throw, whatever the file holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((items) => JSON.stringify({ product: 'stagemark', version: 1, items })),
        ),
        (text) => {
          expect(typeof planImport(text).ok).toBe('boolean');
        },
      ),
    );
    expect(({} as { off?: boolean }).off).toBeUndefined();
  });

  test('put everything back when the browser refuses in the middle', async () => {
    const text = await exportEverything(fakeArea(STORED), NOW);
    const plan = planImport(text);
    if (!plan.ok) throw new Error(plan.key);
    const before = { preferences: { version: 1, data: { level: 'lead' } } };
    const area = fakeArea(before);
    const { set } = area;
    let writes = 0;
    area.set = async (key, value) => {
      if (++writes === 2) throw new Error('QUOTA_BYTES quota exceeded');
      return set(key, value);
    };
    await expect(applyImport(area, plan.items)).rejects.toThrow('nothing was changed');
    expect(Object.fromEntries(area.stored)).toEqual(before);
  });

  test('remove everything on reset', async () => {
    const area = fakeArea(STORED);
    await resetEverything(area);
    expect(area.stored.size).toBe(0);
  });
});
