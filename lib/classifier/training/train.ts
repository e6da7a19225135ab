/**
 * `npm run train -- DIR…`: fits the model on labelled documents, measures it by cross-validation over organisations, and writes
 * the tables that ship and the report. The same documents give the same tables.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ALL_SIGNALS, LABELS, STAGES } from '../../model/stage.ts';
import { NONE_OUTPUT, OUTPUTS, SIGNAL_OUTPUTS } from '../model.ts';
import { firstAndSecond, labelProbabilities } from '../probability.ts';
import { calibrate } from './calibrate.ts';
import { compress, compressedSize } from './compress.ts';
import { readCorpus } from './corpus.ts';
import { evaluate, type Prediction } from './evaluate.ts';
import { buildDataset, type Dataset } from './features.ts';
import { calibratedByFold, crossValidate, fitAll, type Scores } from './fit.ts';
import { foldByOrganisation } from './folds.ts';
import { readVectors } from './vectors-file.ts';
import { chooseVocabulary } from './vocabulary.ts';

const TABLES_FILE = fileURLToPath(new URL('../weights/tables.generated.ts', import.meta.url));

/** Turns calibrated scores of all rows into predictions by document. */
function predictionsOf(dataset: Dataset, scores: Scores): Prediction[][] {
  const probabilities = new Float64Array(OUTPUTS);
  const width = SIGNAL_OUTPUTS / STAGES.length;
  let row = 0;
  return dataset.documents.map(({ passages }) =>
    passages.map(() => {
      labelProbabilities(scores.labels, row * OUTPUTS, probabilities, 0);
      const [first] = firstAndSecond(probabilities, 0);
      let signal = null;
      if (first !== NONE_OUTPUT) {
        const start = row * SIGNAL_OUTPUTS + first * width;
        const own = scores.signals.subarray(start, start + width);
        signal = ALL_SIGNALS[first * width + own.indexOf(Math.max(...own))] ?? null;
      }
      row++;
      return { label: LABELS[first] ?? 'none', confidence: probabilities[first] ?? 0, signal };
    }),
  );
}

function main(): void {
  const folders = process.argv.slice(2);
  if (folders.length === 0) throw new Error('Which documents? npm run train -- DIR…');
  const started = performance.now();
  const say = (line: string): void => console.error(`${((performance.now() - started) / 1000).toFixed(0)} s  ${line}`);
  const corpus = readCorpus(folders);
  const vectors = readVectors();
  const vocabulary = chooseVocabulary(vectors);
  const dataset = buildDataset(corpus.documents, vocabulary);
  say(`${dataset.rows} passages read`);
  const folds = foldByOrganisation(dataset);
  const scores = crossValidate(dataset, folds);
  const figures = evaluate(dataset.documents, predictionsOf(dataset, calibratedByFold(dataset, folds, scores)));
  say(`cross-validated macro-F1 ${figures.macroF1.toFixed(3)}, accuracy ${figures.accuracy.toFixed(3)}`);
  const rows = Int32Array.from({ length: dataset.rows }, (_, row) => row);
  const packed = compress(fitAll(dataset, rows), calibrate(dataset, scores, rows), vocabulary);
  const provenance = {
    data: corpus.hash,
    vectors: vectors.source,
    documents: figures.documents,
    passages: figures.passages,
    organisations: figures.organisations,
    crossValidated: {
      macroF1: Number(figures.macroF1.toFixed(3)),
      accuracy: Number(figures.accuracy.toFixed(3)),
      mixError: Number(figures.mixError.toFixed(3)),
    },
  };
  const source = [
    "import type { PackedModel } from '../model.ts';",
    '',
    '// Written by `npm run train`: weights, words and counts only. Do not edit.',
    `export const PROVENANCE = ${JSON.stringify(provenance)};`,
    `export const PACKED_MODEL: PackedModel = ${JSON.stringify(packed)};`,
    '',
  ].join('\n');
  writeFileSync(TABLES_FILE, source);
  say(`tables written: ${compressedSize(source)} bytes compressed`);
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
