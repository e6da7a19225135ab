/**
 * `npm run rates -- [--model] [--json] DIR…`: how often each rule of advice fires on labelled documents, per document type and per
 * 1,000 words, and the observed quartiles of each stage's share beside the expected range. The type is detected, as in the product.
 * Labels are those of the annotators, with `--model` those of the classifier (its first tier).
 * Exit status 1 when a rule fires on more than 40 % of the documents of a type that has at least ten of them.
 */
import { parseArgs } from 'node:util';
import { createClassifier } from '../../lib/classifier/classify.ts';
import type { DetectedType } from '../../lib/classifier/contract.ts';
import { detectType } from '../../lib/classifier/document-type.ts';
import { type LabelledDocument, readCorpus } from '../../lib/classifier/training/corpus.ts';
import { labelDocument } from '../../lib/cli/label.ts';
import { DOCUMENT_TYPES, type DocumentType } from '../../lib/model/document.ts';
import type { Passage } from '../../lib/model/passage.ts';
import type { Report } from '../../lib/model/report.ts';
import { LABELS, STAGES } from '../../lib/model/stage.ts';
import type { Verdict } from '../../lib/model/verdict.ts';
import { EXPECTED_RANGES } from '../../lib/review/expected-ranges.ts';
import { review } from '../../lib/review/review.ts';
import { hashText } from '../../lib/text/hash.ts';
import { countWords } from '../../lib/text/words.ts';

/** More often than on this share of the documents of a type, a rule says nothing about the one document. */
const MOST_OFTEN = 0.4;
/** With fewer documents of a type a share says nothing. */
const LEAST_DOCUMENTS = 10;

interface TypeRates {
  readonly documents: number;
  readonly words: number;
  /** Documents on which each rule fired. */
  readonly fired: Readonly<Record<string, number>>;
  /** Lower quartile, median and upper quartile of each stage's share. */
  readonly quartiles: Readonly<Record<string, readonly [number, number, number]>>;
}

interface Labelled {
  readonly verdicts: readonly (Verdict | null)[];
  readonly detectedType: DetectedType;
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, model: { type: 'boolean' } },
  allowPositionals: true,
});
if (positionals.length === 0) {
  console.error('Usage: npm run rates -- [--model] [--json] DIR…   (folders of labelled documents)');
  process.exit(2);
}
const reports = readCorpus(positionals)
  .documents.map((document) => reportOn(document, values.model ? byModel : byAnnotators))
  .filter(({ state }) => state === 'ready');
const rates = new Map(
  DOCUMENT_TYPES.map((type) => [type, ratesOf(reports.filter((each) => each.documentType.type === type))]),
);
const tooOften = [...rates].flatMap(([type, each]) => offenders(type, each));
if (values.json) console.log(JSON.stringify({ rates: Object.fromEntries(rates), tooOften }, null, 2));
else for (const [type, each] of rates) print(type, each);
for (const line of tooOften) console.error(line);
process.exitCode = tooOften.length > 0 ? 1 : 0;

function reportOn(
  document: LabelledDocument,
  label: (document: LabelledDocument, passages: readonly Passage[]) => Labelled,
): Report {
  const passages = document.passages.map(
    ({ index, kind, headings, text }): Passage => ({
      id: String(index),
      index,
      kind,
      headings: headings.filter((heading) => heading !== document.title),
      level: 0,
      text,
      hash: hashText(kind, ...headings, text),
      words: countWords(text),
    }),
  );
  return review({
    snapshot: { title: document.title, blocks: [], unread: [], limits: [] },
    passages,
    ...label(document, passages),
    chosenType: null,
    preferences: { level: null, aim: null, ranges: {} },
  });
}

function byModel({ title }: LabelledDocument, passages: readonly Passage[]): Labelled {
  return labelDocument({ createClassifier, findGrammar: (texts) => texts.map(() => []) }, { title, passages });
}

function byAnnotators(document: LabelledDocument, passages: readonly Passage[]): Labelled {
  const verdicts = document.passages.map(
    ({ stage, signal }): Verdict => ({
      label: stage,
      confidence: 1,
      probabilities: LABELS.map((label) => (label === stage ? 1 : 0)),
      signal: signal ?? null,
      signalConfidence: 1,
      runnerUp: stage,
      by: 'model',
    }),
  );
  return { verdicts, detectedType: detectType({ title: document.title, passages }, verdicts) };
}

function ratesOf(all: readonly Report[]): TypeRates {
  const fired: Record<string, number> = {};
  for (const { advice } of all) for (const { rule } of advice) fired[rule] = (fired[rule] ?? 0) + 1;
  const staged = all.filter(({ mix }) => mix.stagedWords > 0);
  return {
    documents: all.length,
    words: all.reduce((sum, { mix }) => sum + mix.words, 0),
    fired,
    quartiles: Object.fromEntries(STAGES.map((stage) => [stage, quartiles(staged.map(({ mix }) => mix[stage]))])),
  };
}

function quartiles(shares: readonly number[]): [number, number, number] {
  const sorted = [...shares].sort((first, second) => first - second);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return [at(0.25), at(0.5), at(0.75)];
}

function offenders(type: DocumentType, { documents, fired }: TypeRates): string[] {
  return Object.entries(fired)
    .filter(([, count]) => documents >= LEAST_DOCUMENTS && count > documents * MOST_OFTEN)
    .map(
      ([rule, count]) =>
        `${rule} fires on ${perCent(count / documents)} of ${type} documents; at most ${perCent(MOST_OFTEN)} is useful.`,
    );
}

function print(type: DocumentType, { documents, words, fired, quartiles: observed }: TypeRates): void {
  console.log(`\n${type}: ${documents} documents, ${words} words`);
  if (documents === 0) return;
  for (const stage of STAGES) {
    const { low, high } = EXPECTED_RANGES[type].range[stage];
    const shares = (observed[stage] ?? []).map(perCent).join(' / ');
    console.log(`  ${stage.padEnd(13)} quartiles ${shares.padEnd(20)} expected ${perCent(low)} to ${perCent(high)}`);
  }
  for (const [rule, count] of Object.entries(fired).sort(([, first], [, second]) => second - first)) {
    const share = perCent(count / documents).padStart(6);
    const perThousand = ((count * 1000) / words).toFixed(2);
    console.log(`  ${rule.padEnd(32)} ${String(count).padStart(4)} documents ${share}  ${perThousand} per 1,000 words`);
  }
}

function perCent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
