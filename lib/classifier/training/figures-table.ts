import { LABELS } from '../../model/stage.ts';
import type { Figures } from './evaluate.ts';

type Short = Pick<Figures, 'macroF1' | 'accuracy' | 'mixError' | 'dominantStage'>;

const fixed = (value: number): string => value.toFixed(3);

function row(cells: readonly (string | number)[], widths: readonly number[]): string {
  return cells
    .map((cell, place) => (place === 0 ? `${cell}`.padEnd(widths[0] ?? 0) : `${cell}`.padStart(widths[place] ?? 0)))
    .join('  ');
}

/** Figures as a table for people. */
export function figuresTable(figures: Figures, baselines: Readonly<Record<string, Short>>): string {
  const classWidths = [14, 10, 8, 8, 8];
  const lines = [
    `${figures.passages} passages, ${figures.documents} documents, ${figures.organisations} organisations`,
    '',
    row(['label', 'precision', 'recall', 'F1', 'passages'], classWidths),
    ...LABELS.map((label) => {
      const { precision, recall, f1, support } = figures.perClass[label];
      return row([label, fixed(precision), fixed(recall), fixed(f1), support], classWidths);
    }),
    '',
    `macro-F1                 ${fixed(figures.macroF1)}`,
    `accuracy                 ${fixed(figures.accuracy)}`,
    `signal right, of passages whose stage is right   ${fixed(figures.signalAccuracy)}`,
    `mix error                ${fixed(figures.mixError)}   (per document half the sum of differences between true and given shares of staged words; mean)`,
    `dominant stage right     ${fixed(figures.dominantStage)}   (of documents)`,
    `calibration error        ${fixed(figures.ece)}   (expected, ten bins)`,
    '',
    'confusion (rows: right label, columns: given label)',
    row(['', ...LABELS], [14, 12, 12, 12, 12]),
    ...LABELS.map((label, place) => row([label, ...(figures.confusion[place] ?? [])], [14, 12, 12, 12, 12])),
    '',
    row(['baseline', 'macro-F1', 'accuracy', 'mix', 'dominant'], [14, 10, 10, 8, 8]),
    ...Object.entries(baselines).map(([name, short]) =>
      row(
        [name, fixed(short.macroF1), fixed(short.accuracy), fixed(short.mixError), fixed(short.dominantStage)],
        [14, 10, 10, 8, 8],
      ),
    ),
    '',
    row(['organisation', 'passages', 'accuracy', 'macro-F1'], [34, 8, 8, 8]),
    ...figures.perOrganisation.map(({ organisation, passages, accuracy, macroF1 }) =>
      row([organisation, passages, fixed(accuracy), fixed(macroF1)], [34, 8, 8, 8]),
    ),
  ];
  return lines.join('\n');
}
