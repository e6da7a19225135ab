/** What a simulated host answers to one request. */
export interface SimulatedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/**
 * A simulated host. It answers requests to the host's real addresses, so that the built extension runs on them as it would
 * on the real site; nothing leaves the machine.
 */
export interface Simulator {
  /** URL glob patterns (as request interception takes them) that this simulator answers. */
  readonly patterns: readonly string[];
  /** Answers a request; null = nothing is at this address (404). */
  respond(url: URL): Promise<SimulatedResponse | null>;
}
