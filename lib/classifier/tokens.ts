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
const COMMA = markBit('comma');

/** Per unit of ASCII and Latin-1: the small letter it stands for, or 0 where it is no letter. */
const LETTER = Uint8Array.from({ length: 256 }, (_, code) => {
  if (code < 0xc0) return code >= 97 && code <= 122 ? code : code >= 65 && code <= 90 ? code + 32 : 0;
  if (code === 0xd7 || code === 0xf7) return 0;
  return code <= 0xde ? code + 32 : code;
});

function letterOf(code: number): number {
  return code < 256 ? (LETTER[code] ?? 0) : 0;
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
  /** An address, a year or another number of more than one digit. */
  class: 8,
  /** Begins with a capital; with a small letter; its second unit is a capital. */
  capital: 16,
  small: 32,
  secondCapital: 64,
  /** Begins with a small letter and holds a capital further on. */
  innerCapital: 128,
} as const;

/** Reusable buffers of tokens: hash, and [start, end) in the text. Grows where a text has more tokens than any before. */
export class TokenBuffer {
  hash = new Uint32Array(512);
  start = new Uint32Array(512);
  end = new Uint32Array(512);
  /** Bits of SHAPE. */
  shape = new Uint8Array(512);
  count = 0;
  /** Marks that the text holds, as bits (see `marks.ts`). */
  marks = 0;
  /** First and last visible unit of the text; first > last where there is none. */
  first = 0;
  last = -1;

  /** Takes a token's word away and leaves its place: no word has the hash 0. */
  silence(token: number): void {
    this.hash[token] = 0;
    this.shape[token] = (this.shape[token] ?? 0) & ~(SHAPE.number | SHAPE.passed | SHAPE.class);
  }

  grow(): void {
    const size = this.hash.length * 2;
    const wider = (old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
      const fresh = new Uint32Array(size);
      fresh.set(old);
      return fresh;
    };
    this.hash = wider(this.hash);
    this.start = wider(this.start);
    this.end = wider(this.end);
    const shape = new Uint8Array(size);
    shape.set(this.shape);
    this.shape = shape;
  }
}

/** Reads the tokens of `text` into `tokens`, replacing what was there. */
export function scanTokens(text: string, tokens: TokenBuffer): void {
  let first = 0;
  let last = text.length - 1;
  while (first <= last && text.charCodeAt(first) <= 32) first++;
  while (last > first && text.charCodeAt(last) <= 32) last--;
  let marks = 0;
  let parted = 0;
  let count = 0;
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
    if (letter !== 0) {
      value = Math.imul(FNV_OFFSET ^ letter, FNV_PRIME);
      let raised = 0;
      let stop = 0;
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
        for (; index <= last && text.charCodeAt(index) > 32; index++) {
          marks |= unitBits(text, index, first, last);
          if (isCapital(text.charCodeAt(index))) raised = 1;
        }
        value = URL_HASH;
        bits |= SHAPE.class;
      }
      if (code !== letter) {
        bits |= SHAPE.capital;
        if (index > from + 1 && isCapital(text.charCodeAt(from + 1))) bits |= SHAPE.secondCapital;
      } else {
        bits |= SHAPE.small;
        if (raised !== 0 && index > from + 3) bits |= SHAPE.innerCapital;
      }
    } else if (isDigit(code)) {
      index = numberEnd(text, index);
      bits |= SHAPE.number;
      if (index === from + 1) value = Math.imul(FNV_OFFSET ^ code, FNV_PRIME);
      else {
        value = isYear(text, from, index - from) ? YEAR_HASH : NUMBER_HASH;
        bits |= SHAPE.class;
        for (let inner = from + 1; inner < index; inner++) if (text.charCodeAt(inner) === 44) marks |= COMMA;
      }
    } else {
      const unit = unitBits(text, from, first, last);
      if (unit === 0) continue;
      marks |= unit;
      if ((unit & PARTING) !== 0) parted = SHAPE.parted;
      if ((unit & TOKEN) === 0) continue;
      value = Math.imul(FNV_OFFSET ^ code, FNV_PRIME);
      bits = (unit & PARTING) === 0 ? parted | SHAPE.passed : parted;
    }
    hash[count] = value;
    start[count] = from;
    end[count] = index;
    shape[count++] = bits;
    parted = 0;
  }
  tokens.count = count;
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
