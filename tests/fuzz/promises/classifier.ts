import { deepEqual, ok, throws } from 'node:assert/strict';
import fc from 'fast-check';
import { createClassifier } from '../../../lib/classifier/classify.ts';
import { type Adjustments, type DocumentInput, NO_ADJUSTMENTS } from '../../../lib/classifier/contract.ts';
import { LABELS } from '../../../lib/model/stage.ts';
import { explanationSchema, verdictSchema } from '../../../lib/model/verdict.ts';
import { toPassages } from '../../../lib/text/passages.ts';
import { anyBlock, anyBlocks, anyText } from '../arbitraries.ts';
import { promise } from '../promise.ts';

/** Rounding of sums of some hundred terms, in log-odds. */
const EPSILON = 1e-6;
const isShare = (value: number) => value >= 0 && value <= 1 + EPSILON;

const anyAdjustments = fc.record({
  phrases: fc.array(fc.record({ phrase: anyText, label: fc.constantFrom(...LABELS) }), { maxLength: 2 }),
  vocabulary: fc.array(anyText, { maxLength: 2 }),
});
const anyDocument = fc.record({ title: anyText, blocks: anyBlocks, adjustments: anyAdjustments });

function classified(input: DocumentInput, adjustments: Adjustments) {
  const classifier = createClassifier();
  classifier.update(input, adjustments);
  ok(classifier.step(Number.POSITIVE_INFINITY, 0));
  return classifier;
}

const documentOf = (title: string, blocks: Parameters<typeof toPassages>[0]): DocumentInput => ({
  title,
  passages: toPassages(blocks),
});

export const CLASSIFIER_PROMISES = [
  promise('any passage has probabilities that add up to one', 6, anyDocument, ({ title, blocks, adjustments }) => {
    const input = documentOf(title, blocks);
    const classifier = classified(input, { ...NO_ADJUSTMENTS, ...adjustments });
    for (const verdict of classifier.verdicts()) {
      const { label, confidence, probabilities, signal, signalConfidence } = verdictSchema.parse(verdict);
      ok(probabilities.every(isShare) && isShare(confidence) && isShare(signalConfidence), JSON.stringify(verdict));
      const sum = probabilities.reduce((total, each) => total + each, 0);
      ok(Math.abs(sum - 1) < EPSILON, `${probabilities} make ${sum}`);
      ok((signal === null) === (label === 'none'));
    }
    ok(isShare(classifier.documentType().confidence));
  }),
  promise('the evidence of any verdict adds up to its score', 3, anyDocument, ({ title, blocks, adjustments }) => {
    const input = documentOf(title, blocks);
    const classifier = classified(input, { ...NO_ADJUSTMENTS, ...adjustments });
    for (const [index, { text }] of input.passages.entries()) {
      const { score, evidence, against, runnerUpSentences } = explanationSchema.parse(classifier.explain(index));
      const sum = evidence.reduce((total, { weight }) => total + weight, 0);
      ok(Math.abs(sum - score) < EPSILON, `${sum} is not ${score}`);
      const spans = [...[...evidence, ...against].flatMap((each) => each.spans), ...runnerUpSentences];
      for (const [start, end] of spans) ok(start >= 0 && end > start && end <= text.length, `[${start}, ${end})`);
    }
    throws(() => classifier.explain(input.passages.length), RangeError);
  }),
  promise(
    'verdicts of an edited document are those of a fresh one',
    3,
    fc.tuple(anyDocument, fc.array(fc.tuple(fc.nat(), fc.option(anyBlock)), { maxLength: 3 })),
    ([{ title, blocks, adjustments }, edits]) => {
      const all = { ...NO_ADJUSTMENTS, ...adjustments };
      const after = [...blocks];
      for (const [at, block] of edits) {
        const index = at % (after.length + 1);
        after.splice(index, 1, ...(block === null ? [] : [{ ...block, id: `n${index}` }]));
      }
      const grown = classified(documentOf(title, blocks), all);
      grown.update(documentOf(title, after), all);
      // In the smallest slices, from the middle.
      for (let slice = 0; slice < 100 && !grown.step(0, after.length >> 1); slice++);
      deepEqual(grown.verdicts(), classified(documentOf(title, after), all).verdicts());
    },
  ),
];
