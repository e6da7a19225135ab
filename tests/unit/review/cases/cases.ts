import type { AdviceCase } from './case.ts';
import { LAUNCH_CASES } from './launches.ts';
import { ONE_PAGER_CASES } from './one-pagers.ts';
import { ORGANISATION_CASES } from './organisations.ts';
import { PLAN_CASES } from './plans.ts';
import { SPEC_CASES } from './specs.ts';
import { STRATEGY_CASES } from './strategies.ts';
import { UPDATE_CASES } from './updates.ts';

/** Small documents of all types, each with an advice that must come and one that must not. */
export const ADVICE_CASES: readonly AdviceCase[] = [
  ...SPEC_CASES,
  ...ONE_PAGER_CASES,
  ...STRATEGY_CASES,
  ...PLAN_CASES,
  ...ORGANISATION_CASES,
  ...LAUNCH_CASES,
  ...UPDATE_CASES,
];
