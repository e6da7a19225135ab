import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { findAllGrammar } from '../../../lib/classifier/grammar.ts';
import { mayHoldGrammar } from '../../../lib/classifier/signals/grammar-gate.ts';
import { matchWords } from '../../../lib/classifier/signals/match.ts';
import { ALL_SIGNALS, LABELS, type Signal, stageOf } from '../../../lib/model/stage.ts';
import { splitSentences } from '../../../lib/text/sentences.ts';
import { countWords } from '../../../lib/text/words.ts';
import { adversarialFamilies, heldOutPages, neutralPages } from '../../accuracy/adversarial-set.ts';

const documentSchema = z.object({
  passages: z.array(
    z.object({
      text: z.string(),
      stage: z.enum(LABELS),
      signal: z.nullable(z.enum(ALL_SIGNALS as [Signal, ...Signal[]])),
    }),
  ),
});

function sixWords(text: string): string[] {
  const words = matchWords(text).map(({ word }) => word);
  return words.slice(5).map((_, index) => words.slice(index, index + 6).join(' '));
}

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
  test('are twenty and ten held out, of 200 words or more each', () => {
    const pages = [...neutralPages(), ...heldOutPages()];
    expect(neutralPages()).toHaveLength(20);
    expect(heldOutPages()).toHaveLength(10);
    expect(pages.filter(({ markdown }) => countWords(markdown) < 200).map(({ name }) => name)).toEqual([]);
  });
});

describe('the training supplement', () => {
  const folder = fileURLToPath(new URL('../../../lib/classifier/training/supplement/', import.meta.url));
  const documents = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => documentSchema.parse(JSON.parse(readFileSync(`${folder}${name}`, 'utf8'))));

  test('every signal belongs to its stage', () => {
    const wrong = documents.flatMap((document) =>
      document.passages.filter(({ stage, signal }) => stage !== (signal === null ? 'none' : stageOf(signal))),
    );
    expect(wrong).toEqual([]);
  });

  test('shares no six words in a row with what the classifier is judged on', () => {
    const judged = new Set(
      [
        ...passages.map(({ text }) => text),
        ...[...neutralPages(), ...heldOutPages()].map(({ markdown }) => markdown),
      ].flatMap(sixWords),
    );
    const shared = documents
      .flatMap((document) => document.passages.flatMap(({ text }) => sixWords(text)))
      .filter((words) => judged.has(words));
    expect(shared).toEqual([]);
  });
});

describe('the grammar gate on these texts', () => {
  test('refuses no sentence in which a rule is found', () => {
    const texts = [...passages.map(({ text }) => text), ...neutralPages().map(({ markdown }) => markdown)];
    const sentences = texts.flatMap((text) => splitSentences(text).map(([start, end]) => text.slice(start, end)));
    const lost = sentences.filter((sentence) => !mayHoldGrammar(sentence) && findAllGrammar(sentence).length > 0);
    expect(lost).toEqual([]);
  });
});
