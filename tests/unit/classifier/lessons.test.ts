import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../../lib/classifier/classify.ts';
import { type Adjustments, type DocumentInput, NO_ADJUSTMENTS } from '../../../lib/classifier/contract.ts';
import { LEARNT_BOUND } from '../../../lib/classifier/hand.ts';
import {
  LEARNT_WORDS,
  LESSON_WORDS,
  type Lesson,
  learn,
  WORD_BOUND,
  wordsToLearn,
} from '../../../lib/classifier/lessons.ts';
import { hashToken } from '../../../lib/classifier/tokens.ts';
import { LABELS, type Label } from '../../../lib/model/stage.ts';
import { classified, documentArbitrary, passage, verdictsOf } from './documents.ts';

/** Ten passages of a lift-maintenance firm that the writer calls strategy, whatever they look like. */
const CORRECTED = [
  'The brake dossier decides which landlords stay with us.',
  'Every brake dossier shows a landlord what a standstill costs.',
  'A dossier of the brake is what landlords cannot get elsewhere.',
  'We hand each landlord a dossier with the brake figures.',
  'Landlords compare our dossier of the brake with two offers.',
  'The dossier makes a brake repair something that landlords plan.',
  'With the brake dossier, landlords see the next ten years.',
  'Our dossier turns the brake from a cost into a promise to landlords.',
  'No other firm gives landlords a dossier on their brake.',
  'Landlords who read the brake dossier renew without a call.',
];
const SIMILAR = 'The brake dossier is worth much to landlords.';
const OTHERS = [
  'When the user taps Save, the form shows a spinner and keeps the typed text.',
  'Each manager holds a one-to-one with every report once a week.',
  'See the link above.',
  'We choose small clinics over hospitals, because hospitals buy on price alone.',
];
const DOCUMENT: DocumentInput = { title: 'Strategy', passages: [SIMILAR, ...OTHERS].map((text) => passage(text)) };

const lessonsFrom = (texts: readonly string[], label: Label = 'strategy', was: Label = 'none'): Lesson[] =>
  texts.map((text) => ({ words: wordsToLearn(text), label, was }));
const taught = (lessons: readonly Lesson[]): Adjustments => ({ ...NO_ADJUSTMENTS, learnt: learn(lessons) });
const share = (adjustments: Adjustments, label: Label): number =>
  verdictsOf(classified(DOCUMENT, adjustments))[0]?.probabilities[LABELS.indexOf(label)] ?? Number.NaN;

const wordArbitrary = fc.constantFrom(
  ...'brake dossier landlord spinner manager clinics hospitals'.split(' '),
  'zebra',
);
const lessonArbitrary: fc.Arbitrary<Lesson> = fc.record({
  words: fc.uniqueArray(wordArbitrary.map(hashToken), { maxLength: LESSON_WORDS }),
  label: fc.constantFrom(...LABELS),
  was: fc.constantFrom(...LABELS),
});

describe('the words that a correction remembers', () => {
  test('are hashes of plain words: no names, numbers, addresses or words that stand everywhere', () => {
    expect(
      wordsToLearn('Maria Jones told OPS on 12 May that the brake 4711 is with our users: https://brake.example'),
    ).toEqual([hashToken('brake')]);
  });

  test('are at most sixteen, the longest', () => {
    const words = Array.from(
      { length: 30 },
      (_, index) => 'abcdefghij'.slice(0, 4 + (index % 6)) + 'xyz'.repeat(index),
    );
    const kept = wordsToLearn(words.join(' '));
    expect(kept).toHaveLength(LESSON_WORDS);
    expect(kept).toContain(hashToken(words.at(-1) ?? ''));
    expect(kept).not.toContain(hashToken(words[0] ?? ''));
  });
});

describe('ten corrections of one kind', () => {
  test('turn a passage like them', () => {
    const after = verdictsOf(classified(DOCUMENT, taught(lessonsFrom(CORRECTED))))[0];
    expect(verdictsOf(classified(DOCUMENT))[0]?.label).toBe('none');
    expect(after?.label).toBe('strategy');
    expect(after?.by).toBe('model');
  });

  test('move it further with every correction', () => {
    const shares = CORRECTED.map((_, count) => share(taught(lessonsFrom(CORRECTED.slice(0, count + 1))), 'strategy'));
    expect(shares[0]).toBeGreaterThan(share(NO_ADJUSTMENTS, 'strategy'));
    for (let count = 1; count < shares.length; count++)
      expect(shares[count]).toBeGreaterThanOrEqual(shares[count - 1] ?? 1);
  });

  test('leave every passage without their words as it was', () => {
    const before = verdictsOf(classified(DOCUMENT)).slice(1);
    const after = verdictsOf(classified(DOCUMENT, taught(lessonsFrom(CORRECTED)))).slice(1);
    expect(after).toEqual(before);
  });

  test('stand in the evidence, which then adds up to the score', () => {
    const classifier = classified(DOCUMENT, taught(lessonsFrom(CORRECTED)));
    const { label, score, evidence } = classifier.explain(0);
    const corrections = evidence.filter(({ source }) => source === 'correction');
    expect(label).toBe('strategy');
    expect(corrections).toEqual([{ source: 'correction', text: 'words', weight: expect.any(Number), spans: [] }]);
    expect(corrections[0]?.weight).toBeGreaterThan(0);
    expect(Math.abs(evidence.reduce((sum, { weight }) => sum + weight, 0) - score)).toBeLessThan(1e-6);
  });

  test('are forgotten by a classifier from which they are taken back', () => {
    const classifier = createClassifier();
    for (const adjustments of [taught(lessonsFrom(CORRECTED)), NO_ADJUSTMENTS]) {
      classifier.update(DOCUMENT, adjustments);
      classifier.step(10_000, 0);
    }
    expect(verdictsOf(classifier)).toEqual(verdictsOf(classified(DOCUMENT)));
  });
});

describe('what corrections teach', () => {
  test('does not depend on their order', () => {
    fc.assert(
      fc.property(fc.array(lessonArbitrary, { maxLength: 12 }), (lessons) => {
        expect(learn([...lessons].reverse())).toEqual(learn(lessons));
      }),
    );
  });

  test('is nothing where two contradict each other, or the writer agrees with the classifier', () => {
    const there = lessonsFrom([SIMILAR], 'strategy', 'execution');
    const back = lessonsFrom([SIMILAR], 'execution', 'strategy');
    expect(learn([...there, ...back])).toEqual([]);
    expect(learn(lessonsFrom([SIMILAR], 'strategy', 'strategy'))).toEqual([]);
  });

  test('says nothing against a stage where the writer sees none', () => {
    for (const { offsets } of learn(lessonsFrom([SIMILAR], 'none', 'strategy')))
      expect(offsets).toEqual([0, 0, 0, expect.any(Number)]);
  });

  test('keeps to its bounds after a thousand corrections, a word and a passage', () => {
    const many = Array.from({ length: 100 }, () => lessonsFrom(CORRECTED)).flat();
    const adjustments = taught(many);
    for (const { offsets } of adjustments.learnt)
      for (const offset of offsets) expect(Math.abs(offset)).toBeLessThan(WORD_BOUND);
    const text = 'The brake, the dossier, landlords, a promise, figures, offers, a repair and a standstill.';
    const one: DocumentInput = { title: '', passages: [passage(text)] };
    const scoreOf = (hand: Adjustments, label: Label): number => {
      const { evidence, label: best, against } = classified(one, hand).explain(0);
      return (best === label ? evidence : against).find(({ source }) => source === 'correction')?.weight ?? 0;
    };
    expect(scoreOf(adjustments, 'strategy')).toBeCloseTo(LEARNT_BOUND, 12);
  });

  test('is limited to the most telling words', () => {
    const lessons = Array.from({ length: LEARNT_WORDS }, (_, index) => ({
      words: [2 * index + 1, 2 * index + 2],
      label: 'strategy' as const,
      was: 'none' as const,
    }));
    const again = { words: [2 * LEARNT_WORDS], label: 'strategy' as const, was: 'none' as const };
    const words = learn([...lessons, again]);
    expect(words).toHaveLength(LEARNT_WORDS);
    expect(words[0]?.word).toBe(2 * LEARNT_WORDS);
  });

  test('moves no passage without its words, whatever was taught', () => {
    fc.assert(
      fc.property(documentArbitrary, fc.array(lessonArbitrary, { maxLength: 20 }), (document, lessons) => {
        const plain = verdictsOf(classified(document));
        const after = verdictsOf(classified(document, taught(lessons)));
        const said = new Set(lessons.flatMap(({ words }) => words));
        document.passages.forEach(({ text }, index) => {
          const words = text.toLowerCase().split(/[^a-z]+/);
          if (words.some((word) => said.has(hashToken(word)))) return;
          LABELS.forEach((_, place) => {
            const change = (after[index]?.probabilities[place] ?? 0) - (plain[index]?.probabilities[place] ?? 1);
            expect(Math.abs(change)).toBeLessThan(1e-9);
          });
        });
      }),
      { numRuns: 40 },
    );
  });

  test('adds up exactly in any explanation', () => {
    fc.assert(
      fc.property(documentArbitrary, fc.array(lessonArbitrary, { maxLength: 20 }), (document, lessons) => {
        const classifier = classified(document, taught(lessons));
        document.passages.forEach((_, index) => {
          const { score, evidence } = classifier.explain(index);
          expect(Math.abs(evidence.reduce((sum, { weight }) => sum + weight, 0) - score)).toBeLessThan(1e-6);
        });
      }),
      { numRuns: 30 },
    );
  });
});
