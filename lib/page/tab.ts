import type { DocumentClassifier } from '../classifier/contract.ts';
import type { Host } from '../hosts/host.ts';
import { createCardHost } from '../marks/card-host.ts';
import { callBackground } from '../messaging/call.ts';
import { createGrammarClient } from '../messaging/grammar-port.ts';
import { isOwnPage } from '../messaging/sender.ts';
import { serve } from '../messaging/serve.ts';
import { serveState } from '../messaging/state-port.ts';
import type { HostKind } from '../model/document.ts';
import type { Report } from '../model/report.ts';
import { browserClock } from '../platform/clock.ts';
import { items, readSettings, watchSettings } from '../settings/settings.ts';
import { createCard, type RenderCard } from './card.ts';
import { createController } from './controller.ts';
import { lifetimeOf, removeLeftovers } from './lifetime.ts';
import { CONTENT_REQUESTS, createRequests } from './requests.ts';
import type { ReviewInput } from './session.ts';
import { pageTheme, watchTheme, whenBody } from './theme.ts';

export interface TabDeps {
  readonly hostKind: HostKind;
  readonly createHost: () => Host;
  readonly createClassifier: () => DocumentClassifier;
  readonly review: (input: ReviewInput) => Report;
  readonly renderCard: RenderCard;
  readonly cardCss: string;
}

/** Runs Stagemark in the page of one tab until the signal aborts or the extension behind it is gone. */
export async function runTab(deps: TabDeps, contextSignal: AbortSignal): Promise<void> {
  removeLeftovers(document);
  const signal = lifetimeOf(contextSignal, browserClock);
  // Before anything is awaited: its listeners must stand before the page's own.
  const cardHost = createCardHost(document, deps.cardCss, signal);
  const settings = await readSettings();
  await whenBody(document);
  if (signal.aborted) return;
  const controller = createController(
    {
      ...deps,
      clock: browserClock,
      askGrammar: createGrammarClient(signal),
      settings,
      theme: () => pageTheme(document),
      setBadge: (badge) => void callBackground('set-badge', badge),
    },
    signal,
  );
  watchSettings(controller.apply, signal);
  watchTheme(document, controller.redraw, signal);
  const requests = createRequests({
    controller,
    items,
    clock: browserClock,
    showCard: (surfaceId, passageId) => card.showByKey(surfaceId, passageId),
  });
  const card = createCard(
    {
      host: cardHost,
      render: deps.renderCard,
      controller,
      requests,
      theme: () => pageTheme(document),
      clock: browserClock,
      page: document,
    },
    signal,
  );
  serve(CONTENT_REQUESTS, requests, isOwnPage, signal);
  serveState(controller.state, controller.subscribe, signal);
}
