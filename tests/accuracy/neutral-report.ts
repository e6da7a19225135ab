import { type Labeller, labelDocument } from '../../lib/cli/label.ts';
import { isStage, type Stage } from '../../lib/model/stage.ts';
import { blocksFromMarkdown } from '../../lib/text/markdown.ts';
import { toPassages } from '../../lib/text/passages.ts';
import { countWords } from '../../lib/text/words.ts';
import type { NeutralPage } from './adversarial-set.ts';

/** A stage shown with more confidence than this on prose that has none counts as a false mark. */
export const FALSE_MARK_CONFIDENCE = 0.6;

export interface FalseMark {
  readonly page: string;
  readonly text: string;
  readonly stage: Stage;
  readonly confidence: number;
}

export interface NeutralReport {
  readonly words: number;
  /** Share of words in passages that get a stage with confidence over 0.6, 0-1. */
  readonly falseShare: number;
  /** Share of words in passages that get any stage, however unsure. */
  readonly stagedShare: number;
  readonly pages: readonly { readonly name: string; readonly falseShare: number }[];
  readonly marks: readonly FalseMark[];
}

/** Labels each page as a document and counts the words that are wrongly marked. */
export function neutralReport(labeller: Labeller, pages: readonly NeutralPage[]): NeutralReport {
  let words = 0;
  let wrong = 0;
  let staged = 0;
  const marks: FalseMark[] = [];
  const byPage = pages.map(({ name, markdown }) => {
    const { title, blocks } = blocksFromMarkdown(markdown);
    const passages = toPassages(blocks);
    const { verdicts } = labelDocument(labeller, { title, passages });
    let wordsHere = 0;
    let wrongHere = 0;
    passages.forEach(({ text }, index) => {
      const count = countWords(text);
      wordsHere += count;
      const verdict = verdicts[index];
      if (!verdict || !isStage(verdict.label)) return;
      staged += count;
      if (verdict.confidence <= FALSE_MARK_CONFIDENCE) return;
      wrongHere += count;
      marks.push({ page: name, text, stage: verdict.label, confidence: verdict.confidence });
    });
    words += wordsHere;
    wrong += wrongHere;
    return { name, falseShare: wordsHere === 0 ? 0 : wrongHere / wordsHere };
  });
  const share = (part: number): number => (words === 0 ? 0 : part / words);
  return { words, falseShare: share(wrong), stagedShare: share(staged), pages: byPage, marks };
}
