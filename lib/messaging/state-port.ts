import { browser } from 'wxt/browser';
import { type TabState, tabStateSchema } from '../model/tab.ts';
import { faults } from '../platform/faults.ts';
import { listen, whenAborted } from '../platform/listen.ts';
import { openStatePort, STATE_PORT, takeEarlyState } from './early-state.ts';
import { isOwnPage } from './sender.ts';
import { identity } from './serve.ts';

/**
 * Content side: pages of the extension that connect get the state at once and at every change.
 * @param subscribe calls the listener at once and at every change until its signal aborts.
 */
export function serveState(
  subscribe: (listener: (state: TabState) => void, signal: AbortSignal) => void,
  signal: AbortSignal,
): void {
  const connected = (port: ReturnType<typeof browser.runtime.connect>) => {
    if (port.name !== STATE_PORT || !isOwnPage(port.sender ?? {}, identity())) return;
    const open = new AbortController();
    const post = (state: TabState) => {
      try {
        port.postMessage(state);
      } catch (error) {
        // The page closed between the last change and its disconnect event.
        open.abort(error);
      }
    };
    port.onDisconnect.addListener(() => open.abort());
    whenAborted(signal, () => port.disconnect(), open.signal);
    subscribe(post, AbortSignal.any([open.signal, signal]));
  };
  listen(browser.runtime.onConnect, connected, signal);
}

/**
 * Page side: follows the state of a tab until the signal aborts.
 * @param ended is called once when the tab has no content script, navigated away or closed.
 */
export function followState(
  tabId: number,
  changed: (state: TabState) => void,
  ended: () => void,
  signal: AbortSignal,
): void {
  const early = takeEarlyState(tabId);
  const port = early?.port ?? openStatePort(tabId);
  const told = (raw: unknown) => {
    const state = tabStateSchema.safeParse(raw);
    if (state.success) changed(state.data);
    else faults.note('following a tab', 'A state did not have the agreed form.');
  };
  const gone = () => {
    // Reading lastError tells Chromium that a missing receiver was expected.
    void browser.runtime.lastError;
    if (!signal.aborted) ended();
  };
  port.onMessage.addListener(told);
  port.onDisconnect.addListener(gone);
  whenAborted(signal, () => port.disconnect());
  if (early?.newest !== undefined) told(early.newest);
  if (early?.ended) gone();
}
