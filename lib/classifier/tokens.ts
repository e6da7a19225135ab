/**
 * Tokens of a text as the classifier sees them: words in small letters (inner apostrophes kept), the marks `% $ € £ ! ?`, and
 * three classes that stand for all their members: a web address, a year, any other number of more than one digit.
 * One pass over UTF-16 units; words are hashed while they are read, so that no string is made.
 */

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

/** Per ASCII unit: the small letter it stands for, or 0 where it is no letter. */
const LETTER = Uint8Array.from({ length: 128 }, (_, code) =>
  code >= 97 && code <= 122 ? code : code >= 65 && code <= 90 ? code + 32 : 0,
);

/** The small letter a unit stands for (ASCII and Latin-1), or 0. */
function letterOf(code: number): number {
  if (code < 128) return LETTER[code] ?? 0;
  if (code < 0xc0 || code > 0xff || code === 0xd7 || code === 0xf7) return 0;
  return code <= 0xde ? code + 32 : code;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isMark(code: number): boolean {
  return code === 37 || code === 36 || code === 0x20ac || code === 0xa3 || code === 33 || code === 63;
}

/** Units between two words that part phrases: ends of sentences, colons, line breaks, tabs, bars, bullets. */
function isParting(code: number): boolean {
  if (code < 64)
    return code === 33 || code === 46 || code === 63 || code === 58 || code === 59 || (code >= 9 && code <= 13);
  return code === 124 || code === 0x2022;
}

/** Reusable buffers of tokens: hash, and [start, end) in the text. Grows where a text has more tokens than any before. */
export class TokenBuffer {
  hash = new Uint32Array(512);
  start = new Uint32Array(512);
  end = new Uint32Array(512);
  /** 1 where something stands between the token before and this one that parts phrases. */
  parted = new Uint8Array(512);
  count = 0;

  push(hash: number, start: number, end: number): void {
    if (this.count === this.hash.length) this.grow();
    this.hash[this.count] = hash;
    this.start[this.count] = start;
    this.end[this.count] = end;
    this.parted[this.count] = 0;
    this.count++;
  }

  private grow(): void {
    const size = this.hash.length * 2;
    const wider = (old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
      const fresh = new Uint32Array(size);
      fresh.set(old);
      return fresh;
    };
    this.hash = wider(this.hash);
    this.start = wider(this.start);
    this.end = wider(this.end);
    const parted = new Uint8Array(size);
    parted.set(this.parted);
    this.parted = parted;
  }
}

/** Reads the tokens of `text` into `tokens`, replacing what was there. */
export function scanTokens(text: string, tokens: TokenBuffer): void {
  tokens.count = 0;
  const length = text.length;
  let index = 0;
  let parted = 0;
  while (index < length) {
    const code = text.charCodeAt(index);
    const letter = letterOf(code);
    const place = tokens.count;
    if (letter !== 0) index = scanWord(text, index, letter, tokens);
    else if (isDigit(code)) index = scanNumber(text, index, tokens);
    else {
      if (isMark(code)) tokens.push(Math.imul(FNV_OFFSET ^ code, FNV_PRIME) >>> 0, index, index + 1);
      if (isParting(code)) parted = 1;
      index++;
    }
    if (tokens.count > place) {
      tokens.parted[place] = parted;
      parted = 0;
    }
  }
}

function scanWord(text: string, start: number, first: number, tokens: TokenBuffer): number {
  const length = text.length;
  let hash = Math.imul(FNV_OFFSET ^ first, FNV_PRIME);
  let index = start + 1;
  for (; index < length; index++) {
    const code = text.charCodeAt(index);
    const letter = letterOf(code);
    if (letter !== 0) hash = Math.imul(hash ^ letter, FNV_PRIME);
    else if (
      (code === APOSTROPHE || code === 0x2019) &&
      index + 1 < length &&
      letterOf(text.charCodeAt(index + 1)) !== 0
    )
      hash = Math.imul(hash ^ APOSTROPHE, FNV_PRIME);
    else break;
  }
  if (startsAddress(text, start, index)) {
    let end = index;
    while (end < length && text.charCodeAt(end) > 32) end++;
    tokens.push(URL_HASH, start, end);
    return end;
  }
  tokens.push(hash >>> 0, start, index);
  return index;
}

/** Whether the word [start, end) opens a web address: `http:`, `https:` or `www.` */
function startsAddress(text: string, start: number, end: number): boolean {
  const size = end - start;
  if (size === 3) return text.charCodeAt(end) === 46 && text.startsWith('www', start) && end + 1 < text.length;
  return (size === 4 || size === 5) && text.startsWith('://', end) && text.startsWith('http', start);
}

function scanNumber(text: string, start: number, tokens: TokenBuffer): number {
  const length = text.length;
  let index = start + 1;
  for (; index < length; index++) {
    const code = text.charCodeAt(index);
    if (isDigit(code)) continue;
    if ((code === 44 || code === 46) && index + 1 < length && isDigit(text.charCodeAt(index + 1))) continue;
    break;
  }
  const size = index - start;
  if (size === 1) tokens.push(Math.imul(FNV_OFFSET ^ text.charCodeAt(start), FNV_PRIME) >>> 0, start, index);
  else tokens.push(isYear(text, start, size) ? YEAR_HASH : NUMBER_HASH, start, index);
  return index;
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
