import type { Passage } from '../model/passage.ts';

/** Words that say nothing of what a passage is about, in plans least of all. */
const EMPTY_WORDS = new Set(
  'about above after again also always among another around because been before being below between both cannot could does doing down during each even every first from have having here hers into itself just less like made make makes many more most much must need needs next none only other ours over same should since some such take than that their them then there these they thing things this those through till under until upon very want wants well were what when where which while will with without would your user users customer customers team teams product products work works working time year years quarter week weeks month months goal goals plan plans start end new use used uses using able part parts including across within support supports help helps build builds release releases feature features issue issues change changes provide data better improve'.split(
    ' ',
  ),
);

const WORD = /[a-z][a-z0-9-]{3,}/g;

const known = new WeakMap<Passage, ReadonlySet<string>>();

/** The terms of a passage and of its nearest heading: content words of four letters or more, without common endings. */
export function termsOf(passage: Passage): ReadonlySet<string> {
  const before = known.get(passage);
  if (before !== undefined) return before;
  const terms = new Set<string>();
  for (const text of [passage.headings.at(-1) ?? '', passage.text])
    for (const [word] of text.toLowerCase().matchAll(WORD)) if (!EMPTY_WORDS.has(word)) terms.add(stem(word));
  known.set(passage, terms);
  return terms;
}

/** Crude on purpose: it only has to make "exports", "exporting" and "export" one term. */
function stem(word: string): string {
  const base = word.replace(/(?:'s|ings?|ed|es|s)$/, '');
  return base.length >= 4 ? base : word;
}
