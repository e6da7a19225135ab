import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../../lib/classifier/classify.ts';
import { NO_ADJUSTMENTS } from '../../../lib/classifier/contract.ts';
import type { RulePack } from '../../../lib/model/rule-pack.ts';
import { LABELS } from '../../../lib/model/stage.ts';
import { classified, passage, verdictsOf } from './documents.ts';

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

  const acme: RulePack = {
    name: 'Acme',
    phrases: [
      { phrase: 'in # clicks', stage: 'execution', fires: ['In 3 clicks'] },
      { phrase: 'two clicks', stage: 'organisation', signal: 'process', weight: 4, fires: ['In two clicks'] },
    ],
  };

  test('hears a rule pack, by its weight, and names it in the evidence', () => {
    const taught = classified(document, { ...NO_ADJUSTMENTS, packs: [acme] });
    expect(verdictsOf(taught)[0]).toMatchObject({ label: 'organisation', signal: 'process' });
    const { evidence, score } = taught.explain(0);
    expect(evidence).toContainEqual({ source: 'pack', text: 'Acme', weight: 4, spans: [[64, 74]] });
    expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 6);
  });

  test('lets a phrase of a pack stand for any word and any number', () => {
    const pack: RulePack = {
      name: 'Acme',
      phrases: [{ phrase: 'in # *', stage: 'strategy', weight: 4, fires: ['In 3 years'] }],
    };
    const documentWith = (text: string) => ({ title: 'Notes', passages: [passage(text)] });
    const gain = (text: string) =>
      probabilityOf(classified(documentWith(text), { ...NO_ADJUSTMENTS, packs: [pack] }), 0, 'strategy') -
      probabilityOf(classified(documentWith(text)), 0, 'strategy');
    expect(gain('The form is done in 3 steps.')).toBeGreaterThan(0);
    expect(gain('The form is done in three steps.')).toBe(0);
  });

  test('sets the writer’s own sense of a phrase above a pack’s', () => {
    const phrases = [{ phrase: 'Two clicks', label: 'none' as const }];
    const own = classified(document, { ...NO_ADJUSTMENTS, phrases });
    const both = classified(document, { ...NO_ADJUSTMENTS, phrases, packs: [acme] });
    expect(verdictsOf(both)).toEqual(verdictsOf(own));
  });

  test('takes no evidence from words of a pack’s vocabulary', () => {
    const pack: RulePack = { name: 'Acme', phrases: [], vocabulary: ['Team Plan'] };
    const silent = classified(document, { ...NO_ADJUSTMENTS, packs: [pack] });
    expect(verdictsOf(silent)).toEqual(
      verdictsOf(classified(document, { ...NO_ADJUSTMENTS, vocabulary: ['Team Plan'] })),
    );
  });

  test('gives what a fresh classifier gives after phrases, vocabulary and packs are taken back', () => {
    const classifier = createClassifier();
    classifier.update(document, {
      ...NO_ADJUSTMENTS,
      vocabulary: ['form'],
      phrases: [{ phrase: 'two clicks', label: 'none' }],
      packs: [acme],
    });
    classifier.step(10_000, 0);
    classifier.update(document, NO_ADJUSTMENTS);
    classifier.step(10_000, 0);
    expect(verdictsOf(classifier)).toEqual(verdictsOf(classified(document)));
  });
});
