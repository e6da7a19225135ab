import { afterEach, describe, expect, test, vi } from 'vitest';
import { documentKey } from '../../../lib/settings/document-key.ts';
import { DOCUMENTS_LIMIT, withDocument } from '../../../lib/settings/documents.ts';
import { fillPreferences, preferencesSchema } from '../../../lib/settings/preferences.ts';
import { createItems, readSettings, watchSettings } from '../../../lib/settings/settings.ts';
import { LONGEST_SNOOZE_MS, siteOff, snoozeLeft, switchesItem, withSite } from '../../../lib/settings/switches.ts';
import { fakeArea } from './fake-area.ts';

const NOW = 1_800_000_000_000;

describe('preferences', () => {
  test('store only what was chosen and fill the rest in at reading', () => {
    expect(fillPreferences({ look: 'tint' })).toMatchObject({ look: 'tint', pauseMs: 800, mode: 'all', level: null });
  });

  test("put the writer's choice over the administrator's preset", () => {
    const filled = fillPreferences({ level: 'senior' }, { level: 'pm', look: 'tint' });
    expect(filled).toMatchObject({ level: 'senior', look: 'tint' });
  });

  test.each([
    [{ pauseMs: 10 }],
    [{ pauseMs: Number.NaN }],
    [{ mode: 'loud' }],
    [{ vocabulary: [''] }],
    [{ ranges: { spec: {} } }],
  ])('refuse %j', (stored) => expect(preferencesSchema.safeParse(stored).success).toBe(false));
});

describe('switches', () => {
  const on = switchesItem.initial();

  test('name the widest reason', () => {
    const off = withSite({ ...on, everywhere: true }, 'notion', false);
    expect(siteOff(off, {}, 'notion', NOW)).toBe('off-everywhere');
    expect(siteOff(off, { off: true }, 'notion', NOW)).toBe('managed');
  });

  test('switch one site off and leave the other on', () => {
    const off = withSite(on, 'notion', false);
    expect(siteOff(off, {}, 'notion', NOW)).toBe('off-site');
    expect(siteOff(off, {}, 'google-docs', NOW)).toBeNull();
    expect(withSite(off, 'notion', true)).toEqual(on);
  });

  test('end a snooze at its moment', () => {
    const snoozed = { ...on, snoozedUntil: NOW + 1000 };
    expect(siteOff(snoozed, {}, 'notion', NOW)).toBe('snoozed');
    expect(siteOff(snoozed, {}, 'notion', NOW + 1000)).toBeNull();
  });

  test('do not snooze for years when the clock was set back', () => {
    expect(snoozeLeft({ ...on, snoozedUntil: NOW + LONGEST_SNOOZE_MS + 1 }, NOW)).toBe(0);
  });
});

describe('choices for documents', () => {
  test('are kept by hash alone', () => {
    const key = documentKey('google-docs:1AbC:t.0');
    expect(key).not.toContain('1AbC');
    expect(Object.keys(withDocument({}, key, { off: true }, NOW))).toEqual([key]);
  });

  test('disappear when nothing is chosen any more', () => {
    const chosen = withDocument({}, 'a', { off: true }, NOW);
    expect(withDocument(chosen, 'a', { off: undefined }, NOW)).toEqual({});
  });

  test('keep the other choices of the document', () => {
    const chosen = withDocument({}, 'a', { type: 'spec' }, NOW);
    expect(withDocument(chosen, 'a', { off: true }, NOW + 1).a).toEqual({ type: 'spec', off: true, at: NOW + 1 });
  });

  test('forget the oldest over the limit', () => {
    let choices = {};
    for (let index = 0; index <= DOCUMENTS_LIMIT; index++) {
      choices = withDocument(choices, `d${index}`, { off: true }, NOW + index);
    }
    expect(Object.keys(choices).length).toBe(DOCUMENTS_LIMIT);
    expect(choices).not.toHaveProperty('d0');
  });
});

describe('all settings', () => {
  test('name each part that could not be read and use its default', async () => {
    const area = fakeArea({ preferences: 'broken', switches: { version: 99, data: {} } });
    const settings = await readSettings(createItems(area), fakeArea());
    expect(settings.problems).toEqual({ preferences: 'unreadable', switches: 'newer' });
    expect(settings.preferences.pauseMs).toBe(800);
    expect(settings.switches.everywhere).toBe(false);
  });

  test('take the presets of an administrator', async () => {
    const managed = fakeArea({ off: true, preferences: { level: 'lead' } });
    const settings = await readSettings(createItems(fakeArea()), managed);
    expect(settings.managed.off).toBe(true);
    expect(settings.preferences.level).toBe('lead');
  });

  test('ignore presets of an unknown form', async () => {
    const settings = await readSettings(createItems(fakeArea()), fakeArea({ off: 'yes' }));
    expect(settings.managed).toEqual({});
  });

  test('work without managed storage', async () => {
    const managed = fakeArea();
    managed.failReads = new Error('Managed storage manifest not found');
    expect((await readSettings(createItems(fakeArea()), managed)).managed).toEqual({});
  });

  test('are told anew after a change', async () => {
    const area = fakeArea();
    const items = createItems(area);
    const stop = new AbortController();
    const heard = new Promise<boolean>((resolve) => {
      watchSettings((settings) => resolve(settings.switches.everywhere), stop.signal, items, fakeArea());
    });
    await items.switches.update((switches) => ({ ...switches, everywhere: true }));
    expect(await heard).toBe(true);
    stop.abort();
  });
});

describe('presets of the administrator that are slow to read', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A managed area whose reads are answered when the test says so. */
  function slowArea(values: Record<string, unknown>) {
    let answer: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const area = fakeArea(values);
    return { answer, area: { ...area, get: (key: string) => ready.then(() => area.get(key)) } };
  }

  test('do not keep a document waiting', async () => {
    vi.useFakeTimers();
    const { area } = slowArea({ off: true });
    const reading = readSettings(createItems(fakeArea()), area);
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await reading).managed).toEqual({});
  });

  test('take effect when they are there at last', async () => {
    vi.useFakeTimers();
    const { area, answer } = slowArea({ off: true });
    const heard: boolean[] = [];
    const end = new AbortController();
    watchSettings(({ managed }) => heard.push(managed.off === true), end.signal, createItems(fakeArea()), area);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(heard).toEqual([]);
    answer();
    await vi.advanceTimersByTimeAsync(10);
    expect(heard).toEqual([true]);
    end.abort();
  });
});
