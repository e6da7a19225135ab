import type { Adjustments } from '../../classifier/contract.ts';
import { learn } from '../../classifier/lessons.ts';
import type { Passage } from '../../model/passage.ts';
import type { RulePack } from '../../model/rule-pack.ts';
import type { Corrections, PassageCorrection } from '../../settings/corrections.ts';
import { hashText } from '../../text/hash.ts';

const quotes = new WeakMap<Passage, string>();

/** Hash of a passage's text alone, as corrections remember it. */
export function quoteHash(passage: Passage | undefined): string {
  if (passage === undefined) return '';
  let hash = quotes.get(passage);
  if (hash === undefined) {
    hash = hashText(passage.text);
    quotes.set(passage, hash);
  }
  return hash;
}

/** The passage and its neighbours as a correction remembers them. */
export function anchorOf(
  passages: readonly Passage[],
  index: number,
): Pick<PassageCorrection, 'quote' | 'before' | 'after'> {
  return {
    quote: quoteHash(passages[index]),
    before: quoteHash(passages[index - 1]),
    after: quoteHash(passages[index + 1]),
  };
}

/** Finds, by index, the corrections that apply to the passages of one document. */
export function correctionMatcher(passages: readonly Passage[], corrections: Corrections, document: string) {
  const byQuote = new Map<string, PassageCorrection[]>();
  for (const correction of corrections) {
    if (correction.kind === 'passage') {
      byQuote.set(correction.quote, [...(byQuote.get(correction.quote) ?? []), correction]);
    }
  }
  const counts = new Map<string, number>();
  if (byQuote.size > 0) {
    for (const passage of passages) {
      const quote = quoteHash(passage);
      if (byQuote.has(quote)) counts.set(quote, (counts.get(quote) ?? 0) + 1);
    }
  }
  return (index: number): PassageCorrection | undefined => {
    if (byQuote.size === 0) return undefined;
    const { quote, before, after } = anchorOf(passages, index);
    return byQuote
      .get(quote)
      ?.findLast(
        (correction) =>
          (correction.document === document && counts.get(quote) === 1) ||
          (correction.before === before && correction.after === after),
      );
  };
}

/**
 * The correction that holds for a passage. In the document where it was made it holds for the one passage with its text;
 * where several have that text, and in any other document, both neighbours must agree too, because a look-alike must not
 * take the label over. The newest wins.
 */
export function correctionFor(
  passages: readonly Passage[],
  index: number,
  corrections: Corrections,
  document: string,
): PassageCorrection | undefined {
  return correctionMatcher(passages, corrections, document)(index);
}

const learntFrom = new WeakMap<Corrections, Adjustments['learnt']>();

/** What all corrections teach about words, in every document; made once as long as they stay the same. */
function learntWords(corrections: Corrections): Adjustments['learnt'] {
  let known = learntFrom.get(corrections);
  if (known === undefined) {
    known = learn(
      corrections.flatMap((each) =>
        each.kind === 'passage' && each.words !== undefined
          ? [{ words: each.words, label: each.label, was: each.was }]
          : [],
      ),
    );
    learntFrom.set(corrections, known);
  }
  return known;
}

const phrasesFrom = new WeakMap<Corrections, Adjustments['phrases']>();

/** The phrases with a sense; the same list as long as the corrections stay the same. */
function phrasesOf(corrections: Corrections): Adjustments['phrases'] {
  let known = phrasesFrom.get(corrections);
  if (known === undefined) {
    known = corrections.flatMap((each) => (each.kind === 'phrase' ? [{ phrase: each.phrase, label: each.label }] : []));
    phrasesFrom.set(corrections, known);
  }
  return known;
}

/** What the writer's corrections and the rule packs in use mean for the passages of one document. */
export function adjustmentsFor(
  passages: readonly Passage[],
  corrections: Corrections,
  document: string,
  vocabulary: readonly string[],
  packs: readonly RulePack[],
): Adjustments {
  const labels = new Map<string, { readonly label: PassageCorrection['label']; readonly signal: null }>();
  if (corrections.some(({ kind }) => kind === 'passage')) {
    const find = correctionMatcher(passages, corrections, document);
    passages.forEach((passage, index) => {
      const found = find(index);
      if (found !== undefined) labels.set(passage.hash, { label: found.label, signal: null });
    });
  }
  return { passages: labels, phrases: phrasesOf(corrections), vocabulary, learnt: learntWords(corrections), packs };
}
