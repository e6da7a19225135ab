import { describe, expect, it } from 'vitest';
import { checkOf, checkSchema, compareChecks, sayComparison } from '../../../lib/review/comparison.ts';
import { sayFrom } from '../../../lib/review/say.ts';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { reportOn, written } from './written.ts';

const BEFORE = `
  market: Two incumbents hold the hospitals with contracts of ten years, and nobody has ever left them before the end.
  develop: Build the import of old records, the new calendar and the list of open invoices that the front desk asked for.
`;
const AFTER = `${BEFORE}
  bets: We will not bid for hospitals, even if it costs us the largest deals of the year, until three cities run well.
  bets: We choose clinics that decide in weeks over chains that decide in years, because they tell each other.
`;

const check = (text: string, type: 'strategy' | 'spec' = 'strategy') =>
  checkOf(reportOn(written('Plan', text), type), 1);
const compare = (before: ReturnType<typeof check>, after: ReturnType<typeof check>) =>
  sayComparison(compareChecks(before, after), sayFrom(messages));

describe('the comparison of two checks', () => {
  it('keeps counts and a hash, and no word of the document', () => {
    const kept = check(AFTER);
    expect(checkSchema.safeParse(kept).success).toBe(true);
    expect(JSON.stringify(kept)).not.toMatch(/hospital|clinic|incumbent/i);
  });

  it('tells which shares moved, which moves are new and that it came closer', () => {
    expect(compare(check(BEFORE), check(AFTER))).toEqual([
      'Execution from 53 to 26 %.',
      'Strategy from 48 to 74 %.',
      'A choice: now there.',
      'What you will not do: now there.',
      'A diagnosis: 1 more.',
      'Bets: now there.',
      expect.stringMatching(/^Closer to the usual range: \d+ % of the words lay outside, now \d+ %\.$/),
      'Passages added: 2.',
    ]);
  });

  it('tells moves that are gone or fewer', () => {
    const fewer = AFTER.replace(/\n.*We choose clinics.*\n/, '\n');
    expect(compare(check(AFTER), check(fewer))).toContain('Bets: 1 fewer.');
    expect(compare(check(AFTER), check(BEFORE))).toContain('What you will not do: no longer there.');
  });

  it('says so where nothing changed', () => {
    expect(compare(check(AFTER), check(AFTER))).toEqual(['Nothing has changed since the last check.']);
  });

  it('does not compare moves between two types', () => {
    const sentences = compare(check(AFTER), check(AFTER, 'spec'));
    expect(sentences).toEqual(['The document’s type is another one now, so the moves are not compared.']);
  });
});
