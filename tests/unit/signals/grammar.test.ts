import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAllGrammar, findGrammar } from '../../../lib/classifier/grammar.ts';
import { mayHoldGrammar } from '../../../lib/classifier/signals/grammar-gate.ts';
import { GRAMMAR_RULES } from '../../../lib/classifier/signals/grammar-rules.ts';

const EXAMPLES = GRAMMAR_RULES.flatMap((rule) => [...rule.fires, ...rule.quiet]);

const rulesIn = (text: string) => findAllGrammar(text).map((hit) => hit.rule);

describe('the grammar rules', () => {
  test('ids and patterns are unique', () => {
    for (const key of ['id', 'match'] as const) {
      const values = GRAMMAR_RULES.map((rule) => rule[key]);
      expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
    }
  });

  test('every example that must fire does', () => {
    const silent = GRAMMAR_RULES.flatMap((rule) =>
      rule.fires.filter((text) => !rulesIn(text).includes(rule.id)).map((text) => `${rule.id}: ${text}`),
    );
    expect(silent).toEqual([]);
  });

  test('every example that must stay quiet does', () => {
    const loud = GRAMMAR_RULES.flatMap((rule) =>
      rule.quiet.filter((text) => rulesIn(text).includes(rule.id)).map((text) => `${rule.id}: ${text}`),
    );
    expect(loud).toEqual([]);
  });

  test('every rule has examples of both kinds', () => {
    expect(GRAMMAR_RULES.filter((rule) => rule.fires.length === 0 || rule.quiet.length === 0)).toEqual([]);
  });

  test('a negation ends the claim of a result', () => {
    expect(rulesIn('Sign-ups increased by 12%.')).toContain('result/number');
    expect(rulesIn('Sign-ups have not increased by 12%.')).not.toContain('result/number');
  });

  test('a negation is part of an exclusion', () => {
    expect(rulesIn('We will not serve hospitals.')).toContain('choice/we-will-not');
    expect(rulesIn("We won't serve hospitals.")).toContain('choice/we-will-not');
  });

  test('capitals throughout change nothing', () => {
    for (const text of ['We will not serve hospitals.', 'Add a filter to the list.', 'The CFO asked for two cuts.'])
      expect(rulesIn(text.toUpperCase())).toEqual(rulesIn(text));
  });
});

describe('findGrammar', () => {
  test('answers each text in its place', () => {
    expect(findGrammar(['Add a filter.', '', 'Nothing at all.']).map((hits) => hits.length > 0)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('offsets begin and end at the matched words behind bullets, quotes and emoji', () => {
    for (const lead of ['', '- ', '“', '(', '✅ ', '1. ', '— ', '  \t'])
      for (const [hit] of findGrammar([`${lead}We will not serve hospitals this year.`]))
        expect(`${lead}We will not serve hospitals this year.`.slice(hit?.start, hit?.end)).toBe('We will not serve');
  });

  test('offsets of a contraction cover it', () => {
    const text = 'This year we won’t chase resellers.';
    const hit = findGrammar([text])[0]?.find(({ rule }) => rule === 'choice/we-will-not');
    expect(text.slice(hit?.start, hit?.end)).toBe('we won’t chase');
  });

  test('every hit lies in the text, in order, and begins and ends with a word', () => {
    const piece = fc.oneof(
      fc.constantFrom(...EXAMPLES),
      fc.constantFrom('“', '”', ' — ', '\n', '• ', '🎉', '(see', ')', '...', 'e.g.', '/', '  ', 'naïve', '\ud800', 'İ'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join(' ');
        let before = 0;
        for (const { start, end } of findAllGrammar(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toMatch(/^[^\s"“(•—][\s\S]*$/u);
          expect(text.slice(end - 1, end)).toMatch(/\S/);
          before = start;
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a hit found alone is found at the shifted place behind another sentence', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EXAMPLES), (text) => {
        const lead = 'Rain fell “all day” on (most of) the hills.\n';
        const shifted = findAllGrammar(lead + text).filter((hit) => hit.start >= lead.length);
        const alone = findAllGrammar(text).map(({ rule, start, end }) => ({
          rule,
          start: start + lead.length,
          end: end + lead.length,
        }));
        expect(shifted).toEqual(alone);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the gate', () => {
  test('refuses no text in which a rule is found', () => {
    const lost = EXAMPLES.filter((text) => !mayHoldGrammar(text) && findAllGrammar(text).length > 0);
    expect(lost).toEqual([]);
  });

  test('refuses sentences without a cue', () => {
    expect(mayHoldGrammar('Morning light fell softly.')).toBe(false);
  });

  test('reads contractions as the tagger does', () => {
    for (const text of ["We won't serve them.", 'Admins can’t see it.', "They'll be shown below."])
      expect(mayHoldGrammar(text)).toBe(true);
  });
});
