import { browser } from 'wxt/browser';
import { type TabState, tabStateSchema } from '../model/tab.ts';
import { faults } from '../platform/faults.ts';
import { listen, whenAborted } from '../platform/listen.ts';
import { STATE_PORT } from './page-to-content.ts';
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
  const port = browser.tabs.connect(tabId, { name: STATE_PORT, frameId: 0 });
  port.onMessage.addListener((raw: unknown) => {
    const state = tabStateSchema.safeParse(raw);
    if (state.success) changed(state.data);
    else faults.note('following a tab', 'A state did not have the agreed form.');
  });
  port.onDisconnect.addListener(() => {
    // Reading lastError tells Chromium that a missing receiver was expected.
    void browser.runtime.lastError;
    if (!signal.aborted) ended();
  });
  whenAborted(signal, () => port.disconnect());
}
