import type { Dataset } from './features.ts';

const FOLDS = 5;
/** Rows that no figure is measured on and that every model may be fitted on. */
const ALWAYS = -1;

/**
 * Deals organisations to folds, largest first, each to the fold with the fewest passages so far, so that no organisation is in
 * two folds. Independent of the order in which documents were read.
 * @param measured how many rows, from the first, figures are measured on.
 * @returns by row: the fold it is measured in; below 0 where it is not. Ask `teaches` who may be fitted on it.
 */
export function foldByOrganisation(dataset: Dataset, measured: number): Int8Array {
  const sizes = new Map<string, number>();
  for (const organisation of dataset.organisationOf.subarray(0, measured)) {
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
  return Int8Array.from(dataset.organisationOf, (organisation, row) => {
    const fold = foldOf.get(dataset.organisations[organisation] ?? '');
    if (row < measured) return fold ?? 0;
    return fold === undefined ? ALWAYS : ALWAYS - 1 - fold;
  });
}

/** Whether figures are measured on rows of this fold. */
export function isMeasured(fold: number): boolean {
  return fold >= 0;
}

/**
 * Whether a row of fold `own` may be fitted on when fold `heldOut` is measured. Rows that are not measured but belong to a measured
 * organisation stay out with it.
 */
export function teaches(own: number, heldOut: number): boolean {
  return own !== heldOut && own !== ALWAYS - 1 - heldOut;
}
