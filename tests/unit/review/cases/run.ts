import type { Verdict } from '../../../../lib/model/verdict.ts';
import { SHOWN_ADVICE } from '../../../../lib/review/note.ts';
import { reportOn, type WrittenDocument, written } from '../written.ts';
import type { AdviceCase } from './case.ts';
import { ADVICE_CASES } from './cases.ts';

export interface CaseResult {
  readonly state: string;
  /** Rules in the order of their advice. */
  readonly rules: readonly string[];
  /** The advice that must come is among those shown. */
  readonly comes: boolean;
  /** The advice that must not come came. */
  readonly unwanted: boolean;
}

/** Reviews one small document, with the verdicts set by hand or those that `label` gives. */
export function runCase(
  each: AdviceCase,
  label: (document: WrittenDocument) => readonly Verdict[] = ({ verdicts }) => verdicts,
): CaseResult {
  const document = written(each.title, each.text);
  const writer = { level: each.level ?? null, aim: each.aim ?? null };
  const report = reportOn({ ...document, verdicts: label(document) }, each.type, writer);
  const rules = report.advice.map(({ rule }) => rule);
  return {
    state: report.state,
    rules,
    comes: rules.slice(0, SHOWN_ADVICE).includes(each.must),
    unwanted: rules.includes(each.mustNot),
  };
}

/** How many of the small documents get the advice they must and not the one they must not. */
export function countRight(): { readonly cases: number; readonly right: number } {
  const right = ADVICE_CASES.filter((each) => {
    const { comes, unwanted } = runCase(each);
    return comes && !unwanted;
  });
  return { cases: ADVICE_CASES.length, right: right.length };
}
