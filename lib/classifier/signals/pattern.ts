import { nounForms, verbForms } from './forms.ts';

/**
 * The pattern language of the lexicon, small enough that every pattern expands to a short finite list of word sequences:
 *
 * - `word`      that word, lower-case; apostrophes straight; a hyphenated word is written as separate words
 * - `word~`     any form of the verb (`ship~`: ship, ships, shipped, shipping)
 * - `word+`     the noun, singular or plural
 * - `(a|b c)`   one of the alternatives
 * - `…?`        optional, after a word, a slot or a group
 * - `*`         any one word
 * - `#`         a number written in digits
 *
 * Matching is on words: runs of letters and digits with apostrophes inside, lower-cased; hyphens, slashes, commas and quotes between
 * them do not matter, ends of sentences, colons, semicolons and line breaks part phrases.
 */

/** Stands for any word in an expanded sequence. */
export const ANY_WORD = '*';
/** Stands for a number in an expanded sequence. */
export const NUMBER = '#';
/** More sequences than this from one pattern is a mistake in the pattern. */
export const MAX_EXPANSIONS = 80;
/** Longest sequence, in words. */
export const MAX_WORDS = 5;

const TOKEN = /\(|\)|\||\?|\*|#|[a-z0-9']+[~+]?/gy;

function tokenise(pattern: string): string[] {
  const tokens: string[] = [];
  let at = 0;
  while (at < pattern.length) {
    if (pattern[at] === ' ') {
      at += 1;
      continue;
    }
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(pattern)?.[0];
    if (token === undefined) throw new SyntaxError(`Unmatchable character "${pattern[at]}" in pattern: ${pattern}`);
    tokens.push(token);
    at += token.length;
  }
  return tokens;
}

function wordsOf(token: string): string[][] {
  const stem = token.slice(0, -1);
  if (token.endsWith('~')) return verbForms(stem).map((form) => [form]);
  if (token.endsWith('+')) return nounForms(stem).map((form) => [form]);
  return [[token]];
}

function joined(left: readonly string[][], right: readonly string[][]): string[][] {
  return left.flatMap((head) => right.map((tail) => [...head, ...tail]));
}

/**
 * All word sequences that a pattern stands for, without duplicates; a sequence may hold `*` and `#`.
 * @throws SyntaxError when the pattern is malformed, matches nothing, or expands too far.
 */
export function expandPattern(entry: { readonly pattern: string }): string[][] {
  const { pattern } = entry;
  const tokens = tokenise(pattern);
  let at = 0;

  function sequence(): string[][] {
    let result: string[][] = [[]];
    while (at < tokens.length && tokens[at] !== ')' && tokens[at] !== '|') {
      const token = tokens[at] as string;
      at += 1;
      let item: string[][];
      if (token === '(') {
        item = alternatives();
        if (tokens[at] !== ')') throw new SyntaxError(`Unclosed group in pattern: ${pattern}`);
        at += 1;
      } else if (token === '?') throw new SyntaxError(`Nothing to make optional in pattern: ${pattern}`);
      else item = wordsOf(token);
      if (tokens[at] === '?') {
        at += 1;
        item = [...item, []];
      }
      result = joined(result, item);
      if (result.length > MAX_EXPANSIONS) throw new SyntaxError(`Too many expansions in pattern: ${pattern}`);
    }
    return result;
  }

  function alternatives(): string[][] {
    const result = sequence();
    while (tokens[at] === '|') {
      at += 1;
      result.push(...sequence());
    }
    return result;
  }

  const expanded = alternatives();
  if (at < tokens.length) throw new SyntaxError(`Unopened group in pattern: ${pattern}`);
  const unique = [...new Map(expanded.map((words) => [words.join(' '), words])).values()];
  if (unique.length > MAX_EXPANSIONS) throw new SyntaxError(`Too many expansions in pattern: ${pattern}`);
  for (const words of unique) {
    if (words.length === 0 || words.every((word) => word === ANY_WORD || word === NUMBER))
      throw new SyntaxError(`Pattern can match without a word: ${pattern}`);
    if (words[0] === ANY_WORD || words.at(-1) === ANY_WORD)
      throw new SyntaxError(`Pattern begins or ends with any word: ${pattern}`);
    if (words.length > MAX_WORDS) throw new SyntaxError(`Pattern is longer than ${MAX_WORDS} words: ${pattern}`);
  }
  return unique;
}
