import { runtimeAlive } from './runtime.ts';

/** An event of the extension's API. */
export interface ExtensionEvent<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

/**
 * Listens to an event of the extension's API until the signal aborts. Once the extension is gone from under the script its
 * API objects are gone too, and the listener with them: touching them would throw.
 */
export function listen<Listener>(event: ExtensionEvent<Listener>, listener: Listener, signal: AbortSignal): void {
  if (signal.aborted) return;
  event.addListener(listener);
  whenAborted(signal, () => event.removeListener(listener));
}

/** Runs when the signal aborts, unless the extension is gone by then. */
export function whenAborted(signal: AbortSignal, run: () => void, until?: AbortSignal): void {
  const guarded = () => {
    if (runtimeAlive()) run();
  };
  signal.addEventListener('abort', guarded, { once: true, ...(until && { signal: until }) });
}
