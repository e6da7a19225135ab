/** Time that the code of one world spends on the main thread, in milliseconds. */
export interface WorkLog {
  /** Work since the last call of `take`. */
  take(): number;
  /** Runs something whose callbacks must not count. */
  unmetered<T>(run: () => T): T;
}

type Callback = (...args: never[]) => unknown;

/**
 * Counts the time spent in every callback that this world hands to the browser: observers, frames, timers, listeners.
 * To be called before any of them is registered; works on the globals of the world that it runs in.
 */
export function meterWork(): WorkLog {
  let spent = 0;
  let depth = 0;
  let paused = false;
  const timed = <T extends Callback>(callback: T): T => {
    if (paused) return callback;
    return ((...args: never[]) => {
      if (depth > 0) return callback(...args);
      depth++;
      const from = performance.now();
      try {
        return callback(...args);
      } finally {
        spent += performance.now() - from;
        depth--;
      }
    }) as T;
  };
  const scope = globalThis as unknown as Record<string, unknown>;
  for (const name of ['requestAnimationFrame', 'setTimeout', 'setInterval', 'requestIdleCallback', 'queueMicrotask']) {
    const original = scope[name] as (callback: Callback, ...rest: unknown[]) => unknown;
    scope[name] = (callback: Callback, ...rest: unknown[]) => original.call(globalThis, timed(callback), ...rest);
  }
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    const Original = scope[name] as new (callback: Callback, options?: unknown) => object;
    scope[name] = class extends Original {
      constructor(callback: Callback, options?: unknown) {
        super(timed(callback), options);
      }
    };
  }
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    add.call(
      this,
      type,
      typeof listener === 'function' ? (timed(listener as unknown as Callback) as EventListener) : listener,
      options,
    );
  };
  return {
    take() {
      const now = spent;
      spent = 0;
      return now;
    },
    unmetered(run) {
      paused = true;
      try {
        return run();
      } finally {
        paused = false;
      }
    },
  };
}
