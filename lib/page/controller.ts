import type { Host, HostState, Surface } from '../hosts/host.ts';
import type { MarkStyle } from '../marks/marker.ts';
import type { Badge } from '../messaging/content-to-background.ts';
import type { OpenDocument } from '../messaging/document-client.ts';
import { GoneError } from '../messaging/serve.ts';
import type { HostKind } from '../model/document.ts';
import type { PageSettings } from '../model/page-settings.ts';
import type { OFF_REASONS, TabState, TabStatus } from '../model/tab.ts';
import type { Clock } from '../platform/clock.ts';
import { faults } from '../platform/faults.ts';
import { documentKey } from '../settings/document-key.ts';
import { badgeOf } from './badge.ts';
import { createSession, type Session, type SessionView } from './session.ts';

/** State changes within this time are told once, in milliseconds. */
const TELL_EVERY_MS = 50;

export interface ControllerDeps {
  /** Makes the host for this page; called again each time Stagemark is switched on. */
  readonly createHost: () => Host;
  readonly hostKind: HostKind;
  readonly openDocument: OpenDocument;
  readonly clock: Clock;
  readonly settings: PageSettings;
  /** A snooze is over: the settings are to be asked for again. */
  readonly snoozeEnded: () => void;
  readonly theme: () => MarkStyle['theme'];
  readonly setBadge: (badge: Badge) => void;
}

/** One per tab: runs the host and a session per surface, obeys the switches, and tells the tab's state. */
export interface Controller {
  readonly hostKind: HostKind;
  state(): TabState;
  /** New settings act at once. */
  apply(settings: PageSettings): void;
  /** Calls the listener with the state at once and at every change. */
  subscribe(listener: (state: TabState) => void, signal: AbortSignal): void;
  /** Calls the listener at every change, without the cost of a state. */
  onChange(listener: () => void, signal: AbortSignal): void;
  /** The page's theme changed. */
  redraw(): void;
  /** @throws GoneError when the surface is not there or switched off. */
  session(surfaceId: string): Session;
  sessions(): readonly Session[];
  /** Whether the writer can edit the document of a surface; false where the surface is not there. */
  isEditable(surfaceId: string): boolean;
  /** The document that commands act on: the peek where one is open, else the page; null where nothing is read. */
  mainSession(): Session | null;
  /** Surface id of the document that switches act on, also while it is switched off. */
  mainSurfaceId(): string | null;
}

interface Running {
  readonly surface: Surface;
  session: Session | null;
  stop: AbortController;
}

const STATUS_OF_HOST: Readonly<Record<HostState, TabStatus>> = {
  waiting: 'waiting',
  'no-document': 'no-document',
  ready: 'reading',
  'needs-reload': 'needs-reload',
  unreadable: 'unreadable',
};

export function createController(deps: ControllerDeps, signal: AbortSignal): Controller {
  const { clock } = deps;
  const surfaces = new Map<string, Running>();
  const listeners = new Set<(state: TabState) => void>();
  const followers = new Set<() => void>();
  let settings = deps.settings;
  let host: { readonly host: Host; readonly stop: AbortController } | null = null;
  let hostState: HostState = 'waiting';
  let off: (typeof OFF_REASONS)[number] | null = null;
  let wake = new AbortController();
  let lastBadge = '';

  const choice = (surfaceId: string) => {
    const own = documentKey(surfaceId);
    return settings.documents.find(({ key }) => key === own);
  };
  const isOffHere = (surfaceId: string) => choice(surfaceId)?.off === true;
  const view = (surfaceId: string): SessionView => ({
    look: settings.look,
    pauseMs: settings.pauseMs,
    mode: choice(surfaceId)?.mode ?? settings.mode,
    theme: deps.theme(),
  });

  const main = (): Running | null => {
    const all = [...surfaces.values()];
    return all.find(({ surface }) => surface.kind === 'peek') ?? all[0] ?? null;
  };

  const status = (): { readonly status: TabStatus; readonly off: TabState['off'] } => {
    if (off !== null) return { status: 'off', off };
    if (hostState !== 'ready') return { status: STATUS_OF_HOST[hostState], off: null };
    const running = main();
    if (running === null) return { status: 'waiting', off: null };
    if (running.session === null) return { status: 'off', off: 'off-document' };
    return { status: running.session.head() === null ? 'reading' : 'ready', off: null };
  };

  const state = (): TabState => {
    const live = [...surfaces.values()].flatMap(({ session }) => (session === null ? [] : [session]));
    const health = host?.host.health().facts ?? {};
    return {
      ...status(),
      host: deps.hostKind,
      mode: view(main()?.surface.id ?? '').mode,
      surfaces: live.map((session) => session.state()),
      unplaced: live.reduce((sum, { surface }) => sum + surface.marker.counts().unplaced, 0),
      health: {
        ...health,
        hostState,
        ...timingFacts(main()?.session?.timings() ?? {}),
        tier2: live.every((session) => session.grammarAvailable()),
        drawing: live.some((session) => session.isDrawing()),
        ...faultFacts(),
        ...Object.fromEntries(settings.problems.map(({ key, problem }) => [`settings.${key}`, problem])),
      },
    };
  };

  let telling = false;
  const tell = () => {
    if (telling || signal.aborted) return;
    telling = true;
    clock.after(
      TELL_EVERY_MS,
      () => {
        telling = false;
        for (const follower of followers) follower();
        if (listeners.size > 0) {
          const now = state();
          for (const listener of listeners) listener(now);
        }
        const badge = badgeOf(status().status === 'ready' ? (main()?.session?.head() ?? null) : null);
        const key = JSON.stringify(badge);
        if (key === lastBadge) return;
        lastBadge = key;
        deps.setBadge(badge);
      },
      signal,
    );
  };

  const openSession = (running: Running) => {
    running.stop = new AbortController();
    running.session = createSession({
      surface: running.surface,
      openDocument: deps.openDocument,
      clock,
      view: () => view(running.surface.id),
      changed: tell,
      signal: AbortSignal.any([running.stop.signal, signal]),
    });
  };
  const closeSession = (running: Running) => {
    running.stop.abort();
    running.session = null;
  };

  const startHost = () => {
    const stop = new AbortController();
    const started = deps.createHost();
    host = { host: started, stop };
    hostState = 'waiting';
    const hostSignal = AbortSignal.any([stop.signal, signal]);
    started.start(
      {
        appeared(surface) {
          if (hostSignal.aborted) return;
          const running: Running = { surface, session: null, stop: new AbortController() };
          surfaces.set(surface.id, running);
          if (!isOffHere(surface.id)) openSession(running);
          tell();
        },
        vanished(surfaceId) {
          const running = surfaces.get(surfaceId);
          if (running === undefined) return;
          closeSession(running);
          surfaces.delete(surfaceId);
          tell();
        },
        stateChanged(next) {
          hostState = next;
          tell();
        },
      },
      hostSignal,
    );
  };
  const stopHost = () => {
    for (const running of surfaces.values()) closeSession(running);
    surfaces.clear();
    host?.stop.abort();
    host = null;
    hostState = 'waiting';
  };

  const apply = (next: PageSettings) => {
    settings = next;
    off = next.off;
    wake.abort();
    wake = new AbortController();
    if (next.snoozeMs > 0) clock.after(next.snoozeMs, deps.snoozeEnded, AbortSignal.any([wake.signal, signal]));
    if (off !== null) stopHost();
    else if (host === null) startHost();
    else {
      for (const running of surfaces.values()) {
        if (isOffHere(running.surface.id)) closeSession(running);
        else if (running.session === null) openSession(running);
        else running.session.refresh();
      }
    }
    tell();
  };

  signal.addEventListener('abort', () => {
    stopHost();
    listeners.clear();
    followers.clear();
  });
  apply(settings);

  return {
    hostKind: deps.hostKind,
    state,
    subscribe(listener, until) {
      if (until.aborted) return;
      listeners.add(listener);
      listener(state());
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
    onChange(listener, until) {
      if (until.aborted) return;
      followers.add(listener);
      until.addEventListener('abort', () => followers.delete(listener), { once: true });
    },
    apply,
    redraw: () => {
      for (const { session } of surfaces.values()) session?.refresh();
    },
    session(surfaceId) {
      const session = surfaces.get(surfaceId)?.session;
      if (!session) throw new GoneError('This document is no longer open here, or Stagemark is off in it.');
      return session;
    },
    sessions: () => [...surfaces.values()].flatMap(({ session }) => (session === null ? [] : [session])),
    isEditable: (surfaceId) => surfaces.get(surfaceId)?.surface.snapshot().editable === true,
    mainSession: () => main()?.session ?? null,
    mainSurfaceId: () => main()?.surface.id ?? null,
  };
}

function timingFacts(timings: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(timings).map(([what, ms]) => [`ms.${what}`, ms]));
}

/** How many kinds of faults the health report names; the rest is only counted. */
const FAULTS_NAMED = 5;

/** What went wrong in this page, for the diagnostics view. */
function faultFacts(): Record<string, number | string> {
  const all = faults.list();
  const named = all.slice(-FAULTS_NAMED).map(({ where, message, count }, index) => {
    return [`fault.${index + 1}`, `${where}: ${message} (${count})`];
  });
  return { faults: all.length, ...Object.fromEntries(named) };
}
