import { browser } from 'wxt/browser';

type Port = ReturnType<typeof browser.runtime.connect>;
type Sender = NonNullable<Port['sender']>;

/** Ports that wait for a turn are called this and the key. */
const PREFIX = 'stagemark-turn:';
/** A turn that has not come after this long, in milliseconds, is taken: a tab that has it may be frozen. */
const LONGEST_WAIT_MS = 1500;

/** Who waits for a turn. */
interface Waiting {
  go(): void;
}

/** Runs changes of a key one after the other. */
export type InTurn = <T>(key: string, run: () => Promise<T>) => Promise<T>;

/** Lines up. @returns how to leave, also before the turn has come. */
function lineUp(all: Map<string, Waiting[]>, key: string, waiting: Waiting): () => void {
  const queue = all.get(key) ?? [];
  all.set(key, queue);
  queue.push(waiting);
  if (queue.length === 1) waiting.go();
  return () => {
    const at = queue.indexOf(waiting);
    queue.splice(at, 1);
    if (at === 0) queue[0]?.go();
    if (queue.length === 0) all.delete(key);
  };
}

/**
 * Runs a change of a stored value while no other tab or page of the extension changes the same one: a value is read, changed
 * and written whole, so of two changes at the same moment one would be lost. Where nobody gives turns (the background
 * is gone) the change is made at once. The background itself takes turns by what `serveTurns` gives it.
 */
export async function inTurn<T>(key: string, run: () => Promise<T>): Promise<T> {
  const leave = await turnFor(key);
  try {
    return await run();
  } finally {
    leave();
  }
}

/** The background's own turn: it waits in the line that it keeps. */
async function ownTurn(all: Map<string, Waiting[]>, key: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const leave = lineUp(all, key, { go: resolve });
  const timer = setTimeout(resolve, LONGEST_WAIT_MS);
  await promise;
  clearTimeout(timer);
  return leave;
}

/** @returns how to give the turn back; nothing is given back where there are no turns to be had. */
function turnFor(key: string): Promise<() => void> {
  return new Promise((resolve) => {
    let port: Port;
    try {
      port = browser.runtime.connect({ name: PREFIX + key });
    } catch {
      // The extension is gone from under the page; the change itself will say so.
      resolve(() => undefined);
      return;
    }
    const mine = () => resolve(() => port.disconnect());
    const timer = setTimeout(mine, LONGEST_WAIT_MS);
    port.onMessage.addListener(() => {
      clearTimeout(timer);
      mine();
    });
    port.onDisconnect.addListener(() => {
      // Reading lastError tells Chromium that a missing receiver was expected.
      void browser.runtime.lastError;
      clearTimeout(timer);
      resolve(() => undefined);
    });
  });
}

/**
 * Background side: gives turns in the order of asking; who closes its port, or dies, gives its turn back. Call it
 * synchronously at start.
 * @returns the background's own way into the same lines, since it cannot connect to itself.
 */
export function serveTurns(allowed: (sender: Sender | Record<string, never>) => boolean): InTurn {
  const all = new Map<string, Waiting[]>();
  browser.runtime.onConnect.addListener((port: Port) => {
    if (!port.name.startsWith(PREFIX) || !allowed(port.sender ?? {})) return;
    const key = port.name.slice(PREFIX.length);
    port.onDisconnect.addListener(lineUp(all, key, { go: () => port.postMessage('go') }));
  });
  return async (key, run) => {
    const leave = await ownTurn(all, key);
    try {
      return await run();
    } finally {
      leave();
    }
  };
}
