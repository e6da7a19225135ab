import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_ADJUSTMENTS } from '../../../lib/classifier/contract.ts';
import { layOut } from '../../../lib/classifier/layout.ts';
import type { PassageStore } from '../../../lib/classifier/passage-store.ts';
import { Reading } from '../../../lib/classifier/reading.ts';
import { MOVED, PART_SIZE, Totals } from '../../../lib/classifier/totals.ts';
import { LABELS } from '../../../lib/model/stage.ts';
import { classified, passage, passageArbitrary, verdictsOf } from './documents.ts';

const reading = new Reading(NO_ADJUSTMENTS);

function slotOf(store: PassageStore, hash: string, text: string): number {
  const known = store.slotOf(hash);
  if (known >= 0) return known;
  const slot = store.add(hash);
  reading.scorer.passage(text, store, slot);
  return slot;
}

describe('what sections and documents have in common', () => {
  test('bears no trace of passages that came and went', () => {
    const passages = fc.array(passageArbitrary, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(passages, fc.array(fc.record({ at: fc.nat(), passage: passageArbitrary })), (now, visitors) => {
        const layout = layOut(now);
        const { store } = reading;
        const headings = reading.headings('Plan');
        const fresh = new Totals(reading.scorer.model, layout);
        const lived = new Totals(reading.scorer.model, layout);
        const countAll = (totals: Totals) => {
          now.forEach(({ hash, text }, index) => {
            totals.count(store, slotOf(store, hash, text), layout.section[index] ?? 0, 1);
          });
        };
        for (const { at, passage: visitor } of visitors)
          lived.count(store, slotOf(store, visitor.hash, visitor.text), at % layout.sections, 1);
        lived.settle(now, headings);
        countAll(lived);
        lived.settle(now, headings);
        for (const { at, passage: visitor } of visitors)
          lived.count(store, slotOf(store, visitor.hash, visitor.text), at % layout.sections, -1);
        lived.settle(now, headings);
        countAll(fresh);
        fresh.settle(now, headings);
        expect(lived.common).toEqual(fresh.common);
      }),
      { numRuns: 60 },
    );
  });

  test('is told to have moved, for the labels and for each stage apart, wherever it did', () => {
    fc.assert(
      fc.property(fc.array(passageArbitrary, { minLength: 2, maxLength: 12 }), (now) => {
        const layout = layOut(now);
        const { store } = reading;
        const totals = new Totals(reading.scorer.model, layout);
        totals.settle(now, reading.headings('Plan'));
        now.forEach(({ hash, text }, index) => {
          const before = totals.common.slice();
          totals.count(store, slotOf(store, hash, text), layout.section[index] ?? 0, 1);
          const any = totals.settle(now, reading.headings('Plan'));
          const expected = new Uint8Array(layout.sections);
          before.forEach((value, place) => {
            if (value === totals.common[place]) return;
            const output = place % PART_SIZE;
            const section = Math.floor(place / PART_SIZE);
            const stage = Math.floor((output - LABELS.length) / 6);
            expected[section] = (expected[section] ?? 0) | (stage < 0 ? MOVED.labels : MOVED.signals(stage));
          });
          // More may be told: two shares can move against each other.
          expect(expected.map((bits, section) => bits & ~(totals.changed[section] ?? 0))).toEqual(expected.fill(0));
          expect(any).toBe(totals.changed.some((bits) => bits !== 0));
        });
      }),
      { numRuns: 60 },
    );
  });

  test('stands through most edits of a long document, and with it the other verdicts, object by object', () => {
    const text = (index: number) => `In step ${index} the user opens the page and we hire ${index} people.`;
    const passages = Array.from({ length: 2_000 }, (_, index) => passage(text(index), [`Part ${index % 40}`]));
    const classifier = classified({ title: 'Plan', passages });
    let kept = 0;
    for (let edit = 0; edit < 20; edit++) {
      const before = verdictsOf(classifier);
      passages[edit * 7] = passage(`${text(edit * 7)} Then it follows.`, [`Part ${(edit * 7) % 40}`]);
      classifier.update({ title: 'Plan', passages }, NO_ADJUSTMENTS);
      classifier.step(10_000, 0);
      kept += verdictsOf(classifier).filter((verdict, index) => verdict === before[index]).length;
    }
    expect(kept / (20 * passages.length)).toBeGreaterThan(0.75);
  });
});
