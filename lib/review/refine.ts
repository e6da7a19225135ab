import type { Passage } from '../model/passage.ts';
import { LABELS, type Label, type Signal, type Stage } from '../model/stage.ts';
import type { Verdict } from '../model/verdict.ts';
import { hasCue, headingHasCue } from './cues.ts';

/** From this confidence on a signal is taken as the classifier gives it. */
const SURE_OF_SIGNAL = 0.75;
/** A stage that is this probable may be the passage's, although another label won. */
const POSSIBLE = 0.2;

/** How a number is made a goal: with a time, or as a bound. */
const REACHED = /\b(?:by|until|within|at least|under|below|from \S+ to)\b/i;

/**
 * The signal that rules go by. Signals within a stage are told apart less surely than stages, and a rule that looks for a lack is
 * undone by one wrong signal; so where the classifier is not sure, the passage's own words have to agree with it.
 */
export function refinedSignal(passage: Passage, { label, signal, signalConfidence, by }: Verdict): Signal | null {
  if (signal === null || by === 'writer' || signalConfidence >= SURE_OF_SIGNAL) return signal;
  if (label === 'strategy') return strategySignal(passage, signal);
  if (signal === 'coaching' && !hasCue(passage, 'coaching')) return organisationSignal(passage);
  if (signal === 'debrief' && !hasCue(passage, 'learning') && !hasCue(passage, 'measure')) return 'deliver';
  return signal;
}

function strategySignal(passage: Passage, signal: Signal): Signal {
  if (hasCue(passage, 'choice') || hasCue(passage, 'bet')) return 'bets';
  if (isGoalLike(passage)) return 'goals';
  if (signal !== 'bets' || hasCue(passage, 'exclusion')) return signal;
  // Words that choose nothing are no bet.
  if (hasCue(passage, 'diagnosis')) return 'market';
  return hasCue(passage, 'whyNow') ? 'opportunity' : 'vision';
}

function organisationSignal(passage: Passage): Signal {
  return hasCue(passage, 'roles') && hasCue(passage, 'time') ? 'hiring' : 'structure';
}

/** Whether a passage sets a number to be reached and chooses nothing. */
export function isGoalLike(passage: Passage): boolean {
  const number = hasCue(passage, 'target') && REACHED.test(passage.text);
  return (number || headingHasCue(passage, 'goalHeading')) && !hasCue(passage, 'choice');
}

/** Whether a passage that got no stage may well be of this one. */
export function mayBe(
  stage: Stage,
  { label, probabilities }: { readonly label: Label; readonly probabilities: readonly number[] },
): boolean {
  return label === stage || (label === 'none' && (probabilities[LABELS.indexOf(stage)] ?? 0) >= POSSIBLE);
}
