import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exportSource, rawOfExport } from '../../../lib/hosts/google-docs/export.ts';
import type { TextSource } from '../../../lib/hosts/google-docs/source.ts';

const ADDRESS = { documentId: 'doc', base: '/document/u/1/d/doc', tabId: null };
const MINUTE = 60_000;
/** How often a document is exported at most. */
const EVERY = MINUTE / 2;

const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
const signal = new AbortController().signal;

const answer = (text: string) => new Response(text);
const limited = (seconds: number) => new Response('', { status: 429, headers: { 'retry-after': String(seconds) } });

/** The reader sees the document change, and some time later the source is read. */
async function afterChange(source: TextSource | null, ms: number): Promise<string | undefined> {
  source?.repainted?.();
  vi.advanceTimersByTime(ms);
  source?.read(() => []);
  await vi.advanceTimersByTimeAsync(0);
  return source?.read(() => [])?.raw;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('document', { hidden: false });
  fetched.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('an exported copy', () => {
  it('is read without byte order mark, carriage returns and list markers', () => {
    expect(rawOfExport('\ufeffTitle\r\n* One\r\n1. Two\r\n   a. Three\r\n\r\n')).toBe('Title\nOne\nTwo\nThree\n');
  });

  it('is of the account and the tab in view', async () => {
    fetched.mockResolvedValue(answer('Text'));
    await exportSource({ ...ADDRESS, tabId: 't.7' }, signal);
    expect(fetched.mock.calls[0]?.[0]).toBe('/document/u/1/d/doc/export?format=txt&tab=t.7');
  });

  it('is asked for without credentials of its own, which the origin that Docs sends it from would refuse', async () => {
    fetched.mockResolvedValue(answer('Text'));
    await exportSource(ADDRESS, signal);
    expect(fetched.mock.calls[0]?.[1]).toEqual({ signal });
  });

  it.each([
    ['denied', () => Promise.resolve(new Response('', { status: 403 }))],
    ['asked for too often', () => Promise.resolve(limited(30))],
    ['out of reach', () => Promise.reject(new TypeError('offline'))],
  ])('is none where it is %s', async (_, response) => {
    fetched.mockImplementation(response);
    expect(await exportSource(ADDRESS, signal)).toBeNull();
  });

  it('is asked for again only when the document was seen to change, and not sooner than in half a minute', async () => {
    fetched.mockImplementation(() => Promise.resolve(answer('Old')));
    const source = await exportSource(ADDRESS, signal);
    fetched.mockImplementation(() => Promise.resolve(answer('New')));
    vi.advanceTimersByTime(10 * MINUTE);
    source?.read(() => []);
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(await afterChange(source, 0)).toBe('New\n');
    expect(await afterChange(source, EVERY / 2)).toBe('New\n');
    expect(fetched).toHaveBeenCalledTimes(2);
    await afterChange(source, EVERY);
    expect(fetched).toHaveBeenCalledTimes(3);
  });

  it('is left alone for longer and longer after refusals, and stays as it was', async () => {
    fetched.mockImplementation(() => Promise.resolve(answer('Old')));
    const source = await exportSource(ADDRESS, signal);
    fetched.mockImplementation(() => Promise.resolve(limited(90)));
    expect(await afterChange(source, EVERY)).toBe('Old\n');
    expect(fetched).toHaveBeenCalledTimes(2);
    await afterChange(source, 1.4 * MINUTE);
    expect(fetched, 'the answer said how long').toHaveBeenCalledTimes(2);
    await afterChange(source, 0.2 * MINUTE);
    expect(fetched).toHaveBeenCalledTimes(3);
    await afterChange(source, 1.9 * MINUTE);
    expect(fetched, 'twice the first wait').toHaveBeenCalledTimes(3);
    await afterChange(source, 0.2 * MINUTE);
    expect(fetched).toHaveBeenCalledTimes(4);
  });

  it('is not asked for in a hidden tab', async () => {
    fetched.mockImplementation(() => Promise.resolve(answer('Old')));
    const source = await exportSource(ADDRESS, signal);
    vi.stubGlobal('document', { hidden: true });
    await afterChange(source, 10 * MINUTE);
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});
