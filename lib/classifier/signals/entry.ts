import type { Label, Signal } from '../../model/stage.ts';
import { stageOf } from '../../model/stage.ts';

/**
 * One cue of the lexicon: a phrase that speaks for a label when it stands in a passage, a heading or a title. How strongly it speaks is
 * fitted, not written here; `label` and `signal` say what a reader would take it for.
 */
export interface SignalEntry {
  /** `group/name`, unique. */
  readonly id: string;
  readonly label: Label;
  /** Null exactly when the label is `none`. */
  readonly signal: Signal | null;
  /** In the pattern language of `pattern.ts`. */
  readonly pattern: string;
  /** Why a reader takes it so. */
  readonly note: string;
  /** Texts in which the pattern must be found. */
  readonly fires: readonly string[];
  /** Near misses in which it must not be found. */
  readonly quiet: readonly string[];
}

/** A row of a lexicon file: name, pattern, note, one text that must fire, one that must not; the file's group completes it. */
export type EntryRow = readonly [name: string, pattern: string, note: string, fires: string, quiet: string];

function complete(group: string, label: Label, signal: Signal | null, row: EntryRow): SignalEntry {
  const [name, pattern, note, fires, quiet] = row;
  return { id: `${group}/${name}`, label, signal, pattern, note, fires: [fires], quiet: [quiet] };
}

/** Entries that speak for one signal; their ids begin with it. */
export function entriesFor(signal: Signal, rows: readonly EntryRow[]): SignalEntry[] {
  return rows.map((row) => complete(signal, stageOf(signal), signal, row));
}

/** Entries that speak for `none`; their ids begin with `group`. */
export function neutralEntries(group: string, rows: readonly EntryRow[]): SignalEntry[] {
  return rows.map((row) => complete(group, 'none', null, row));
}

/** Senses of words that change stage with their neighbours; ids begin with `sense`. */
export function senseEntries(signal: Signal, rows: readonly EntryRow[]): SignalEntry[] {
  return rows.map((row) => complete('sense', stageOf(signal), signal, row));
}
