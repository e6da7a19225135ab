import type { HostKind } from '../model/document.ts';
import type { ReportHead } from '../model/report.ts';
import type { Clock } from '../platform/clock.ts';
import type { Controller } from './controller.ts';
import type { Session } from './session.ts';

/** A report that stays the same this long is the document's mix of the day, in milliseconds; one in flux is not kept. */
export const LEDGER_QUIET_MS = 5000;

export interface LedgerKeeperDeps {
  readonly hostKind: HostKind;
  readonly controller: Pick<Controller, 'onChange' | 'isEditable'> & {
    sessions(): readonly (Pick<Session, 'head' | 'isSettled'> & { readonly surface: { readonly id: string } })[];
  };
  /** Has the day's line kept of a document. */
  readonly keep: (surfaceId: string, report: ReportHead) => void;
  readonly clock: Clock;
}

/** Has one line a day kept of every document that was read to the end. Texts tried out in the checker leave none. */
export function keepLedger({ hostKind, controller, keep, clock }: LedgerKeeperDeps, signal: AbortSignal): void {
  if (hostKind === 'checker') return;
  const waiting = new Map<string, { readonly line: string; readonly stop: AbortController }>();
  controller.onChange(() => {
    for (const session of controller.sessions()) {
      const { id } = session.surface;
      const report = session.head();
      // What one only reads says nothing about how one writes.
      if (report === null || !session.isSettled() || !controller.isEditable(id)) continue;
      const line = JSON.stringify([report.state, report.documentType.type, report.mix]);
      const last = waiting.get(id);
      if (last?.line === line) continue;
      last?.stop.abort();
      const stop = new AbortController();
      waiting.set(id, { line, stop });
      clock.after(LEDGER_QUIET_MS, () => keep(id, report), AbortSignal.any([stop.signal, signal]));
    }
  }, signal);
}
