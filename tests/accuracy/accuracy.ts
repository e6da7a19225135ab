/**
 * `npm run accuracy -- DIR… [--json] [--predictions FILE]`: measures the shipped classifier, both tiers, on labelled documents,
 * beside tier 1 alone and two baselines, then on passages that mislead a reader of words and on prose without product work. Exit status 2 where the documents cannot be read.
 */
import { writeFileSync } from 'node:fs';
import { keywordBaseline, majorityBaseline } from '../../lib/classifier/training/baselines.ts';
import { type LabelledDocument, readCorpus } from '../../lib/classifier/training/corpus.ts';
import { evaluate } from '../../lib/classifier/training/evaluate.ts';
import { figuresTable } from '../../lib/classifier/training/figures-table.ts';
import { type DocumentPrediction, predict } from '../../lib/classifier/training/predict.ts';
import { measureRobustness, robustnessFigures, robustnessLines } from './robustness.ts';

interface Arguments {
  readonly folders: readonly string[];
  readonly json: boolean;
  readonly predictions: string | null;
}

function parseArguments(args: readonly string[]): Arguments {
  const folders: string[] = [];
  let json = false;
  let predictions: string | null = null;
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? '';
    if (argument === '--json') json = true;
    else if (argument === '--predictions') {
      predictions = args[++index] ?? null;
      if (predictions === null) throw new Error('--predictions needs a file');
    } else if (argument.startsWith('--')) throw new Error(`Unknown option ${argument}`);
    else folders.push(argument);
  }
  if (folders.length === 0) throw new Error('Which documents? npm run accuracy -- DIR… [--json] [--predictions FILE]');
  return { folders, json, predictions };
}

/** Collected types of the corpus, where Stagemark knows a type of the same meaning. */
const COMPARABLE_TYPES = ['spec', 'one-pager', 'strategy', 'org'];

/** How often the detected type is the collector's, over documents whose collected type Stagemark knows; and which were taken for which. */
function typeFigures(documents: readonly LabelledDocument[], predictions: readonly DocumentPrediction[]) {
  const taken: Record<string, Record<string, number>> = {};
  let right = 0;
  let compared = 0;
  documents.forEach(({ docType }, at) => {
    if (!COMPARABLE_TYPES.includes(docType)) return;
    const given = predictions[at]?.type.type ?? 'spec';
    compared++;
    if (given === docType) right++;
    taken[docType] = { ...taken[docType], [given]: (taken[docType]?.[given] ?? 0) + 1 };
  });
  return { documents: compared, accuracy: right / (compared || 1), taken };
}

function main(): void {
  const { folders, json, predictions: file } = parseArguments(process.argv.slice(2));
  const { documents, hash } = readCorpus(folders);
  const predictions = documents.map(predict);
  const figures = evaluate(
    documents,
    predictions.map(({ passages }) => passages),
  );
  const short = ({ macroF1, accuracy, mixError, dominantStage }: typeof figures) => ({
    macroF1,
    accuracy,
    mixError,
    dominantStage,
  });
  const tier1 = short(
    evaluate(
      documents,
      predictions.map((prediction) => prediction.tier1),
    ),
  );
  const robustness = measureRobustness();
  const report = {
    data: { folders, hash },
    ...figures,
    tier1,
    documentType: typeFigures(documents, predictions),
    baselines: {
      majority: short(evaluate(documents, majorityBaseline(documents))),
      keywords: short(evaluate(documents, keywordBaseline(documents))),
    },
    robustness: robustnessFigures(robustness),
  };
  if (file !== null)
    writeFileSync(
      file,
      documents
        .flatMap(({ docId, passages }, at) =>
          passages.map(({ index, stage }, place) => {
            const given = predictions[at]?.passages[place];
            return `${JSON.stringify({ docId, index, stage, label: given?.label, signal: given?.signal, confidence: given?.confidence })}\n`;
          }),
        )
        .join(''),
    );
  console.log(json ? JSON.stringify(report, null, 2) : figuresTable(report, report.baselines));
  if (json) return;
  console.log(`\nmacro-F1 of both tiers ${figures.macroF1.toFixed(4)}, of tier 1 alone ${tier1.macroF1.toFixed(4)}\n`);
  for (const line of robustnessLines(robustness)) console.log(line);
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
