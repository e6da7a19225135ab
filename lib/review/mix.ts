import type { Passage } from '../model/passage.ts';
import type { Label } from '../model/stage.ts';
import type { Mix } from '../model/verdict.ts';

/** The mix of a document: shares of words per stage among the staged passages, and the neutral share of all words. */
export function mixOf(passages: readonly Passage[], labels: readonly Label[]): Mix {
  const words = { execution: 0, strategy: 0, organisation: 0, none: 0 };
  passages.forEach((passage, index) => {
    words[labels[index] ?? 'none'] += passage.words;
  });
  const staged = words.execution + words.strategy + words.organisation;
  const all = staged + words.none;
  const share = (count: number, of: number) => (of === 0 ? 0 : count / of);
  return {
    execution: share(words.execution, staged),
    strategy: share(words.strategy, staged),
    organisation: share(words.organisation, staged),
    neutral: share(words.none, all),
    stagedWords: staged,
    words: all,
  };
}
