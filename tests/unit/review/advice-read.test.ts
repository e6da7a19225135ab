import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../lib/classifier/classify.ts';
import { findGrammar } from '../../../lib/classifier/grammar.ts';
import { labelDocument } from '../../../lib/cli/label.ts';
import { ADVICE_CASES } from './cases/cases.ts';
import { runCase } from './cases/run.ts';

/** Each document as the classifier reads it, with the type set by the writer. */
const READ = ADVICE_CASES.map((each) =>
  runCase(each, (document) =>
    labelDocument({ createClassifier, findGrammar }, document).verdicts.filter((verdict) => verdict !== null),
  ),
);

describe('advice, on passages labelled by the classifier', () => {
  it('comes for at least seven of ten documents', () => {
    const right = READ.filter(({ comes }) => comes).length;
    console.log(`Advice through the classifier: ${right} of ${READ.length} documents get the advice they must.`);
    expect(right / READ.length).toBeGreaterThanOrEqual(0.7);
  });

  it('comes unwanted for at most one document in twenty', () => {
    expect(READ.filter(({ unwanted }) => unwanted).length / READ.length).toBeLessThanOrEqual(0.05);
  });
});
