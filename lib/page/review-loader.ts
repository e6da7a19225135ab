import { callBackground } from '../messaging/call.ts';
import type { Clock } from '../platform/clock.ts';
import { hasPart, partOf } from '../platform/parts.ts';
import { REVIEW_PART, type ReviewPart } from './part-names.ts';

/** How long the review may take to come before asking again is allowed, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Loads the review when it is first needed.
 * @returns a function that gives the same promise while it is loading or loaded, and tries anew after a failure.
 */
export function reviewLoader(clock: Clock, signal: AbortSignal): () => Promise<ReviewPart> {
  let loading: Promise<ReviewPart> | null = null;
  return () => {
    loading ??= bring(clock, signal).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}

async function bring(clock: Clock, signal: AbortSignal): Promise<ReviewPart> {
  if (!hasPart(REVIEW_PART)) {
    const asked = await callBackground('bring-review', {});
    if (!asked.ok) throw new Error(`The review could not be loaded: ${asked.error}`);
  }
  const late = new Promise<never>((_, reject) => {
    clock.after(PATIENCE_MS, () => reject(new Error('The review did not come.')), signal);
  });
  return Promise.race([partOf(REVIEW_PART), late]);
}
