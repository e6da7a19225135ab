import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../../lib/classifier/classify.ts';
import { type DocumentInput, NO_ADJUSTMENTS } from '../../../lib/classifier/contract.ts';
import { decodeModel } from '../../../lib/classifier/decode.ts';
import { WriterHand } from '../../../lib/classifier/hand.ts';
import { type Model, OUTPUTS, type PackedModel } from '../../../lib/classifier/model.ts';
import { pack } from '../../../lib/classifier/packing.ts';
import { PassageStore } from '../../../lib/classifier/passage-store.ts';
import { ModelIndex, PHRASE_SIZE } from '../../../lib/classifier/reader.ts';
import { RULES } from '../../../lib/classifier/rules.ts';
import { Scorer } from '../../../lib/classifier/scores.ts';
import { PACKED_MODEL } from '../../../lib/classifier/weights/tables.generated.ts';
import { LABELS, type Label } from '../../../lib/model/stage.ts';
import type { Evidence, Explanation, Verdict } from '../../../lib/model/verdict.ts';
import { hashText } from '../../../lib/text/hash.ts';
import { adversarialFamilies } from '../../accuracy/adversarial-set.ts';

/** What evidence may miss its score by, in log-odds. */
const EXACT = 1e-6;

const PASSAGES = adversarialFamilies().flatMap(({ passages }) => passages);

function read(document: DocumentInput, index = 0): { readonly verdict: Verdict; readonly explanation: Explanation } {
  const classifier = createClassifier();
  classifier.update(document, NO_ADJUSTMENTS);
  classifier.step(10_000, 0);
  const verdict = classifier.verdicts()[index];
  if (!verdict) throw new Error('A passage has no verdict');
  return { verdict, explanation: classifier.explain(index) };
}

const alone = ({ title, headings, text, kind }: (typeof PASSAGES)[number]): DocumentInput => ({
  title,
  passages: [{ kind, headings, text, hash: hashText(kind, ...headings, text) }],
});

const sumOf = (evidence: readonly Evidence[]): number => evidence.reduce((sum, { weight }) => sum + weight, 0);
const shareOf = ({ probabilities }: Verdict, label: Label): number => probabilities[LABELS.indexOf(label)] ?? 0;

/** What the passage's own words, phrases and rules say about an output, by a model. */
function ownScore(model: Model, text: string, output: number): number {
  const store = new PassageStore(model.dimensions);
  new Scorer(new ModelIndex(model), new WriterHand(NO_ADJUSTMENTS)).passage(text, store, store.add('only'));
  return store.own[output] ?? Number.NaN;
}

/** The model without what one piece of evidence rests on: the vector of a word, or the weights of a rule or a phrase. */
function without(evidence: Evidence, text: string, output: number): Model {
  if (evidence.source === 'word') {
    const place = PACKED_MODEL.words.split(' ').indexOf(evidence.text);
    const blank = pack([0]);
    const packed: PackedModel = {
      ...PACKED_MODEL,
      embedding: PACKED_MODEL.embedding.map((column) => column.slice(0, place) + blank + column.slice(place + 1)),
    };
    return decodeModel(packed);
  }
  const model = decodeModel(PACKED_MODEL);
  if (evidence.source === 'rule') model.rules.rules.fill(0, ...rowOf(RULES.indexOf(evidence.text)));
  else {
    const { reader } = new Scorer(new ModelIndex(model), new WriterHand(NO_ADJUSTMENTS));
    reader.read(text);
    const entries = reader.phrases.filter((_, place) => place % PHRASE_SIZE === 0);
    const entry = entries.find((each) => model.phraseWeights[each * OUTPUTS + output] === evidence.weight) ?? -1;
    model.phraseWeights.fill(0, ...rowOf(entry));
  }
  return model;
}

const rowOf = (row: number): [number, number] => [row * OUTPUTS, (row + 1) * OUTPUTS];

describe('the evidence for any passage of the adversarial set', () => {
  test('adds up to the log-odds of its verdict', () => {
    for (const passage of PASSAGES) {
      const { verdict, explanation } = read(alone(passage));
      const { label, score, evidence, runnerUp, runnerUpScore } = explanation;
      expect(Math.abs(sumOf(evidence) - score)).toBeLessThan(EXACT);
      const share = shareOf(verdict, label);
      if (label === 'none') expect(Math.abs(score - Math.log(share / (1 - share)))).toBeLessThan(EXACT);
      else if (runnerUp !== 'none')
        expect(Math.abs(score - runnerUpScore - Math.log(share / shareOf(verdict, runnerUp)))).toBeLessThan(EXACT);
    }
  });

  test('loses, with its strongest word, phrase or rule taken out of the model, just that weight', () => {
    const whole = decodeModel(PACKED_MODEL);
    for (const passage of PASSAGES.filter((_, place) => place % 8 === 0)) {
      const { label, evidence } = read(alone(passage)).explanation;
      const output = LABELS.indexOf(label);
      const top = evidence.find(({ source }) => source === 'word' || source === 'phrase' || source === 'rule');
      if (top === undefined) continue;
      const loss =
        ownScore(whole, passage.text, output) - ownScore(without(top, passage.text, output), passage.text, output);
      expect(Math.abs(loss - top.weight), `${top.source} ${top.text}`).toBeLessThan(EXACT);
    }
  });

  test('loses just the weight of its title when the title is taken away', () => {
    for (const passage of PASSAGES.filter((_, place) => place % 8 === 4)) {
      const { explanation } = read(alone(passage));
      const untitled = read({ ...alone(passage), title: '' }).explanation;
      const title = explanation.evidence.find(({ source }) => source === 'title')?.weight ?? 0;
      if (untitled.label === explanation.label)
        expect(Math.abs(explanation.score - title - untitled.score)).toBeLessThan(EXACT);
    }
  });
});

describe('a passage of more than sixty words that holds two stages', () => {
  const EXECUTION =
    'When the user taps Save, the form shows a spinner and keeps the typed text. The endpoint returns 404 when the invoice was deleted, and the client retries three times before it shows an error.';
  const ORGANISATION =
    'Each manager holds a one-to-one with every report once a week. Leads write feedback for everybody in their team before the performance review, and new hires get a mentor for their first three months.';
  const text = `${EXECUTION} ${ORGANISATION}`;
  const passages = [{ kind: 'paragraph' as const, headings: [], text, hash: hashText(text) }];

  test('tells the sentences that speak for the runner-up', () => {
    const { label, runnerUp, runnerUpSentences } = read({ title: '', passages }).explanation;
    expect(new Set([label, runnerUp])).toEqual(new Set(['execution', 'organisation']));
    const said = runnerUpSentences.map(([start, end]) => text.slice(start, end));
    const [own, other] = runnerUp === 'organisation' ? [ORGANISATION, EXECUTION] : [EXECUTION, ORGANISATION];
    expect(said.length).toBeGreaterThan(0);
    expect(said.every((sentence) => own.includes(sentence.trim()))).toBe(true);
    expect(said.some((sentence) => other.includes(sentence.trim()))).toBe(false);
  });

  test('tells none where it is shorter', () => {
    const short = 'When the user taps Save, the form shows a spinner. Each manager holds a one-to-one once a week.';
    const one = [{ kind: 'paragraph' as const, headings: [], text: short, hash: hashText(short) }];
    expect(read({ title: '', passages: one }).explanation.runnerUpSentences).toEqual([]);
  });
});
