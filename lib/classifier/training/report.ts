import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LABELS } from '../../model/stage.ts';
import { keywordBaseline, majorityBaseline } from './baselines.ts';
import { evaluate, type Figures } from './evaluate.ts';
import type { Dataset, GroupName } from './features.ts';
import { calibratedByFold, crossValidate, type FitChoice } from './fit.ts';
import { predictionsOf } from './predictions.ts';

const FOLDER = fileURLToPath(new URL('../../../tests/accuracy/report/', import.meta.url));

/** What the ablation leaves out, one after the other. */
const LEFT_OUT: readonly { readonly name: string; readonly groups: readonly GroupName[] }[] = [
  { name: 'the passage’s own words', groups: ['text'] },
  { name: 'headings', groups: ['heading', 'path', 'outline', 'heading-rules', 'heading-phrases'] },
  { name: 'title', groups: ['title'] },
  { name: 'section and document', groups: ['section', 'document', 'document-rules', 'document-phrases'] },
  { name: 'what only lone passages have', groups: ['lone', 'lone-rules'] },
  { name: 'phrases', groups: ['phrases', 'heading-phrases', 'document-phrases'] },
  { name: 'rules', groups: ['rules', 'document-rules', 'heading-rules'] },
  { name: 'kind and position', groups: ['layout'] },
];
/** Shares of the organisations that the learning curve is fitted on, before all of them. */
const CURVE = [0.125, 0.25, 0.5];

type Short = Pick<Figures, 'macroF1' | 'accuracy' | 'mixError' | 'dominantStage'>;

export interface Measured {
  readonly figures: Figures;
  readonly provenance: { readonly data: string; readonly supplement: string; readonly annotations: string };
  /** Bytes of the compressed tables. */
  readonly size: number;
}

function fittedOn({ data, supplement, annotations }: Measured['provenance']): string[] {
  return [data, supplement, annotations];
}

function short({ macroF1, accuracy, mixError, dominantStage }: Figures): Short {
  return { macroF1, accuracy, mixError, dominantStage };
}

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const three = (value: number): string => value.toFixed(3);

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

/** What `--full` measures; a run without it keeps what the last full one found, which names its data. */
interface Studies {
  /** Hashes of the documents that were fitted on. */
  readonly data: readonly string[];
  readonly ablation: readonly Ablation[];
  readonly learningCurve: readonly CurvePoint[];
}

type Ablation = { readonly without: string } & Short;
type CurvePoint = { readonly organisations: number } & Short;

function earlierStudies(): Studies {
  const path = `${FOLDER}report.json`;
  const earlier = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<Report>) : {};
  return earlier.studies ?? { data: [], ablation: [], learningCurve: [] };
}

function study(
  dataset: Dataset,
  folds: Int8Array,
  rows: number,
  { figures, provenance }: Measured,
  say: (line: string) => void,
): Studies {
  const documents = dataset.documents.slice(0, figures.documents);
  const measure = (choice: FitChoice): Short => {
    const scores = crossValidate(dataset, folds, { ...choice, signals: false });
    return short(evaluate(documents, predictionsOf(documents, calibratedByFold(dataset, folds, scores))));
  };
  const organisations = new Set(dataset.organisationOf.subarray(0, rows)).size;
  const learningCurve = [
    ...CURVE.map((share) => {
      const point = measure({
        // Organisations that figures are measured on come first; others are always fitted on.
        within: (row) => {
          const organisation = dataset.organisationOf[row] ?? 0;
          return organisation >= organisations || organisation < share * organisations;
        },
      });
      say(`with ${percent(share)} of the organisations: macro-F1 ${three(point.macroF1)}`);
      return { organisations: Math.round(share * organisations), ...point };
    }),
    { organisations, ...short(figures) },
  ];
  const ablation = [
    { without: 'nothing', ...short(figures) },
    ...LEFT_OUT.map(({ name, groups }) => {
      const row = measure({ without: new Set(groups) });
      say(`without ${name}: macro-F1 ${three(row.macroF1)}`);
      return { without: name, ...row };
    }),
  ];
  return { data: fittedOn(provenance), ablation, learningCurve };
}

/**
 * Writes `report.json` and `report.md`. Figures are cross-validated over organisations. Documents are named by id; no text enters
 * the report.
 * @param full whether to measure anew what each feature group adds and what more organisations bring: ten further cross-validations.
 */
export function writeReport(
  dataset: Dataset,
  folds: Int8Array,
  rows: number,
  measured: Measured,
  full: boolean,
  say: (line: string) => void,
): void {
  const documents = dataset.documents.slice(0, measured.figures.documents);
  const report: Report = {
    ...measured,
    baselines: {
      majority: short(evaluate(documents, majorityBaseline(documents))),
      keywords: short(evaluate(documents, keywordBaseline(documents))),
    },
    studies: full ? study(dataset, folds, rows, measured, say) : earlierStudies(),
  };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}report.json`, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(`${FOLDER}report.md`, markdown(report));
  spawnSync('biome', ['format', '--write', FOLDER], { stdio: 'ignore' });
}

type Report = Measured & {
  readonly baselines: Readonly<Record<string, Short>>;
  readonly studies: Studies;
};

function markdown({ figures, size, baselines, provenance, studies }: Report): string {
  const shortRow = (
    name: string | number,
    { macroF1, accuracy, mixError, dominantStage }: Short,
  ): (string | number)[] => [name, three(macroF1), three(accuracy), three(mixError), percent(dominantStage)];
  const current = studies.data.join() === fittedOn(provenance).join();
  return [
    '# Accuracy of the classifier',
    '',
    'Written by `npm run train`. Cross-validated over organisations: every figure comes from models that saw no document of the',
    'organisation they are measured on. The labels were given by language-model annotators under the labelling guide; no person has',
    'checked them. Two annotators of one kind agree on 97 % of passages, which bounds noise, not bias.',
    '',
    `${figures.passages} passages, ${figures.documents} documents, ${figures.organisations} organisations; tables ${size} bytes compressed.`,
    '',
    ...table(
      ['label', 'precision', 'recall', 'F1', 'passages'],
      LABELS.map((label) => {
        const { precision, recall, f1, support } = figures.perClass[label];
        return [label, three(precision), three(recall), three(f1), support];
      }),
    ),
    `- macro-F1 ${three(figures.macroF1)}, accuracy ${three(figures.accuracy)}`,
    `- signal right for ${percent(figures.signalAccuracy)} of passages whose stage is right`,
    `- mix error ${three(figures.mixError)}: per document half the sum of |true share - given share| over the stages, shares of staged words; the mean over documents`,
    `- dominant stage right in ${percent(figures.dominantStage)} of documents`,
    `- expected calibration error ${three(figures.ece)} (ten bins)`,
    '',
    '## Confusion (rows: right label, columns: given label)',
    '',
    ...table(
      ['', ...LABELS],
      LABELS.map((label, place) => [label, ...(figures.confusion[place] ?? [])]),
    ),
    '## Calibration',
    '',
    ...table(
      ['confidence', 'passages', 'mean confidence', 'right'],
      figures.calibration
        .filter(({ passages }) => passages > 0)
        .map((bin) => [
          `${bin.from.toFixed(1)}-${bin.to.toFixed(1)}`,
          bin.passages,
          three(bin.meanConfidence),
          three(bin.accuracy),
        ]),
    ),
    '## Baselines',
    '',
    ...table(
      ['', 'macro-F1', 'accuracy', 'mix error', 'dominant stage'],
      Object.entries(baselines).map(([name, figure]) => shortRow(name, figure)),
    ),
    '## What each feature group adds: figures without it',
    '',
    ...(current
      ? []
      : [
          'This table and the next are those of the last `npm run train -- DIR --full`, on other documents than the rest.',
          '',
        ]),
    ...table(
      ['without', 'macro-F1', 'accuracy', 'mix error', 'dominant stage'],
      studies.ablation.map((row) => shortRow(row.without, row)),
    ),
    '## Learning curve',
    '',
    ...table(
      ['organisations', 'macro-F1', 'accuracy', 'mix error', 'dominant stage'],
      studies.learningCurve.map((row) => shortRow(row.organisations, row)),
    ),
    '## Documents with the most wrong passages',
    '',
    ...table(
      ['document', 'passages', 'wrong'],
      figures.worst.map(({ docId, passages, wrong }) => [docId, passages, wrong]),
    ),
  ].join('\n');
}
