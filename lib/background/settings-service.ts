import { entryOf, withEntry } from '../ledger/ledger.ts';
import type { Ledger } from '../ledger/schema.ts';
import type { HostKind } from '../model/document.ts';
import type { PageSettings } from '../model/page-settings.ts';
import type { ReportHead } from '../model/report.ts';
import type { Clock } from '../platform/clock.ts';
import type { Item } from '../platform/item.ts';
import type { Corrections } from '../settings/corrections.ts';
import { documentKey } from '../settings/document-key.ts';
import { withDocument } from '../settings/documents.ts';
import type { Items, Settings } from '../settings/settings.ts';
import { siteOff, snoozeLeft, withSite } from '../settings/switches.ts';

export interface SettingsServiceDeps {
  readonly items: Items;
  readonly ledger: Pick<Item<Ledger>, 'update'>;
  readonly read: () => Promise<Settings>;
  readonly clock: Pick<Clock, 'wall'>;
  /** Called when settings are not what they were. */
  readonly changed: () => void;
}

/** Settings for the documents and for the pages, and every change that a page can ask for. */
export interface SettingsService {
  /** The settings read last. @throws Error before the first reading. */
  now(): Settings;
  /** Reads everything again. Parts that stayed the same stay the same objects. */
  refresh(): Promise<Settings>;
  /** What a page of a host has to know, read anew. */
  forPage(host: HostKind): Promise<PageSettings>;
  correct(change: (corrections: Corrections) => Corrections): Promise<void>;
  changeDocument(surfaceId: string, change: Parameters<typeof withDocument>[2]): Promise<void>;
  setSite(host: HostKind, on: boolean): Promise<void>;
  setEverywhere(on: boolean): Promise<void>;
  /** Silence for some minutes; 0 ends it. */
  snooze(minutes: number): Promise<void>;
  /** @returns whether there was a correction to take back. */
  undoCorrection(): Promise<boolean>;
  /** Keeps the day's line of a document, unless the writer wants none. */
  keepLedger(surfaceId: string, report: ReportHead): Promise<void>;
}

export function createSettingsService(deps: SettingsServiceDeps): SettingsService {
  const { items, clock } = deps;
  let known: Settings | null = null;
  const readAnew = async (): Promise<Settings> => {
    const before = known;
    const read = await deps.read();
    known = before === null ? read : keepingSame(before, read);
    if (before !== null && known !== before) deps.changed();
    return known;
  };
  let reading: Promise<Settings> | null = null;
  let next: Promise<Settings> | null = null;
  /** Whoever asks during a reading shares the one after it: a reading that has begun may have missed what was just stored. */
  const refresh = (): Promise<Settings> => {
    if (reading === null) {
      const mine = readAnew().finally(() => {
        if (reading === mine) reading = null;
      });
      reading = mine;
      return mine;
    }
    const again = () => {
      next = null;
      return refresh();
    };
    next ??= reading.then(again, again);
    return next;
  };
  const correct = async (change: (corrections: Corrections) => Corrections) => {
    await items.corrections.update(change);
    await refresh();
  };
  const now = () => {
    if (known === null) throw new Error('The settings are not read yet.');
    return known;
  };
  return {
    now,
    refresh,
    correct,
    async forPage(host) {
      const { preferences, switches, managed, documents, problems } = await refresh();
      const wall = clock.wall();
      return {
        look: preferences.look,
        mode: preferences.mode,
        pauseMs: preferences.pauseMs,
        off: siteOff(switches, managed, host, wall),
        snoozeMs: snoozeLeft(switches, wall),
        documents: Object.entries(documents).flatMap(([key, { off = false, mode = null }]) =>
          off || mode !== null ? [{ key, off, mode }] : [],
        ),
        problems: Object.entries(problems).map(([key, problem]) => ({ key, problem })),
      };
    },
    async changeDocument(surfaceId, change) {
      const key = documentKey(surfaceId);
      await items.documents.update((choices) => withDocument(choices, key, change, clock.wall()));
      await refresh();
    },
    async setSite(host, on) {
      await items.switches.update((switches) => withSite(switches, host, on));
      await refresh();
    },
    async setEverywhere(on) {
      await items.switches.update((switches) => ({ ...switches, everywhere: !on }));
      await refresh();
    },
    async snooze(minutes) {
      const until = minutes === 0 ? 0 : clock.wall() + minutes * 60_000;
      await items.switches.update((switches) => ({ ...switches, snoozedUntil: until }));
      await refresh();
    },
    async undoCorrection() {
      let undone = false;
      await correct((all) => {
        undone = all.length > 0;
        return undone ? all.slice(0, -1) : all;
      });
      return undone;
    },
    async keepLedger(surfaceId, report) {
      if (!(await refresh()).preferences.ledger) return;
      const entry = entryOf(report, documentKey(surfaceId), new Date(clock.wall()));
      if (entry !== null) await deps.ledger.update((entries) => withEntry(entries, entry));
    },
  };
}

/** The new settings, with the parts of the old that say the same; the old ones where nothing changed. */
function keepingSame(before: Settings, read: Settings): Settings {
  const kept = { ...read };
  let changed = false;
  for (const key of Object.keys(read) as (keyof Settings)[]) {
    if (JSON.stringify(before[key]) === JSON.stringify(read[key])) Object.assign(kept, { [key]: before[key] });
    else changed = true;
  }
  return changed ? kept : before;
}
