import type { ExpectedRange } from '../model/report.ts';
import { STAGES, type Stage } from '../model/stage.ts';
import type { Mix } from '../model/verdict.ts';

/** How far one stage's share lies under its range (negative) or over it (positive), 0 inside it. */
export function excess(stage: Stage, mix: Readonly<Record<Stage, number>>, expected: ExpectedRange): number {
  const { low, high } = expected[stage];
  return Math.max(0, mix[stage] - high) - Math.max(0, low - mix[stage]);
}

/**
 * How far a mix lies outside the expected range: the smallest share of the staged words that would have to do the work of
 * another stage for every stage to come inside its range.
 *
 * distance = max( sum over stages of max(0, share - high), sum over stages of max(0, low - share) ), 0 to 1; 0 where nothing
 * is staged. Words that leave one stage arrive in another, so the larger of what is too much and what is too little counts.
 */
export function distanceTo(mix: Mix, expected: ExpectedRange): number {
  if (mix.stagedWords === 0) return 0;
  let over = 0;
  let under = 0;
  for (const stage of STAGES) {
    const outside = excess(stage, mix, expected);
    if (outside > 0) over += outside;
    else under -= outside;
  }
  return Math.max(over, under);
}
