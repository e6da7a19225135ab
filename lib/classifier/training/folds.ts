import type { Dataset } from './features.ts';

export const FOLDS = 5;

/**
 * Deals organisations to folds, largest first, each to the fold with the fewest passages so far, so that no organisation is in
 * two folds. Independent of the order in which documents were read.
 * @returns the fold of each row.
 */
export function foldByOrganisation(dataset: Dataset): Int8Array {
  const sizes = new Map<string, number>();
  for (const organisation of dataset.organisationOf) {
    const name = dataset.organisations[organisation] ?? '';
    sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  const loads = new Array<number>(FOLDS).fill(0);
  const foldOf = new Map<string, number>();
  for (const [name, size] of [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const fold = loads.indexOf(Math.min(...loads));
    loads[fold] = (loads[fold] ?? 0) + size;
    foldOf.set(name, fold);
  }
  return Int8Array.from(
    dataset.organisationOf,
    (organisation) => foldOf.get(dataset.organisations[organisation] ?? '') ?? 0,
  );
}
