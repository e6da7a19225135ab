import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../../lib/classifier/classify.ts';
import { NO_ADJUSTMENTS } from '../../../lib/classifier/contract.ts';
import { LABELS, stageOf } from '../../../lib/model/stage.ts';
import { classified, documentArbitrary, passage, passageArbitrary, verdictsOf } from './documents.ts';

describe('the classifier', () => {
  test('gives the same verdicts after edits as for a fresh document', () => {
    fc.assert(
      fc.property(documentArbitrary, documentArbitrary, fc.nat(), (before, after, from) => {
        const edited = createClassifier();
        edited.update(before, NO_ADJUSTMENTS);
        edited.step(10_000, from % before.passages.length);
        edited.update(after, NO_ADJUSTMENTS);
        edited.step(10_000, from % after.passages.length);
        const fresh = verdictsOf(classified(after));
        verdictsOf(edited).forEach((verdict, index) => {
          expect(verdict.label).toBe(fresh[index]?.label);
          verdict.probabilities.forEach((probability, k) => {
            expect(probability).toBeCloseTo(fresh[index]?.probabilities[k] ?? -1, 9);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  test('gives the same verdicts after any number of small edits, in which the other passages stay the same objects', () => {
    const edits = fc.array(
      fc.record({
        at: fc.nat(),
        how: fc.constantFrom('replace', 'insert', 'remove', 'swap'),
        passage: passageArbitrary,
        stepped: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(documentArbitrary, edits, ({ title, passages }, changes) => {
        const now = [...passages];
        const edited = classified({ title, passages: now });
        for (const { at, how, passage: other, stepped } of changes) {
          const index = at % now.length;
          if (how === 'replace') now[index] = other;
          else if (how === 'insert') now.splice(index, 0, other);
          else if (how === 'remove' && now.length > 1) now.splice(index, 1);
          else now.reverse();
          edited.update({ title, passages: now }, NO_ADJUSTMENTS);
          if (stepped) edited.step(10_000, 0);
        }
        edited.step(10_000, 0);
        expect(verdictsOf(edited)).toHaveLength(now.length);
        const fresh = verdictsOf(classified({ title, passages: [...now] }));
        expect(verdictsOf(edited)).toEqual(fresh);
      }),
      { numRuns: 100 },
    );
  });

  test('gives every passage probabilities that add up to one, and a signal exactly where it gives a stage', () => {
    fc.assert(
      fc.property(documentArbitrary, (document) => {
        for (const verdict of verdictsOf(classified(document))) {
          expect(verdict.probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
          expect(verdict.confidence).toBe(Math.max(...verdict.probabilities));
          expect(verdict.runnerUp).not.toBe(verdict.label);
          expect(verdict.signal === null).toBe(verdict.label === 'none');
          if (verdict.signal !== null) expect(stageOf(verdict.signal)).toBe(verdict.label);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    [
      'execution',
      'Export: specification',
      'Requirements',
      'The API returns an error when the request has no token, and the client shows a retry button.',
    ],
    [
      'strategy',
      'Product strategy',
      'Market',
      'Our competitors focus on large enterprises, so the market of small businesses is open to us.',
    ],
    [
      'organisation',
      'Handbook',
      'Feedback',
      'Managers hold weekly one-to-ones and give feedback on the performance of each employee.',
    ],
  ])('labels a plain passage of %s work', (label, title, heading, text) => {
    const classifier = classified({ title, passages: [passage(text, [heading])] });
    expect(verdictsOf(classifier)[0]?.label).toBe(label);
  });

  test('works through a long document in slices, beginning at the asked passage', () => {
    const passages = Array.from({ length: 400 }, (_, index) => passage(`Step ${index}: the user opens the page.`));
    const classifier = createClassifier();
    classifier.update({ title: 'Long', passages }, NO_ADJUSTMENTS);
    const done = classifier.step(0, 200);
    expect(done).toBe(false);
    expect(classifier.verdicts()[200]).not.toBeNull();
    expect(classifier.verdicts()[0]).toBeNull();
    while (!classifier.step(0, 200));
    expect(classifier.verdicts().every((verdict) => verdict !== null)).toBe(true);
  });

  test('keeps the label that the writer set, and says so', () => {
    const own = passage('We ship on Friday.');
    for (const label of LABELS) {
      const signal =
        label === 'none' ? null : ({ execution: 'deliver', strategy: 'bets', organisation: 'process' } as const)[label];
      const classifier = classified(
        { title: 'Plan', passages: [own] },
        { ...NO_ADJUSTMENTS, passages: new Map([[own.hash, { label, signal }]]) },
      );
      expect(verdictsOf(classifier)[0]).toMatchObject({ label, signal, by: 'writer', confidence: 1 });
    }
  });

  test('takes empty documents, empty passages and one word repeated many times', () => {
    expect(classified({ title: '', passages: [] }).verdicts()).toEqual([]);
    const odd = classified({
      title: '',
      passages: [passage(''), passage('word '.repeat(20_000)), passage('\ud800 𝒳 ‮')],
    });
    expect(verdictsOf(odd)).toHaveLength(3);
  });
});
