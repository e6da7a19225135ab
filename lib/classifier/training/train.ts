/**
 * `npm run train -- DIR…`: fits the model on labelled documents, measures it by cross-validation over organisations, and writes
 * the tables that ship and the report. The same documents give the same tables.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PackedModel } from '../model.ts';
import { calibrate } from './calibrate.ts';
import { compress, compressedSize } from './compress.ts';
import { type LabelledDocument, readCorpus } from './corpus.ts';
import { evaluate } from './evaluate.ts';
import { buildDataset } from './features.ts';
import { calibratedByFold, crossValidate, fitAll } from './fit.ts';
import { foldByOrganisation } from './folds.ts';
import { keptEntries } from './lexicon.ts';
import { predictionsOf } from './predictions.ts';
import { writeReport } from './report.ts';
import { readVectors } from './vectors-file.ts';
import { chooseVocabulary } from './vocabulary.ts';

const TABLES_FILE = fileURLToPath(new URL('../weights/tables.generated.ts', import.meta.url));

/** Documents of this project's own that are always fitted on and never measured on. */
const SUPPLEMENT = fileURLToPath(new URL('./supplement', import.meta.url));
/** How much a passage of the supplement counts beside one of the given documents: in its document, and once more alone. */
const SUPPLEMENT_WEIGHT = 1;
const ALONE_WEIGHT = 2;

/** Each passage as a document of its own: teaches the model to read a passage that has no neighbours. */
function alone(documents: readonly LabelledDocument[]): LabelledDocument[] {
  return documents.flatMap((document) => document.passages.map((passage) => ({ ...document, passages: [passage] })));
}

function main(): void {
  const folders = process.argv.slice(2);
  if (folders.length === 0) throw new Error('Which documents? npm run train -- DIR…');
  const started = performance.now();
  const say = (line: string): void => console.error(`${((performance.now() - started) / 1000).toFixed(0)} s  ${line}`);
  const corpus = readCorpus(folders);
  const supplement = readCorpus([SUPPLEMENT]);
  const vectors = readVectors();
  const vocabulary = chooseVocabulary(vectors);
  const single = alone(supplement.documents);
  const weights = new Map([
    ...supplement.documents.map((document) => [document, SUPPLEMENT_WEIGHT] as const),
    ...single.map((document) => [document, ALONE_WEIGHT] as const),
  ]);
  const dataset = buildDataset(
    [...corpus.documents, ...supplement.documents, ...single],
    vocabulary,
    (document) => weights.get(document) ?? 1,
  );
  const measured = corpus.documents.reduce((sum, { passages }) => sum + passages.length, 0);
  say(`${measured} passages read, ${dataset.rows - measured} more from the supplement`);
  const folds = foldByOrganisation(dataset, measured);
  const scores = crossValidate(dataset, folds);
  const calibrated = calibratedByFold(dataset, folds, scores);
  const figures = evaluate(corpus.documents, predictionsOf(corpus.documents, calibrated));
  say(`cross-validated macro-F1 ${figures.macroF1.toFixed(3)}, accuracy ${figures.accuracy.toFixed(3)}`);
  const rows = Int32Array.from({ length: dataset.rows }, (_, row) => row);
  const calibration = calibrate(dataset, scores, rows.subarray(0, measured));
  const entries = keptEntries([...corpus.documents, ...supplement.documents]);
  const packed = compress(fitAll(dataset, rows), calibration, vocabulary, entries, dataset);
  const short = (value: number): number => Number(value.toFixed(3));
  const provenance = {
    data: corpus.hash,
    supplement: supplement.hash,
    vectors: vectors.source,
    documents: figures.documents,
    passages: figures.passages,
    organisations: figures.organisations,
    crossValidated: {
      macroF1: short(figures.macroF1),
      accuracy: short(figures.accuracy),
      mixError: short(figures.mixError),
      dominantStage: short(figures.dominantStage),
    },
  };
  const size = writeTables(packed, provenance);
  say(`tables written: ${size} bytes compressed`);
  writeReport(dataset, folds, measured, { figures, provenance, size }, say);
}

/** @returns the tables' size as they travel. */
function writeTables(packed: PackedModel, provenance: unknown): number {
  const literal = (value: unknown): string =>
    JSON.stringify(value, null, 2).replace(/"([^"]*)"/g, (whole, text: string) =>
      text.includes("'") ? whole : `'${text}'`,
    );
  const source = [
    "import type { PackedModel } from '../model.ts';",
    '',
    '// Written by `npm run train`: weights, words and counts only.',
    `export const PROVENANCE = ${literal(provenance)};`,
    '',
    `export const PACKED_MODEL: PackedModel = ${literal(packed)};`,
    '',
  ].join('\n');
  writeFileSync(TABLES_FILE, source);
  spawnSync('biome', ['format', '--write', TABLES_FILE], { stdio: 'ignore' });
  return compressedSize(readFileSync(TABLES_FILE, 'utf8'));
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
