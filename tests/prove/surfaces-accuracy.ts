/**
 * Measures the shipped classifier on labelled documents and writes the figures that the trust page shows:
 * npm run figures -- DIR…
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Accuracy } from '../../components/hooks/accuracy.ts';
import { LABELS, type Label } from '../../lib/model/stage.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FILE = join(ROOT, 'components', 'trust', 'accuracy.generated.json');

const classFigures = z.object({ precision: z.number(), recall: z.number(), support: z.number() });
const measured = z.object({
  documents: z.number(),
  passages: z.number(),
  organisations: z.number(),
  accuracy: z.number(),
  perClass: z.object({
    execution: classFigures,
    strategy: classFigures,
    organisation: classFigures,
    none: classFigures,
  }),
  /** Rows are the right labels, columns the given ones, both in the order of LABELS. */
  confusion: z.array(z.array(z.number())),
});

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('Which documents? npm run figures -- DIR…');
const accuracyCommand = join(ROOT, 'tests', 'accuracy', 'accuracy.ts');
const output = execFileSync(process.execPath, [accuracyCommand, ...folders, '--json'], { maxBuffer: 64 * 1024 * 1024 });
const figures = measured.parse(JSON.parse(output.toString()));

/** Four digits are more than a page shows. */
const share = (value: number) => Math.round(value * 10_000) / 10_000;
const perLabel = <T>(of: (label: Label, index: number) => T) =>
  Object.fromEntries(LABELS.map((label, index) => [label, of(label, index)])) as Record<Label, T>;
const accuracy: Accuracy = {
  documents: figures.documents,
  organisations: figures.organisations,
  passages: figures.passages,
  accuracy: share(figures.accuracy),
  labels: perLabel((label) => {
    const { precision, recall, support } = figures.perClass[label];
    return { precision: share(precision), recall: share(recall), passages: support };
  }),
  confusion: perLabel((_, row) => perLabel((_given, column) => figures.confusion[row]?.[column] ?? 0)),
};
writeFileSync(FILE, `${JSON.stringify(accuracy, null, 2)}\n`);
console.log(`${FILE}: ${figures.passages} passages of ${figures.documents} documents`);
