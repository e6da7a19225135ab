import { toCsv } from '../../lib/ledger/ledger.ts';
import { ledgerItem } from '../../lib/ledger/ledger-item.ts';
import { faults } from '../../lib/platform/faults.ts';
import type { LedgerClient } from './ledger-client.ts';
import { outcomeOf } from './live-settings.ts';

/** The ledger of this browser profile. */
export const liveLedger: LedgerClient = {
  watch(listener, signal) {
    ledgerItem.watch(({ value }) => listener(value), signal);
    ledgerItem.read().then(
      ({ value }) => {
        if (!signal.aborted) listener(value);
      },
      (error: unknown) => faults.note('reading the ledger', error),
    );
  },
  csv: toCsv,
  clear: () => outcomeOf(ledgerItem.clear()),
};
