import { browser } from 'wxt/browser';
import { object, text } from '../model/shape.ts';
import { faults } from '../platform/faults.ts';
import { listen } from '../platform/listen.ts';
import { failure, type Result, success } from './envelope.ts';
import type { Handlers, Kind, Requests, Responses } from './protocol.ts';
import type { Identity, Sender } from './sender.ts';

const kindShape = object({ kind: text });
/** How much of an unknown message's kind is worth noting. */
const LONGEST_KIND = 40;

/** The extension as the browser identifies it. */
export function identity(): Identity {
  return { extensionId: browser.runtime.id, extensionRoot: browser.runtime.getURL('/') };
}

/**
 * Answers one message.
 * @returns null when nothing of its kind may be asked here: it is ignored, and noted once.
 */
export function answer<R extends Requests, A extends Responses<R>, S extends Sender>(
  requests: R,
  handlers: Handlers<R, A, S>,
  raw: unknown,
  sender: S,
): Promise<Result<unknown>> | null {
  const kind = kindShape.safeParse(raw);
  if (!kind.success || !Object.hasOwn(requests, kind.data.kind)) {
    faults.note(
      'messages',
      `Ignored an unknown message${kind.success ? `: ${kind.data.kind.slice(0, LONGEST_KIND)}` : '.'}`,
    );
    return null;
  }
  const name = kind.data.kind as Kind<R>;
  const request = requests[name]?.safeParse(raw);
  if (request === undefined || !request.success) {
    return Promise.resolve(failure('invalid', `The request ${name} did not have the agreed form.`));
  }
  return envelope(name, () => handlers[name](request.data as never, sender));
}

/** What came of `handle`, as data. @param name of what was asked, for the funnel of faults. */
export async function envelope(name: string, handle: () => unknown): Promise<Result<unknown>> {
  try {
    return success(await handle());
  } catch (error) {
    if (error instanceof GoneError) return failure('gone', error.message);
    faults.note(name, error);
    return failure('failed', error instanceof Error ? error.message : String(error));
  }
}

/** Thrown by a handler when what was asked about is no longer there; the asker gets it as the code `gone`. */
export class GoneError extends Error {
  override readonly name = 'GoneError';
}

/**
 * Listens for the requests of one direction until the signal aborts. Call it synchronously at start, so that a message that
 * wakes the context finds its listener. Messages of strangers are left alone.
 */
export function serve<R extends Requests, A extends Responses<R>>(
  requests: R,
  handlers: Handlers<R, A, Sender>,
  accepts: (sender: Sender, self: Identity) => boolean,
  signal: AbortSignal,
): void {
  const listener = (raw: unknown, sender: Sender, respond: (response: unknown) => void): boolean => {
    const answered = accepts(sender, identity()) ? answer(requests, handlers, raw, sender) : null;
    if (answered === null) return false;
    answered.then(respond, (error: unknown) => faults.note('answering a message', error));
    return true;
  };
  listen(browser.runtime.onMessage, listener, signal);
}
