import { ANY_WORD, expandPattern, NUMBER } from './pattern.ts';

/**
 * The reference matcher of the lexicon: slow and plain, it says what a pattern means. The compiled tables of `../phrases.ts` are tested
 * against it.
 */

/** A word of a text, lower-cased and with straight apostrophes; offsets are UTF-16 units. */
export interface MatchWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Whether a phrase may run on from the word before into this one. */
  readonly joins: boolean;
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
const PARTS = /[.!?;:\n\r\t|•]/;

/** The words of a text, as the pattern language counts them. */
export function matchWords(text: string): MatchWord[] {
  const words: MatchWord[] = [];
  let end = 0;
  for (const found of text.matchAll(WORD)) {
    const between = text.slice(end, found.index);
    words.push({
      word: found[0].toLowerCase().replaceAll('’', "'"),
      start: found.index,
      end: found.index + found[0].length,
      joins: words.length > 0 && !PARTS.test(between),
    });
    end = found.index + found[0].length;
  }
  return words;
}

function fits(slot: string, word: string): boolean {
  return slot === ANY_WORD || (slot === NUMBER ? /^\d+$/.test(word) : slot === word);
}

/** Where a pattern is found in a text: [start, end) in UTF-16 units, one per place at which a sequence begins (the longest). */
export function findPattern(entry: { readonly pattern: string }, text: string): [number, number][] {
  const words = matchWords(text);
  const sequences = expandPattern(entry);
  const found: [number, number][] = [];
  for (let first = 0; first < words.length; first += 1) {
    let last = -1;
    for (const sequence of sequences) {
      const fitting = sequence.every((slot, offset) => {
        const word = words[first + offset];
        return word !== undefined && (offset === 0 || word.joins) && fits(slot, word.word);
      });
      if (fitting) last = Math.max(last, first + sequence.length - 1);
    }
    const start = words[first]?.start;
    const end = words[last]?.end;
    if (start !== undefined && end !== undefined) found.push([start, end]);
  }
  return found;
}
