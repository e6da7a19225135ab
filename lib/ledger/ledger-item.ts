import { createItem, type Item } from '../platform/item.ts';
import { localArea } from '../platform/storage.ts';
import { type Ledger, ledgerDefinition } from './schema.ts';

/** The ledger of this browser profile. */
export const ledgerItem: Item<Ledger> = createItem(ledgerDefinition, localArea);
