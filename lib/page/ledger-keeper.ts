import { entryOf, withEntry } from '../ledger/ledger.ts';
import type { Ledger, LedgerEntry } from '../ledger/schema.ts';
import type { Clock } from '../platform/clock.ts';
import { faults } from '../platform/faults.ts';
import type { Item } from '../platform/item.ts';
import { documentKey } from '../settings/document-key.ts';
import type { Controller } from './controller.ts';

/** A report that stays the same this long is the document's mix of the day, in milliseconds; one in flux is not kept. */
export const LEDGER_QUIET_MS = 5000;

export interface LedgerKeeperDeps {
  readonly controller: Pick<Controller, 'subscribe' | 'settings' | 'isEditable'>;
  readonly ledger: Pick<Item<Ledger>, 'update'>;
  readonly clock: Clock;
}

/** Keeps one line a day of every document that was read to the end: type, counts and a hash. Texts tried out in the checker leave none. */
export function keepLedger({ controller, ledger, clock }: LedgerKeeperDeps, signal: AbortSignal): void {
  const waiting = new Map<string, { readonly entry: string; readonly stop: AbortController }>();
  const keep = (entry: LedgerEntry) => {
    ledger.update((entries) => withEntry(entries, entry)).catch((error: unknown) => faults.note('ledger', error));
  };
  controller.subscribe((state) => {
    if (state.host === 'checker' || !controller.settings().preferences.ledger) return;
    for (const { id, report, settled } of state.surfaces) {
      // What one only reads says nothing about how one writes.
      if (report === null || !settled || !controller.isEditable(id)) continue;
      const entry = entryOf(report, documentKey(id), new Date(clock.wall()));
      const text = JSON.stringify(entry);
      const last = waiting.get(id);
      if (last?.entry === text) continue;
      last?.stop.abort();
      const stop = new AbortController();
      waiting.set(id, { entry: text, stop });
      if (entry !== null) clock.after(LEDGER_QUIET_MS, () => keep(entry), AbortSignal.any([stop.signal, signal]));
    }
  }, signal);
}
