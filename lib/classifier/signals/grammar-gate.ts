import { GRAMMAR_RULES } from './grammar-rules.ts';
import { matchWords } from './match.ts';

/**
 * The gate before the tagger: which sentences can hold a grammar rule at all. It is lossless (a sentence it refuses has no hit), cheap,
 * and free of compromise, so that the page can ask it.
 */

/** Words that count only as the first of a sentence. */
export const OPENING_CUES: ReadonlySet<string> = new Set(
  GRAMMAR_RULES.filter((rule) => rule.opening).flatMap((rule) => rule.cues.flat()),
);

/** What one word contributes: pairs of rule number and bit of the cue group. */
const CONTRIBUTIONS = new Map<string, number[]>();
const COMPLETE: number[] = [];
for (const rule of GRAMMAR_RULES)
  if (!rule.opening) {
    const number = COMPLETE.length;
    COMPLETE.push((1 << rule.cues.length) - 1);
    rule.cues.forEach((group, position) => {
      for (const cue of group) {
        const known = CONTRIBUTIONS.get(cue) ?? [];
        known.push(number, 1 << position);
        CONTRIBUTIONS.set(cue, known);
      }
    });
  }

/** What the ends of contractions stand for, as the tagger expands them. */
const CONTRACTED: ReadonlyMap<string, readonly string[]> = new Map([
  ['ll', ['will']],
  ['re', ['are']],
  ['ve', ['have']],
  ['s', ['is', 'has', 'us']],
  ['d', ['would', 'had']],
]);

const NUMBER_WORDS: ReadonlySet<string> = new Set(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions dozen dozens half third quarter first second fourth fifth sixth'.split(
    ' ',
  ),
);

const MONEY = /[$€£¥₹]|\b(?:usd|eur|gbp|dollars?|euros?|pounds?|cents?|yen|rupees?)\b/i;
const QUESTION = /\?[^\p{L}\p{N}]*$/u;

function* readings(word: string): Generator<string> {
  yield word;
  if (/\d/.test(word)) {
    yield '<number>';
    if (/^20[2-4]\d/.test(word)) yield '<year>';
    if (/^1\d{3}/.test(word)) yield '<old-year>';
  } else if (NUMBER_WORDS.has(word)) yield '<number>';
  const apostrophe = word.indexOf("'");
  if (apostrophe < 0) return;
  yield word.slice(0, apostrophe);
  if (word.endsWith("n't")) {
    yield 'not';
    yield word.slice(0, -3);
    if (word === "won't") yield 'will';
    if (word === "can't") yield 'can';
  } else yield* CONTRACTED.get(word.slice(apostrophe + 1)) ?? [];
}

/** Whether the tagger may find a rule in the sentence. */
export function mayHoldGrammar(sentence: string): boolean {
  const held = new Uint8Array(COMPLETE.length);
  const holds = (cue: string): boolean => {
    const contributions = CONTRIBUTIONS.get(cue);
    if (contributions === undefined) return false;
    for (let at = 0; at < contributions.length; at += 2) {
      const rule = contributions[at] as number;
      held[rule] = (held[rule] as number) | (contributions[at + 1] as number);
      if (held[rule] === COMPLETE[rule]) return true;
    }
    return false;
  };
  if (QUESTION.test(sentence) && holds('<question>')) return true;
  if (MONEY.test(sentence) && holds('<money>')) return true;
  for (const { word, joins } of matchWords(sentence))
    for (const reading of readings(word)) if (holds(reading) || (!joins && OPENING_CUES.has(reading))) return true;
  return false;
}
