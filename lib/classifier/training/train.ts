/**
 * `npm run train -- DIR… --text FILE [--grammar | --full]`: fits the model on labelled documents and on the labelled lines of the text
 * FILE, measures it by cross-validation over organisations, and writes the tables that ship and the report. The same documents give
 * the same tables. `--grammar` writes the tables of tier 2 alone, for after a change of the grammar rules: they are fitted on
 * cross-validated scores, which tier 1's tables do not enter. `--full` also measures what each group of features adds and what more
 * organisations bring; without it the report keeps the last such measurement.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { agreement, readAnnotated, readAnnotations } from './annotated.ts';
import { calibrate } from './calibrate.ts';
import { compress } from './compress.ts';
import { type LabelledDocument, readCorpus } from './corpus.ts';
import { evaluate, type Figures } from './evaluate.ts';
import { buildDataset } from './features.ts';
import { calibratedByFold, crossValidate, fitAll } from './fit.ts';
import { foldByOrganisation } from './folds.ts';
import { writeGrammarTables, writeTables } from './generated.ts';
import { fitGrammar, grammarFlags } from './grammar-head.ts';
import { keptEntries } from './lexicon.ts';
import { predictionsOf } from './predictions.ts';
import { writeReport } from './report.ts';
import { readVectors } from './vectors-file.ts';
import { chooseVocabulary } from './vocabulary.ts';

/** Documents of this project's own that are always fitted on and never measured on. */
const SUPPLEMENT = fileURLToPath(new URL('./supplement', import.meta.url));
/**
 * How much a passage of the supplement counts beside one of the given documents: in its document, and once more alone. More of it makes
 * lone passages better and documents of organisations worse: from about here on macro-F1 on other organisations falls.
 */
const SUPPLEMENT_WEIGHT = 0.1;
const ALONE_WEIGHT = 0.5;
/** The same for a document of it that does no stage work at all, in itself: the given documents hold none such, and everyday prose must stay unmarked. */
const NEUTRAL_WEIGHT = 0.6;
/** How much a labelled line counts beside a passage of the given documents: its title and headings are unknown, and so its label less sure. */
const ANNOTATED_WEIGHT = 0.4;

/** Each passage as a document of its own: teaches the model to read a passage that has no neighbours. */
function alone(documents: readonly LabelledDocument[]): LabelledDocument[] {
  return documents.flatMap((document) => document.passages.map((passage) => ({ ...document, passages: [passage] })));
}

function isNeutral({ passages }: LabelledDocument): boolean {
  return passages.every(({ stage }) => stage === 'none');
}

function main(): void {
  const { values, positionals: folders } = parseArgs({
    allowPositionals: true,
    options: { text: { type: 'string' }, grammar: { type: 'boolean' }, full: { type: 'boolean' } },
  });
  const { text } = values;
  if (folders.length === 0 || text === undefined)
    throw new Error('Which documents? npm run train -- DIR… --text FILE [--grammar | --full]');
  const started = performance.now();
  const say = (line: string): void => console.error(`${((performance.now() - started) / 1000).toFixed(0)} s  ${line}`);
  const corpus = readCorpus(folders);
  const supplement = readCorpus([SUPPLEMENT]);
  const annotated = readAnnotated(text);
  const { passages: controls, sameStage } = agreement(readAnnotations().annotations, corpus.documents);
  say(`labelled lines: same stage as given in ${sameStage} of ${controls} control passages`);
  const vectors = readVectors();
  const vocabulary = chooseVocabulary(vectors);
  const single = alone(supplement.documents);
  const weights = new Map([
    ...supplement.documents.map(
      (document) => [document, isNeutral(document) ? NEUTRAL_WEIGHT : SUPPLEMENT_WEIGHT] as const,
    ),
    ...single.map((document) => [document, ALONE_WEIGHT] as const),
    ...annotated.documents.map((document) => [document, ANNOTATED_WEIGHT] as const),
  ]);
  const dataset = buildDataset(
    [...corpus.documents, ...supplement.documents, ...single, ...annotated.documents],
    vocabulary,
    (document) => weights.get(document) ?? 1,
  );
  const measured = corpus.documents.reduce((sum, { passages }) => sum + passages.length, 0);
  say(`${measured} passages read, ${dataset.rows - measured} more from the supplement and the labelled lines`);
  const folds = foldByOrganisation(dataset, measured);
  const scores = crossValidate(dataset, folds);
  const calibrated = calibratedByFold(dataset, folds, scores);
  const figures = evaluate(corpus.documents, predictionsOf(corpus.documents, calibrated));
  say(`cross-validated macro-F1 ${figures.macroF1.toFixed(3)}, accuracy ${figures.accuracy.toFixed(3)}`);
  const short = (value: number): number => Number(value.toFixed(3));
  const shortFigures = ({ macroF1, accuracy, mixError, dominantStage }: Figures) => ({
    macroF1: short(macroF1),
    accuracy: short(accuracy),
    mixError: short(mixError),
    dominantStage: short(dominantStage),
  });
  const { documents, passages, organisations } = figures;
  const grammar = fitGrammar(dataset, folds, grammarFlags(dataset, measured), calibrated.labels);
  const both = evaluate(corpus.documents, predictionsOf(corpus.documents, { ...calibrated, labels: grammar.scores }));
  writeGrammarTables(grammar.tables, {
    data: corpus.hash,
    supplement: supplement.hash,
    annotations: annotated.hash,
    documents,
    passages,
    organisations,
    penalties: grammar.tables.penalties,
    crossValidated: { tier1: shortFigures(figures), bothTiers: shortFigures(both) },
  });
  say(`with grammar macro-F1 ${both.macroF1.toFixed(4)}, accuracy ${both.accuracy.toFixed(4)}`);
  if (values.grammar === true) return;
  const rows = Int32Array.from({ length: dataset.rows }, (_, row) => row);
  const calibration = calibrate(dataset, scores, rows.subarray(0, measured));
  const entries = keptEntries([...corpus.documents, ...supplement.documents, ...annotated.documents]);
  const packed = compress(fitAll(dataset, rows), calibration, vocabulary, entries, dataset);
  const provenance = {
    data: corpus.hash,
    supplement: supplement.hash,
    annotations: annotated.hash,
    vectors: vectors.source,
    documents,
    passages,
    organisations,
    crossValidated: shortFigures(figures),
  };
  const size = writeTables(packed, provenance);
  say(`tables written: ${size} bytes compressed`);
  writeReport(dataset, folds, measured, { figures, provenance, size }, values.full === true, say);
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
