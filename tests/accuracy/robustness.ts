import { createClassifier } from '../../lib/classifier/classify.ts';
import { findGrammar } from '../../lib/classifier/grammar.ts';
import { SIGNAL_ENTRIES } from '../../lib/classifier/signals/index.ts';
import { findPattern } from '../../lib/classifier/signals/match.ts';
import { type Labeller, labelDocument } from '../../lib/cli/label.ts';
import { isStage, LABELS, type Label } from '../../lib/model/stage.ts';
import type { Verdict } from '../../lib/model/verdict.ts';
import { hashText } from '../../lib/text/hash.ts';
import { blocksFromMarkdown } from '../../lib/text/markdown.ts';
import { toPassages } from '../../lib/text/passages.ts';
import { countWords } from '../../lib/text/words.ts';
import { type AdversarialPassage, adversarialFamilies, neutralPages } from './adversarial-set.ts';

/** A stage shown with more confidence than this on prose that has none counts as a false mark. */
const FALSE_MARK_CONFIDENCE = 0.6;

export interface AdversarialReport {
  readonly passages: number;
  /** Share of passages with the right label, 0-1. */
  readonly accuracy: number;
  /** Share of passages with the right signal among those with the right stage, 0-1. */
  readonly signalAccuracy: number;
  /** The same share for plain counting of the lexicon's phrases. */
  readonly keywordAccuracy: number;
  readonly families: readonly { readonly family: string; readonly passages: number; readonly accuracy: number }[];
  /** Rows: true label, columns: given label, both in the order of LABELS. */
  readonly confusion: readonly (readonly number[])[];
  readonly misses: readonly {
    readonly passage: AdversarialPassage;
    readonly given: Label;
    readonly confidence: number;
  }[];
}

export interface NeutralReport {
  readonly words: number;
  /** Share of words in passages that get a stage with confidence over 0.6, 0-1. */
  readonly falseShare: number;
  readonly pages: readonly { readonly name: string; readonly falseShare: number }[];
}

/** The label of most lexicon phrases in text, headings and title; `none` where there is no phrase. */
function keywordLabel(passage: AdversarialPassage): Label {
  const counts = new Map<Label, number>(LABELS.map((label) => [label, 0]));
  for (const text of [passage.title, ...passage.headings, passage.text])
    for (const entry of SIGNAL_ENTRIES) {
      const found = findPattern(entry, text).length;
      counts.set(entry.label, (counts.get(entry.label) ?? 0) + found);
    }
  const [label, count] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best));
  return count === 0 ? 'none' : label;
}

/** How the adversarial passages meet the classifier: each as a document of its own, or with those of its family under the same title. */
export type Company = 'alone' | 'together';

function documentsOf(passages: readonly AdversarialPassage[], company: Company): AdversarialPassage[][] {
  if (company === 'alone') return passages.map((passage) => [passage]);
  const byTitle = new Map<string, AdversarialPassage[]>();
  for (const passage of passages) {
    const same = byTitle.get(passage.title);
    if (same === undefined) byTitle.set(passage.title, [passage]);
    else same.push(passage);
  }
  return [...byTitle.values()];
}

function verdictsOf(labeller: Labeller, document: readonly AdversarialPassage[]): readonly (Verdict | null)[] {
  const passages = document.map(({ kind, headings, text }) => ({
    kind,
    headings,
    text,
    hash: hashText(kind, ...headings, text),
  }));
  return labelDocument(labeller, { title: document[0]?.title ?? '', passages }).verdicts;
}

/** Labels the adversarial passages and counts what is right. */
export function adversarialReport(labeller: Labeller, company: Company): AdversarialReport {
  const confusion = LABELS.map(() => LABELS.map(() => 0));
  const misses: { passage: AdversarialPassage; given: Label; confidence: number }[] = [];
  let right = 0;
  let rightStage = 0;
  let rightSignal = 0;
  let keywords = 0;
  let passages = 0;
  const families = adversarialFamilies().map(({ family, passages: members }) => {
    let rightHere = 0;
    for (const document of documentsOf(members, company)) {
      const verdicts = verdictsOf(labeller, document);
      document.forEach((passage, index) => {
        const verdict = verdicts[index];
        const given = verdict?.label ?? 'none';
        passages += 1;
        if (keywordLabel(passage) === passage.label) keywords += 1;
        const row = confusion[LABELS.indexOf(passage.label)];
        const column = LABELS.indexOf(given);
        if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
        if (given !== passage.label) misses.push({ passage, given, confidence: verdict?.confidence ?? 0 });
        else {
          rightHere += 1;
          if (isStage(given)) {
            rightStage += 1;
            if (verdict?.signal === passage.signal) rightSignal += 1;
          }
        }
      });
    }
    right += rightHere;
    return { family, passages: members.length, accuracy: rightHere / members.length };
  });
  return {
    passages,
    accuracy: right / passages,
    signalAccuracy: rightStage === 0 ? 0 : rightSignal / rightStage,
    keywordAccuracy: keywords / passages,
    families,
    confusion,
    misses,
  };
}

/** Labels each neutral page as a document and counts the words that are wrongly marked. */
export function neutralReport(labeller: Labeller): NeutralReport {
  let words = 0;
  let wrong = 0;
  const pages = neutralPages().map(({ name, markdown }) => {
    const { title, blocks } = blocksFromMarkdown(markdown);
    const passages = toPassages(blocks);
    const { verdicts } = labelDocument(labeller, { title, passages });
    let wordsHere = 0;
    let wrongHere = 0;
    passages.forEach((passage, index) => {
      const count = countWords(passage.text);
      const verdict = verdicts[index];
      wordsHere += count;
      if (verdict && isStage(verdict.label) && verdict.confidence > FALSE_MARK_CONFIDENCE) wrongHere += count;
    });
    words += wordsHere;
    wrong += wrongHere;
    return { name, falseShare: wordsHere === 0 ? 0 : wrongHere / wordsHere };
  });
  return { words, falseShare: words === 0 ? 0 : wrong / words, pages };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** The reports as lines of text; `detail` lists every miss of the passages that stand alone. */
export function robustnessLines(
  alone: AdversarialReport,
  together: AdversarialReport,
  neutral: NeutralReport,
  detail: boolean,
): string[] {
  const lines = [
    `Adversarial set, ${alone.passages} passages: each alone ${percent(alone.accuracy)} right, with those of the same title ${percent(together.accuracy)}; counting phrases ${percent(alone.keywordAccuracy)}`,
    `  signal right in ${percent(alone.signalAccuracy)} and ${percent(together.signalAccuracy)} of those with the right stage`,
    ...alone.families.map(
      ({ family, passages, accuracy }, index) =>
        `  ${percent(accuracy).padStart(8)} ${percent(together.families[index]?.accuracy ?? 0).padStart(8)}  ${family} (${passages})`,
    ),
    `  true label: ${LABELS.join(', ')} as given (alone)`,
    ...alone.confusion.map((row, index) => `  ${LABELS[index]}: ${row.join(', ')}`),
    `Prose without product work: ${neutral.pages.length} pages, ${neutral.words} words, ${percent(neutral.falseShare)} marked with more than ${FALSE_MARK_CONFIDENCE} confidence`,
    ...neutral.pages
      .filter((page) => page.falseShare > 0)
      .map(({ name, falseShare }) => `  ${percent(falseShare).padStart(8)}  ${name}`),
  ];
  if (detail)
    for (const { passage, given, confidence } of alone.misses)
      lines.push(
        `  ${passage.label}/${passage.signal ?? '-'} given ${given} (${confidence.toFixed(2)}): ${passage.title} > ${passage.headings.join(' > ')}: ${passage.text}`,
      );
  return lines;
}

if (import.meta.main) {
  const labeller = { createClassifier, findGrammar };
  const lines = robustnessLines(
    adversarialReport(labeller, 'alone'),
    adversarialReport(labeller, 'together'),
    neutralReport(labeller),
    process.argv.includes('--misses'),
  );
  for (const line of lines) console.log(line);
}
