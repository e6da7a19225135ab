import { ALL_SIGNALS } from '../model/stage.ts';
import { CUE_NAMES } from './cues.ts';
import { COLON, MARKS } from './marks.ts';
import { hashToken, SHAPE, type TokenBuffer } from './tokens.ts';

/**
 * Rules: yes-or-no facts of a text that need no vocabulary. The first are the cue classes (see `cues.ts`), then what its marks,
 * numbers, capitals, beginning and end show.
 */
const SURFACE = [
  'address',
  'year',
  'number',
  'percent',
  'money',
  'question-mark',
  'exclamation',
  'brackets',
  'quotation',
  'semicolon',
  'slash',
  'star',
  'pipe',
  'code-marks',
  'underscore',
  'hash-mark',
  'at-mark',
  'dash',
  'dots',
  'arrow',
  'emoji',
  'equals',
  'comma',
  'ends-with-colon',
  'ends-open',
  'ends-with-stop',
  'starts-small',
  'starts-with-number',
  'starts-with-mark',
  'in-brackets',
  'first-word-ing',
  'first-word-imperative',
  'first-word-question',
  'first-word-we',
  'label-and-colon',
  'acronym',
  'inner-capitals',
  'name-like',
  'quarter',
  'lines',
  'sentences',
  'capitals-few',
  'capitals-some',
  'capitals-half',
  'capitals-most',
  'this-document',
] as const;

/** The groups of phrases, by what they speak for: the 18 signals, then no stage work. */
export const PHRASE_GROUPS: readonly string[] = [...ALL_SIGNALS, 'none'];

/**
 * All rules; a rule's id is its place here. The last ones hold where a phrase of their group was found; they are set by
 * whoever looks for phrases.
 */
export const RULES: readonly string[] = [...CUE_NAMES, ...SURFACE, ...PHRASE_GROUPS.map((group) => `phrases-${group}`)];
/** Rule of the first phrase group. */
export const PHRASE_RULES_START = CUE_NAMES.length + SURFACE.length;

/** 32-bit words that the bits of all rules take. */
export const RULE_WORDS = Math.ceil(RULES.length / 32);

const SURFACE_START = CUE_NAMES.length;
const id = (name: (typeof SURFACE)[number]): number => SURFACE_START + SURFACE.indexOf(name);
const bitOf = (name: (typeof CUE_NAMES)[number]): number => 1 << CUE_NAMES.indexOf(name);

const THIS_HASH = hashToken('this');
const Q_HASH = hashToken('q');
/** Hashes of the words that may make a rule hold together with the next token. */
export const PAIRED_WORDS: readonly number[] = [THIS_HASH, Q_HASH];
const DOCUMENT_HASHES = new Set(
  'document page doc guide section handbook roadmap proposal rfc template list file repo repository article post'
    .split(' ')
    .map(hashToken),
);

/** Rule of each mark, by its bit's place. */
const MARK_RULES = MARKS.map(([name]) => id(name));

function isUpper(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
}

function isLower(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff);
}

/** Notes in the bits of rules (RULE_WORDS of them) that one holds. */
export function setRule(rules: Int32Array, rule: number): void {
  const word = rule >> 5;
  rules[word] = (rules[word] ?? 0) | (1 << (rule & 31));
}

/** The rules whose bits are set, ascending: for what is read seldom; the hot loops go over the bits themselves. */
export function rulesIn(rules: Int32Array): number[] {
  return RULES.map((_, rule) => rule).filter((rule) => ((rules[rule >> 5] ?? 0) & (1 << (rule & 31))) !== 0);
}

/** What is known of a text's tokens together. */
export interface TokenSums {
  /** Bits of the cue classes that some token has (see `cues.ts`), and of the first token's. */
  classes: number;
  firstClasses: number;
  /** Bits of SHAPE that some token has. */
  shapes: number;
  /** Whether any token may be one of PAIRED_WORDS. */
  paired: boolean;
}

/**
 * Sets `active[rule]` to 1 for every rule that holds of `text` by its cues and its surface, 0 for the others: for fitting.
 * @param tokens the text's tokens; @param cues class bits by token, as many as tokens.
 */
export function readRules(text: string, tokens: TokenBuffer, cues: Int32Array, active: Uint8Array): void {
  const sums: TokenSums = { classes: 0, firstClasses: cues[0] ?? 0, shapes: 0, paired: true };
  for (let index = 0; index < tokens.count; index++) {
    sums.classes |= cues[index] ?? 0;
    sums.shapes |= tokens.shape[index] ?? 0;
  }
  const rules = new Int32Array(RULE_WORDS);
  collectRules(text, tokens, sums, rules);
  active.fill(0);
  for (const rule of rulesIn(rules)) active[rule] = 1;
}

/** Sets the bits of `rules` for every rule that holds of `text` by its cues and its surface, and clears the others. */
export function collectRules(text: string, tokens: TokenBuffer, sums: TokenSums, rules: Int32Array): void {
  rules.fill(0);
  if (tokens.first > tokens.last) return;
  rules[0] = sums.classes;
  for (let { marks } = tokens; marks !== 0; marks &= marks - 1) {
    const rule = MARK_RULES[31 - Math.clz32(marks & -marks)];
    if (rule !== undefined) setRule(rules, rule);
  }
  readEnds(text, tokens, rules);
  readShapes(tokens, sums.shapes, rules);
  if (sums.paired) for (let index = 0; index + 1 < tokens.count; index++) readPair(text, tokens, index, rules);
  if (tokens.count > 0) readFirst(text, tokens, sums.firstClasses, rules);
}

function readEnds(text: string, { first, last, marks }: TokenBuffer, rules: Int32Array): void {
  const begin = text.charCodeAt(first);
  const end = text.charCodeAt(last);
  if (isLower(begin)) setRule(rules, STARTS_SMALL);
  else if (begin >= 48 && begin <= 57) setRule(rules, STARTS_NUMBER);
  else if (!isUpper(begin)) setRule(rules, STARTS_MARK);
  if (end === 58) setRule(rules, ENDS_COLON);
  else if (end === 46) setRule(rules, ENDS_STOP);
  else if (end !== 33 && end !== 63 && end !== 59) setRule(rules, ENDS_OPEN);
  const opener = begin === 91 || begin === 40 || begin === 60 || begin === 123 || begin === 95;
  const closer = end === 93 || end === 41 || end === 62 || end === 125 || end === 95;
  if (opener && closer) setRule(rules, IN_BRACKETS);
  if ((marks & COLON) !== 0 && isUpper(begin)) {
    const colon = text.indexOf(':', first);
    if (colon > first && colon - first <= 32 && colon < last && text.charCodeAt(colon + 1) === 32)
      setRule(rules, LABEL_COLON);
  }
}

const STARTS_SMALL = id('starts-small');
const STARTS_NUMBER = id('starts-with-number');
const STARTS_MARK = id('starts-with-mark');
const ENDS_COLON = id('ends-with-colon');
const ENDS_STOP = id('ends-with-stop');
const ENDS_OPEN = id('ends-open');
const IN_BRACKETS = id('in-brackets');
const LABEL_COLON = id('label-and-colon');
const NAME_LIKE = id('name-like');
const QUARTER = id('quarter');
const THIS_DOCUMENT = id('this-document');
const FIRST_ING = id('first-word-ing');
const FIRST_IMPERATIVE = id('first-word-imperative');
const FIRST_QUESTION = id('first-word-question');
const FIRST_WE = id('first-word-we');
const CAPITALS = [id('capitals-few'), id('capitals-some'), id('capitals-half'), id('capitals-most')];
const IMPERATIVE_BIT = bitOf('imperative');
const QUESTION_BIT = bitOf('question');
const WE_BIT = bitOf('we');
const ADDRESS = id('address');
const YEAR = id('year');
const NUMBER = id('number');
const ACRONYM = id('acronym');
const INNER_CAPITALS = id('inner-capitals');

function readShapes({ capitals, nameLike, words }: TokenBuffer, shapes: number, rules: Int32Array): void {
  if ((shapes & SHAPE.address) !== 0) setRule(rules, ADDRESS);
  if ((shapes & SHAPE.year) !== 0) setRule(rules, YEAR);
  if ((shapes & SHAPE.figure) !== 0) setRule(rules, NUMBER);
  if ((shapes & SHAPE.secondCapital) !== 0) setRule(rules, ACRONYM);
  if ((shapes & SHAPE.innerCapital) !== 0) setRule(rules, INNER_CAPITALS);
  if (nameLike) setRule(rules, NAME_LIKE);
  if (words > 0) setRule(rules, CAPITALS[Math.min(3, Math.floor((4 * capitals) / words))] ?? 0);
}

/** What a token shows with the next one: "this page", "Q3". */
function readPair(text: string, { hash, start, end }: TokenBuffer, index: number, rules: Int32Array): void {
  const next = index + 1;
  const word = hash[index] ?? 0;
  if (word === THIS_HASH) {
    if (DOCUMENT_HASHES.has(hash[next] ?? 0)) setRule(rules, THIS_DOCUMENT);
  } else if (word === Q_HASH) {
    const digit = start[next] ?? 0;
    const code = text.charCodeAt(digit);
    if (end[next] === digit + 1 && code >= 49 && code <= 52) setRule(rules, QUARTER);
  }
}

function readFirst(text: string, { start, end }: TokenBuffer, classes: number, rules: Int32Array): void {
  const last = (end[0] ?? 0) - 1;
  if (last - (start[0] ?? 0) > 3 && isIng(text, last)) setRule(rules, FIRST_ING);
  if ((classes & IMPERATIVE_BIT) !== 0) setRule(rules, FIRST_IMPERATIVE);
  if ((classes & QUESTION_BIT) !== 0) setRule(rules, FIRST_QUESTION);
  if ((classes & WE_BIT) !== 0) setRule(rules, FIRST_WE);
}

/** Whether the last of "ing" stands at `last`. */
function isIng(text: string, last: number): boolean {
  return text.charCodeAt(last) === 103 && text.charCodeAt(last - 1) === 110 && text.charCodeAt(last - 2) === 105;
}
