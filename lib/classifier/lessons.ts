import { LABELS, type Label } from '../model/stage.ts';
import type { LearntWord } from './contract.ts';
import { CUE_CLASSES } from './cues.ts';
import { NONE_OUTPUT } from './model.ts';
import { hashToken, scanTokens, TokenBuffer } from './tokens.ts';

/**
 * The personal adjustment: what the writer's relabelled passages teach about words. A correction remembers hashes of some of its
 * passage's words, never the words; words that were corrected the same way again and again come to speak for the writer's label
 * and against the model's. Passages without these words stay as they are.
 */

/** One relabelled passage: hashes of its words, the writer's label, and the label that the classifier had given. */
export interface Lesson {
  readonly words: readonly number[];
  readonly label: Label;
  readonly was: Label;
}

/** Most words that one correction remembers. */
export const LESSON_WORDS = 16;
/** A word that says something alone has this many letters or more. */
const LEAST_LETTERS = 4;
/** Most words that act, the most telling first: about 30 kB where they cross from one script to another. */
export const LEARNT_WORDS = 1_000;
/** Log-odds that one word can come to say, for or against a label: as much as a strong cue of the model. */
export const WORD_BOUND = 1;
/** As many lessons as are taken for granted against a word: one gives a fifth of the bound, ten agreeing ones two thirds. */
const DOUBT = 4;

/** Small words, beside those of the cue classes, that stand in passages of every kind. */
const SMALL_WORDS =
  'about above across after again against along also among another around away back became become before behind below beside between beyond both come could does doing done down during either else even every from given gets gives goes gone have here into just keep kept know known last less like made makes many more much near never next only onto other otherwise over part same several show shown shows since some such sure take taken than that their them then there these they thing things this those though through till told took towards under until upon used uses using very want wants well went were what when whether which while with within';

const SMALL: ReadonlySet<number> = new Set(
  [SMALL_WORDS, ...Object.values(CUE_CLASSES)].flatMap((words) => words.split(' ')).map(hashToken),
);

const tokens = new TokenBuffer();

/**
 * Hashes, ascending, of the words by which a passage is to be known again: the longest of those in small letters. Words with a
 * capital are left out, because they may be names; so are numbers, addresses and words that stand everywhere.
 */
export function wordsToLearn(text: string): number[] {
  scanTokens(text, tokens);
  const lengths = new Map<number, number>();
  for (let index = 0; index < tokens.count; index++) {
    const hash = tokens.hash[index] ?? 0;
    const word = text.slice(tokens.start[index], tokens.end[index]);
    if (word.length >= LEAST_LETTERS && /^\p{Ll}+$/u.test(word) && !SMALL.has(hash)) lengths.set(hash, word.length);
  }
  return [...lengths]
    .sort(([a, long], [b, longer]) => longer - long || a - b)
    .slice(0, LESSON_WORDS)
    .map(([hash]) => hash)
    .sort((a, b) => a - b);
}

/**
 * What a lesson says about an output of the model, as the perceptron does: for the right label and against the wrong one. Whether a
 * passage does stage work is a question of its own (`probability.ts`), so "no stage" says nothing against any stage.
 */
function direction({ label, was }: Lesson, output: number): number {
  if (label === was) return 0;
  if (LABELS[output] === label) return 1;
  return label !== LABELS[NONE_OUTPUT] && LABELS[output] === was ? -1 : 0;
}

/**
 * The words that lessons taught, with what each adds to the scores: its bound times the share of its lessons that agree, less the
 * doubt. Lessons that contradict each other, or confirm the classifier, take it back. Does not depend on the lessons' order.
 */
export function learn(lessons: readonly Lesson[]): LearntWord[] {
  const votes = new Map<number, { lessons: number; sums: number[] }>();
  for (const lesson of lessons)
    for (const word of new Set(lesson.words)) {
      const vote = votes.get(word) ?? { lessons: 0, sums: LABELS.map(() => 0) };
      vote.lessons++;
      LABELS.forEach((_, output) => {
        vote.sums[output] = (vote.sums[output] ?? 0) + direction(lesson, output);
      });
      votes.set(word, vote);
    }
  const strength = ({ offsets }: LearntWord): number => Math.max(...offsets.map(Math.abs));
  return [...votes]
    .map(([word, vote]) => ({ word, offsets: vote.sums.map((sum) => (WORD_BOUND * sum) / (vote.lessons + DOUBT)) }))
    .filter((learnt) => strength(learnt) > 0)
    .sort((a, b) => strength(b) - strength(a) || a.word - b.word)
    .slice(0, LEARNT_WORDS);
}
