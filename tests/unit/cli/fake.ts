import type { DocumentClassifier, DocumentInput } from '../../../lib/classifier/contract.ts';
import type { Labeller } from '../../../lib/cli/label.ts';
import type { Signal } from '../../../lib/model/stage.ts';
import { stageOf } from '../../../lib/model/stage.ts';
import { verdictFor } from '../review/written.ts';

const WORDS: readonly [RegExp, Signal][] = [
  [/\b(?:market|competitor)/i, 'market'],
  [/\bwin\b/i, 'bets'],
  [/\bhire\b/i, 'hiring'],
  [/\bship\b/i, 'develop'],
];

/** A classifier that labels by a few words, works one passage a step, and asks tier 2 once for every passage. */
export function fakeLabeller(): Labeller & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    createClassifier: fakeClassifier,
    findGrammar: (texts) => {
      asked.push(...texts);
      return texts.map(() => []);
    },
  };
}

function fakeClassifier(): DocumentClassifier {
  let document: DocumentInput = { title: '', passages: [] };
  let done = 0;
  const answered = new Set<string>();
  return {
    update(next) {
      document = next;
      done = 0;
    },
    step() {
      done = Math.min(document.passages.length, done + 1);
      return done === document.passages.length;
    },
    verdicts: () =>
      document.passages.map(({ text }, index) => {
        if (index >= done) return null;
        const signal = WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
        return verdictFor(signal === null ? 'none' : stageOf(signal), signal);
      }),
    explain: () => {
      throw new RangeError('not asked for here');
    },
    documentType: () => ({ type: 'strategy', confidence: 0.8, cues: ['title:strategy'] }),
    grammarRequests: (limit) =>
      document.passages
        .filter(({ hash }) => !answered.has(hash))
        .slice(0, limit)
        .map(({ hash, text }) => ({ key: hash, text })),
    acceptGrammar: (answers) => {
      for (const key of answers.keys()) answered.add(key);
    },
  };
}
