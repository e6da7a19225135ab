import { callBackground } from '../messaging/call.ts';
import type { ContentToBackground } from '../messaging/content-to-background.ts';
import type { ContentToBackgroundAnswers } from '../messaging/content-to-background-answers.ts';
import type { Failure, Result } from '../messaging/envelope.ts';
import type { Kind, RequestOf, ResponseOf } from '../messaging/protocol.ts';
import { GoneError } from '../messaging/serve.ts';
import type { Clock } from '../platform/clock.ts';

/** Waits before asking, in milliseconds: a background that was killed while it was asked is woken by the next. */
const WAITS_MS = [0, 50, 300, 2000] as const;

export type AskBackground = <K extends Kind<ContentToBackground>>(
  kind: K,
  request: RequestOf<ContentToBackground, K>,
) => Promise<ResponseOf<ContentToBackground, ContentToBackgroundAnswers, K>>;

/** What must not be done twice where only the answer was lost. */
const ONCE: readonly Kind<ContentToBackground>[] = ['undo-correction'];

/** Asks the background, and again where it died over the question. Rejects with its words. */
export function createAskBackground(
  clock: Clock,
  signal: AbortSignal,
  call: typeof callBackground = callBackground,
): AskBackground {
  return async (kind, request) => {
    let failed: Failure | null = null;
    for (const ms of WAITS_MS) {
      if (ms > 0) await new Promise<void>((resolve) => clock.after(ms, resolve, signal));
      const answer = (await call(kind, request)) as Result<never>;
      if (answer.ok) return answer.value;
      failed = answer;
      if (answer.code !== 'no-receiver' || ONCE.includes(kind)) break;
    }
    const { code, error } = failed ?? { code: 'failed', error: 'Nothing answered.' };
    throw code === 'gone' ? new GoneError(error) : new Error(error);
  };
}
