import { GRAMMAR_RULES } from './grammar-rules.ts';
import { matchWords } from './match.ts';

/**
 * The gate before the tagger: which rules a sentence can hold at all. It is lossless (a rule that it leaves out has no hit in the
 * sentence), cheap, and free of compromise, so that the page can ask it.
 */

/** Words that count only as the first of a sentence. */
export const OPENING_CUES: ReadonlySet<string> = new Set(
  GRAMMAR_RULES.filter((rule) => rule.opening).flatMap((rule) => rule.cues.flat()),
);

/** Opening cues are held apart from the others by this mark. */
const OPENING_MARK = '^';

/** What one word contributes: pairs of rule number and bit of the cue group. */
const CONTRIBUTIONS = new Map<string, number[]>();
/** Bits of all cue groups of each rule. */
const COMPLETE = GRAMMAR_RULES.map((rule) => (1 << rule.cues.length) - 1);
GRAMMAR_RULES.forEach((rule, number) => {
  rule.cues.forEach((group, position) => {
    for (const cue of group) {
      const key = rule.opening ? OPENING_MARK + cue : cue;
      const known = CONTRIBUTIONS.get(key) ?? [];
      known.push(number, 1 << position);
      CONTRIBUTIONS.set(key, known);
    }
  });
});

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
const QUESTION = /\?[^\p{L}\p{N}?]*$/u;

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

/** Numbers of the rules (places in GRAMMAR_RULES) that the sentence may hold, in ascending order. */
export function grammarCandidates(sentence: string): number[] {
  const held = new Uint8Array(COMPLETE.length);
  const candidates: number[] = [];
  const take = (cue: string): void => {
    const contributions = CONTRIBUTIONS.get(cue);
    if (contributions === undefined) return;
    for (let at = 0; at < contributions.length; at += 2) {
      const rule = contributions[at] ?? 0;
      const before = held[rule] ?? 0;
      if (before === COMPLETE[rule]) continue;
      const after = before | (contributions[at + 1] ?? 0);
      held[rule] = after;
      if (after === COMPLETE[rule]) candidates.push(rule);
    }
  };
  if (QUESTION.test(sentence)) take('<question>');
  if (MONEY.test(sentence)) take('<money>');
  for (const { word, joins } of matchWords(sentence))
    for (const reading of readings(word)) {
      take(reading);
      if (!joins) take(OPENING_MARK + reading);
    }
  return candidates.sort((a, b) => a - b);
}

/** Whether the tagger may find a rule in the sentence. */
export function mayHoldGrammar(sentence: string): boolean {
  return grammarCandidates(sentence).length > 0;
}
