import type { Passage } from '../model/passage.ts';
import { CUE_WORDS, type CueWords } from './cue-words.ts';

export type CueId = keyof typeof CUE_WORDS;

const PATTERNS = new Map<string, RegExp>(Object.entries(CUE_WORDS).map(([id, words]) => [id, compile(words)]));

/** One pattern per cue: a single alternation is what the engines search fastest. */
function compile({ words = '', marks = [] }: CueWords): RegExp {
  const phrases = words.split(/\n| \| /).flatMap((phrase) => phrase.trim() || []);
  const whole = phrases.length > 0 ? [`\\b(?:${phrases.join('|')})\\b`] : [];
  return new RegExp([...whole, ...marks].join('|'), 'i');
}

/** Whether a text holds a cue. */
export function textHasCue(text: string, cue: CueId): boolean {
  return PATTERNS.get(cue)?.test(text) ?? false;
}

/** How many different words and phrases of a cue a text holds. */
export function cueCount(text: string, cue: CueId): number {
  const pattern = PATTERNS.get(cue);
  if (pattern === undefined) return 0;
  const found = text.matchAll(new RegExp(pattern.source, 'gi'));
  return new Set([...found].map(([words]) => words.toLowerCase())).size;
}

const inTexts = new WeakMap<Passage, Map<CueId, boolean>>();
const inHeadings = new WeakMap<readonly string[], Map<CueId, boolean>>();

/** Whether a passage's own words hold a cue. Remembered for as long as the passage stays the same. */
export function hasCue(passage: Passage, cue: CueId): boolean {
  return remembered(inTexts, passage, cue, () => passage.text);
}

/** Whether the headings above a passage hold a cue. */
export function headingHasCue(passage: Passage, cue: CueId): boolean {
  return remembered(inHeadings, passage.headings, cue, () => passage.headings.join('\n'));
}

function remembered<Key extends object>(
  memory: WeakMap<Key, Map<CueId, boolean>>,
  key: Key,
  cue: CueId,
  text: () => string,
): boolean {
  const known = memory.get(key) ?? new Map<CueId, boolean>();
  memory.set(key, known);
  const before = known.get(cue);
  if (before !== undefined) return before;
  const found = textHasCue(text(), cue);
  known.set(cue, found);
  return found;
}
