import { describe, expect, test } from 'vitest';
import { GRAMMAR_RULES } from '../../../lib/classifier/signals/grammar-rules.ts';
import { fitGrammar, grammarFlags } from '../../../lib/classifier/training/grammar-head.ts';

const RULES = GRAMMAR_RULES.length;
const [USEFUL = '', IDLE = ''] = GRAMMAR_RULES.map(({ id }) => id);
const ROWS = 600;
const FOLDS = Int8Array.from({ length: ROWS }, (_, row) => row % 5);

/** Passages to which tier 1 gives even odds. The first rule holds of half of those of `label`; the second of every third of all. */
function rowsOf(label: number) {
  const labels = Int8Array.from({ length: ROWS }, (_, row) => Math.floor(row / 5) % 4);
  const flags = new Float32Array(ROWS * RULES);
  labels.forEach((own, row) => {
    if (own === label && row % 2 === 0) flags[row * RULES] = 1;
    if (row % 3 === 0) flags[row * RULES + 1] = 1;
  });
  return { dataset: { rows: ROWS, labels, weights: new Float32Array(ROWS).fill(1) }, flags };
}

describe('fitting what grammar adds', () => {
  test.each([0, 1, 2])(
    'gives a rule that goes with stage %i weight for it, and a rule that goes with none next to none',
    (label) => {
      const { dataset, flags } = rowsOf(label);
      const { tables } = fitGrammar(dataset, FOLDS, flags, new Float64Array(ROWS * 4));
      const useful = tables.weights[USEFUL] ?? [];
      expect(useful[label]).toBeGreaterThan(0.3);
      expect(useful[label]).toBe(Math.max(...useful));
      expect(useful[3]).toBeLessThan(-0.3);
      for (const weight of tables.weights[IDLE] ?? []) expect(Math.abs(weight)).toBeLessThan(0.1);
    },
  );

  test('adds next to nothing to a tier 1 that knows the label already', () => {
    const { dataset, flags } = rowsOf(0);
    const scores = new Float64Array(ROWS * 4);
    dataset.labels.forEach((label, row) => {
      scores[row * 4 + 3] = label === 3 ? 12 : -12;
      if (label < 3) scores[row * 4 + label] = 12;
    });
    const { tables } = fitGrammar(dataset, FOLDS, flags, scores);
    expect(tables.weights).toEqual({});
  });

  test('reaches as far as its weights take a lead in some passage, and no further', () => {
    const { dataset, flags } = rowsOf(1);
    const { tables } = fitGrammar(dataset, FOLDS, flags, new Float64Array(ROWS * 4));
    const all = Object.values(tables.weights).flat();
    expect(tables.reach).toBeGreaterThan(0);
    expect(tables.reach).toBeLessThanOrEqual(4 * Math.max(...all.map(Math.abs)) + 0.01);
  });

  test('gives the same tables for the same rows', () => {
    const { dataset, flags } = rowsOf(2);
    const tables = () => fitGrammar(dataset, FOLDS, flags, new Float64Array(ROWS * 4)).tables;
    expect(tables()).toEqual(tables());
  });

  test('leaves alone the passages that nothing is measured on', () => {
    const { dataset, flags } = rowsOf(2);
    const tablesOf = (labels: Int8Array) =>
      fitGrammar(
        { ...dataset, labels },
        FOLDS.map((fold, row) => (row < 400 ? fold : -1)),
        flags,
        new Float64Array(ROWS * 4),
      ).tables;
    expect(tablesOf(dataset.labels.map((label, row) => (row < 400 ? label : 0)))).toEqual(tablesOf(dataset.labels));
  });

  test('finds the rules in every sentence of a passage', () => {
    const [first, second] = GRAMMAR_RULES.map(({ fires }) => fires[0] ?? '');
    const document = {
      docId: 'own',
      title: '',
      docType: 'spec',
      org: 'own',
      passages: [
        { index: 0, kind: 'paragraph' as const, headings: [], text: `${first} ${second}`, stage: 'none' as const },
      ],
    };
    const flags = grammarFlags({ documents: [document], rows: 1 }, 1);
    expect([flags[0], flags[1]]).toEqual([1, 1]);
  });
});
