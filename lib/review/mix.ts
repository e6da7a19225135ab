import type { Passage } from '../model/passage.ts';
import { LABELS, type Label, STAGES, type Stage } from '../model/stage.ts';
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

/**
 * The shares of the stages when every passage counts for each stage by its probability: what the mix may well be where labels are
 * in doubt. Adds up to 1, or all 0 where there is nothing.
 * @param probabilities per passage, in the order of LABELS
 */
export function likelyShares(
  passages: readonly Passage[],
  probabilities: readonly (readonly number[])[],
): Readonly<Record<Stage, number>> {
  const shares = { execution: 0, strategy: 0, organisation: 0 };
  let all = 0;
  passages.forEach((passage, index) => {
    for (const stage of STAGES) {
      const words = passage.words * (probabilities[index]?.[LABELS.indexOf(stage)] ?? 0);
      shares[stage] += words;
      all += words;
    }
  });
  if (all > 0) for (const stage of STAGES) shares[stage] /= all;
  return shares;
}
