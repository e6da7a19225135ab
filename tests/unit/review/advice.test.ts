import { describe, expect, it } from 'vitest';
import { DOCUMENT_TYPES } from '../../../lib/model/document.ts';
import { SHOWN_ADVICE } from '../../../lib/review/note.ts';
import { RULES } from '../../../lib/review/rules/rules.ts';
import { ADVICE_CASES } from './cases/cases.ts';
import { reportOn, written } from './written.ts';

describe('advice, on passages labelled by hand', () => {
  it.each(ADVICE_CASES)('$name ($type): $must among the first three, no $mustNot', (each) => {
    const writer = { level: each.level ?? null, aim: each.aim ?? null };
    const report = reportOn(written(each.title, each.text), each.type, writer);
    expect(report.state).toBe('ready');
    const rules = report.advice.map(({ rule }) => rule);
    expect(rules.slice(0, SHOWN_ADVICE)).toContain(each.must);
    expect(rules).not.toContain(each.mustNot);
  });

  it('is tested for at least 60 documents, and for every type', () => {
    expect(ADVICE_CASES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(ADVICE_CASES.map(({ type }) => type))).toEqual(new Set(DOCUMENT_TYPES));
  });

  it('is tested for every rule, once where it must come', () => {
    const tested = new Set(ADVICE_CASES.map(({ must }) => must));
    expect(RULES.map(({ id }) => id).filter((id) => !tested.has(id))).toEqual([]);
  });

  it('is named only by rules that there are', () => {
    const ids = new Set(RULES.map(({ id }) => id));
    for (const { must, mustNot } of ADVICE_CASES) expect([must, mustNot].every((id) => ids.has(id))).toBe(true);
  });
});
