import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../../lib/classifier/classify.ts';
import { LABELS } from '../../../lib/model/stage.ts';
import { classified, NO_ADJUSTMENTS, passage, verdictsOf } from './documents.ts';

const document = {
  title: 'Notes',
  passages: [
    passage('Team Plan shows who is on which team, and managers change it in two clicks.'),
    passage('The form keeps what was typed when the connection is lost.'),
  ],
};

const probabilityOf = (
  classifier: ReturnType<typeof classified>,
  index: number,
  label: (typeof LABELS)[number],
): number => verdictsOf(classifier)[index]?.probabilities[LABELS.indexOf(label)] ?? Number.NaN;

describe('the writer’s hand', () => {
  test('moves a passage with a phrase towards the sense the writer gave it, and tells so in the evidence', () => {
    const plain = classified(document);
    const taught = classified(document, { ...NO_ADJUSTMENTS, phrases: [{ phrase: 'team plan', label: 'execution' }] });
    expect(probabilityOf(taught, 0, 'execution')).toBeGreaterThan(probabilityOf(plain, 0, 'execution'));
    const corrections = taught.explain(0).evidence.filter(({ source }) => source === 'correction');
    expect(corrections).toHaveLength(taught.explain(0).label === 'execution' ? 1 : 0);
  });

  test('leaves passages without the phrase as they are', () => {
    const plain = classified(document);
    const taught = classified(document, { ...NO_ADJUSTMENTS, phrases: [{ phrase: 'team plan', label: 'execution' }] });
    expect(verdictsOf(taught)[1]?.probabilities).toEqual(verdictsOf(plain)[1]?.probabilities);
  });

  test('takes no evidence from words of the writer’s own vocabulary', () => {
    const silent = classified(document, { ...NO_ADJUSTMENTS, vocabulary: ['Team Plan'] });
    const words = silent.explain(0).evidence.flatMap(({ source, spans }) => (source === 'word' ? spans : []));
    expect(words.every(([start]) => start >= 'Team Plan'.length)).toBe(true);
  });

  test('gives what a fresh classifier gives after phrases and vocabulary are taken back', () => {
    const classifier = createClassifier();
    classifier.update(document, {
      ...NO_ADJUSTMENTS,
      vocabulary: ['form'],
      phrases: [{ phrase: 'two clicks', label: 'none' }],
    });
    classifier.step(10_000, 0);
    classifier.update(document, NO_ADJUSTMENTS);
    classifier.step(10_000, 0);
    expect(verdictsOf(classifier)).toEqual(verdictsOf(classified(document)));
  });
});
