import { createClassifier } from '../../../lib/classifier/classify.ts';
import { findGrammar } from '../../../lib/classifier/grammar.ts';
import { labelDocument } from '../../../lib/cli/label.ts';
import { ADVICE_CASES } from '../../unit/review/cases/cases.ts';
import { type CaseResult, runCase } from '../../unit/review/cases/run.ts';

export interface AdviceProof {
  readonly cases: number;
  /** With the labels that a careful reader gave by hand. */
  readonly right: number;
  /** With the labels of the classifier. */
  readonly read: number;
  /** Names of the documents that are wrong with labels by hand. */
  readonly wrong: readonly string[];
}

const isRight = ({ comes, unwanted }: CaseResult) => comes && !unwanted;

/** Each small document gets the advice that it must get among the shown ones, and never the one that must not come. */
export function proveAdvice(): AdviceProof {
  const wrong = ADVICE_CASES.filter((each) => !isRight(runCase(each)));
  const read = ADVICE_CASES.filter((each) =>
    isRight(
      runCase(each, (document) =>
        labelDocument({ createClassifier, findGrammar }, document).verdicts.filter((verdict) => verdict !== null),
      ),
    ),
  );
  return {
    cases: ADVICE_CASES.length,
    right: ADVICE_CASES.length - wrong.length,
    read: read.length,
    wrong: wrong.map(({ name }) => name),
  };
}
