import * as z from 'zod/mini';
import { type RulePack, rulePackSchema } from '../model/rule-pack.ts';
import type { ItemDefinition } from '../platform/item.ts';

/** Packs that can be kept at a time. */
export const PACKS_LIMIT = 8;

/** A pack as it is kept: switched on or off, and when it came. */
export const keptPackSchema = z.object({ pack: rulePackSchema, enabled: z.boolean(), at: z.number() });
export type KeptPack = z.infer<typeof keptPackSchema>;

/** All packs, in the order in which they came. Their names differ, small letters or not. */
export const rulePacksSchema = z.array(keptPackSchema).check(z.maxLength(PACKS_LIMIT));
export type RulePacks = readonly KeptPack[];

export const rulePacksItem: ItemDefinition<RulePacks> = {
  key: 'packs',
  version: 1,
  schema: rulePacksSchema,
  initial: () => [],
  migrations: [],
};

const hasName = (name: string) => (kept: KeptPack) => kept.pack.name.toLowerCase() === name.toLowerCase();

/** The kept pack of a name, small letters or not. */
export function packNamed(packs: RulePacks, name: string): KeptPack | undefined {
  return packs.find(hasName(name));
}

/** The packs with one added, in place of the one of its name. The same array where there is no room for another. */
export function withPack(packs: RulePacks, added: KeptPack): RulePacks {
  const place = packs.findIndex(hasName(added.pack.name));
  if (place >= 0) return packs.with(place, added);
  return packs.length < PACKS_LIMIT ? [...packs, added] : packs;
}

/** The packs without the one of a name. */
export function withoutPack(packs: RulePacks, name: string): RulePacks {
  return packs.filter((kept) => !hasName(name)(kept));
}

const used = new WeakMap<RulePacks, readonly RulePack[]>();

/** The packs that are switched on: the same array for the same packs, which spares the classifier a comparison. */
export function packsInUse(packs: RulePacks): readonly RulePack[] {
  let found = used.get(packs);
  if (found === undefined) {
    found = packs.filter(({ enabled }) => enabled).map(({ pack }) => pack);
    used.set(packs, found);
  }
  return found;
}
