import type { PassageDetail } from '../../lib/model/detail.ts';
import type { Evidence } from '../../lib/model/verdict.ts';

/** One line of the card's list of what voted. */
export interface Vote {
  /** The passage's own words; empty for context. */
  readonly words: string;
  readonly source: Evidence['source'];
  /** Name of the rule pack that gave the words their sense, or null. */
  readonly pack: string | null;
  /** Share (0-1) of the strongest vote, for the bar. */
  readonly share: number;
  /** Whether it spoke for the verdict or against it. */
  readonly speaksFor: boolean;
}

/** Votes shown; the rest is too weak to explain anything. */
const MOST_VOTES = 5;
/** Votes weaker than this share of the strongest are left out. */
const LEAST_SHARE = 0.08;

/** What voted for and against the verdict, strongest first, each word once. */
export function votesOf(detail: PassageDetail): Vote[] {
  const { evidence } = detail.explanation;
  // The base rate is no reason that a reader could do anything about.
  const telling = evidence
    .map((piece, index) => ({ piece, words: (detail.quotes[index] || ownWords(piece)).trim() }))
    .filter(({ piece }) => piece.source !== 'base' && piece.weight !== 0);
  const strongest = Math.max(...telling.map(({ piece }) => Math.abs(piece.weight)), Number.MIN_VALUE);
  const seen = new Set<string>();
  const votes: Vote[] = [];
  for (const { piece, words } of telling) {
    const key = words === '' ? piece.source : words.toLowerCase();
    const share = Math.abs(piece.weight) / strongest;
    if (seen.has(key) || share < LEAST_SHARE) continue;
    seen.add(key);
    votes.push({
      words,
      source: piece.source,
      pack: piece.source === 'pack' ? piece.text : null,
      share,
      speaksFor: piece.weight > 0,
    });
  }
  return votes.sort((a, b) => b.share - a.share).slice(0, MOST_VOTES);
}

/** The words of evidence that has no place: only words and phrases name themselves, the rest are ids. */
function ownWords({ source, text }: Evidence): string {
  return source === 'word' || source === 'phrase' ? text : '';
}

/** Words that would speak for the runner-up, strongest first. */
export function wordsAgainst(detail: PassageDetail): string[] {
  const words = detail.explanation.against.map((piece, index) =>
    (detail.againstQuotes[index] || ownWords(piece)).trim(),
  );
  return [...new Set(words.filter((each) => each !== ''))].slice(0, 3);
}
