/** Words after which a full stop seldom ends a sentence. */
const ABBREVIATIONS = new Set(
  'e.g i.e eg ie etc vs cf approx est no nr fig sec vol mr mrs ms dr prof st jr sr inc ltd co corp dept jan feb mar apr jun jul aug sep sept oct nov dec a.k.a aka min max avg incl excl resp'.split(
    ' ',
  ),
);

const LONGEST_ABBREVIATION = 6;

/**
 * Splits a passage into sentences. Each is [start, end) in UTF-16 units without the white space around it; in order, never
 * overlapping, and everything between them is white space. A line break always ends a sentence; a full stop does where white
 * space and no small letter follow, and neither an abbreviation, an initial nor a list number stands before it.
 */
export function splitSentences(text: string): [number, number][] {
  const sentences: [number, number][] = [];
  let start = skipSpace(text, 0);
  let index = start;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (isLineBreak(code)) {
      push(sentences, text, start, index);
      start = skipSpace(text, index);
      index = start;
    } else if (isTerminator(code)) {
      const end = skipClosers(text, index + 1);
      const next = skipSpace(text, end);
      if (endsHere(text, start, index, end, next)) {
        sentences.push([start, end]);
        start = next;
        index = next;
      } else index = Math.max(end, index + 1);
    } else index++;
  }
  push(sentences, text, start, text.length);
  return sentences;
}

function push(sentences: [number, number][], text: string, start: number, limit: number): void {
  let end = limit;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > start) sentences.push([start, end]);
}

/** @param stop offset of the terminator; @param end after closing marks; @param next first unit after the white space. */
function endsHere(text: string, start: number, stop: number, end: number, next: number): boolean {
  if (next >= text.length) return true;
  const terminator = text.charCodeAt(stop);
  if (isWideTerminator(terminator)) return true;
  if (next === end) return false;
  if (isSmallLetter(text, next)) return false;
  if (terminator !== 46) return true;
  return !isAbbreviated(text, start, stop);
}

/** Whether the word before a full stop is an abbreviation, a single letter, or the number of a list item. */
function isAbbreviated(text: string, start: number, stop: number): boolean {
  let from = stop;
  while (from > start && stop - from <= LONGEST_ABBREVIATION && isWordUnit(text.charCodeAt(from - 1))) from--;
  const length = stop - from;
  if (length === 0 || length > LONGEST_ABBREVIATION) return false;
  const word = text.slice(from, stop);
  if (from === start && /^\d{1,3}$/.test(word)) return true;
  if (length === 1) return /[A-Z]/.test(word) && word !== 'I';
  return ABBREVIATIONS.has(word.toLowerCase());
}

function isWordUnit(code: number): boolean {
  return !isSpace(code) && code !== 40 && code !== 44 && code !== 34 && code !== 47;
}

function isSmallLetter(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 128) return code >= 97 && code <= 122;
  const unit = text[index] ?? '';
  return unit !== unit.toUpperCase();
}

function isTerminator(code: number): boolean {
  return code === 46 || code === 33 || code === 63 || code === 0x2026 || isWideTerminator(code);
}

/** Full stops of scripts that put no space after them. */
function isWideTerminator(code: number): boolean {
  return code === 0x3002 || code === 0xff01 || code === 0xff1f;
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 11 || code === 13 || code === 0x2028 || code === 0x2029;
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b)
    ? true
    : code === 0x2028 || code === 0x2029 || code === 0x202f;
}

function skipSpace(text: string, from: number): number {
  let index = from;
  while (index < text.length && isSpace(text.charCodeAt(index))) index++;
  return index;
}

/** Repeated terminators and the quotes and brackets that close with the sentence. */
function skipClosers(text: string, from: number): number {
  let index = from;
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const closer = code === 34 || code === 39 || code === 41 || code === 93 || code === 0x2019 || code === 0x201d;
    if (!closer && !isTerminator(code)) break;
  }
  return index;
}
