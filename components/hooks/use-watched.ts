import { useLayoutEffect, useState } from 'preact/hooks';

/** The newest value that `watch` tells; null until it has first told one. `watch` must stay the same function. */
export function useWatched<T>(watch: (listener: (value: T) => void, signal: AbortSignal) => void): T | null {
  const [value, setValue] = useState<T | null>(null);
  // Before the first paint, so that what is told at once is in it.
  useLayoutEffect(() => {
    const controller = new AbortController();
    watch((next) => setValue(() => next), controller.signal);
    return () => controller.abort();
  }, [watch]);
  return value;
}
