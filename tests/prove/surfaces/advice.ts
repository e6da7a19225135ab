import { SHOWN_ADVICE } from '../../../lib/review/note.ts';
import { ADVICE_CASES } from '../../unit/review/cases/cases.ts';
import { reportOn, written } from '../../unit/review/written.ts';

export interface AdviceProof {
  readonly cases: number;
  readonly right: number;
  readonly wrong: readonly string[];
}

/** Each small document gets the advice that it must get among the shown ones, and never the one that must not come. */
export function proveAdvice(): AdviceProof {
  const wrong = ADVICE_CASES.filter((each) => {
    const writer = { level: each.level ?? null, aim: each.aim ?? null };
    const rules = reportOn(written(each.title, each.text), each.type, writer).advice.map(({ rule }) => rule);
    return !rules.slice(0, SHOWN_ADVICE).includes(each.must) || rules.includes(each.mustNot);
  });
  return {
    cases: ADVICE_CASES.length,
    right: ADVICE_CASES.length - wrong.length,
    wrong: wrong.map(({ name }) => name),
  };
}
