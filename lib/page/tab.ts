import type { DocumentClassifier } from '../classifier/contract.ts';
import type { HostPart } from '../hosts/part.ts';
import { ledgerItem } from '../ledger/ledger-item.ts';
import { type CardHost, createCardHost } from '../marks/card-host.ts';
import { callBackground } from '../messaging/call.ts';
import { createGrammarClient } from '../messaging/grammar-port.ts';
import { isOwnPage, type Sender } from '../messaging/sender.ts';
import { GoneError, serve } from '../messaging/serve.ts';
import { serveState } from '../messaging/state-port.ts';
import type { TabState } from '../model/tab.ts';
import { browserClock } from '../platform/clock.ts';
import { faults } from '../platform/faults.ts';
import { partOf } from '../platform/parts.ts';
import { items, readSettings, watchSettings } from '../settings/settings.ts';
import type { CardControl } from './card.ts';
import { withCarried } from './carry.ts';
import { type Controller, createController } from './controller.ts';
import { lifetimeOf, removeLeftovers } from './lifetime.ts';
import { CLASSIFIER_PART, HOST_PART, type ReviewPart } from './part-names.ts';
import { CONTENT_REQUESTS, type ContentHandlers, createRequests } from './requests.ts';
import { reviewLoader } from './review-loader.ts';
import { pageTheme, watchTheme, whenBody } from './theme.ts';

export interface PageDeps extends HostPart {
  readonly createClassifier: () => DocumentClassifier;
  readonly loadReview: () => Promise<ReviewPart>;
  readonly cardHost: CardHost;
}

export interface RunningPage {
  readonly controller: Controller;
  /** Answers everything that can be asked of a page; the checker page asks it directly. */
  readonly requests: ContentHandlers;
}

/** Runs Stagemark in a page until the signal aborts; null when it did so before the settings were read. */
export async function runPage(deps: PageDeps, signal: AbortSignal): Promise<RunningPage | null> {
  const settings = await readSettings();
  await whenBody(document);
  if (signal.aborted) return null;
  const clock = browserClock;
  const theme = () => pageTheme(document);
  let card: CardControl | null = null;
  const loadReview = async () => {
    const part = await deps.loadReview();
    const page = {
      host: deps.cardHost,
      controller,
      requests,
      theme,
      clock,
      page: document,
      ledger: ledgerItem,
      signal,
    };
    card ??= part.accompany(page);
    return { review: part.review, card };
  };
  const controller = createController(
    {
      ...deps,
      loadReview,
      clock,
      askGrammar: createGrammarClient(signal),
      settings,
      theme,
      setBadge: (badge) => void callBackground('set-badge', badge),
      carry(carried) {
        items.corrections
          .update((all) => withCarried(all, carried))
          .catch((error: unknown) => faults.note('corrections', error));
      },
    },
    signal,
  );
  const requests = createRequests({
    controller,
    items,
    clock,
    showCard(surfaceId, passageId) {
      loadReview().then(
        (part) => part.card.showByKey(surfaceId, passageId),
        (error: unknown) => faults.note('card', error),
      );
    },
  });
  watchSettings(controller.apply, signal);
  watchTheme(document, controller.redraw, signal);
  return { controller, requests };
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
export async function runTab(contextSignal: AbortSignal): Promise<void> {
  removeLeftovers(document);
  const signal = lifetimeOf(contextSignal, browserClock);
  // Before anything is awaited: the card's listeners must stand before the page's own.
  const cardHost = createCardHost(document, signal);
  const loadReview = reviewLoader(browserClock, signal);
  const starts = Promise.all([partOf(HOST_PART), partOf(CLASSIFIER_PART)]).then(([host, createClassifier]) =>
    runPage({ ...host, createClassifier, loadReview, cardHost }, signal),
  );
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
