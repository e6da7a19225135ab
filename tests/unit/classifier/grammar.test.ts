import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../../lib/classifier/classify.ts';
import {
  type DocumentClassifier,
  type DocumentInput,
  type GrammarHit,
  type GrammarRequest,
  NO_ADJUSTMENTS,
} from '../../../lib/classifier/contract.ts';
import { grammarMayTell } from '../../../lib/classifier/grammar-head.ts';
import { GRAMMAR_RULES } from '../../../lib/classifier/signals/grammar-rules.ts';
import { GRAMMAR_REACH, GRAMMAR_WEIGHTS } from '../../../lib/classifier/weights/grammar.generated.ts';
import { LABELS, type Label } from '../../../lib/model/stage.ts';
import { hashText } from '../../../lib/text/hash.ts';
import { splitSentences } from '../../../lib/text/sentences.ts';
import { classified, documentArbitrary, passage, verdictsOf } from './documents.ts';

const RULES = Object.keys(GRAMMAR_WEIGHTS);
/** The rule that moves a label most. */
const STRONGEST = RULES.reduce((best, rule) =>
  Math.max(...(GRAMMAR_WEIGHTS[rule] ?? [])) > Math.max(...(GRAMMAR_WEIGHTS[best] ?? [])) ? rule : best,
);

/** A stand-in for the tagger: one or two rules that follow from the sentence's letters alone. */
function answerTo({ text }: GrammarRequest): GrammarHit[] {
  const at = [...hashText(text)].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const end = Math.max(1, text.length - 1);
  return at % 3 === 0 ? [] : [0, 1].map((more) => ({ rule: RULES[(at + more) % RULES.length] ?? '', start: 0, end }));
}

function answer(classifier: DocumentClassifier, requests: readonly GrammarRequest[]): void {
  classifier.acceptGrammar(new Map(requests.map((request) => [request.key, answerTo(request)])));
  classifier.step(10_000, 0);
}

/** Answers all questions, `batch` at a time. @returns the questions in the order in which they were asked. */
function answerAll(classifier: DocumentClassifier, batch = 7): GrammarRequest[] {
  const asked: GrammarRequest[] = [];
  for (;;) {
    const requests = classifier.grammarRequests(batch);
    if (requests.length === 0) return asked;
    asked.push(...requests);
    answer(classifier, requests);
  }
}

const SHIPPING = [
  'When the user taps Save, the form shows a spinner.',
  'Five of eight participants did not find the button.',
  'The page loads.',
  'The release is on Friday.',
  'Open questions.',
  'Users see a list of their orders.',
];
const CHOOSING = [
  'Competitors sell to finance teams.',
  'We choose small clinics over hospitals.',
  'The market is open.',
  'Goals for the product.',
  'Growth of the market.',
];
const LEADING = [
  'Each manager holds a one-to-one once a week.',
  'We hire two senior designers.',
  'The team decides.',
  'People join the team.',
  'How we decide what to build.',
];

const both = (first: string, second: string): string => `${first.slice(0, -1)}, and ${second}`;

/** Passages of one sentence each that do two kinds of work at once: tier 1 is unsure about some of them. */
const DOUBTFUL: DocumentInput = {
  title: '',
  passages: [
    ...SHIPPING.flatMap((first) => [...CHOOSING, ...LEADING].map((second) => both(first, second))),
    ...CHOOSING.flatMap((first) => LEADING.map((second) => both(first, second))),
  ].map((text) => passage(text)),
};

describe('tier 2', () => {
  test('knows every rule that has a weight', () => {
    const ids = GRAMMAR_RULES.map(({ id }) => id);
    expect(RULES.filter((rule) => !ids.includes(rule))).toEqual([]);
    expect(RULES.length).toBeGreaterThan(0);
  });

  test('is asked only for sentences of passages that it may turn, the most doubtful first, and never twice', () => {
    const classifier = classified(DOUBTFUL);
    const leads = verdictsOf(classifier).map(({ probabilities }) => {
      const [first = 0, second = 0] = [...probabilities].sort((a, b) => b - a);
      return Math.log(first / second);
    });
    const wanted = DOUBTFUL.passages
      .map(({ text }, index) => ({ text, lead: leads[index] ?? 0 }))
      .filter(({ lead }) => lead < GRAMMAR_REACH)
      .sort((a, b) => a.lead - b.lead)
      .flatMap(({ text }) => splitSentences(text).map(([start, end]) => text.slice(start, end)));
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.length).toBeLessThan(DOUBTFUL.passages.length);
    const asked = answerAll(classifier, 2);
    expect(asked.map(({ text }) => text)).toEqual(wanted);
    expect(new Set(asked.map(({ key }) => key)).size).toBe(asked.length);
    expect(classifier.grammarRequests(100)).toEqual([]);
  });

  test('is asked for no more than the limit, and once for sentences that are equal', () => {
    const text = DOUBTFUL.passages.map((one) => one.text);
    const classifier = classified({ ...DOUBTFUL, passages: [...text, ...text].map((one) => passage(one)) });
    expect(classifier.grammarRequests(1)).toHaveLength(1);
    const texts = classifier.grammarRequests(1000).map((request) => request.text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('changes verdicts at the next step, not before', () => {
    const classifier = classified(DOUBTFUL);
    const before = verdictsOf(classifier);
    const [request] = classifier.grammarRequests(1);
    const index = DOUBTFUL.passages.findIndex(({ text }) => text.includes(request?.text ?? '?'));
    classifier.acceptGrammar(new Map([[request?.key ?? '', [{ rule: STRONGEST, start: 0, end: 3 }]]]));
    expect(verdictsOf(classifier)).toEqual(before);
    classifier.step(10_000, 0);
    const after = verdictsOf(classifier);
    const weights = GRAMMAR_WEIGHTS[STRONGEST] ?? [];
    const ratio = (verdict: (typeof before)[number] | undefined, a: number, b: number): number =>
      Math.log((verdict?.probabilities[a] ?? 0) / (verdict?.probabilities[b] ?? 1));
    expect(ratio(after[index], 0, 1) - ratio(before[index], 0, 1)).toBeCloseTo(
      (weights[0] ?? 0) - (weights[1] ?? 0),
      6,
    );
    after.forEach((verdict, at) => {
      if (at !== index) expect(verdict.probabilities).toEqual(before[at]?.probabilities);
    });
  });

  test('turns the label of a passage whose sentences hold the rules that speak for the runner-up', () => {
    let turned = 0;
    DOUBTFUL.passages.forEach((_, index) => {
      const classifier = classified(DOUBTFUL);
      const before = verdictsOf(classifier)[index];
      const place = (label: Label | undefined): number => LABELS.indexOf(label ?? 'none');
      const speaking = RULES.filter((rule) => {
        const weights = GRAMMAR_WEIGHTS[rule] ?? [];
        return (weights[place(before?.runnerUp)] ?? 0) > (weights[place(before?.label)] ?? 0);
      });
      const hits = speaking.map((rule) => ({ rule, start: 0, end: 1 }));
      classifier.acceptGrammar(new Map(classifier.grammarRequests(100).map(({ key }) => [key, hits])));
      classifier.step(10_000, 0);
      const after = verdictsOf(classifier)[index];
      if (after?.label === before?.runnerUp) turned++;
    });
    expect(turned).toBeGreaterThan(0);
  });

  test('gives the same verdicts after edits as for a fresh document, whatever was answered before', () => {
    fc.assert(
      fc.property(documentArbitrary, documentArbitrary, fc.integer({ min: 1, max: 9 }), (before, after, batch) => {
        const edited = createClassifier();
        edited.update(before, NO_ADJUSTMENTS);
        edited.step(10_000, 0);
        answerAll(edited, batch);
        edited.update(after, NO_ADJUSTMENTS);
        edited.step(10_000, 0);
        answerAll(edited, batch);
        const fresh = classified(after);
        answerAll(fresh);
        const right = verdictsOf(fresh);
        verdictsOf(edited).forEach((verdict, index) => {
          expect(verdict.label).toBe(right[index]?.label);
          verdict.probabilities.forEach((probability, k) => {
            expect(probability).toBeCloseTo(right[index]?.probabilities[k] ?? -1, 9);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  test('is told in explanations, with its places in the passage, and their sum stays exact', () => {
    const classifier = classified(DOUBTFUL);
    answerAll(classifier);
    let told = 0;
    DOUBTFUL.passages.forEach(({ text }, index) => {
      const { evidence, score, label, runnerUp, runnerUpScore } = classifier.explain(index);
      const verdict = verdictsOf(classifier)[index];
      expect(label).toBe(verdict?.label);
      expect(Math.abs(evidence.reduce((sum, { weight }) => sum + weight, 0) - score)).toBeLessThan(1e-6);
      const of = (name: Label): number => verdict?.probabilities[LABELS.indexOf(name)] ?? 0;
      if (label === 'none') expect(1 / (1 + Math.exp(-score))).toBeCloseTo(of('none'), 6);
      else if (runnerUp !== 'none') expect(Math.log(of(label) / of(runnerUp))).toBeCloseTo(score - runnerUpScore, 5);
      for (const { source, text: rule, spans } of evidence) {
        if (source !== 'grammar') continue;
        told++;
        expect(RULES).toContain(rule);
        const sentences = splitSentences(text);
        for (const [start, end] of spans)
          expect(sentences.some(([from, to]) => from <= start && start < end && end <= to)).toBe(true);
      }
    });
    expect(told).toBeGreaterThan(0);
  });

  test('has no say where the writer has spoken', () => {
    const own = new Map(
      DOUBTFUL.passages.map(({ hash }) => [hash, { label: 'strategy', signal: 'bets' } as const] as const),
    );
    expect(classified(DOUBTFUL, { ...NO_ADJUSTMENTS, passages: own }).grammarRequests(100)).toEqual([]);
  });

  test('takes answers that nobody asked for, and rules that it does not know, without a change', () => {
    const classifier = classified(DOUBTFUL);
    const before = verdictsOf(classifier);
    const [request] = classifier.grammarRequests(1);
    const hit = (rule: string): GrammarHit => ({ rule, start: -5, end: 1e9 });
    classifier.acceptGrammar(
      new Map([
        ['nobody', [hit(STRONGEST)]],
        [request?.key ?? '', [hit('no/such-rule'), hit('constructor'), hit('__proto__')]],
      ]),
    );
    classifier.step(10_000, 0);
    expect(verdictsOf(classifier)).toEqual(before);
  });

  test('remembers answers when a sentence comes back, and no more than the document is large', () => {
    const classifier = classified(DOUBTFUL);
    answerAll(classifier);
    classifier.update({ ...DOUBTFUL, passages: DOUBTFUL.passages.slice(0, 3) }, NO_ADJUSTMENTS);
    classifier.step(10_000, 0);
    classifier.update(DOUBTFUL, NO_ADJUSTMENTS);
    classifier.step(10_000, 0);
    expect(classifier.grammarRequests(100)).toEqual([]);
    const noise = Array.from({ length: 5000 }, (_, index) => [`key ${index}`, []] as const);
    classifier.acceptGrammar(new Map([...noise]));
    const short = { title: '', passages: [passage('Another text altogether.')] };
    classifier.update(short, NO_ADJUSTMENTS);
    classifier.step(10_000, 0);
    classifier.update(DOUBTFUL, NO_ADJUSTMENTS);
    classifier.step(10_000, 0);
    expect(classifier.grammarRequests(100).length).toBeGreaterThan(0);
  });

  test('has a say only within its reach of a draw', () => {
    expect(grammarMayTell(1)).toBe(true);
    expect(grammarMayTell(Math.exp(-GRAMMAR_REACH) + 1e-9)).toBe(true);
    expect(grammarMayTell(Math.exp(-GRAMMAR_REACH))).toBe(false);
    expect(grammarMayTell(0)).toBe(false);
  });

  test('leaves the verdicts that it does not change as they are, object by object', () => {
    const classifier = classified(DOUBTFUL);
    const before = verdictsOf(classifier);
    const [request] = classifier.grammarRequests(1);
    classifier.acceptGrammar(new Map([[request?.key ?? '', [{ rule: STRONGEST, start: 0, end: 3 }]]]));
    classifier.step(10_000, 0);
    const changed = verdictsOf(classifier).filter((verdict, index) => verdict !== before[index]);
    expect(changed).toHaveLength(1);
  });
});
