import { adjustmentsFor } from '../background/documents/adjustments.ts';
import type { Adjustments } from '../classifier/contract.ts';
import type { Passage } from '../model/passage.ts';
import type { Message } from '../model/report.ts';
import { type ItemDefinition, parseStored } from '../platform/item.ts';
import { message } from '../review/message.ts';
import { correctionsItem } from '../settings/corrections.ts';
import { type FilledPreferences, fillPreferences, preferencesItem } from '../settings/preferences.ts';
import { packsInUse, rulePacksItem } from '../settings/rule-packs.ts';
import { planImport } from '../settings/transfer.ts';

/** What of a writer's own takes part in a check: the same that takes part in the browser. */
export interface OwnSettings {
  readonly preferences: FilledPreferences;
  adjustments(passages: readonly Passage[]): Adjustments;
}

export type OwnResult =
  | { readonly ok: true; readonly settings: OwnSettings }
  | { readonly ok: false; readonly error: Message };

/** A file is no document of a host: corrections reach it by what stands beside the passage, and by what they taught. */
const NO_DOCUMENT = '';

/** Reads the file that Options saves under "Export everything". */
export function readOwnSettings(text: string): OwnResult {
  const plan = planImport(text);
  if (!plan.ok) return { ok: false, error: message(plan.key, ...plan.values) };
  const kept = <T>(definition: ItemDefinition<T>): T => parseStored(definition, plan.items.get(definition.key)).value;
  const preferences = fillPreferences(kept(preferencesItem));
  const corrections = kept(correctionsItem);
  const packs = packsInUse(kept(rulePacksItem));
  return {
    ok: true,
    settings: {
      preferences,
      adjustments: (passages) => adjustmentsFor(passages, corrections, NO_DOCUMENT, preferences.vocabulary, packs),
    },
  };
}
