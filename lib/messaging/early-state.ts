import { browser } from 'wxt/browser';

/** Name of the port on which a content script tells its state to a page of the extension, at once and at every change. */
export const STATE_PORT = 'stagemark-state';

type Port = ReturnType<typeof browser.tabs.connect>;

/** What a page has heard of its tab so far. */
interface EarlyState {
  readonly tabId: number;
  readonly port: Port;
  /** The newest state as it came, not yet parsed; undefined where none has come. */
  newest: unknown;
  ended: boolean;
  /** Ends the listening; the port stays open. */
  readonly release: () => void;
}

/** A question that was asked before the page's own scripts were there. */
export interface EarlyQuestion {
  readonly tabId: Promise<number | null>;
  state: EarlyState | null;
}

declare global {
  // A property of the global object is what two scripts of one page share.
  var stagemarkEarly: EarlyQuestion | undefined;
}

/** Connects to a tab and keeps what it tells, until the page's own scripts ask for it with `takeEarlyState`. */
export function askEarly(tabId: Promise<number | null> | number): void {
  const question: EarlyQuestion = { tabId: Promise.resolve(tabId), state: null };
  globalThis.stagemarkEarly = question;
  const connect = (id: number | null) => {
    if (id !== null) question.state = listenTo(id);
  };
  if (typeof tabId === 'number') connect(tabId);
  // A tab that cannot be found is looked for again by the page's own scripts, which say so.
  else question.tabId.then(connect, () => undefined);
}

/** What was heard of a tab, once: who takes it goes on listening. Null where nobody asked that tab. */
export function takeEarlyState(tabId: number): EarlyState | null {
  const question = globalThis.stagemarkEarly;
  const state = question?.state ?? null;
  if (question === undefined || state?.tabId !== tabId) return null;
  question.state = null;
  state.release();
  return state;
}

function listenTo(tabId: number): EarlyState {
  const port = openStatePort(tabId);
  const told = (raw: unknown) => {
    state.newest = raw;
  };
  const gone = () => {
    // Reading lastError tells Chromium that a missing receiver was expected.
    void browser.runtime.lastError;
    state.ended = true;
  };
  const release = () => {
    port.onMessage.removeListener(told);
    port.onDisconnect.removeListener(gone);
  };
  const state: EarlyState = { tabId, port, newest: undefined, ended: false, release };
  port.onMessage.addListener(told);
  port.onDisconnect.addListener(gone);
  return state;
}

/** A port to the content script of a tab's page. */
export function openStatePort(tabId: number): Port {
  return browser.tabs.connect(tabId, { name: STATE_PORT, frameId: 0 });
}
