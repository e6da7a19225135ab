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
import type { Settings } from '../../lib/settings/settings.ts';

export { type Correction, type FilledPreferences, PAUSE_MS, type Preferences, type Settings, VOCABULARY_LIMIT };

/** A change of some preferences; undefined gives a choice up, so that its default holds again. */
export type PreferenceChange = { readonly [K in keyof Preferences]?: Preferences[K] | undefined };

/** What became of something asked; the message says what happened and what to do. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly message: Message };

/** The writer's settings as the options page sees and changes them. Changes come back through `watch`. */
export interface SettingsClient {
  watch(listener: (settings: Settings) => void, signal: AbortSignal): void;
  prefer(change: PreferenceChange): Promise<Outcome>;
  setEverywhere(on: boolean): Promise<Outcome>;
  setSite(host: HostKind, on: boolean): Promise<Outcome>;
  /** Gives a correction another label; null takes it away. */
  relabel(correction: Correction, label: Label | null): Promise<Outcome>;
  /** Puts a correction back that was taken away or relabelled. */
  restore(correction: Correction): Promise<Outcome>;
  /** Everything that is kept, as one JSON text. */
  exportAll(): Promise<string>;
  /** Replaces everything by what an exported text holds. */
  importAll(text: string): Promise<Outcome>;
  /** Forgets everything that is kept. */
  reset(): Promise<Outcome>;
}
