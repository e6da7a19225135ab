import { flag, list, nullable, number, object, oneOf, type Parsed, text } from './shape.ts';
import { MARK_MODES, OFF_REASONS } from './tab.ts';

/** What a page in which Stagemark runs has to know of the settings; the background reads them for it. */
export const pageSettingsShape = object({
  look: oneOf(['line', 'tint']),
  /** The mode of documents for which the writer chose none. */
  mode: oneOf(MARK_MODES),
  /** Pause after the last key before a document is read again, in milliseconds. */
  pauseMs: number,
  /** Why Stagemark is silent on the whole site, or null where it is not. */
  off: nullable(oneOf(OFF_REASONS)),
  /** How long a snooze still lasts, in milliseconds; 0 where there is none. */
  snoozeMs: number,
  /** What the writer chose for single documents, by key (`lib/settings/document-key.ts`). */
  documents: list(object({ key: text, off: flag, mode: nullable(oneOf(MARK_MODES)) })),
  /** Stored items that could not be read, for the diagnostics view. */
  problems: list(object({ key: text, problem: text })),
});
export type PageSettings = Parsed<typeof pageSettingsShape>;
