import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { createItem, type ItemDefinition, parseStored } from '../../../lib/platform/item.ts';
import { fakeArea } from '../settings/fake-area.ts';

/** An item with a past: version 1 was a string, version 2 a list, version 3 a list of objects. */
const definition: ItemDefinition<{ readonly name: string }[]> = {
  key: 'things',
  version: 3,
  schema: z.array(z.object({ name: z.string() })),
  initial: () => [],
  migrations: [
    { to: 2, migrate: (old) => String(old).split(',') },
    { to: 3, migrate: (old) => (old as string[]).map((name) => ({ name })) },
  ],
};

describe('a stored item', () => {
  test.each([
    [{ version: 1, data: 'a,b' }],
    [{ version: 2, data: ['a', 'b'] }],
    [{ version: 3, data: [{ name: 'a' }, { name: 'b' }] }],
  ])('reads its version from %j', (stored) => {
    expect(parseStored(definition, stored)).toEqual({ value: [{ name: 'a' }, { name: 'b' }], problem: null });
  });

  test.each([
    ['a bare value', 'x'],
    ['null', null],
    ['a wrong form', { version: 3, data: [{ name: 4 }] }],
    ['a version that never was', { version: 0, data: [] }],
    ['a migration that throws', { version: 2, data: 7 }],
  ])('gives the initial value and says so for %s', (_, stored) => {
    expect(parseStored(definition, stored)).toEqual({ value: [], problem: 'unreadable' });
  });

  test('says that a newer Stagemark wrote it and does not overwrite it', async () => {
    const newer = { version: 4, data: 'future' };
    const area = fakeArea({ things: newer });
    const item = createItem(definition, area);
    expect(await item.read()).toEqual({ value: [], problem: 'newer' });
    await expect(item.update(() => [{ name: 'x' }])).rejects.toThrow('newer Stagemark');
    expect(area.stored.get('things')).toEqual(newer);
  });

  test('gives the initial value when the storage cannot be read', async () => {
    const area = fakeArea();
    area.failReads = new Error('disk');
    expect(await createItem(definition, area).read()).toEqual({ value: [], problem: 'no-storage' });
  });

  test('keeps every change that is made at the same time', async () => {
    const area = fakeArea();
    const item = createItem(definition, area);
    await Promise.all(['a', 'b', 'c'].map((name) => item.update((value) => [...value, { name }])));
    expect((await item.read()).value.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  test('says in a sentence when the browser does not keep a change, and works again after that', async () => {
    const area = fakeArea();
    const item = createItem(definition, area);
    area.failWrites = new Error('QUOTA_BYTES quota exceeded');
    await expect(item.update(() => [{ name: 'x' }])).rejects.toThrow('did not keep the change');
    area.failWrites = null;
    await item.update(() => [{ name: 'y' }]);
    expect((await item.read()).value).toEqual([{ name: 'y' }]);
  });

  test('writes nothing when nothing changes', async () => {
    const area = fakeArea();
    await createItem(definition, area).update((value) => value);
    expect(area.stored.size).toBe(0);
  });

  test('tells watchers the parsed value until their signal aborts', async () => {
    const area = fakeArea();
    const item = createItem(definition, area);
    const stop = new AbortController();
    const heard: unknown[] = [];
    item.watch((reading) => heard.push(reading.value), stop.signal);
    await item.update(() => [{ name: 'a' }]);
    stop.abort();
    await item.update(() => [{ name: 'b' }]);
    expect(heard).toEqual([[{ name: 'a' }]]);
  });
});
