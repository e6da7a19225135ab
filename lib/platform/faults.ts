/** Something that went wrong, as the diagnostics view shows it. Never holds document text. */
export interface Fault {
  /** Which part of Stagemark noticed it. */
  readonly where: string;
  readonly message: string;
  readonly count: number;
}

export interface Faults {
  /** Takes an error. The same error from the same place is written once and counted after that. */
  note(where: string, error: unknown): void;
  list(): readonly Fault[];
}

/** Kept for the diagnostics view; a page that throws without end must not fill the memory. */
const MOST_FAULTS = 50;
/** What browsers say when the extension was updated or removed under a running content script. */
const INVALIDATED = /extension context invalidated|context has been invalidated|can't access dead object/i;

/** Whether an error only says that this script outlived its extension. */
export function isInvalidated(error: unknown): boolean {
  return INVALIDATED.test(error instanceof Error ? error.message : String(error));
}

/** @param write takes one line for people and the error behind it, if there is more to see. */
export function createFaults(write: (line: string, error?: unknown) => void): Faults {
  const seen = new Map<string, Fault>();
  return {
    note(where, error) {
      const invalidated = isInvalidated(error);
      const message = invalidated
        ? 'Stagemark was updated or removed: reload this tab to use it here again.'
        : error instanceof Error
          ? error.message
          : String(error);
      const key = invalidated ? message : error instanceof Error ? (error.stack ?? message) : message;
      const known = seen.get(key);
      if (known === undefined && seen.size >= MOST_FAULTS) return;
      seen.set(key, { where, message, count: (known?.count ?? 0) + 1 });
      if (known !== undefined) return;
      if (invalidated) write(message);
      else write(`Stagemark (${where}):`, error);
    },
    list: () => [...seen.values()],
  };
}

/** The funnel of this context: every error that nobody can act on ends here. */
export const faults: Faults = createFaults((line, error) => {
  if (error === undefined) console.info(line);
  else console.warn(line, error);
});
