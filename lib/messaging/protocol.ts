import type { Parsed, Parser } from '../model/shape.ts';

/** What may be asked in one direction, by kind: the schema of what is sent along. */
export type Requests = Readonly<Record<string, Parser<unknown>>>;

/**
 * What comes back for each kind. Kept apart from the requests, because only the asking side parses answers: the content
 * script must not carry the schema of a whole report that it only ever sends.
 */
export type Responses<R extends Requests> = Readonly<Record<Kind<R>, Parser<unknown>>>;

export type Kind<R extends Requests> = keyof R & string;
export type RequestOf<R extends Requests, K extends Kind<R>> = Parsed<R[K]>;
export type ResponseOf<R extends Requests, A extends Responses<R>, K extends Kind<R>> = Parsed<A[K]>;

/** Answers every kind of request. */
export type Handlers<R extends Requests, A extends Responses<R>, Sender> = {
  readonly [K in Kind<R>]: (
    request: RequestOf<R, K>,
    sender: Sender,
  ) => ResponseOf<R, A, K> | Promise<ResponseOf<R, A, K>>;
};
