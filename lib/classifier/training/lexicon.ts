import { ANY_NUMBER, ANY_TOKEN, PhraseFinder } from '../phrases.ts';
import { PHRASE_GROUPS } from '../rules.ts';
import { ANY_WORD, expandPattern, NUMBER, SIGNAL_ENTRIES } from '../signals/index.ts';
import { scanTokens, TokenBuffer, tokenStrings, URL_TOKEN } from '../tokens.ts';
import type { LabelledDocument } from './corpus.ts';

/** Words that open a web address, which is one token. */
const ADDRESS_WORDS = new Set(['http', 'https', 'www']);

function tokensOf(word: string): string[] {
  if (word === ANY_WORD) return [ANY_TOKEN];
  if (word === NUMBER) return [ANY_NUMBER];
  return ADDRESS_WORDS.has(word) ? [URL_TOKEN] : tokenStrings(word);
}

/** The lexicon's patterns as rows of tokens, by entry. */
const PHRASES: readonly (readonly (readonly string[])[])[] = SIGNAL_ENTRIES.map((entry) =>
  expandPattern(entry).map((words) => words.flatMap(tokensOf)),
);

export const LEXICON_ENTRIES = PHRASES.length;
/** Place of each entry's group in PHRASE_GROUPS. */
export const LEXICON_GROUPS = Int8Array.from(SIGNAL_ENTRIES, ({ signal }) => PHRASE_GROUPS.indexOf(signal ?? 'none'));

/** Finds all phrases of the lexicon. */
export function lexiconFinder(): PhraseFinder {
  return PhraseFinder.of(PHRASES);
}

/** An entry as it ships: only those of its phrases that the documents hold, because no other has a say in its weight. */
export interface KeptEntry {
  readonly entry: number;
  readonly phrases: readonly (readonly string[])[];
}

/** The entries of which the documents hold a phrase, with those phrases. */
export function keptEntries(documents: readonly LabelledDocument[]): KeptEntry[] {
  const all = PHRASES.flatMap((phrases, entry) => phrases.map((phrase) => ({ entry, phrase })));
  const finder = PhraseFinder.of(all.map(({ phrase }) => [phrase]));
  const held = new Uint8Array(all.length);
  const tokens = new TokenBuffer();
  const look = (text: string): void => {
    scanTokens(text, tokens);
    finder.find(tokens, (place) => {
      held[place] = 1;
    });
  };
  for (const { title, passages } of documents) {
    look(title);
    for (const { headings, text } of passages) {
      look(text);
      headings.forEach(look);
    }
  }
  const kept = new Map<number, (readonly string[])[]>();
  all.forEach(({ entry, phrase }, place) => {
    if (held[place] === 1) kept.set(entry, [...(kept.get(entry) ?? []), phrase]);
  });
  return [...kept].map(([entry, phrases]) => ({ entry, phrases }));
}
