import type { LedgerClient } from '../hooks/ledger-client.ts';
import { useWatched } from '../hooks/use-watched.ts';
import { LedgerView, type LedgerViewProps } from './LedgerView.tsx';

export interface LedgerProps {
  readonly client: LedgerClient;
  readonly onSaveFile: LedgerViewProps['onSaveFile'];
}

/** The ledger page, live. */
export function Ledger({ client, onSaveFile }: LedgerProps) {
  return <LedgerView ledger={useWatched(client.watch)} client={client} onSaveFile={onSaveFile} />;
}
