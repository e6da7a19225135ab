import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_TYPES } from '../../../lib/model/document.ts';
import { reportSchema } from '../../../lib/model/report.ts';
import { ALL_SIGNALS, stageOf } from '../../../lib/model/stage.ts';
import { type ReviewInput, review } from '../../../lib/review/review.ts';
import { toPassages } from '../../../lib/text/passages.ts';
import { NOBODY, reportOn, verdictFor, written } from './written.ts';

const LONG = 'We looked at the orders of the last year and at what the shops told us about them in their own words.';

function inputOf(texts: readonly string[], more: Partial<ReviewInput> = {}): ReviewInput {
  const blocks = texts.map((text, index) => ({ id: `b${index}`, kind: 'paragraph' as const, level: 0, text }));
  return {
    snapshot: { title: 'T', blocks, unread: [], limits: [] },
    passages: toPassages(blocks),
    verdicts: texts.map(() => verdictFor('execution', 'define')),
    detectedType: { type: 'spec', confidence: 0.8, cues: ['title:spec'] },
    chosenType: null,
    preferences: { ...NOBODY, ranges: {} },
    ...more,
  };
}

describe('review', () => {
  it.each([
    ['empty', ['', '   ', '—']],
    ['too-short', ['Only a few words here.']],
    [
      'not-english',
      ['Wir haben uns für die mittleren Kliniken entschieden, weil sie schneller und mit weniger Aufwand kaufen.'],
    ],
    ['ready', [LONG, LONG]],
  ] as const)('says that a document is %s', (state, texts) => {
    expect(review(inputOf(texts)).state).toBe(state);
  });

  it('gives no advice, moves or distance unless the document is ready', () => {
    const report = review(inputOf(['Only a few words here.']));
    expect([report.advice, report.moves, report.distance]).toEqual([[], [], 0]);
  });

  it('reviews a document in two languages for its English part', () => {
    const german =
      'Wir haben uns für die mittleren Kliniken entschieden, weil sie schneller und mit weniger Aufwand kaufen.';
    const english = `${LONG} ${LONG}`;
    expect(review(inputOf([german, german, german, english])).state).toBe('ready');
    expect(review(inputOf([german, german, german, german, german, german, german, LONG])).state).toBe('not-english');
  });

  it('labels nothing in another language', () => {
    const german =
      'Wir haben uns für die mittleren Kliniken entschieden, weil sie schneller und mit weniger Aufwand kaufen.';
    expect(review(inputOf([german])).mix.stagedWords).toBe(0);
  });

  it('takes the writer’s type over the detected one and says so', () => {
    expect(review(inputOf([LONG], { chosenType: 'launch' })).documentType).toEqual({
      type: 'launch',
      confidence: 1,
      by: 'writer',
      why: [{ key: 'typeWhyWriter', values: [] }],
    });
  });

  it('explains a detected type by its strongest cues, with one of them from the mix', () => {
    const detectedType = {
      type: 'plan' as const,
      confidence: 0.7,
      cues: ['title:roadmap', 'mix:strategy', 'mix:goals', 'heading:q3', 'x'],
    };
    expect(review(inputOf([LONG], { detectedType })).documentType.why).toEqual([
      { key: 'typeWhyTitle', values: ['roadmap'] },
      { key: 'typeWhyMix', values: ['strategy'] },
      { key: 'typeWhyHeading', values: ['q3'] },
    ]);
  });

  it('compares with the writer’s own range where there is one', () => {
    const own = {
      execution: { low: 0, high: 0.1 },
      strategy: { low: 0.9, high: 1 },
      organisation: { low: 0, high: 0 },
    };
    const preferences = { ...NOBODY, ranges: { spec: own } };
    const report = review(inputOf([LONG, LONG], { preferences }));
    expect(report.expected).toEqual(own);
    expect(report.distance).toBeCloseTo(0.9);
  });

  it('tells what the limits left unread beside what the host could not read', () => {
    const input = inputOf(['word '.repeat(100_000)]);
    const report = review({
      ...input,
      snapshot: { ...input.snapshot, unread: [{ reason: 'closed-toggle', count: 2 }] },
    });
    expect(report.unread).toEqual([
      { reason: 'closed-toggle', count: 2 },
      { reason: 'too-long', count: 1 },
    ]);
  });

  it('counts a passage without a verdict as none', () => {
    const report = review(inputOf([LONG, LONG], { verdicts: [verdictFor('strategy', 'bets'), null] }));
    expect(report.passages.map(({ label }) => label)).toEqual(['strategy', 'none']);
    expect(report.mix.neutral).toBeCloseTo(0.5);
  });

  it('makes a valid report of any text and verdicts, twice the same', () => {
    const passage = fc.record({
      text: fc.oneof(fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 12 }), fc.constant(LONG)),
      signal: fc.option(fc.constantFrom(...ALL_SIGNALS)),
    });
    fc.assert(
      fc.property(fc.array(passage), fc.constantFrom(...DOCUMENT_TYPES), (all, type) => {
        const texts = all.map(({ text }) => text);
        const input = inputOf(texts, {
          chosenType: type,
          verdicts: toPassages(inputOf(texts).snapshot.blocks).map(({ id }) => {
            const signal = all[Number(id.slice(1))]?.signal ?? null;
            return verdictFor(signal === null ? 'none' : stageOf(signal), signal);
          }),
        });
        const report = review(input);
        expect(reportSchema.safeParse(report).success).toBe(true);
        expect(review(input)).toEqual(report);
        const ids = new Set(report.passages.map(({ id }) => id));
        for (const advice of report.advice) expect(advice.passageIds.every((id) => ids.has(id))).toBe(true);
        expect(report.distance).toBeGreaterThanOrEqual(0);
        expect(report.distance).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('ranks advice by weight', () => {
    const document = written('Reach', `goals: ${LONG}\ngoals: ${LONG}\nvision: ${LONG}`);
    const weights = reportOn(document, 'strategy').advice.map(({ weight }) => weight);
    expect(weights.length).toBeGreaterThan(1);
    expect(weights).toEqual([...weights].sort((first, second) => second - first));
  });
});
