import type * as z from 'zod/mini';

/** One kind of request: what is sent along and what comes back. */
export interface Exchange {
  readonly request: z.ZodMiniType;
  readonly response: z.ZodMiniType;
}

/** All requests of one direction by kind. */
export type Protocol = Readonly<Record<string, Exchange>>;

export type Kind<P extends Protocol> = keyof P & string;
export type RequestOf<P extends Protocol, K extends Kind<P>> = z.infer<P[K]['request']>;
export type ResponseOf<P extends Protocol, K extends Kind<P>> = z.infer<P[K]['response']>;

/** Answers every kind of request of a protocol. */
export type Handlers<P extends Protocol, Sender> = {
  readonly [K in Kind<P>]: (request: RequestOf<P, K>, sender: Sender) => ResponseOf<P, K> | Promise<ResponseOf<P, K>>;
};
