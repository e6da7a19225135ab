import type { Check } from '../../lib/review/comparison.ts';

/** Remembers the last check of each document until the browser closes: counts and a hash, no text. */
export interface CheckStore {
  read(surfaceId: string): Promise<Check | null>;
  write(surfaceId: string, check: Check): Promise<void>;
}
