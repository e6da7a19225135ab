import type { Adjustments } from '../classifier/contract.ts';
import type { Passage } from '../model/passage.ts';
import type { Corrections, PassageCorrection } from '../settings/corrections.ts';
import { hashText } from '../text/hash.ts';

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

/**
 * What the writer's corrections mean for the passages of one document. In the document where it was made, a correction holds
 * for the one passage with its text; where several have that text, and in any other document, both neighbours must agree too,
 * because a look-alike must not take the label over.
 */
export function adjustmentsFor(
  passages: readonly Passage[],
  corrections: Corrections,
  document: string,
  vocabulary: readonly string[],
): Adjustments {
  const labels = new Map<string, { readonly label: PassageCorrection['label']; readonly signal: null }>();
  const phrases: { readonly phrase: string; readonly label: PassageCorrection['label'] }[] = [];
  const byQuote = new Map<string, PassageCorrection[]>();
  for (const correction of corrections) {
    if (correction.kind === 'phrase') phrases.push({ phrase: correction.phrase, label: correction.label });
    else byQuote.set(correction.quote, [...(byQuote.get(correction.quote) ?? []), correction]);
  }
  if (byQuote.size > 0) {
    const counts = new Map<string, number>();
    for (const passage of passages) {
      const quote = quoteHash(passage);
      if (byQuote.has(quote)) counts.set(quote, (counts.get(quote) ?? 0) + 1);
    }
    passages.forEach((passage, index) => {
      const anchor = anchorOf(passages, index);
      const found = byQuote
        .get(anchor.quote)
        ?.findLast(
          (correction) =>
            (correction.document === document && counts.get(anchor.quote) === 1) ||
            (correction.before === anchor.before && correction.after === anchor.after),
        );
      if (found !== undefined) labels.set(passage.hash, { label: found.label, signal: null });
    });
  }
  return { passages: labels, phrases, vocabulary };
}
