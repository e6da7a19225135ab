/**
 * `node tests/accuracy/robustness.ts [--misses]`: what the classifier makes of passages that mislead a reader of words, and of prose
 * without product work. `--misses` lists what is wrong, among the passages and pages that are open to be read.
 */
import { createClassifier } from '../../lib/classifier/classify.ts';
import { findGrammar } from '../../lib/classifier/grammar.ts';
import { LABELS } from '../../lib/model/stage.ts';
import { type AdversarialReport, adversarialReport } from './adversarial-report.ts';
import { heldOutPages, neutralPages } from './adversarial-set.ts';
import { FALSE_MARK_CONFIDENCE, type NeutralReport, neutralReport } from './neutral-report.ts';

export interface Robustness {
  readonly alone: AdversarialReport;
  readonly together: AdversarialReport;
  readonly neutral: NeutralReport;
  readonly neutralHeldOut: NeutralReport;
}

/** Measures the shipped classifier, both tiers. */
export function measureRobustness(): Robustness {
  const labeller = { createClassifier, findGrammar };
  return {
    alone: adversarialReport(labeller, 'alone'),
    together: adversarialReport(labeller, 'together'),
    neutral: neutralReport(labeller, neutralPages()),
    neutralHeldOut: neutralReport(labeller, heldOutPages()),
  };
}

/** The figures alone, without any passage's text. */
export function robustnessFigures({ alone, together, neutral, neutralHeldOut }: Robustness) {
  const adversarial = ({ all, open, heldOut, families, confusion }: AdversarialReport) => ({
    all,
    open,
    heldOut,
    families,
    confusion,
  });
  const prose = ({ words, falseShare, stagedShare, pages }: NeutralReport) => ({
    words,
    falseShare,
    stagedShare,
    pages,
  });
  return {
    adversarial: { alone: adversarial(alone), together: adversarial(together) },
    neutral: prose(neutral),
    neutralHeldOut: prose(neutralHeldOut),
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function adversarialLines({ alone, together }: Robustness): string[] {
  const { all } = alone;
  return [
    `Adversarial set, ${all.passages} passages: each alone ${percent(all.accuracy)} right, with those of the same title ${percent(together.all.accuracy)}; counting phrases ${percent(all.keywordAccuracy)}`,
    `  open half (read while signals were written): ${percent(alone.open.accuracy)} and ${percent(together.open.accuracy)}, counting phrases ${percent(alone.open.keywordAccuracy)}`,
    `  held-out half (not read): ${percent(alone.heldOut.accuracy)} and ${percent(together.heldOut.accuracy)}, counting phrases ${percent(alone.heldOut.keywordAccuracy)}`,
    `  signal right in ${percent(all.signalAccuracy)} and ${percent(together.all.signalAccuracy)} of those with the right stage`,
    '  alone: open, held out; together: open, held out',
    ...alone.families.map(({ family, open, heldOut }, place) => {
      const other = together.families[place];
      const columns = [open.accuracy, heldOut.accuracy, other?.open.accuracy ?? 0, other?.heldOut.accuracy ?? 0];
      return `  ${columns.map((share) => percent(share).padStart(8)).join('')}  ${family} (${open.passages + heldOut.passages})`;
    }),
    `  true label: ${LABELS.join(', ')} as given (alone)`,
    ...alone.confusion.map((row, place) => `  ${LABELS[place]}: ${row.join(', ')}`),
  ];
}

function neutralLines(name: string, { pages, words, falseShare, stagedShare }: NeutralReport): string[] {
  return [
    `${name}: ${pages.length} pages, ${words} words, ${percent(falseShare)} marked with more than ${FALSE_MARK_CONFIDENCE} confidence, ${percent(stagedShare)} with any`,
    ...pages
      .filter((page) => page.falseShare > 0)
      .map((page) => `  ${percent(page.falseShare).padStart(8)}  ${page.name}`),
  ];
}

/** The figures as lines of text. */
export function robustnessLines(robustness: Robustness): string[] {
  return [
    ...adversarialLines(robustness),
    ...neutralLines('Prose without product work', robustness.neutral),
    ...neutralLines('The same, pages written after the mending', robustness.neutralHeldOut),
  ];
}

function missLines({ alone, neutral }: Robustness): string[] {
  return [
    ...alone.misses.map(
      ({ passage, family, given, confidence }) =>
        `  [${family}] ${passage.label}/${passage.signal ?? '-'} given ${given} (${confidence.toFixed(2)}): ${passage.title} > ${passage.headings.join(' > ')}: ${passage.text}`,
    ),
    ...neutral.marks.map(
      ({ page, stage, confidence, text }) => `  [${page}] ${stage} (${confidence.toFixed(2)}): ${text}`,
    ),
  ];
}

if (import.meta.main) {
  const robustness = measureRobustness();
  for (const line of robustnessLines(robustness)) console.log(line);
  if (process.argv.includes('--misses')) for (const line of missLines(robustness)) console.log(line);
}
