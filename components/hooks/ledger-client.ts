import type { Ledger, LedgerEntry } from '../../lib/ledger/schema.ts';
import type { Outcome } from './settings-client.ts';

export type { Ledger, LedgerEntry };

/** The ledger as its page sees it. */
export interface LedgerClient {
  watch(listener: (ledger: Ledger) => void, signal: AbortSignal): void;
  /** The ledger as CSV text. */
  csv(ledger: Ledger): string;
  /** Forgets every entry. */
  clear(): Promise<Outcome>;
}
