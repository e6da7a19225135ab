import { browser } from 'wxt/browser';

type Port = ReturnType<typeof browser.runtime.connect>;
type Sender = NonNullable<Port['sender']>;

/** Ports that wait for a turn are called this and the key. */
const PREFIX = 'stagemark-turn:';
/** A turn that has not come after this long, in milliseconds, is taken: a tab that has it may be frozen. */
const LONGEST_WAIT_MS = 1500;

/**
 * Runs a change of a stored value while no other tab or page of the extension changes the same one: a value is read, changed
 * and written whole, so of two changes at the same moment one would be lost. Where nobody gives turns (the background is
 * gone, or this is it) the change is made at once.
 */
export async function inTurn<T>(key: string, run: () => Promise<T>): Promise<T> {
  const port = await turnFor(key);
  try {
    return await run();
  } finally {
    port?.disconnect();
  }
}

/** @returns the port that holds the turn until it is closed, or null where there are no turns to be had. */
function turnFor(key: string): Promise<Port | null> {
  return new Promise((resolve) => {
    let port: Port;
    try {
      port = browser.runtime.connect({ name: PREFIX + key });
    } catch {
      // The extension is gone from under the page; the change itself will say so.
      resolve(null);
      return;
    }
    const timer = setTimeout(() => resolve(port), LONGEST_WAIT_MS);
    port.onMessage.addListener(() => {
      clearTimeout(timer);
      resolve(port);
    });
    port.onDisconnect.addListener(() => {
      // Reading lastError tells Chromium that a missing receiver was expected.
      void browser.runtime.lastError;
      clearTimeout(timer);
      resolve(null);
    });
  });
}

/**
 * Background side: gives turns in the order of asking; who closes its port, or dies, gives its turn back. Call it
 * synchronously at start.
 */
export function serveTurns(allowed: (sender: Sender | Record<string, never>) => boolean): void {
  const queues = new Map<string, Port[]>();
  browser.runtime.onConnect.addListener((port: Port) => {
    const { name } = port;
    if (!name.startsWith(PREFIX) || !allowed(port.sender ?? {})) return;
    const queue = queues.get(name) ?? [];
    queues.set(name, queue);
    queue.push(port);
    port.onDisconnect.addListener(() => {
      const at = queue.indexOf(port);
      queue.splice(at, 1);
      if (at === 0) queue[0]?.postMessage('go');
      if (queue.length === 0) queues.delete(name);
    });
    if (queue.length === 1) port.postMessage('go');
  });
}
