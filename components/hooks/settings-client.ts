import type { HostKind } from '../../lib/model/document.ts';
import type { Message } from '../../lib/model/report.ts';
import type { Label } from '../../lib/model/stage.ts';
import type { Correction } from '../../lib/settings/corrections.ts';
import {
  type FilledPreferences,
  PAUSE_MS,
  type Preferences,
  VOCABULARY_LIMIT,
} from '../../lib/settings/preferences.ts';
import type { KeptPack, RulePacks } from '../../lib/settings/rule-packs.ts';
import type { Settings } from '../../lib/settings/settings.ts';

export {
  type Correction,
  type FilledPreferences,
  type KeptPack,
  PAUSE_MS,
  type Preferences,
  type RulePacks,
  type Settings,
  VOCABULARY_LIMIT,
};

/** A change of some preferences; undefined gives a choice up, so that its default holds again. */
export type PreferenceChange = { readonly [K in keyof Preferences]?: Preferences[K] | undefined };

/** What became of something asked; the message says what happened and what to do. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly message: Message };

/** What became of a rule pack's file: what is kept now and what was in its place, or everything that has to be mended. */
export type PackOutcome =
  | { readonly ok: true; readonly kept: KeptPack; readonly replaced: KeptPack | null }
  | { readonly ok: false; readonly problems: readonly Message[] };

/** The writer's settings as the options page sees and changes them. Changes come back through `watch`. */
export interface SettingsClient {
  watch(listener: (settings: Settings) => void, signal: AbortSignal): void;
  prefer(change: PreferenceChange): Promise<Outcome>;
  setEverywhere(on: boolean): Promise<Outcome>;
  setSite(host: HostKind, on: boolean): Promise<Outcome>;
  /** When the silence ends, in milliseconds since 1970; null where there is none. */
  snoozedUntil(switches: Settings['switches']): number | null;
  /** Ends the silence. */
  wake(): Promise<Outcome>;
  /** Reads single documents again that were switched off, by their keys. */
  readAgain(documents: readonly string[]): Promise<Outcome>;
  /** Gives a correction another label; null takes it away. */
  relabel(correction: Correction, label: Label | null): Promise<Outcome>;
  /** Puts a correction back that was taken away or relabelled. */
  restore(correction: Correction): Promise<Outcome>;
  /** Checks a rule pack's file, its examples included, and keeps it in place of a pack of its name. */
  addPack(text: string): Promise<PackOutcome>;
  /** Keeps a pack as it was: switched on or off again, or put back. */
  keepPack(kept: KeptPack): Promise<Outcome>;
  removePack(name: string): Promise<Outcome>;
  /** A pack as a file's text, and a small one to begin from. */
  packFile(kept: KeptPack): string;
  examplePack(): string;
  /** Everything that is kept, as one JSON text. */
  exportAll(): Promise<string>;
  /** Replaces everything by what an exported text holds. */
  importAll(text: string): Promise<Outcome>;
  /** Forgets everything that is kept. */
  reset(): Promise<Outcome>;
}
