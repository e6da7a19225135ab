/**
 * Labels and text are compared without what may differ between them: spaces, controls, object characters, combining marks.
 * `exact` keeps punctuation; `loose` compares letters and digits only, for exported text whose punctuation may differ.
 */
export type Strictness = 'exact' | 'loose';

const UNSEEN = /[\p{Z}\p{C}\p{M}]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const PLAIN = /^[!-~]*$/;
const known = new Map<number, string>();

/**
 * What a character contributes: nothing, itself, or its base letters. Astral characters stand for themselves, and so do halves
 * of them, because a label may end between the two.
 */
function reduce(code: number): string {
  let found = known.get(code);
  if (found === undefined) {
    const character = String.fromCodePoint(code);
    const astral = code > 0xffff || (code & 0xf800) === 0xd800;
    found = astral ? character : [...character.normalize('NFD')].filter((part) => !UNSEEN.test(part)).join('');
    known.set(code, found);
  }
  return found;
}

/** The units of `text` that count in a comparison, joined. */
export function squeeze(text: string, strictness: Strictness): string {
  if (strictness === 'exact') {
    const spaceless = text.replaceAll(' ', '');
    if (PLAIN.test(spaceless)) return spaceless;
  }
  let result = '';
  for (const character of text) result += kept(character, strictness);
  return result;
}

/**
 * Index map of a squeezed text: entry i is the offset in `text` of the character that squeezed unit i came from; the last
 * entry is the text's length.
 */
export function squeezeMap(text: string, strictness: Strictness): Uint32Array {
  const map: number[] = [];
  let at = 0;
  for (const character of text) {
    for (let unit = kept(character, strictness).length; unit > 0; unit--) map.push(at);
    at += character.length;
  }
  map.push(text.length);
  return Uint32Array.from(map);
}

function kept(character: string, strictness: Strictness): string {
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0x20) return '';
  if (strictness === 'loose' && !LETTER_OR_DIGIT.test(character)) return '';
  return code < 0x7f ? character : reduce(code);
}

/** First index of a squeezed text whose character stands at `offset` or after it. */
export function squeezedAt(map: Uint32Array, offset: number): number {
  let low = 0;
  let high = map.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((map[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
