/**
 * Tokens of a text as the classifier sees them: words in small letters (inner apostrophes kept), the marks `% $ € £ ! ?`, and
 * three classes that stand for all their members: a web address, a year, any other number of more than one digit.
 * One pass over UTF-16 units; words are hashed while they are read, so that no string is made.
 */

import { markBit, PARTING, TOKEN, unitBits } from './marks.ts';

// What the hot loops use is not exported: modules look their exports up at every use, as long as no bundler put them in place.
const OFFSET = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
export const FNV_OFFSET = OFFSET;
export const FNV_PRIME = PRIME;

/** FNV-1a over UTF-16 units, 32 bits. The scanner computes the same value for the same word. */
export function hashToken(token: string): number {
  let hash = OFFSET;
  for (let index = 0; index < token.length; index++) hash = Math.imul(hash ^ token.charCodeAt(index), PRIME);
  return hash >>> 0;
}

export const URL_TOKEN = '#url';
export const YEAR_TOKEN = '#year';
export const NUMBER_TOKEN = '#number';
const URL_HASH = hashToken(URL_TOKEN);
const YEAR_HASH = hashToken(YEAR_TOKEN);
const NUMBER_HASH = hashToken(NUMBER_TOKEN);

const APOSTROPHE = 39;
const SPACE = 32;
const NOWHERE = -2;
const COMMA = markBit('comma');
const PARTS = PARTING;
const STANDS = TOKEN;

/**
 * Per unit: the small letter of ASCII or Latin-1 that it stands for, or 0 where it is no letter. As long as there are units, so that no
 * look-up has to ask whether it lies inside.
 */
const LETTER = new Uint8Array(0x10000);
for (let code = 0; code < 256; code++) LETTER[code] = smallLetter(code);

function smallLetter(code: number): number {
  if (code < 0xc0) return code >= 97 && code <= 122 ? code : code >= 65 && code <= 90 ? code + 32 : 0;
  if (code === 0xd7 || code === 0xf7) return 0;
  return code <= 0xde ? code + 32 : code;
}

function letterOf(code: number): number {
  return LETTER[code] ?? 0;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isCapital(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
}

const PARTED = 1;
const NUMBER = 2;
const PASSED = 4;
const ADDRESS = 8;
const YEAR = 16;
const FIGURE = 32;
const CAPITAL = 64;
const SECOND_CAPITAL = 128;
const INNER_CAPITAL = 256;

/** What else is known of a token, as bits of `TokenBuffer.shape`. */
export const SHAPE = {
  /** Something stands between the token before and this one that parts phrases. */
  parted: PARTED,
  /** `#number`, `#year` or a single digit. */
  number: NUMBER,
  /** `% $ € £`: phrases run over it. */
  passed: PASSED,
  /** The classes of tokens: `#url`, `#year`, `#number`. */
  address: ADDRESS,
  year: YEAR,
  figure: FIGURE,
  /** Begins with a letter, and that is a capital. */
  capital: CAPITAL,
  /** Begins with a capital, and its second unit is one too. */
  secondCapital: SECOND_CAPITAL,
  /** Begins with a small letter and holds a capital further on. */
  innerCapital: INNER_CAPITAL,
} as const;

/** What a token loses with its word. */
const SAID_BY_WORD = NUMBER | PASSED | ADDRESS | YEAR | FIGURE;

/** So many tokens there is room for at first, and more than asked for whenever more room is made. */
const SPARE = 512;

/** Reusable buffers of tokens: hash, and [start, end) in the text. Grows where a text is longer than any before. */
export class TokenBuffer {
  hash = new Uint32Array(SPARE);
  start = new Uint32Array(SPARE);
  end = new Uint32Array(SPARE);
  /** Bits of SHAPE. */
  shape = new Uint16Array(SPARE);
  count = 0;
  /** How many tokens begin with a letter, and how many of those with a capital. */
  words = 0;
  capitals = 0;
  /** Whether a word of more than one letter that begins with a capital follows another such, as in a name. */
  nameLike = false;
  /** Marks that the text holds, as bits (see `marks.ts`). */
  marks = 0;
  /** First and last visible unit of the text; first > last where there is none. */
  first = 0;
  last = -1;

  /** Takes a token's word away and leaves its place: no word has the hash 0. */
  silence(token: number): void {
    this.hash[token] = 0;
    this.shape[token] = (this.shape[token] ?? 0) & ~SAID_BY_WORD;
  }

  /** Makes room for so many tokens; those that were there are lost where there was too little. */
  makeRoom(tokens: number): void {
    if (tokens <= this.hash.length) return;
    const size = tokens + SPARE;
    this.hash = new Uint32Array(size);
    this.start = new Uint32Array(size);
    this.end = new Uint32Array(size);
    this.shape = new Uint16Array(size);
  }
}

/** Reads the tokens of `text` into `tokens`, replacing what was there. */
export function scanTokens(text: string, tokens: TokenBuffer): void {
  let first = 0;
  let last = text.length - 1;
  while (first <= last && text.charCodeAt(first) <= SPACE) first++;
  while (last > first && text.charCodeAt(last) <= SPACE) last--;
  let marks = 0;
  let parted = 0;
  let count = 0;
  /** Tokens that begin with no letter. */
  let others = 0;
  let capitals = 0;
  /** The newest token that a name may go on from. */
  let named = NOWHERE;
  let nameLike = false;
  let index = first;
  tokens.makeRoom(text.length);
  const { hash, start, end, shape } = tokens;
  while (index <= last) {
    const from = index;
    const code = text.charCodeAt(index++);
    const letter = letterOf(code);
    let value: number;
    let bits = parted;
    let stop = 0;
    if (letter !== 0) {
      value = Math.imul(OFFSET ^ letter, PRIME);
      let raised = 0;
      for (; index <= last; index++) {
        stop = text.charCodeAt(index);
        const small = letterOf(stop);
        if (small !== 0) {
          value = Math.imul(value ^ small, PRIME);
          raised |= small ^ stop;
        } else if (
          (stop === APOSTROPHE || stop === 0x2019) &&
          index < last &&
          letterOf(text.charCodeAt(index + 1)) !== 0
        )
          value = Math.imul(value ^ APOSTROPHE, PRIME);
        else break;
      }
      if ((stop === 58 || stop === 46) && startsAddress(text, from, index)) {
        for (; index <= last && text.charCodeAt(index) > SPACE; index++) {
          marks |= unitBits(text, index, first, last);
          if (isCapital(text.charCodeAt(index))) raised = 1;
        }
        value = URL_HASH;
        bits |= ADDRESS;
      }
      if (code !== letter) {
        bits |= CAPITAL;
        capitals++;
        const isLong = index > from + 1;
        if (isLong && isCapital(text.charCodeAt(from + 1))) bits |= SECOND_CAPITAL;
        else {
          if (isLong && named === count - 1) nameLike = true;
          named = isLong ? count : NOWHERE;
        }
      } else if (raised !== 0 && index > from + 3) bits |= INNER_CAPITAL;
    } else if (isDigit(code)) {
      index = numberEnd(text, index, last);
      bits |= NUMBER;
      if (index === from + 1) value = Math.imul(OFFSET ^ code, PRIME);
      else {
        const year = isYear(text, from, index - from);
        value = year ? YEAR_HASH : NUMBER_HASH;
        bits |= year ? YEAR : FIGURE;
        for (let inner = from + 1; inner < index; inner++) if (text.charCodeAt(inner) === 44) marks |= COMMA;
      }
      others++;
    } else {
      if (code === SPACE) continue;
      const unit = unitBits(text, from, first, last);
      if (unit === 0) continue;
      marks |= unit;
      if ((unit & PARTS) !== 0) parted = PARTED;
      if ((unit & STANDS) === 0) continue;
      value = Math.imul(OFFSET ^ code, PRIME);
      bits = (unit & PARTS) === 0 ? parted | PASSED : parted;
      others++;
    }
    hash[count] = value;
    start[count] = from;
    end[count] = index;
    shape[count++] = bits;
    parted = 0;
    // Most words end with a space: the next turn then begins with a letter, as most do, which processors foresee.
    if (stop === SPACE) index++;
  }
  tokens.count = count;
  tokens.words = count - others;
  tokens.capitals = capitals;
  tokens.nameLike = nameLike;
  tokens.marks = marks;
  tokens.first = first;
  tokens.last = last;
}

/** Whether the word [start, end) opens a web address: `http:`, `https:` or `www.` */
function startsAddress(text: string, start: number, end: number): boolean {
  const size = end - start;
  if (size === 3) return text.charCodeAt(end) === 46 && text.startsWith('www', start) && end + 1 < text.length;
  return (size === 4 || size === 5) && text.startsWith('://', end) && text.startsWith('http', start);
}

/** Where the number ends whose first digit stands before `index`. @param last unit of the text that is looked at, at most. */
function numberEnd(text: string, index: number, last: number): number {
  for (let end = index; end <= last; end++) {
    const code = text.charCodeAt(end);
    if (!isDigit(code) && !((code === 44 || code === 46) && end < last && isDigit(text.charCodeAt(end + 1))))
      return end;
  }
  return last + 1;
}

/** Four digits from 1900 to 2099. */
function isYear(text: string, start: number, size: number): boolean {
  if (size !== 4) return false;
  const century = (text.charCodeAt(start) - 48) * 10 + text.charCodeAt(start + 1) - 48;
  return (
    (century === 19 || century === 20) && isDigit(text.charCodeAt(start + 2)) && isDigit(text.charCodeAt(start + 3))
  );
}

const shared = new TokenBuffer();

/** The tokens of a text as strings, in order: for fitting and for lists of words, not for the hot path. */
export function tokenStrings(text: string): string[] {
  scanTokens(text, shared);
  const words: string[] = [];
  for (let index = 0; index < shared.count; index++) {
    const hash = shared.hash[index];
    if (hash === URL_HASH) words.push(URL_TOKEN);
    else if (hash === YEAR_HASH) words.push(YEAR_TOKEN);
    else if (hash === NUMBER_HASH) words.push(NUMBER_TOKEN);
    else words.push(text.slice(shared.start[index], shared.end[index]).replace(/’/g, "'").toLowerCase());
  }
  return words;
}
