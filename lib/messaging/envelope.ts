import { flag, object, oneOf, type Parser, text, unparsed } from '../model/shape.ts';

/**
 * What crosses back between contexts. Failures are data: errors lose their class and stack on the way, and a thrown one
 * looks the same as a dead receiver.
 * `no-receiver` nobody listens there (no content script, dead background); `invalid` the message did not have the agreed
 * form; `gone` what was asked about is no longer there; `failed` anything else.
 */
export const ERROR_CODES = ['no-receiver', 'invalid', 'gone', 'failed'] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface Failure {
  readonly ok: false;
  readonly code: ErrorCode;
  /** One sentence for people and for the diagnostics view. */
  readonly error: string;
}
export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

const envelopeShape = object({ ok: flag }, { value: unparsed, code: oneOf(ERROR_CODES), error: text });

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(code: ErrorCode, error: string): Failure {
  return { ok: false, code, error };
}

/** Reads an answer that came over a boundary. */
export function openEnvelope<T>(parser: Parser<T>, raw: unknown): Result<T> {
  // A listener that ignored the message answers undefined (Firefox) or null (Chromium): the same as no listener.
  if (raw === undefined || raw === null) return failure('no-receiver', 'Nothing answered.');
  const envelope = envelopeShape.safeParse(raw);
  if (!envelope.success) return failure('invalid', 'The answer did not have the agreed form.');
  const { ok, code, error } = envelope.data;
  if (!ok) return failure(code ?? 'invalid', error ?? 'The answer did not have the agreed form.');
  const value = parser.safeParse(envelope.data.value);
  return value.success ? success(value.data) : failure('invalid', 'The answer did not have the agreed form.');
}
