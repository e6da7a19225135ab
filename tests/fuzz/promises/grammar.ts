import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { findGrammar } from '../../../lib/classifier/grammar.ts';
import { GRAMMAR_RULES } from '../../../lib/classifier/signals/grammar-rules.ts';
import { anyText } from '../arbitraries.ts';
import { promise } from '../promise.ts';

const RULES = new Set(GRAMMAR_RULES.map(({ id }) => id));

/** Sentences that pass the gate, with anything in the middle of them. */
const anySentence = fc
  .tuple(
    fc.constantFrom('We will not build ', 'Instead of ', 'By Q3 we must hire ', 'Users cannot ', 'Our bet: '),
    anyText,
    fc.constantFrom(' rather than more features.', ' because churn rose.', ' so that teams win.', ''),
  )
  .map((parts) => parts.join(''));

export const GRAMMAR_PROMISES = [
  promise(
    'grammar is found inside the sentence, by rules that there are',
    1,
    fc.oneof(anySentence, anyText),
    (text) => {
      const [hits, ...rest] = findGrammar([text]);
      equal(rest.length, 0);
      for (const { rule, start, end } of hits ?? []) {
        ok(RULES.has(rule), rule);
        ok(start >= 0 && end > start && end <= text.length, `${rule} [${start}, ${end}) of ${text.length}`);
      }
    },
  ),
];
