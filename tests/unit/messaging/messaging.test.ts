import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { fakeRuntime, OWN_PAGE, OWN_TAB } from './fake-runtime.ts';

const fake = vi.hoisted(() => ({ current: null as ReturnType<typeof fakeRuntime> | null }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return fake.current?.browser;
  },
}));

import { callBackground, callContent } from '../../../lib/messaging/call.ts';
import { CONTENT_TO_BACKGROUND } from '../../../lib/messaging/content-to-background.ts';
import { askEarly } from '../../../lib/messaging/early-state.ts';
import { openEnvelope } from '../../../lib/messaging/envelope.ts';
import { PAGE_TO_CONTENT } from '../../../lib/messaging/page-to-content.ts';
import { isOwnPage, isOwnTab } from '../../../lib/messaging/sender.ts';
import { GoneError, serve } from '../../../lib/messaging/serve.ts';
import { followState, serveState } from '../../../lib/messaging/state-port.ts';
import type { PageSettings } from '../../../lib/model/page-settings.ts';
import type { TabState } from '../../../lib/model/tab.ts';
import { faults } from '../../../lib/platform/faults.ts';

let runtime: ReturnType<typeof fakeRuntime>;
let stop: AbortController;
beforeEach(() => {
  runtime = fakeRuntime();
  fake.current = runtime;
  stop = new AbortController();
  globalThis.stagemarkEarly = undefined;
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

const settings: PageSettings = {
  look: 'line',
  mode: 'all',
  pauseMs: 800,
  off: null,
  snoozeMs: 0,
  documents: [],
  problems: [],
};
const nothing = () => ({});
const quiet = {
  'set-badge': nothing,
  'open-page': nothing,
  'bring-card': nothing,
  'get-settings': () => settings,
  'change-document': nothing,
  'change-switch': nothing,
  snooze: nothing,
  'relabel-phrase': nothing,
  'undo-correction': () => ({ undone: true }),
  'keep-ledger': nothing,
};
const badge = { stage: 'strategy', worthALook: false } as const;

describe('a request', () => {
  test('reaches its handler with the sender that the browser names', async () => {
    const heard = vi.fn(() => ({}));
    serve(CONTENT_TO_BACKGROUND, { ...quiet, 'set-badge': heard }, isOwnTab, stop.signal);
    expect(await callBackground('set-badge', badge)).toEqual({ ok: true, value: {} });
    expect(heard).toHaveBeenCalledExactlyOnceWith(badge, OWN_TAB);
  });

  test('of a wrong form is refused and reaches nobody', async () => {
    const heard = vi.fn(() => ({}));
    serve(CONTENT_TO_BACKGROUND, { ...quiet, 'set-badge': heard }, isOwnTab, stop.signal);
    const answer = await callBackground('set-badge', { stage: 'loud' as never, worthALook: false });
    expect(answer).toMatchObject({ ok: false, code: 'invalid' });
    expect(heard).not.toHaveBeenCalled();
  });

  test('that nobody hears comes back as no-receiver, not as an exception', async () => {
    expect(await callBackground('set-badge', badge)).toMatchObject({ ok: false, code: 'no-receiver' });
    expect(await callContent(1, 'get-state', {})).toMatchObject({ ok: false, code: 'no-receiver' });
  });

  test('whose handler throws comes back as failed, with its sentence', async () => {
    const broken = () => {
      throw new Error('The icon is gone.');
    };
    serve(CONTENT_TO_BACKGROUND, { ...quiet, 'set-badge': broken }, isOwnTab, stop.signal);
    expect(await callBackground('set-badge', badge)).toEqual({ ok: false, code: 'failed', error: 'The icon is gone.' });
  });

  test('about something that went away comes back as gone', async () => {
    const gone = async () => {
      throw new GoneError('No longer there.');
    };
    serve(CONTENT_TO_BACKGROUND, { ...quiet, 'set-badge': gone }, isOwnTab, stop.signal);
    expect(await callBackground('set-badge', badge)).toMatchObject({ ok: false, code: 'gone' });
  });

  test('whose answer has a wrong form is not believed', async () => {
    serve(CONTENT_TO_BACKGROUND, { ...quiet, 'set-badge': () => 7 as never }, isOwnTab, stop.signal);
    expect(await callBackground('set-badge', badge)).toMatchObject({ ok: false, code: 'invalid' });
  });

  test('of an unknown kind is ignored and noted once', async () => {
    serve(CONTENT_TO_BACKGROUND, quiet, isOwnTab, stop.signal);
    const count = () => faults.list().filter(({ message }) => message.includes('make-tea')).length;
    await runtime.browser.runtime.sendMessage({ kind: 'make-tea' });
    expect(await runtime.browser.runtime.sendMessage({ kind: 'make-tea' })).toBeUndefined();
    expect(count()).toBe(1);
  });

  test.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])('named %s reaches no handler', async (kind) => {
    serve(CONTENT_TO_BACKGROUND, quiet, isOwnTab, stop.signal);
    expect(await runtime.browser.runtime.sendMessage({ kind })).toBeUndefined();
  });

  test('is no longer heard after the signal', async () => {
    serve(CONTENT_TO_BACKGROUND, quiet, isOwnTab, stop.signal);
    stop.abort();
    expect(await callBackground('set-badge', badge)).toMatchObject({ ok: false, code: 'no-receiver' });
  });

  test('may hold anything without an exception', async () => {
    serve(CONTENT_TO_BACKGROUND, quiet, isOwnTab, stop.signal);
    const kinds = fc.constantFrom(...Object.keys(CONTENT_TO_BACKGROUND));
    await fc.assert(
      fc.asyncProperty(kinds, fc.jsonValue(), async (kind, rest) => {
        const answer = await runtime.browser.runtime.sendMessage(
          typeof rest === 'object' && rest !== null && !Array.isArray(rest) ? { ...rest, kind } : { kind, rest },
        );
        expect(answer === undefined || typeof (answer as { ok: unknown }).ok === 'boolean').toBe(true);
      }),
    );
  });
});

describe('a sender', () => {
  const self = { extensionId: 'stagemark', extensionRoot: 'chrome-extension://stagemark/' };

  test.each([
    ['a page of the extension', OWN_PAGE, true],
    ['a page of the extension in a tab', { ...OWN_PAGE, tab: { id: 1 } }, true],
    ['the background', { id: 'stagemark' }, true],
    ['a content script', OWN_TAB, false],
    ['another extension', { id: 'other', url: OWN_PAGE.url }, false],
    [
      'a page with a like address',
      { id: 'stagemark', url: 'https://evil.example/chrome-extension://stagemark/' },
      false,
    ],
    ['nobody', {}, false],
  ])('that is %s is accepted as an own page: %#', (_, sender, expected) => {
    expect(isOwnPage(sender, self)).toBe(expected);
  });

  test.each([
    ['a content script in the top frame', OWN_TAB, true],
    ['a content script in another frame', { ...OWN_TAB, frameId: 3 }, false],
    ['another extension', { ...OWN_TAB, id: 'other' }, false],
    ['no tab', { id: 'stagemark' }, false],
  ])('that is %s is accepted as an own tab: %#', (_, sender, expected) => {
    expect(isOwnTab(sender, self)).toBe(expected);
  });

  test('that is a stranger gets no answer', async () => {
    serve(CONTENT_TO_BACKGROUND, quiet, isOwnTab, stop.signal);
    runtime.state.sender = { id: 'other', tab: { id: 1 } };
    expect(await callBackground('set-badge', badge)).toMatchObject({ ok: false, code: 'no-receiver' });
  });
});

describe('the schemas', () => {
  test.each([
    ['snooze', { minutes: -1 }],
    ['snooze', { minutes: 1441 }],
    ['snooze', { minutes: Number.NaN }],
    ['relabel-phrase', { phrase: '', label: 'none' }],
    ['relabel-phrase', { phrase: 'x'.repeat(81), label: 'none' }],
  ] as const)('of %s refuse %j', (kind, request) => {
    expect(CONTENT_TO_BACKGROUND[kind].safeParse(request).success).toBe(false);
  });

  test.each([
    ['snooze', { minutes: Number.NaN }],
    ['set-switch', { scope: 'planet', on: true }],
    ['relabel-passage', { surfaceId: 's', passageId: 'p' }],
  ] as const)('of a page refuse %s as %j', (kind, request) => {
    expect(PAGE_TO_CONTENT[kind].safeParse(request).success).toBe(false);
  });

  test.each([undefined, null, 7, {}, { ok: 'yes' }, { ok: true, value: 'x' }, { ok: false }])(
    'do not take %j for a good answer',
    (raw) => expect(openEnvelope(z.number(), raw).ok).toBe(false),
  );
});

describe('the state port', () => {
  const state: TabState = {
    status: 'waiting',
    host: null,
    off: null,
    mode: 'all',
    surfaces: [],
    unplaced: 0,
    health: {},
  };

  test('tells the state at once, at every change, and its end', async () => {
    runtime.state.sender = OWN_PAGE;
    let tell: ((state: TabState) => void) | null = null;
    serveState((listener) => {
      tell = listener;
      listener(state);
    }, stop.signal);
    const heard: string[] = [];
    const ended = vi.fn();
    followState(1, ({ status }) => heard.push(status), ended, new AbortController().signal);
    await settle();
    (tell as ((state: TabState) => void) | null)?.({ ...state, status: 'ready' });
    await settle();
    expect(heard).toEqual(['waiting', 'ready']);
    stop.abort();
    expect(ended).toHaveBeenCalledOnce();
  });

  test('tells strangers nothing', async () => {
    const subscribe = vi.fn();
    serveState(subscribe, stop.signal);
    runtime.state.sender = OWN_TAB;
    followState(1, vi.fn(), vi.fn(), new AbortController().signal);
    await settle();
    expect(subscribe).not.toHaveBeenCalled();
  });

  test('is taken over from an early question, with what came before, on the same port', async () => {
    runtime.state.sender = OWN_PAGE;
    let tell: ((state: TabState) => void) | null = null;
    serveState((listener) => {
      tell = listener;
      listener(state);
    }, stop.signal);
    askEarly(Promise.resolve(1));
    await settle();
    const heard: string[] = [];
    followState(1, ({ status }) => heard.push(status), vi.fn(), new AbortController().signal);
    expect(heard).toEqual(['waiting']);
    (tell as ((state: TabState) => void) | null)?.({ ...state, status: 'ready' });
    await settle();
    expect(heard).toEqual(['waiting', 'ready']);
    expect(runtime.state.received).toHaveLength(1);
  });

  test('is asked anew where the early question was about another tab, or was taken before', async () => {
    runtime.state.sender = OWN_PAGE;
    serveState((listener) => listener(state), stop.signal);
    askEarly(1);
    for (const tab of [2, 1, 1]) followState(tab, vi.fn(), vi.fn(), new AbortController().signal);
    await settle();
    expect(runtime.state.received).toHaveLength(3);
  });

  test('says the end that came before anybody followed', async () => {
    const ended = vi.fn();
    askEarly(1);
    await settle();
    followState(1, vi.fn(), ended, new AbortController().signal);
    expect(ended).toHaveBeenCalledOnce();
  });

  test('says the end where nobody answers', async () => {
    const ended = vi.fn();
    followState(1, vi.fn(), ended, new AbortController().signal);
    await settle();
    expect(ended).toHaveBeenCalledOnce();
  });
});
