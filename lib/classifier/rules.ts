import { ALL_SIGNALS } from '../model/stage.ts';
import { CUE_NAMES } from './cues.ts';
import { MARKS } from './marks.ts';
import { hashToken, SHAPE, type TokenBuffer, URL_TOKEN, YEAR_TOKEN } from './tokens.ts';

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

const SURFACE_START = CUE_NAMES.length;
const id = (name: (typeof SURFACE)[number]): number => SURFACE_START + SURFACE.indexOf(name);
const bitOf = (name: (typeof CUE_NAMES)[number]): number => 1 << CUE_NAMES.indexOf(name);

const URL_HASH = hashToken(URL_TOKEN);
const YEAR_HASH = hashToken(YEAR_TOKEN);
const Q_HASH = hashToken('q');
const THIS_HASH = hashToken('this');
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

/**
 * Sets `active[rule]` to 1 for every rule that holds of `text`, 0 for the others.
 * @param tokens the text's tokens; @param cues class bits by token, as many as tokens.
 */
export function readRules(text: string, tokens: TokenBuffer, cues: Int32Array, active: Uint8Array): void {
  active.fill(0);
  const { first, last } = tokens;
  if (first > last) return;
  for (let marks = tokens.marks; marks !== 0; marks &= marks - 1) {
    const rule = MARK_RULES[31 - Math.clz32(marks & -marks)];
    if (rule !== undefined) active[rule] = 1;
  }
  readEnds(text, first, last, active);
  readTokens(text, tokens, cues, active);
}

function readEnds(text: string, first: number, last: number, active: Uint8Array): void {
  const begin = text.charCodeAt(first);
  const end = text.charCodeAt(last);
  if (isLower(begin)) active[STARTS_SMALL] = 1;
  else if (begin >= 48 && begin <= 57) active[STARTS_NUMBER] = 1;
  else if (!isUpper(begin)) active[STARTS_MARK] = 1;
  if (end === 58) active[ENDS_COLON] = 1;
  else if (end === 46) active[ENDS_STOP] = 1;
  else if (end !== 33 && end !== 63 && end !== 59) active[ENDS_OPEN] = 1;
  const opener = begin === 91 || begin === 40 || begin === 60 || begin === 123 || begin === 95;
  const closer = end === 93 || end === 41 || end === 62 || end === 125 || end === 95;
  if (opener && closer) active[IN_BRACKETS] = 1;
  if (isUpper(begin)) {
    const colon = text.indexOf(':', first);
    if (colon > first && colon - first <= 32 && colon < last && text.charCodeAt(colon + 1) === 32)
      active[LABEL_COLON] = 1;
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
const ADDRESS = id('address');
const YEAR = id('year');
const NUMBER = id('number');
const ACRONYM = id('acronym');
const INNER_CAPITALS = id('inner-capitals');
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

function readTokens(text: string, tokens: TokenBuffer, cues: Int32Array, active: Uint8Array): void {
  const { hash, shape, count } = tokens;
  let classes = 0;
  let shapes = 0;
  let capitals = 0;
  let words = 0;
  let capitalBefore = false;
  for (let index = 0; index < count; index++) {
    const token = hash[index] ?? 0;
    const bits = shape[index] ?? 0;
    classes |= cues[index] ?? 0;
    shapes |= bits;
    if ((bits & SHAPE.capital) !== 0) {
      capitals++;
      words++;
      const long = (tokens.end[index] ?? 0) - (tokens.start[index] ?? 0) > 1;
      if ((bits & SHAPE.secondCapital) !== 0) capitalBefore = false;
      else {
        if (capitalBefore && long) active[NAME_LIKE] = 1;
        capitalBefore = long;
      }
    } else {
      if ((bits & SHAPE.small) !== 0) words++;
      capitalBefore = false;
    }
    if (token === THIS_HASH || token === Q_HASH) readPair(text, tokens, index, active);
    else if ((bits & SHAPE.class) !== 0) active[token === URL_HASH ? ADDRESS : token === YEAR_HASH ? YEAR : NUMBER] = 1;
  }
  if ((shapes & SHAPE.secondCapital) !== 0) active[ACRONYM] = 1;
  if ((shapes & SHAPE.innerCapital) !== 0) active[INNER_CAPITALS] = 1;
  for (; classes !== 0; classes &= classes - 1) active[31 - Math.clz32(classes & -classes)] = 1;
  if (words > 0) active[CAPITALS[Math.min(3, Math.floor((4 * capitals) / words))] ?? 0] = 1;
  if (count > 0) readFirst(text, tokens, cues[0] ?? 0, active);
}

/** What a token shows with the next one: "this page", "Q3". */
function readPair(text: string, { hash, start, end, count }: TokenBuffer, index: number, active: Uint8Array): void {
  const next = index + 1;
  if (next >= count) return;
  if (hash[index] === THIS_HASH) {
    if (DOCUMENT_HASHES.has(hash[next] ?? 0)) active[THIS_DOCUMENT] = 1;
    return;
  }
  const digit = start[next] ?? 0;
  const code = text.charCodeAt(digit);
  if (end[next] === digit + 1 && code >= 49 && code <= 52) active[QUARTER] = 1;
}

function readFirst(text: string, tokens: TokenBuffer, classes: number, active: Uint8Array): void {
  const end = tokens.end[0] ?? 0;
  if (end - (tokens.start[0] ?? 0) > 4 && text.startsWith('ing', end - 3)) active[FIRST_ING] = 1;
  if ((classes & IMPERATIVE_BIT) !== 0) active[FIRST_IMPERATIVE] = 1;
  if ((classes & QUESTION_BIT) !== 0) active[FIRST_QUESTION] = 1;
  if ((classes & WE_BIT) !== 0) active[FIRST_WE] = 1;
}
