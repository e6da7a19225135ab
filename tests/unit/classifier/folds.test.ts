import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../../lib/classifier/training/features.ts';
import { foldByOrganisation, isMeasured, teaches } from '../../../lib/classifier/training/folds.ts';

/** Eight measured rows of six organisations, then one row each of a measured organisation and of one that is not. */
const dataset = {
  organisations: ['a', 'b', 'c', 'd', 'e', 'f', 'elsewhere'],
  organisationOf: Int32Array.of(0, 0, 0, 1, 2, 3, 4, 5, 1, 6),
} as unknown as Dataset;
const MEASURED = 8;
const folds = [...foldByOrganisation(dataset, MEASURED)];

describe('folds', () => {
  test('keep an organisation together, and none but given documents are measured', () => {
    expect(new Set(folds.slice(0, 3)).size).toBe(1);
    expect(folds.map(isMeasured)).toEqual([...Array<boolean>(MEASURED).fill(true), false, false]);
  });

  test('teach no model that is measured on their organisation, and every other', () => {
    const measured = [0, 1, 2, 3, 4];
    folds.forEach((own, row) => {
      const organisation = dataset.organisationOf[row] ?? 0;
      const home = folds.find((_, at) => at < MEASURED && dataset.organisationOf[at] === organisation);
      expect(measured.filter((heldOut) => !teaches(own, heldOut))).toEqual(home === undefined ? [] : [home]);
    });
  });
});
