/** Character classes of the word counter: what ends a word, what may stand in one, what makes it one. */
const SPACE = 0;
const MARK = 1;
const WORD = 2;

const ASCII_CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code <= 32 || code === 127) return SPACE;
  const digit = code >= 48 && code <= 57;
  const upper = code >= 65 && code <= 90;
  const lower = code >= 97 && code <= 122;
  return digit || upper || lower ? WORD : MARK;
});

/** High surrogates of the planes' parts that hold emoji; letters beyond the first plane keep their high surrogate. */
const EMOJI_HIGH = 0xd83c;
const EMOJI_HIGH_LAST = 0xd83e;

/** Beyond ASCII: Unicode's spaces, dashes that stand between words, and general punctuation; all else makes words. */
function classBeyondAscii(code: number): number {
  if (code <= 0xbf) return code === 0xaa || code === 0xb5 || code === 0xba ? WORD : code === 0xa0 ? SPACE : MARK;
  if (code >= 0x2000 && code <= 0x206f) {
    const space =
      code <= 0x200a || code === 0x2013 || code === 0x2014 || code === 0x2028 || code === 0x2029 || code === 0x202f;
    return space || code === 0x205f ? SPACE : MARK;
  }
  if (code >= 0x2190 && code <= 0x2bff) return MARK;
  if (code === 0x1680 || (code >= 0x3000 && code <= 0x3002)) return SPACE;
  if ((code >= EMOJI_HIGH && code <= EMOJI_HIGH_LAST) || (code >= 0xdc00 && code <= 0xf8ff)) return MARK;
  return code === 0xfeff || code === 0xfffc || code === 0xfffd ? MARK : WORD;
}

/**
 * Counts the words of a text as everywhere in the product: runs between spaces (and dashes with the length of a word's gap)
 * that hold at least one letter or digit. "re-opened" and "and/or" are one word, "-" and "•" none. Allocates nothing.
 */
export function countWords(text: string): number {
  let count = 0;
  let inWord = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const kind = code < 128 ? ASCII_CLASSES[code] : classBeyondAscii(code);
    if (kind === SPACE) inWord = false;
    else if (kind === WORD && !inWord) {
      inWord = true;
      count++;
    }
  }
  return count;
}

/** Whether a text holds no word at all: white space, bullets, rules. Stops at the first letter or digit. */
export function isBlank(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if ((code < 128 ? ASCII_CLASSES[code] : classBeyondAscii(code)) === WORD) return false;
  }
  return true;
}
