import { describe, expect, test } from 'vitest';
import { withCarried } from '../../../lib/background/documents/carry.ts';
import { settingsHandlers } from '../../../lib/background/settings-handlers.ts';
import { createSettingsService } from '../../../lib/background/settings-service.ts';
import type { Host, HostEvents, HostState } from '../../../lib/hosts/host.ts';
import type { Badge } from '../../../lib/messaging/content-to-background.ts';
import { createDocumentClient } from '../../../lib/messaging/document-client.ts';
import type { TabState } from '../../../lib/model/tab.ts';
import type { AskBackground } from '../../../lib/page/ask-background.ts';
import { createController } from '../../../lib/page/controller.ts';
import { createRequests } from '../../../lib/page/requests.ts';
import { documentKey } from '../../../lib/settings/document-key.ts';
import { createItems, readSettings } from '../../../lib/settings/settings.ts';
import { localBackground } from '../../harness/local-background.ts';
import { fakeArea } from '../settings/fake-area.ts';
import { fakeClassifier, fakeClock, fakeReview, fakeSurface, paragraphs } from './fakes.ts';

const LONG_MS = 5000;

interface FakeHost {
  readonly host: Host;
  readonly events: HostEvents;
  readonly signal: AbortSignal;
}

async function setUp(stored: Readonly<Record<string, unknown>> = {}) {
  const clock = fakeClock();
  const area = fakeArea(stored);
  const items = createItems(area);
  const hosts: FakeHost[] = [];
  const badges: Badge[] = [];
  const shown: string[] = [];
  const stop = new AbortController();
  const settings = createSettingsService({
    items,
    ledger: { update: async () => undefined },
    read: () => readSettings(items, fakeArea()),
    clock,
    changed: () => background.documents().follow(),
  });
  const background = localBackground(
    {
      createClassifier: () => fakeClassifier(),
      review: fakeReview,
      readGrammar: async () => new Map(),
      clock,
      settings: settings.now,
      correct: settings.correct,
      carry: (carried) => void settings.correct((all) => withCarried(all, carried)),
    },
    settings.refresh(),
  );
  const handlers = settingsHandlers(settings, clock.wall);
  const ask = ((kind: keyof typeof handlers, request: object) => handlers[kind](request as never, {})) as AskBackground;
  const reread = async () => controller.apply(await settings.forPage('notion'));
  const controller = createController(
    {
      hostKind: 'notion',
      createHost: () => ({
        kind: 'notion',
        start(events, signal) {
          hosts.push({ host: this, events, signal });
        },
        health: () => ({ state: 'ready', facts: { blocks: 3 } }),
      }),
      openDocument: createDocumentClient(background.connect, clock, () => undefined, stop.signal).open,
      clock,
      settings: await settings.forPage('notion'),
      snoozeEnded: () => void reread(),
      theme: () => 'light',
      setBadge: (badge) => badges.push(badge),
    },
    stop.signal,
  );
  const requests = createRequests({
    controller,
    ask,
    reread,
    showCard: (surfaceId, passageId) => shown.push(`${surfaceId}/${passageId}`),
  });
  const host = () => {
    const last = hosts.at(-1);
    if (last === undefined) throw new Error('No host was started.');
    return last;
  };
  const open = async (id = 'page', ...texts: string[]) => {
    const surface = fakeSurface(paragraphs(...(texts.length > 0 ? texts : ['We ship it.', 'A bet.'])), id);
    host().events.stateChanged('ready');
    host().events.appeared(surface);
    await clock.advance(LONG_MS);
    return surface;
  };
  return { clock, area, items, controller, requests, hosts, host, open, badges, shown, stop };
}

describe('the state of a tab', () => {
  test.each<[HostState, TabState['status']]>([
    ['waiting', 'waiting'],
    ['no-document', 'no-document'],
    ['needs-reload', 'needs-reload'],
    ['unreadable', 'unreadable'],
  ])('of a host that is %s is %s', async (state, status) => {
    const { controller, host } = await setUp();
    host().events.stateChanged(state);
    expect(controller.state().status).toBe(status);
  });

  test('is reading until the first report and ready after it', async () => {
    const { controller, host, clock } = await setUp();
    host().events.stateChanged('ready');
    host().events.appeared(fakeSurface(paragraphs('We ship it.')));
    expect(controller.state().status).toBe('reading');
    await clock.advance(LONG_MS);
    expect(controller.state()).toMatchObject({ status: 'ready', health: { blocks: 3, drawing: false } });
  });

  test('is told at once to who subscribes, and at changes', async () => {
    const { controller, open } = await setUp();
    const heard: string[] = [];
    controller.subscribe(({ status }) => heard.push(status), new AbortController().signal);
    await open();
    expect([heard[0], heard.at(-1)]).toEqual(['waiting', 'ready']);
  });

  test('is told to nobody after the signal', async () => {
    const { controller, open } = await setUp();
    const until = new AbortController();
    const heard: string[] = [];
    controller.subscribe(({ status }) => heard.push(status), until.signal);
    until.abort();
    await open();
    expect(heard).toEqual(['waiting']);
  });

  test('tells the badge only when it changes', async () => {
    const { open, badges, host, clock } = await setUp();
    const surface = await open();
    surface.edit(paragraphs('We ship it all.', 'A bet.'));
    await clock.advance(LONG_MS);
    host().events.vanished('page');
    await clock.advance(LONG_MS);
    const quiet = { stage: null, worthALook: false };
    expect(badges).toEqual([{ stage: 'execution', worthALook: false }, quiet]);
  });

  test('loses its documents when they vanish', async () => {
    const { controller, open, host } = await setUp();
    const surface = await open();
    host().events.vanished(surface.id);
    expect(controller.state()).toMatchObject({ status: 'waiting', surfaces: [] });
  });
});

describe('a switch', () => {
  test.each(['site', 'everywhere'] as const)('off for the %s stops the host and clears the marks', async (scope) => {
    const { controller, requests, open, host } = await setUp();
    const surface = await open();
    expect(surface.shown.length).toBe(2);
    await requests['set-switch']({ scope, on: false }, {});
    expect(surface.shown).toEqual([]);
    expect(host().signal.aborted).toBe(true);
    expect(controller.state()).toMatchObject({ status: 'off', off: `off-${scope}` });
  });

  test('off for the document keeps the host and comes back with the same surface', async () => {
    const { controller, requests, open, host, clock } = await setUp();
    const surface = await open();
    await requests['set-switch']({ scope: 'document', on: false }, {});
    expect(surface.shown).toEqual([]);
    expect(host().signal.aborted).toBe(false);
    expect(controller.state().off).toBe('off-document');
    await requests['set-switch']({ scope: 'document', on: true }, {});
    await clock.advance(LONG_MS);
    expect(surface.shown.length).toBe(2);
  });

  test('on starts a new host', async () => {
    const { requests, hosts, open } = await setUp();
    await open();
    await requests['set-switch']({ scope: 'everywhere', on: false }, {});
    await requests['set-switch']({ scope: 'everywhere', on: true }, {});
    expect(hosts.length).toBe(2);
  });

  test('says that there is no document where there is none', async () => {
    const { requests } = await setUp();
    await expect(async () => requests['set-switch']({ scope: 'document', on: false }, {})).rejects.toThrow(
      'no document',
    );
  });

  test('that snoozes ends by itself', async () => {
    const { controller, requests, open, hosts, clock } = await setUp();
    await open();
    await requests.snooze({ minutes: 10 }, {});
    expect(controller.state().off).toBe('snoozed');
    await clock.advance(10 * 60_000 - 1);
    expect(hosts.length).toBe(1);
    await clock.advance(2);
    expect(hosts.length).toBe(2);
  });

  test('that was thrown in an earlier session holds from the start', async () => {
    const { hosts } = await setUp({ switches: { version: 1, data: { everywhere: true, sites: [], snoozedUntil: 0 } } });
    expect(hosts.length).toBe(0);
  });

  test('that cannot be kept says so and changes nothing', async () => {
    const { controller, requests, open, area } = await setUp();
    await open();
    area.failWrites = new Error('QUOTA_BYTES quota exceeded');
    await expect(async () => requests['set-switch']({ scope: 'everywhere', on: false }, {})).rejects.toThrow(
      'did not keep',
    );
    expect(controller.state().status).toBe('ready');
  });
});

describe('a request', () => {
  test('relabels a passage at once and can be undone', async () => {
    const { controller, requests, open, clock } = await setUp();
    await open();
    await requests['relabel-passage']({ surfaceId: 'page', passageId: 'b0', label: 'organisation' }, {});
    expect(controller.session('page').passage('b0')).toMatchObject({ label: 'organisation', by: 'writer' });
    await clock.advance(LONG_MS);
    expect(controller.state().surfaces[0]?.report?.passages[0]?.by).toBe('writer');
    expect(await requests['undo-correction']({}, {})).toEqual({ undone: true });
    expect(controller.session('page').passage('b0')?.by).toBe('model');
  });

  test('keeps a label through small edits of its passage and drops it when the passage is rewritten', async () => {
    const { controller, requests, open, clock, items } = await setUp();
    const surface = await open('page', 'We ship it to everybody in spring.', 'A bet.');
    await requests['relabel-passage']({ surfaceId: 'page', passageId: 'b0', label: 'organisation' }, {});
    for (const text of ['We ship it to everybody in autumn.', 'We ship it to nobody in autumn.']) {
      surface.edit(paragraphs(text, 'A bet.'));
      await clock.advance(LONG_MS);
      expect(controller.session('page').passage('b0')).toMatchObject({ label: 'organisation', by: 'writer' });
    }
    expect((await items.corrections.read()).value.length).toBe(1);
    surface.edit(paragraphs('Lunch.', 'A bet.'));
    await clock.advance(LONG_MS);
    expect(controller.session('page').passage('b0')?.by).toBe('model');
  });

  test('keeps a label that is taken back while its passage is edited, taken back', async () => {
    const { controller, requests, open, clock } = await setUp();
    const surface = await open('page', 'We ship it to everybody in spring.');
    await requests['relabel-passage']({ surfaceId: 'page', passageId: 'b0', label: 'organisation' }, {});
    surface.edit(paragraphs('We ship it to everybody in autumn.'));
    await requests['undo-correction']({}, {});
    await clock.advance(LONG_MS);
    expect(controller.session('page').passage('b0')?.by).toBe('model');
  });

  test('takes a label away also after its neighbours changed', async () => {
    const { controller, requests, open, clock } = await setUp();
    const surface = await open();
    await requests['relabel-passage']({ surfaceId: 'page', passageId: 'b0', label: 'organisation' }, {});
    surface.edit(paragraphs('We ship it.', 'Another bet.'));
    await clock.advance(LONG_MS);
    await requests['relabel-passage']({ surfaceId: 'page', passageId: 'b0', label: null }, {});
    expect(controller.session('page').passage('b0')?.by).toBe('model');
  });

  test('keeps what the model had said when a passage is relabelled twice', async () => {
    const { items, requests, open } = await setUp();
    await open();
    for (const label of ['organisation', 'strategy'] as const) {
      await requests['relabel-passage']({ surfaceId: 'page', passageId: 'b0', label }, {});
    }
    expect((await items.corrections.read()).value).toMatchObject([{ was: 'execution', label: 'strategy' }]);
  });

  test('gives a phrase its sense in the open document', async () => {
    const { controller, requests, open } = await setUp();
    await open('page', 'The launch party.');
    await requests['relabel-phrase']({ phrase: 'launch party', label: 'organisation' }, {});
    expect(controller.session('page').passage('b0')?.label).toBe('organisation');
  });

  test('stores no text of the document', async () => {
    const { area, requests, open } = await setUp();
    await open();
    await requests['relabel-passage']({ surfaceId: 'page', passageId: 'b0', label: 'organisation' }, {});
    await requests['set-document-type']({ surfaceId: 'page', type: 'org' }, {});
    const stored = JSON.stringify([...area.stored]);
    expect(stored).not.toContain('ship');
    expect(stored).toContain(documentKey('page'));
  });

  test('toggles the marks and says why by command', async () => {
    const { controller, requests, open, shown } = await setUp();
    const surface = await open();
    await requests.command({ command: 'toggle-marks' }, {});
    expect([controller.state().mode, surface.shown.length]).toEqual(['none', 0]);
    await requests.command({ command: 'toggle-marks' }, {});
    expect(surface.shown.length).toBe(2);
    await requests.command({ command: 'next-passage' }, {});
    await requests.command({ command: 'why' }, {});
    expect(shown).toEqual(['page/b0']);
  });

  test('does nothing by command where there is no document', async () => {
    const { requests, shown } = await setUp();
    for (const command of ['next-passage', 'previous-passage', 'why'] as const) await requests.command({ command }, {});
    expect(shown).toEqual([]);
  });
});
