import { callBackground } from '../messaging/call.ts';
import type { Result } from '../messaging/envelope.ts';
import type { Clock } from '../platform/clock.ts';
import { partOf } from '../platform/parts.ts';
import { REVIEW_PART, type ReviewPart } from './part-names.ts';

/** Waits between asking for the review, in milliseconds: a background killed while it was asked is woken by the next. */
const WAITS_MS = [0, 300, 2000] as const;
/** How long the review may take to come once it was sent, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Loads the review when it is first needed.
 * @param ask asks the background for it.
 * @returns a function that gives the same promise while it is loading or loaded, and tries anew after a failure.
 */
export function reviewLoader(
  clock: Clock,
  signal: AbortSignal,
  ask: () => Promise<Result<unknown>> = () => callBackground('bring-review', {}),
): () => Promise<ReviewPart> {
  let loading: Promise<ReviewPart> | null = null;
  return () => {
    // The part may also come although the answer was lost, so it is waited for beside the asking.
    loading ??= Promise.race([partOf(REVIEW_PART), failure(clock, signal, ask)]).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}

/** Asks for the review, and rejects when it was refused every time or does not come in time. */
async function failure(clock: Clock, signal: AbortSignal, ask: () => Promise<Result<unknown>>): Promise<never> {
  let refusal: string | null = null;
  for (const ms of WAITS_MS) {
    await pause(clock, ms, signal);
    const asked = await ask();
    refusal = asked.ok ? null : asked.error;
    if (asked.ok) break;
  }
  if (refusal !== null) throw new Error(`The review could not be loaded: ${refusal}`);
  await pause(clock, PATIENCE_MS, signal);
  throw new Error('The review did not come.');
}

function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => clock.after(ms, resolve, signal));
}
