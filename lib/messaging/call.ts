import { browser } from 'wxt/browser';
import { isInvalidated } from '../platform/faults.ts';
import { BACKGROUND_TO_CONTENT, type BackgroundToContent } from './background-to-content.ts';
import { CONTENT_TO_BACKGROUND, type ContentToBackground } from './content-to-background.ts';
import { failure, openEnvelope, type Result } from './envelope.ts';
import { PAGE_TO_CONTENT, type PageToContent } from './page-to-content.ts';
import type { Kind, Protocol, RequestOf, ResponseOf } from './protocol.ts';

/** What browsers say when there is nobody at the other end. */
const NO_RECEIVER =
  /could not establish connection|receiving end does not exist|message port closed|no tab with id|invalid tab id/i;

async function call<P extends Protocol, K extends Kind<P>>(
  protocol: P,
  kind: K,
  request: RequestOf<P, K>,
  send: (message: unknown) => Promise<unknown>,
): Promise<Result<ResponseOf<P, K>>> {
  const exchange = protocol[kind];
  if (exchange === undefined) throw new RangeError(`Unknown request: ${kind}`);
  try {
    const raw = await send({ ...(request as object), kind });
    return openEnvelope(exchange.response, raw) as Result<ResponseOf<P, K>>;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failure(NO_RECEIVER.test(message) || isInvalidated(error) ? 'no-receiver' : 'failed', message);
  }
}

/** Asks the content script of a tab, from a page of the extension. Never throws: failures come as data. */
export function callContent<K extends Kind<PageToContent>>(
  tabId: number,
  kind: K,
  request: RequestOf<PageToContent, K>,
): Promise<Result<ResponseOf<PageToContent, K>>> {
  return call(PAGE_TO_CONTENT, kind, request, (message) => browser.tabs.sendMessage(tabId, message, { frameId: 0 }));
}

/** Tells the content script of a tab something, from the background. */
export function tellContent<K extends Kind<BackgroundToContent>>(
  tabId: number,
  kind: K,
  request: RequestOf<BackgroundToContent, K>,
): Promise<Result<ResponseOf<BackgroundToContent, K>>> {
  return call(BACKGROUND_TO_CONTENT, kind, request, (message) =>
    browser.tabs.sendMessage(tabId, message, { frameId: 0 }),
  );
}

/** Asks the background, waking it where it sleeps. */
export function callBackground<K extends Kind<ContentToBackground>>(
  kind: K,
  request: RequestOf<ContentToBackground, K>,
): Promise<Result<ResponseOf<ContentToBackground, K>>> {
  return call(CONTENT_TO_BACKGROUND, kind, request, (message) => browser.runtime.sendMessage(message));
}
