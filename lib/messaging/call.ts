import { browser } from 'wxt/browser';
import { isInvalidated } from '../platform/faults.ts';
import {
  BACKGROUND_TO_CONTENT_ANSWERS,
  type BackgroundToContent,
  type BackgroundToContentAnswers,
} from './background-to-content.ts';
import type { ContentToBackground } from './content-to-background.ts';
import { CONTENT_TO_BACKGROUND_ANSWERS, type ContentToBackgroundAnswers } from './content-to-background-answers.ts';
import { failure, openEnvelope, type Result } from './envelope.ts';
import type { PageToContent } from './page-to-content.ts';
import { PAGE_TO_CONTENT_ANSWERS, type PageToContentAnswers } from './page-to-content-answers.ts';
import type { Kind, RequestOf, Requests, ResponseOf, Responses } from './protocol.ts';

/** What browsers say when there is nobody at the other end. */
const NO_RECEIVER =
  /could not establish connection|receiving end does not exist|message port closed|message channel closed|no tab with id|invalid tab id/i;

async function call<R extends Requests, A extends Responses<R>, K extends Kind<R>>(
  answers: A,
  kind: K,
  request: RequestOf<R, K>,
  send: (message: unknown) => Promise<unknown>,
): Promise<Result<ResponseOf<R, A, K>>> {
  try {
    const raw = await send({ ...(request as object), kind });
    return openEnvelope(answers[kind], raw) as Result<ResponseOf<R, A, K>>;
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
): Promise<Result<ResponseOf<PageToContent, PageToContentAnswers, K>>> {
  return call<PageToContent, PageToContentAnswers, K>(PAGE_TO_CONTENT_ANSWERS, kind, request, (message) =>
    browser.tabs.sendMessage(tabId, message, { frameId: 0 }),
  );
}

/** Tells the content script of a tab something, from the background. */
export function tellContent<K extends Kind<BackgroundToContent>>(
  tabId: number,
  kind: K,
  request: RequestOf<BackgroundToContent, K>,
): Promise<Result<ResponseOf<BackgroundToContent, BackgroundToContentAnswers, K>>> {
  return call<BackgroundToContent, BackgroundToContentAnswers, K>(
    BACKGROUND_TO_CONTENT_ANSWERS,
    kind,
    request,
    (message) => browser.tabs.sendMessage(tabId, message, { frameId: 0 }),
  );
}

/** Asks the background, waking it where it sleeps. */
export function callBackground<K extends Kind<ContentToBackground>>(
  kind: K,
  request: RequestOf<ContentToBackground, K>,
): Promise<Result<ResponseOf<ContentToBackground, ContentToBackgroundAnswers, K>>> {
  return call<ContentToBackground, ContentToBackgroundAnswers, K>(
    CONTENT_TO_BACKGROUND_ANSWERS,
    kind,
    request,
    (message) => browser.runtime.sendMessage(message),
  );
}
