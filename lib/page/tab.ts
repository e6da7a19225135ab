import type { HostPart } from '../hosts/part.ts';
import { type CardHost, createCardHost } from '../marks/card-host.ts';
import { type Connect, connectBackground } from '../messaging/channel.ts';
import { createDocumentClient } from '../messaging/document-client.ts';
import { DOCUMENT_PORT } from '../messaging/document-protocol.ts';
import { isOwnPage, type Sender } from '../messaging/sender.ts';
import { GoneError, serve } from '../messaging/serve.ts';
import { serveState } from '../messaging/state-port.ts';
import type { PageSettings } from '../model/page-settings.ts';
import type { TabState } from '../model/tab.ts';
import { browserClock } from '../platform/clock.ts';
import { faults } from '../platform/faults.ts';
import { whenStorageChanges } from '../platform/storage.ts';
import { type AskBackground, createAskBackground } from './ask-background.ts';
import { createCardLoader } from './card-loader.ts';
import { type Controller, createController } from './controller.ts';
import { keepLedger } from './ledger-keeper.ts';
import { lifetimeOf, removeLeftovers } from './lifetime.ts';
import { CONTENT_REQUESTS, type ContentHandlers, createRequests } from './requests.ts';
import { pageTheme, watchTheme, whenBody } from './theme.ts';
import { whenVisible } from './visible.ts';

/** Stored items (`lib/settings`) by which a document is shown or read; an administrator's presets count always. */
const PAGE_KEYS = ['preferences', 'switches', 'documents', 'corrections', 'packs'] as const;
/** How long a page waits before it asks for its settings again, in milliseconds. */
const ASK_AGAIN_MS = 3000;

export interface PageDeps extends HostPart {
  readonly cardHost: CardHost;
  readonly connect: Connect;
  readonly ask: AskBackground;
  /** Brings the card's script into the page. */
  readonly bringCard: () => Promise<unknown>;
}

export interface RunningPage {
  readonly controller: Controller;
  /** Answers everything that can be asked of a page; the checker page asks it directly. */
  readonly requests: ContentHandlers;
}

/** What a page of the extension and a host's page bring alike: the line to the background. */
export function backgroundDeps(signal: AbortSignal): Pick<PageDeps, 'connect' | 'ask' | 'bringCard'> {
  const ask = createAskBackground(browserClock, signal);
  return { connect: connectBackground(DOCUMENT_PORT), ask, bringCard: () => ask('bring-card', {}) };
}

/** Runs Stagemark in a page until the signal aborts; null when it did so before the settings were read. */
export async function runPage(deps: PageDeps, signal: AbortSignal): Promise<RunningPage | null> {
  const { hostKind, ask } = deps;
  const clock = browserClock;
  const askSettings = () => ask('get-settings', { host: hostKind });
  const settings = await untilAnswered(askSettings, signal);
  await whenBody(document);
  if (settings === null || signal.aborted) return null;
  const theme = () => pageTheme(document);
  const note = (where: string) => (error: unknown) => faults.note(where, error);

  const reread = async (): Promise<void> => {
    const next = await askSettings();
    if (!signal.aborted) controller.apply(next);
  };
  const settingsChanged = () => void reread().catch(note('settings'));
  const documents = createDocumentClient(deps.connect, clock, settingsChanged, signal);
  const controller = createController(
    {
      ...deps,
      openDocument: documents.open,
      clock,
      settings,
      snoozeEnded: settingsChanged,
      theme,
      setBadge: (badge) => void ask('set-badge', badge).catch(note('badge')),
    },
    signal,
  );
  const requests = createRequests({
    controller,
    ask,
    reread,
    showCard(surfaceId, passageId) {
      card.load().then((loaded) => loaded.showByKey(surfaceId, passageId), note('card'));
    },
  });
  const card = createCardLoader(
    {
      page: { host: deps.cardHost, controller, requests, theme, clock, page: document, signal },
      bring: deps.bringCard,
      clock,
    },
    signal,
  );
  keepLedger(
    {
      hostKind,
      controller,
      keep: (surfaceId, report) => void ask('keep-ledger', { surfaceId, report }).catch(note('ledger')),
      clock,
    },
    signal,
  );
  whenStorageChanges(
    PAGE_KEYS,
    () => {
      settingsChanged();
      whenVisible(document, documents.refresh, signal);
    },
    signal,
  );
  watchTheme(document, controller.redraw, signal);
  return { controller, requests };
}

/** The settings, asked for until the background gives them; null when the signal aborted. */
async function untilAnswered(ask: () => Promise<PageSettings>, signal: AbortSignal): Promise<PageSettings | null> {
  while (!signal.aborted) {
    try {
      return await ask();
    } catch (error) {
      faults.note('settings', error);
      await new Promise<void>((resolve) => browserClock.after(ASK_AGAIN_MS, resolve, signal));
    }
  }
  return null;
}

/** What a page of the extension sees while this script still reads its settings. */
const STARTING: TabState = {
  status: 'waiting',
  host: null,
  off: null,
  mode: 'all',
  surfaces: [],
  unplaced: 0,
  health: {},
};

/** Runs Stagemark in a host's page, until the signal aborts or the extension behind it is gone. */
export async function runTab(host: HostPart, contextSignal: AbortSignal): Promise<void> {
  removeLeftovers(document);
  const signal = lifetimeOf(contextSignal, browserClock);
  // Before anything is awaited: the card's listeners must stand before the page's own.
  const cardHost = createCardHost(document, signal);
  const starts = runPage({ ...host, ...backgroundDeps(signal), cardHost }, signal);
  let page: RunningPage | null = null;
  // Registered at once: a popup opened while the page still starts must not be told that nobody is here.
  serve(CONTENT_REQUESTS, handlersOf(starts), isOwnPage, signal);
  serveState((listener, until) => {
    if (page !== null) page.controller.subscribe(listener, until);
    else {
      listener(STARTING);
      starts.then(
        (started) => started?.controller.subscribe(listener, until),
        (error: unknown) => faults.note('starting', error),
      );
    }
  }, signal);
  page = await starts;
}

/** Handlers that answer once the page runs. */
function handlersOf(starts: Promise<RunningPage | null>): ContentHandlers {
  const handlers = Object.keys(CONTENT_REQUESTS).map((kind) => {
    const handle = async (request: unknown, sender: Sender) => {
      const page = await starts;
      if (page === null) throw new GoneError('Stagemark has stopped in this page.');
      return page.requests[kind as keyof ContentHandlers](request as never, sender);
    };
    return [kind, handle];
  });
  return Object.fromEntries(handlers) as ContentHandlers;
}
