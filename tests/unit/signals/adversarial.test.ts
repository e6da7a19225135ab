import { describe, expect, test } from 'vitest';
import { sweepGrammar } from '../../../lib/classifier/grammar.ts';
import { mayHoldGrammar } from '../../../lib/classifier/signals/grammar-gate.ts';
import { LABELS, stageOf } from '../../../lib/model/stage.ts';
import { splitSentences } from '../../../lib/text/sentences.ts';
import { countWords } from '../../../lib/text/words.ts';
import { adversarialFamilies, neutralPages } from '../../accuracy/adversarial-set.ts';

const families = adversarialFamilies();
const passages = families.flatMap((family) => family.passages);

describe('the adversarial set', () => {
  test('holds at least 320 passages, each only once', () => {
    expect(passages.length).toBeGreaterThanOrEqual(320);
    const keys = passages.map(({ title, headings, text }) => [title, ...headings, text].join('\n'));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('is balanced: no label has less than a fifth or more than a third', () => {
    for (const label of LABELS) {
      const share = passages.filter((passage) => passage.label === label).length / passages.length;
      expect(share, label).toBeGreaterThan(0.2);
      expect(share, label).toBeLessThan(0.333);
    }
  });

  test('every signal belongs to its label and every passage has a reason', () => {
    const wrong = passages.filter(
      ({ label, signal, reason }) => label !== (signal === null ? 'none' : stageOf(signal)) || reason.length < 3,
    );
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});

describe('the neutral pages', () => {
  test('are twenty, of 200 words or more each', () => {
    const pages = neutralPages();
    expect(pages).toHaveLength(20);
    expect(pages.filter(({ markdown }) => countWords(markdown) < 200).map(({ name }) => name)).toEqual([]);
  });
});

describe('the grammar gate on these texts', () => {
  test('refuses no sentence in which a rule is found', () => {
    const texts = [...passages.map(({ text }) => text), ...neutralPages().map(({ markdown }) => markdown)];
    const sentences = texts.flatMap((text) => splitSentences(text).map(([start, end]) => text.slice(start, end)));
    const lost = sentences.filter((sentence) => !mayHoldGrammar(sentence) && sweepGrammar(sentence).length > 0);
    expect(lost).toEqual([]);
  });
});
