import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { DOCUMENT_TYPES } from '../../../lib/model/document.ts';
import { reportSchema } from '../../../lib/model/report.ts';
import { LABELS, SIGNALS } from '../../../lib/model/stage.ts';
import type { Verdict } from '../../../lib/model/verdict.ts';
import { LEVELS } from '../../../lib/model/writer.ts';
import { review } from '../../../lib/review/review.ts';
import { toPassages } from '../../../lib/text/passages.ts';
import { anyBlocks, anyText } from '../arbitraries.ts';
import { promise } from '../promise.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

const anyVerdict: fc.Arbitrary<Verdict | null> = fc
  .tuple(fc.constantFrom(...LABELS), fc.nat(5), share, fc.boolean())
  .map(([label, nth, confidence, isWriter]) => ({
    label,
    confidence,
    probabilities: [0.25, 0.25, 0.25, 0.25],
    signal: label === 'none' ? null : (SIGNALS[label][nth] ?? null),
    signalConfidence: confidence,
    runnerUp: 'none' as const,
    by: isWriter ? ('writer' as const) : ('model' as const),
  }));

const anyInput = fc.record({
  title: anyText,
  blocks: anyBlocks,
  verdicts: fc.array(fc.oneof(anyVerdict, fc.constant(null)), { maxLength: 12 }),
  type: fc.constantFrom(...DOCUMENT_TYPES),
  confidence: share,
  cues: fc.array(fc.oneof(anyText, fc.constantFrom('title:plan', 'heading:non-goals', 'mix:strategy', 'mix:')), {
    maxLength: 4,
  }),
  chosenType: fc.option(fc.constantFrom(...DOCUMENT_TYPES)),
  level: fc.option(fc.constantFrom(...LEVELS)),
  aim: fc.option(fc.constantFrom(...LEVELS)),
});

const isShare = (value: number) => value >= 0 && value <= 1 + 1e-9;

export const REVIEW_PROMISES = [
  promise('any document has a report of the agreed form, the same each time', 5, anyInput, (input) => {
    const make = () =>
      review({
        snapshot: { title: input.title, blocks: [...input.blocks], unread: [], limits: [] },
        passages: toPassages(input.blocks),
        verdicts: input.verdicts,
        detectedType: { type: input.type, confidence: input.confidence, cues: input.cues },
        chosenType: input.chosenType,
        preferences: { level: input.level, aim: input.aim, ranges: {} },
      });
    const report = make();
    deepEqual(reportSchema.parse(report), report);
    deepEqual(make(), report);
    const { execution, strategy, organisation, neutral, stagedWords, words } = report.mix;
    ok([execution, strategy, organisation, neutral, report.distance].every(isShare), JSON.stringify(report.mix));
    const sum = execution + strategy + organisation;
    ok(Math.abs(sum - (stagedWords > 0 ? 1 : 0)) < 1e-9 && stagedWords <= words);
    const ids = new Set(report.passages.map(({ id }) => id));
    for (const { passageIds } of [...report.moves, ...report.advice]) for (const id of passageIds) ok(ids.has(id), id);
  }),
];
