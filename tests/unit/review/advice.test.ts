import { describe, expect, it } from 'vitest';
import { DOCUMENT_TYPES } from '../../../lib/model/document.ts';
import { RULES } from '../../../lib/review/rules/rules.ts';
import { ADVICE_CASES } from './cases/cases.ts';
import { countRight, runCase } from './cases/run.ts';

describe('advice, on passages labelled by hand', () => {
  it.each(ADVICE_CASES)('$name ($type): $must among the first three, no $mustNot', (each) => {
    const { state, rules, comes, unwanted } = runCase(each);
    expect(state).toBe('ready');
    expect({ rules, comes, unwanted }).toEqual({ rules, comes: true, unwanted: false });
  });

  it('is tested for at least 60 documents, and for every type', () => {
    expect(countRight().cases).toBeGreaterThanOrEqual(60);
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
