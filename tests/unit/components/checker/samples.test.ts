import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAMPLES, type SampleId } from '../../../../components/checker/samples.ts';
import { createClassifier } from '../../../../lib/classifier/classify.ts';
import { findGrammar } from '../../../../lib/classifier/grammar.ts';
import { labelDocument } from '../../../../lib/cli/label.ts';
import { SHOWN_ADVICE } from '../../../../lib/review/note.ts';
import { review } from '../../../../lib/review/review.ts';
import { blocksFromMarkdown } from '../../../../lib/text/markdown.ts';
import { toPassages } from '../../../../lib/text/passages.ts';
import { countWords } from '../../../../lib/text/words.ts';

const FOLDER = resolve(import.meta.dirname, '..', '..', '..', '..', 'components', 'checker', 'samples');
const read = (sample: SampleId) => blocksFromMarkdown(readFileSync(join(FOLDER, `${sample}.md`), 'utf8'));

/** The advice of which a newcomer must see some on each sample. */
const FLAWS: readonly (readonly [SampleId, string, readonly string[]])[] = [
  ['spec', 'spec', ['hidden-choice', 'missing-spec-metric']],
  ['one-pager', 'one-pager', ['missing-one-pager-problem', 'strategy-too-late']],
  ['strategy', 'strategy', ['goal-no-plan', 'missing-strategy-choice', 'detail-in-strategy']],
  ['strategy-mended', 'strategy', []],
];

function reportOf(sample: SampleId) {
  const { title, blocks } = read(sample);
  const passages = toPassages(blocks);
  const { verdicts, detectedType } = labelDocument({ createClassifier, findGrammar }, { title, passages });
  return review({
    snapshot: { title, blocks: [...blocks], unread: [], limits: [] },
    passages,
    verdicts,
    detectedType,
    chosenType: null,
    preferences: { level: null, aim: null, ranges: {} },
  });
}

describe('the samples of the checker', () => {
  it.each(SAMPLES)('%s is a document of some length with a title and headings', (sample) => {
    const { title, blocks } = read(sample);
    expect(title).not.toBe('');
    expect(blocks.filter(({ kind }) => kind === 'heading').length).toBeGreaterThan(5);
    const words = blocks.reduce((sum, block) => sum + countWords(block.text), 0);
    expect(words).toBeGreaterThan(400);
    expect(words).toBeLessThan(700);
  });

  it.each(FLAWS)('%s is known as a %s, and gets advice that it was written for', (sample, type, advice) => {
    const report = reportOf(sample);
    expect(report.documentType.type).toBe(type);
    const shown = report.advice.slice(0, SHOWN_ADVICE).map(({ rule }) => rule);
    if (advice.length > 0) expect(shown.filter((rule) => advice.includes(rule)).length).toBeGreaterThan(0);
    else expect(shown.length).toBeLessThanOrEqual(1);
  });
});
