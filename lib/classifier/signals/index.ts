import type { SignalEntry } from './entry.ts';
import { ALIGNMENT } from './lexicon/alignment.ts';
import { BETS } from './lexicon/bets.ts';
import { BUSINESS } from './lexicon/business.ts';
import { COACHING } from './lexicon/coaching.ts';
import { CULTURE } from './lexicon/culture.ts';
import { DEBRIEF } from './lexicon/debrief.ts';
import { DEFINE } from './lexicon/define.ts';
import { DELIVER } from './lexicon/deliver.ts';
import { DESIGN } from './lexicon/design.ts';
import { DEVELOP } from './lexicon/develop.ts';
import { DISCOVER } from './lexicon/discover.ts';
import { GOALS } from './lexicon/goals.ts';
import { HIRING } from './lexicon/hiring.ts';
import { MARKET } from './lexicon/market.ts';
import { NEUTRAL } from './lexicon/neutral.ts';
import { OPPORTUNITY } from './lexicon/opportunity.ts';
import { PROCESS } from './lexicon/process.ts';
import { SENSES } from './lexicon/senses.ts';
import { STRUCTURE } from './lexicon/structure.ts';
import { VISION } from './lexicon/vision.ts';

export type { SignalEntry } from './entry.ts';
export { ANY_WORD, expandPattern, NUMBER } from './pattern.ts';

/** The whole lexicon: every cue phrase with the label and signal that a reader would take it for. */
export const SIGNAL_ENTRIES: readonly SignalEntry[] = [
  ...DISCOVER,
  ...DEFINE,
  ...DESIGN,
  ...DEVELOP,
  ...DELIVER,
  ...DEBRIEF,
  ...OPPORTUNITY,
  ...MARKET,
  ...VISION,
  ...GOALS,
  ...BETS,
  ...BUSINESS,
  ...HIRING,
  ...COACHING,
  ...STRUCTURE,
  ...PROCESS,
  ...CULTURE,
  ...ALIGNMENT,
  ...SENSES,
  ...NEUTRAL,
];
