import { ALL_SIGNALS } from '../model/stage.ts';
import { CUE_NAMES } from './cues.ts';
import { hashToken, NUMBER_TOKEN, type TokenBuffer, URL_TOKEN, YEAR_TOKEN } from './tokens.ts';

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
const NUMBER_HASH = hashToken(NUMBER_TOKEN);
const Q_HASH = hashToken('q');
const THIS_HASH = hashToken('this');
const DOCUMENT_HASHES = new Set(
  'document page doc guide section handbook roadmap proposal rfc template list file repo repository article post'
    .split(' ')
    .map(hashToken),
);

/** Marks that a text holds, as bits, by ASCII unit. */
const MARK_BITS = new Int32Array(128);
const MARK_RULES: readonly [bit: number, rule: number][] = (
  [
    ['%', 'percent'],
    ['$', 'money'],
    ['?', 'question-mark'],
    ['!', 'exclamation'],
    ['(', 'brackets'],
    ['"', 'quotation'],
    [';', 'semicolon'],
    ['/', 'slash'],
    ['*', 'star'],
    ['|', 'pipe'],
    ['`{}<>', 'code-marks'],
    ['_', 'underscore'],
    ['#', 'hash-mark'],
    ['@', 'at-mark'],
    ['=', 'equals'],
    [',', 'comma'],
    ['\n', 'lines'],
  ] as const
).map(([marks, rule], place) => {
  for (const mark of marks) MARK_BITS[mark.charCodeAt(0)] = 1 << place;
  return [1 << place, id(rule)];
});
const QUOTATION = MARK_RULES.find(([, rule]) => rule === id('quotation'))?.[0] ?? 0;
const MONEY = MARK_RULES.find(([, rule]) => rule === id('money'))?.[0] ?? 0;

/** Bits for marks beyond ASCII, above those of MARK_RULES. */
const DOTS = 1 << 24;
const DASH = 1 << 25;
const ARROW = 1 << 26;
const EMOJI = 1 << 27;
const SENTENCE = 1 << 28;

function markBeyondAscii(code: number): number {
  if (code === 0x201c || code === 0x201d) return QUOTATION;
  if (code === 0x20ac || code === 0xa3) return MONEY;
  if (code === 0x2026) return DOTS;
  if (code === 0x2013 || code === 0x2014) return DASH;
  if (code >= 0x2190 && code <= 0x21ff) return ARROW;
  if ((code >= 0x2600 && code <= 0x27bf) || (code >= 0xd83c && code <= 0xd83e)) return EMOJI;
  return 0;
}

function isUpper(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
}

function isLower(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff);
}

/** Marks of the text between its first and last visible unit. */
function readMarks(text: string, first: number, last: number): number {
  let marks = 0;
  let before = 0;
  for (let index = first; index <= last; index++) {
    const code = text.charCodeAt(index);
    if (code < 128) {
      marks |= MARK_BITS[code] ?? 0;
      if (code === 32) {
        if (before === 46) marks |= SENTENCE;
        else if (before === 45 && index > first + 1 && text.charCodeAt(index - 2) === 32) marks |= DASH;
      } else if (code === 46 && before === 46) marks |= DOTS;
      else if (code === 62 && (before === 45 || before === 61)) marks |= ARROW;
    } else marks |= markBeyondAscii(code);
    before = code;
  }
  return marks;
}

/**
 * Sets `active[rule]` to 1 for every rule that holds of `text`, 0 for the others.
 * @param tokens the text's tokens; @param cues class bits by token, as many as tokens.
 */
export function readRules(text: string, tokens: TokenBuffer, cues: Int32Array, active: Uint8Array): void {
  active.fill(0);
  let first = 0;
  let last = text.length - 1;
  while (first <= last && text.charCodeAt(first) <= 32) first++;
  while (last > first && text.charCodeAt(last) <= 32) last--;
  if (first > last) return;
  const marks = readMarks(text, first, last);
  for (const [bit, rule] of MARK_RULES) if ((marks & bit) !== 0) active[rule] = 1;
  if ((marks & DOTS) !== 0) active[id('dots')] = 1;
  if ((marks & DASH) !== 0) active[id('dash')] = 1;
  if ((marks & ARROW) !== 0) active[id('arrow')] = 1;
  if ((marks & EMOJI) !== 0) active[id('emoji')] = 1;
  if ((marks & SENTENCE) !== 0) active[id('sentences')] = 1;
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
  const { hash, start, end, count } = tokens;
  let classes = 0;
  let capitals = 0;
  let words = 0;
  let capitalBefore = false;
  for (let index = 0; index < count; index++) {
    const token = hash[index] ?? 0;
    classes |= cues[index] ?? 0;
    if (token === URL_HASH) active[ADDRESS] = 1;
    else if (token === YEAR_HASH) active[YEAR] = 1;
    else if (token === NUMBER_HASH) active[NUMBER] = 1;
    const from = start[index] ?? 0;
    const size = (end[index] ?? 0) - from;
    const code = text.charCodeAt(from);
    if (isUpper(code)) {
      capitals++;
      words++;
      const second = size > 1 ? text.charCodeAt(from + 1) : 0;
      if (isUpper(second)) {
        active[ACRONYM] = 1;
        capitalBefore = false;
      } else {
        if (capitalBefore && size > 1) active[NAME_LIKE] = 1;
        capitalBefore = size > 1;
      }
    } else {
      if (isLower(code)) words++;
      capitalBefore = false;
    }
    if (size > 3 && isLower(code) && hasInnerCapital(text, from + 1, from + size)) active[INNER_CAPITALS] = 1;
    if (index > 0) {
      const before = hash[index - 1] ?? 0;
      if (before === Q_HASH && size === 1 && code >= 49 && code <= 52) active[QUARTER] = 1;
      if (before === THIS_HASH && DOCUMENT_HASHES.has(token)) active[THIS_DOCUMENT] = 1;
    }
  }
  for (let bit = 0; bit < SURFACE_START; bit++) if ((classes & (1 << bit)) !== 0) active[bit] = 1;
  if (words > 0) active[CAPITALS[Math.min(3, Math.floor((4 * capitals) / words))] ?? 0] = 1;
  if (count > 0) readFirst(text, tokens, cues[0] ?? 0, active);
}

function readFirst(text: string, tokens: TokenBuffer, classes: number, active: Uint8Array): void {
  const end = tokens.end[0] ?? 0;
  if (end - (tokens.start[0] ?? 0) > 4 && text.startsWith('ing', end - 3)) active[FIRST_ING] = 1;
  if ((classes & IMPERATIVE_BIT) !== 0) active[FIRST_IMPERATIVE] = 1;
  if ((classes & QUESTION_BIT) !== 0) active[FIRST_QUESTION] = 1;
  if ((classes & WE_BIT) !== 0) active[FIRST_WE] = 1;
}

function hasInnerCapital(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (isUpper(text.charCodeAt(index))) return true;
  return false;
}
