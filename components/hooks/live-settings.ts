import { faults } from '../../lib/platform/faults.ts';
import { localArea } from '../../lib/platform/storage.ts';
import { withCorrection, withoutCorrection } from '../../lib/settings/corrections.ts';
import { withDocument } from '../../lib/settings/documents.ts';
import { EXAMPLE_PACK } from '../../lib/settings/example-pack.ts';
import { type FindsPhrase, readPackFile, writePackFile } from '../../lib/settings/pack-file.ts';
import { PACKS_LIMIT, packNamed, withoutPack, withPack } from '../../lib/settings/rule-packs.ts';
import { items, readSettings, watchSettings } from '../../lib/settings/settings.ts';
import { snoozeLeft, withSite } from '../../lib/settings/switches.ts';
import { applyImport, exportEverything, planImport, resetEverything } from '../../lib/settings/transfer.ts';
import type { Outcome, PackOutcome, PreferenceChange, Preferences, SettingsClient } from './settings-client.ts';

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

/** Tells the settings of this browser profile, now and at every change. */
export const watchLiveSettings: SettingsClient['watch'] = (listener, signal) => {
  watchSettings(listener, signal);
  readSettings().then(
    (settings) => {
      if (!signal.aborted) listener(settings);
    },
    (error: unknown) => faults.note('reading settings', error),
  );
};

async function addPack(text: string, finds: FindsPhrase): Promise<PackOutcome> {
  const read = readPackFile(text, finds);
  if (!read.ok) return read;
  const kept = { pack: read.pack, enabled: true, at: Date.now() };
  const before = (await items.packs.read()).value;
  const replaced = packNamed(before, kept.pack.name) ?? null;
  if (replaced === null && before.length >= PACKS_LIMIT)
    return { ok: false, problems: [{ key: 'packNoRoom', values: [String(PACKS_LIMIT)] }] };
  const outcome = await outcomeOf(items.packs.update((packs) => withPack(packs, kept)));
  return outcome.ok ? { ok: true, kept, replaced } : { ok: false, problems: [outcome.message] };
}

/**
 * The settings of this browser profile.
 * @param finds how the classifier looks for a rule pack's phrases, to run a pack's examples.
 */
export const createLiveSettings = (finds: FindsPhrase): SettingsClient => ({
  watch: watchLiveSettings,
  prefer: (change) => outcomeOf(items.preferences.update((preferences) => changed(preferences, change))),
  setEverywhere: (on) => outcomeOf(items.switches.update((switches) => ({ ...switches, everywhere: !on }))),
  setSite: (host, on) => outcomeOf(items.switches.update((switches) => withSite(switches, host, on))),
  snoozedUntil: (switches) => (snoozeLeft(switches, Date.now()) > 0 ? switches.snoozedUntil : null),
  wake: () => outcomeOf(items.switches.update((switches) => ({ ...switches, snoozedUntil: 0 }))),
  readAgain: (documents) =>
    outcomeOf(
      items.documents.update((choices) =>
        documents.reduce((all, key) => withDocument(all, key, { off: undefined }, Date.now()), choices),
      ),
    ),
  relabel: (correction, label) =>
    outcomeOf(
      items.corrections.update((all) =>
        label === null ? withoutCorrection(all, correction) : withCorrection(all, { ...correction, label }),
      ),
    ),
  restore: (correction) => outcomeOf(items.corrections.update((all) => withCorrection(all, correction))),
  addPack: (text) => addPack(text, finds),
  keepPack: (kept) => outcomeOf(items.packs.update((packs) => withPack(packs, kept))),
  removePack: (name) => outcomeOf(items.packs.update((packs) => withoutPack(packs, name))),
  packFile: ({ pack }) => writePackFile(pack),
  examplePack: () => writePackFile(EXAMPLE_PACK),
  exportAll: () => exportEverything(localArea, new Date()),
  async importAll(text) {
    const plan = planImport(text);
    if (!plan.ok) return { ok: false, message: { key: plan.key, values: [...plan.values] } };
    return outcomeOf(applyImport(localArea, plan.items));
  },
  reset: () => outcomeOf(resetEverything(localArea)),
});
