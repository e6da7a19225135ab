import { faults } from '../../lib/platform/faults.ts';
import { localArea } from '../../lib/platform/storage.ts';
import { withCorrection, withoutCorrection } from '../../lib/settings/corrections.ts';
import { items, readSettings, watchSettings } from '../../lib/settings/settings.ts';
import { withSite } from '../../lib/settings/switches.ts';
import { applyImport, exportEverything, planImport, resetEverything } from '../../lib/settings/transfer.ts';
import type { Outcome, PreferenceChange, Preferences, SettingsClient } from './settings-client.ts';

/** Waits for something to be stored; a failure becomes the sentence that the page shows. */
export async function outcomeOf(stored: Promise<void>): Promise<Outcome> {
  try {
    await stored;
    return { ok: true };
  } catch (error) {
    faults.note('storing a change', error);
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, message: { key: 'errorSettingsFailed', values: [reason] } };
  }
}

/** Preferences with some changed; what is undefined is given up. */
function changed(preferences: Preferences, change: PreferenceChange): Preferences {
  const merged = Object.entries({ ...preferences, ...change });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

/** The settings of this browser profile. */
export const liveSettings: SettingsClient = {
  watch(listener, signal) {
    watchSettings(listener, signal);
    readSettings().then(
      (settings) => {
        if (!signal.aborted) listener(settings);
      },
      (error: unknown) => faults.note('reading settings', error),
    );
  },
  prefer: (change) => outcomeOf(items.preferences.update((preferences) => changed(preferences, change))),
  setEverywhere: (on) => outcomeOf(items.switches.update((switches) => ({ ...switches, everywhere: !on }))),
  setSite: (host, on) => outcomeOf(items.switches.update((switches) => withSite(switches, host, on))),
  relabel: (correction, label) =>
    outcomeOf(
      items.corrections.update((all) =>
        label === null ? withoutCorrection(all, correction) : withCorrection(all, { ...correction, label }),
      ),
    ),
  restore: (correction) => outcomeOf(items.corrections.update((all) => withCorrection(all, correction))),
  exportAll: () => exportEverything(localArea, new Date()),
  async importAll(text) {
    const plan = planImport(text);
    if (!plan.ok) return { ok: false, message: { key: plan.key, values: [...plan.values] } };
    return outcomeOf(applyImport(localArea, plan.items));
  },
  reset: () => outcomeOf(resetEverything(localArea)),
};
