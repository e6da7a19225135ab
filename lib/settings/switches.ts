import * as z from 'zod/mini';
import { HOST_KINDS, type HostKind } from '../model/document.ts';
import type { OFF_REASONS } from '../model/tab.ts';
import type { ItemDefinition } from '../platform/item.ts';
import type { Managed } from './preferences.ts';

/** Where the writer switched Stagemark off, apart from single documents. */
export const switchesSchema = z.object({
  everywhere: z.boolean(),
  sites: z.array(z.enum(HOST_KINDS)),
  /** Silence until this moment, in milliseconds since 1970; 0 = not snoozed. */
  snoozedUntil: z.number(),
});
export type Switches = z.infer<typeof switchesSchema>;

export const switchesItem: ItemDefinition<Switches> = {
  key: 'switches',
  version: 1,
  schema: switchesSchema,
  initial: () => ({ everywhere: false, sites: [], snoozedUntil: 0 }),
  migrations: [],
};

/** A snooze never lasts longer than a day, also when the clock was set back meanwhile. */
export const LONGEST_SNOOZE_MS = 24 * 60 * 60 * 1000;

export type OffReason = (typeof OFF_REASONS)[number];

/** How long silence still lasts at `now`, in milliseconds; 0 when there is none or the stored moment cannot be true. */
export function snoozeLeft(switches: Switches, now: number): number {
  const left = switches.snoozedUntil - now;
  return left > 0 && left <= LONGEST_SNOOZE_MS ? left : 0;
}

/** Why Stagemark is silent on a whole site now, or null where it is not. The widest reason is named. */
export function siteOff(switches: Switches, managed: Managed, host: HostKind, now: number): OffReason | null {
  if (managed.off === true || managed.offSites?.includes(host)) return 'managed';
  if (switches.everywhere) return 'off-everywhere';
  if (snoozeLeft(switches, now) > 0) return 'snoozed';
  return switches.sites.includes(host) ? 'off-site' : null;
}

/** The switches with one site on or off. */
export function withSite(switches: Switches, host: HostKind, on: boolean): Switches {
  const sites = switches.sites.filter((site) => site !== host);
  return { ...switches, sites: on ? sites : [...sites, host] };
}
