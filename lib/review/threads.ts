import type { Passage } from '../model/passage.ts';
import { hasCue } from './cues.ts';
import { inStage, type Reading, type ReadPassage, sectionsOf, withSignal, wordsIn } from './reading.ts';
import { termsOf } from './terms.ts';

/** Terms that two passages share when one serves the other. */
const SHARED = 2;
/** A term in more than this share of the passages ties nothing to anything. */
const COMMON = 0.3;
/** Fewer words name a bet, as a heading does, and do not make one. */
const BET_WORDS = 8;
/** Shorter sections of work are headings' company, not threads. */
const SECTION_WORDS = 20;

/**
 * Sections of execution that no strategic passage speaks of: none shares two terms with them, and none stands in the
 * section; sections of first steps are none. Each is given by its passages. Empty where there is no strategy to tie work to.
 */
export function orphanSections(reading: Reading): ReadPassage[][] {
  const strategy = inStage(reading, 'strategy');
  if (strategy.length < 2) return [];
  const index = termIndex(reading, strategy);
  return sectionsOf(reading.passages).filter((section) => {
    const work = section.filter(({ label }) => label === 'execution');
    return (
      wordsIn(work) >= SECTION_WORDS &&
      work.length > section.length / 2 &&
      !section.some(({ label }) => label === 'strategy') &&
      !work.some(({ passage }) => hasCue(passage, 'link') || isFirstSteps(passage)) &&
      !sharesTerms(work, index)
    );
  });
}

/** First steps belong to the whole of what stands above them, whatever words they use. */
function isFirstSteps({ headings }: Passage): boolean {
  return /\b(?:first|next) (?:steps?|actions?)\b/i.test(headings.at(-1) ?? '');
}

/** Bets that nothing begins: neither the bet itself, nor its section, nor work that shares terms with it says a first action. */
export function betsWithoutAction(reading: Reading): ReadPassage[] {
  const actions = reading.passages.filter(
    ({ passage, label, signal }) =>
      label === 'execution' || (signal !== 'bets' && label !== 'none' && hasCue(passage, 'firstAction')),
  );
  const index = termIndex(reading, actions);
  return sectionsOf(reading.passages).flatMap((section) => {
    const bets = section.filter(({ passage, signal }) => signal === 'bets' && passage.words >= BET_WORDS);
    const begun = section.some((read) => read.label === 'execution' || hasCue(read.passage, 'firstAction'));
    return begun ? [] : bets.filter((bet) => !sharesTerms([bet], index));
  });
}

/** All bets, for telling how many of them are begun. */
export function bets(reading: Reading): ReadPassage[] {
  return withSignal(reading, 'bets').filter(({ passage }) => passage.words >= BET_WORDS);
}

/** Passages by their terms; terms that are all over the document, or in its title, are left out. */
function termIndex(reading: Reading, passages: readonly ReadPassage[]): Map<string, ReadPassage[]> {
  const spread = new Map<string, number>();
  for (const { passage } of reading.passages)
    for (const term of termsOf(passage)) spread.set(term, (spread.get(term) ?? 0) + 1);
  const limit = Math.max(3, reading.passages.length * COMMON);
  const index = new Map<string, ReadPassage[]>();
  for (const read of passages)
    for (const term of termsOf(read.passage)) {
      if ((spread.get(term) ?? 0) > limit) continue;
      const holders = index.get(term);
      if (holders === undefined) index.set(term, [read]);
      else holders.push(read);
    }
  return index;
}

/** Whether one passage of the index shares enough terms with any of `passages`. */
function sharesTerms(passages: readonly ReadPassage[], index: ReadonlyMap<string, readonly ReadPassage[]>): boolean {
  const counts = new Map<ReadPassage, number>();
  const terms = new Set(passages.flatMap(({ passage }) => [...termsOf(passage)]));
  for (const term of terms)
    for (const holder of index.get(term) ?? []) {
      const count = (counts.get(holder) ?? 0) + 1;
      if (count >= SHARED) return true;
      counts.set(holder, count);
    }
  return false;
}
