/**
 * Tokens of a text as the classifier sees them: words in small letters (inner apostrophes kept), the marks `% $ € £ ! ?`, and
 * three classes that stand for all their members: a web address, a year, any other number of more than one digit.
 * One pass over UTF-16 units; words are hashed while they are read, so that no string is made.
 */

import { markBit, PARTING, TOKEN, unitBits } from './marks.ts';

export const FNV_OFFSET = 0x811c9dc5;
export const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 units, 32 bits. The scanner computes the same value for the same word. */
export function hashToken(token: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < token.length; index++) hash = Math.imul(hash ^ token.charCodeAt(index), FNV_PRIME);
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

/** What else is known of a token, as bits of `TokenBuffer.shape`. */
export const SHAPE = {
  /** Something stands between the token before and this one that parts phrases. */
  parted: 1,
  /** `#number`, `#year` or a single digit. */
  number: 2,
  /** `% $ € £`: phrases run over it. */
  passed: 4,
  /** The classes of tokens: `#url`, `#year`, `#number`. */
  address: 8,
  year: 16,
  figure: 32,
  /** Begins with a letter, and that is a capital. */
  capital: 64,
  /** Begins with a capital, and its second unit is one too. */
  secondCapital: 128,
  /** Begins with a small letter and holds a capital further on. */
  innerCapital: 256,
} as const;

/** What a token loses with its word. */
const SAID_BY_WORD = SHAPE.number | SHAPE.passed | SHAPE.address | SHAPE.year | SHAPE.figure;

/** Reusable buffers of tokens: hash, and [start, end) in the text. Grows where a text has more tokens than any before. */
export class TokenBuffer {
  hash = new Uint32Array(512);
  start = new Uint32Array(512);
  end = new Uint32Array(512);
  /** Bits of SHAPE. */
  shape = new Uint16Array(512);
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

  grow(): void {
    const size = this.hash.length * 2;
    this.hash = wider(this.hash, new Uint32Array(size));
    this.start = wider(this.start, new Uint32Array(size));
    this.end = wider(this.end, new Uint32Array(size));
    this.shape = wider(this.shape, new Uint16Array(size));
  }
}

function wider<Numbers extends Uint32Array | Uint16Array>(old: Numbers, fresh: Numbers): Numbers {
  fresh.set(old);
  return fresh;
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
  let { hash, start, end, shape } = tokens;
  while (index <= last) {
    if (count === hash.length) {
      tokens.grow();
      ({ hash, start, end, shape } = tokens);
    }
    const from = index;
    const code = text.charCodeAt(index++);
    const letter = letterOf(code);
    let value: number;
    let bits = parted;
    let stop = 0;
    if (letter !== 0) {
      value = Math.imul(FNV_OFFSET ^ letter, FNV_PRIME);
      let raised = 0;
      for (; index <= last; index++) {
        stop = text.charCodeAt(index);
        const small = letterOf(stop);
        if (small !== 0) {
          value = Math.imul(value ^ small, FNV_PRIME);
          raised |= small ^ stop;
        } else if ((stop === APOSTROPHE || stop === 0x2019) && letterOf(text.charCodeAt(index + 1)) !== 0)
          value = Math.imul(value ^ APOSTROPHE, FNV_PRIME);
        else break;
      }
      if ((stop === 58 || stop === 46) && startsAddress(text, from, index)) {
        for (; index <= last && text.charCodeAt(index) > SPACE; index++) {
          marks |= unitBits(text, index, first, last);
          if (isCapital(text.charCodeAt(index))) raised = 1;
        }
        value = URL_HASH;
        bits |= SHAPE.address;
      }
      if (code !== letter) {
        bits |= SHAPE.capital;
        capitals++;
        const isLong = index > from + 1;
        if (isLong && isCapital(text.charCodeAt(from + 1))) bits |= SHAPE.secondCapital;
        else {
          if (isLong && named === count - 1) nameLike = true;
          named = isLong ? count : NOWHERE;
        }
      } else if (raised !== 0 && index > from + 3) bits |= SHAPE.innerCapital;
    } else if (isDigit(code)) {
      index = numberEnd(text, index);
      bits |= SHAPE.number;
      if (index === from + 1) value = Math.imul(FNV_OFFSET ^ code, FNV_PRIME);
      else {
        const year = isYear(text, from, index - from);
        value = year ? YEAR_HASH : NUMBER_HASH;
        bits |= year ? SHAPE.year : SHAPE.figure;
        for (let inner = from + 1; inner < index; inner++) if (text.charCodeAt(inner) === 44) marks |= COMMA;
      }
      others++;
    } else {
      if (code === SPACE) continue;
      const unit = unitBits(text, from, first, last);
      if (unit === 0) continue;
      marks |= unit;
      if ((unit & PARTING) !== 0) parted = SHAPE.parted;
      if ((unit & TOKEN) === 0) continue;
      value = Math.imul(FNV_OFFSET ^ code, FNV_PRIME);
      bits = (unit & PARTING) === 0 ? parted | SHAPE.passed : parted;
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

/** Where the number ends whose first digit stands before `index`. */
function numberEnd(text: string, index: number): number {
  for (let end = index; ; end++) {
    const code = text.charCodeAt(end);
    if (!isDigit(code) && !((code === 44 || code === 46) && isDigit(text.charCodeAt(end + 1)))) return end;
  }
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
