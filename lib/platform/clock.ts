/** Time and idleness, injected wherever something waits, so that tests decide when time passes. */
export interface Clock {
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** Milliseconds since 1970 on the wall clock, which a person can set. */
  wall(): number;
  /** Runs once after `ms`, unless the signal aborts first. */
  after(ms: number, run: () => void, signal: AbortSignal): void;
  /** Runs once when the page has nothing better to do, at the latest after IDLE_LATEST_MS, unless the signal aborts first. */
  idle(run: () => void, signal: AbortSignal): void;
}

/** How long idle work waits for the page at most, in milliseconds. */
const IDLE_LATEST_MS = 200;

/** The browser's clock. */
export const browserClock: Clock = {
  now: () => performance.now(),
  wall: () => Date.now(),
  after(ms, run, signal) {
    if (signal.aborted) return;
    const stop = () => clearTimeout(timer);
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      run();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  },
  idle(run, signal) {
    if (signal.aborted) return;
    const stop = () => cancelIdleCallback(handle);
    const handle = requestIdleCallback(
      () => {
        signal.removeEventListener('abort', stop);
        run();
      },
      { timeout: IDLE_LATEST_MS },
    );
    signal.addEventListener('abort', stop, { once: true });
  },
};
