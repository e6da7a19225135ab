import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LABELS } from '../../../lib/model/stage.ts';
import type { Evidence } from '../../../lib/model/verdict.ts';
import { classified, documentArbitrary, passage, verdictsOf } from './documents.ts';

const sumOf = (evidence: readonly Evidence[]): number => evidence.reduce((sum, { weight }) => sum + weight, 0);

describe('an explanation', () => {
  test('adds up to the score of its label, and the scores are those behind the probabilities', () => {
    fc.assert(
      fc.property(documentArbitrary, fc.nat(), (document, pick) => {
        const classifier = classified(document);
        const index = pick % document.passages.length;
        const verdict = verdictsOf(classifier)[index];
        const { label, score, evidence, runnerUp, runnerUpScore } = classifier.explain(index);
        expect(label).toBe(verdict?.label);
        expect(Math.abs(sumOf(evidence) - score)).toBeLessThan(1e-6);
        const of = (name: (typeof LABELS)[number]): number => verdict?.probabilities[LABELS.indexOf(name)] ?? 0;
        if (label === 'none') expect(1 / (1 + Math.exp(-score))).toBeCloseTo(of('none'), 6);
        else if (runnerUp !== 'none') expect(of(label) / of(runnerUp)).toBeCloseTo(Math.exp(score - runnerUpScore), 4);
      }),
      { numRuns: 80 },
    );
  });

  test('loses exactly the weight of a piece of context that is taken away', () => {
    const passages = [passage('We want to be the first choice of small clinics.', ['Vision'])];
    const named = classified({ title: 'Market strategy', passages }).explain(0);
    const unnamed = classified({ title: '', passages });
    const title = named.evidence.find(({ source }) => source === 'title')?.weight ?? Number.NaN;
    const without = unnamed.explain(0);
    const score = without.label === named.label ? without.score : without.runnerUpScore;
    expect(named.score - title).toBeCloseTo(score, 6);
  });

  test('puts every word of evidence where it stands in the text', () => {
    fc.assert(
      fc.property(documentArbitrary, (document) => {
        const classifier = classified(document);
        document.passages.forEach(({ text }, index) => {
          for (const { source, text: word, spans } of classifier.explain(index).evidence)
            if (source === 'word' && !word.startsWith('#'))
              for (const [start, end] of spans)
                expect(text.slice(start, end).toLowerCase().replaceAll('’', "'")).toBe(word);
        });
      }),
      { numRuns: 30 },
    );
  });

  test('refuses a passage that the document does not have', () => {
    expect(() => classified({ title: '', passages: [] }).explain(0)).toThrow(RangeError);
  });
});
