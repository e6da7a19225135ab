/** Where a splitter leaves what it finds: start, end and hash of every word, in arrays that are made once and used again. */
export class WordTable {
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly hash: Uint32Array;
  count = 0;

  /** @param size most words that a text may have. */
  constructor(size: number) {
    this.start = new Uint32Array(size);
    this.end = new Uint32Array(size);
    this.hash = new Uint32Array(size);
  }
}

/** Small letter by unit of ASCII and Latin-1, 0 where it is no letter. */
const LETTERS = Uint8Array.from({ length: 256 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return /\p{L}/u.test(letter) && code !== 0xaa && code !== 0xb5 && code !== 0xba
    ? letter.toLowerCase().charCodeAt(0)
    : 0;
});

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * The floor that labelling is compared with: one pass that splits a text into words and hashes them (FNV-1a over small letters), and
 * keeps what any reader needs to go on from there: each word's start, end and hash. It finds the words that the classifier finds
 * (letters with inner apostrophes, numbers with inner points and commas, and the marks `% $ € £ ! ?`; a test holds the two
 * together), and nothing more: no classes of numbers, no addresses, no capitals, no ends of sentences. Nothing is made on the way, nothing is
 * looked up but the letters. A labeller that looks at each word cannot do less.
 * @returns the number of words.
 */
export function splitAndHash(text: string, words: WordTable): number {
  const { start, end, hash } = words;
  const { length } = text;
  let count = 0;
  let index = 0;
  while (index < length) {
    const from = index;
    const code = text.charCodeAt(index++);
    let letter = code < 256 ? (LETTERS[code] ?? 0) : 0;
    let value = OFFSET;
    if (letter !== 0) {
      value = Math.imul(value ^ letter, PRIME);
      for (; index < length; index++) {
        const next = text.charCodeAt(index);
        letter = next < 256 ? (LETTERS[next] ?? 0) : 0;
        if (letter === 0) {
          if ((next !== 39 && next !== 0x2019) || !isLetter(text.charCodeAt(index + 1))) break;
          letter = 39;
        }
        value = Math.imul(value ^ letter, PRIME);
      }
    } else if (isDigit(code)) {
      value = Math.imul(value ^ code, PRIME);
      for (; index < length; index++) {
        const next = text.charCodeAt(index);
        if (!isDigit(next) && ((next !== 44 && next !== 46) || !isDigit(text.charCodeAt(index + 1)))) break;
        value = Math.imul(value ^ next, PRIME);
      }
    } else if (code === 33 || code === 36 || code === 37 || code === 63 || code === 0xa3 || code === 0x20ac)
      value = Math.imul(value ^ code, PRIME);
    else continue;
    start[count] = from;
    end[count] = index;
    hash[count++] = value;
  }
  words.count = count;
  return count;
}

function isLetter(code: number): boolean {
  return code < 256 && LETTERS[code] !== 0;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
