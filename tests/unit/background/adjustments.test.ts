import { describe, expect, test } from 'vitest';
import { adjustmentsFor, anchorOf } from '../../../lib/background/documents/adjustments.ts';
import { createClassifier } from '../../../lib/classifier/classify.ts';
import { wordsToLearn } from '../../../lib/classifier/lessons.ts';
import type { Passage } from '../../../lib/model/passage.ts';
import type { Label } from '../../../lib/model/stage.ts';
import { type Corrections, withCorrection, withoutCorrection } from '../../../lib/settings/corrections.ts';
import { toPassages } from '../../../lib/text/passages.ts';
import { paragraphs } from '../page/fakes.ts';

/** Lines of a cheese dairy that its writer calls organisation. */
const CORRECTED = [
  'The ripening rota moves every dairyman through all cellars.',
  'A ripening rota without a dairyman in reserve breaks in August.',
  'Each dairyman signs the ripening rota before the season.',
  'The rota says which dairyman turns the wheels while they are ripening.',
  'We share the ripening rota so that no dairyman is alone at night.',
  'A dairyman who leaves the rota hands the ripening notes on.',
  'The ripening rota of the dairyman is read out each morning.',
  'When the rota changes, the dairyman at the ripening wall hears it first.',
  'A young dairyman learns the ripening rota from an old one.',
  'The rota gives each dairyman two weeks of ripening and one of rest.',
];
const LIKE_THEM = 'Each dairyman knows the ripening rota by heart.';
const UNLIKE = 'The label printer jams when the roll is nearly empty.';

function corrected(passages: readonly Passage[], count: number, label: Label, was: Label): Corrections {
  return passages.slice(0, count).reduce<Corrections>(
    (all, passage, index) =>
      withCorrection(all, {
        kind: 'passage',
        document: 'elsewhere',
        ...anchorOf(passages, index),
        label,
        was,
        words: wordsToLearn(passage.text),
        at: index,
      }),
    [],
  );
}

const learning = toPassages(paragraphs(...CORRECTED));
const here = toPassages(paragraphs(LIKE_THEM, UNLIKE));

function verdicts(corrections: Corrections) {
  const classifier = createClassifier();
  classifier.update({ title: '', passages: here }, adjustmentsFor(here, corrections, 'here', [], []));
  classifier.step(10_000, 0);
  return classifier.verdicts();
}

describe('ten corrections of one kind in one document', () => {
  const plain = verdicts([]);
  const was = plain[0]?.label ?? 'none';
  const all = corrected(learning, CORRECTED.length, 'organisation', was);

  test('turn a passage like them in another document and leave the others as they were', () => {
    expect(was).not.toBe('organisation');
    expect(verdicts(all)[0]).toMatchObject({ label: 'organisation', by: 'model' });
    expect(verdicts(all)[1]).toEqual(plain[1]);
  });

  test('taken back one by one, leave no trace', () => {
    const steps = all.map((_, index) => verdicts(all.slice(0, index)));
    let left = all;
    for (const taken of [...all].reverse()) {
      left = withoutCorrection(left, taken);
      expect(verdicts(left)).toEqual(steps[left.length]);
    }
    expect(verdicts(left)).toEqual(plain);
  });

  test('hold no word as text', () => {
    const values = all.flatMap((each) => Object.values(each)).flat();
    const words = new Set(
      CORRECTED.join(' ')
        .toLowerCase()
        .split(/[^a-z]+/)
        .filter(Boolean),
    );
    expect(values.filter((value) => typeof value === 'string' && words.has(value))).toEqual([]);
    expect(all.every((each) => each.kind === 'passage' && (each.words ?? []).length >= 2)).toBe(true);
  });
});
