/**
 * What single units of a text tell while its tokens are read: bits by UTF-16 unit, so that one look-up answers everything that is
 * asked of a unit that belongs to no word.
 */

/** Marks that rules ask for; the names are those of the rules (see `rules.ts`). The place of a mark is its bit. */
export const MARKS = [
  ['percent', '%'],
  ['money', '$€£'],
  ['question-mark', '?'],
  ['exclamation', '!'],
  ['brackets', '('],
  ['quotation', '"“”'],
  ['semicolon', ';'],
  ['slash', '/'],
  ['star', '*'],
  ['pipe', '|'],
  ['code-marks', '`{}<>'],
  ['underscore', '_'],
  ['hash-mark', '#'],
  ['at-mark', '@'],
  ['equals', '='],
  ['comma', ','],
  ['lines', '\n'],
  ['dots', '…'],
  ['dash', '–—'],
  ['arrow', ''],
  ['emoji', ''],
  ['sentences', ''],
] as const;

type MarkName = (typeof MARKS)[number][0];

/** The bit of a mark in `TokenBuffer.marks`. */
export function markBit(name: MarkName): number {
  return 1 << MARKS.findIndex(([mark]) => mark === name);
}

const DOTS = markBit('dots');
const DASH = markBit('dash');
const ARROW = markBit('arrow');
const EMOJI = markBit('emoji');
const SENTENCES = markBit('sentences');

/** The text holds a colon. */
export const COLON = 1 << 27;
/** The unit parts phrases: ends of sentences, colons, line breaks, tabs, bars, bullets. */
export const PARTING = 1 << 28;
/** The unit is a token of its own. */
export const TOKEN = 1 << 29;
/** What the unit means depends on the next one. */
const OPEN = 1 << 30;

const BULLET = 0x2022;

const LATIN = new Int32Array(256);
const BEYOND = new Map<number, number>();

function mark(units: string, bit: number): void {
  for (const unit of units) {
    const code = unit.charCodeAt(0);
    if (code < LATIN.length) LATIN[code] = (LATIN[code] ?? 0) | bit;
    else BEYOND.set(code, (BEYOND.get(code) ?? 0) | bit);
  }
}
for (const [name, units] of MARKS) mark(units, markBit(name));
mark('!.?:;\t\n\v\f\r|•', PARTING);
mark(':', COLON);
mark('%$€£!?', TOKEN);
mark('.-=', OPEN);

function bitsBeyondLatin(code: number): number {
  if (code >= 0x2190 && code <= 0x21ff) return ARROW;
  if ((code >= 0x2600 && code <= 0x27bf) || (code >= 0xd83c && code <= 0xd83e)) return EMOJI;
  return code === BULLET || (code >= 0x2013 && code <= 0x20ac) ? (BEYOND.get(code) ?? 0) : 0;
}

/** Bits of the unit at `index`, which belongs to no word; [first, last] are the visible units of the text. */
export function unitBits(text: string, index: number, first: number, last: number): number {
  const code = text.charCodeAt(index);
  const bits = code < 256 ? (LATIN[code] ?? 0) : bitsBeyondLatin(code);
  return (bits & OPEN) === 0 || index === last ? bits : bits | opened(text, index, code, first);
}

/** Full stop, hyphen or equals sign together with what follows: end of a sentence, dots, dash, arrow. */
function opened(text: string, index: number, code: number, first: number): number {
  const next = text.charCodeAt(index + 1);
  if (code === 46) return next === 32 ? SENTENCES : next === 46 ? DOTS : 0;
  if (next === 62) return ARROW;
  return code === 45 && next === 32 && index > first && text.charCodeAt(index - 1) === 32 ? DASH : 0;
}
