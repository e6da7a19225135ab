import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findsPackPhrase } from '../../../lib/classifier/pack-phrase.ts';
import { PACK_LIMITS } from '../../../lib/model/pack-limits.ts';
import { EXAMPLE_PACK } from '../../../lib/settings/example-pack.ts';
import { type PackReading, readPackFile, writePackFile } from '../../../lib/settings/pack-file.ts';
import catalogue from '../../../public/_locales/en/messages.json' with { type: 'json' };

const read = (text: string): PackReading => readPackFile(text, findsPackPhrase);
const HEAD = { product: 'stagemark', kind: 'rule-pack', version: 1 };
const PHRASE = { phrase: 'bug bash', stage: 'execution', fires: ['A bug bash.'] };
const file = (pack: unknown) => JSON.stringify({ ...HEAD, name: 'Acme', phrases: [PHRASE], ...(pack as object) });
const withPhrase = (change: unknown) => file({ phrases: [{ ...PHRASE, ...(change as object) }] });

/** Keys of the problems with their values, as one line each; `taken` where there is none. */
function problems(text: string): string[] {
  const reading = read(text);
  return reading.ok ? ['taken'] : reading.problems.map(({ key, values }) => [key, ...values].join(' | '));
}

describe('a rule pack’s file', () => {
  test('that is written is read as it was', () => {
    expect(read(writePackFile(EXAMPLE_PACK))).toEqual({ ok: true, pack: EXAMPLE_PACK });
  });

  test.each([
    ['half a file', '{"product": "stagemark", ', 'packNotJson'],
    ['a list', '[]', 'packNotAPack'],
    ['another product', file({ product: 'other' }), 'packNotAPack'],
    ['a settings file', '{"product":"stagemark","version":1,"items":{}}', 'packNotAPack'],
    ['a newer pack', file({ version: 2 }), 'packNewer'],
    ['no name', file({ name: '' }), 'packNeedsText | name | 60'],
    ['a name for something unknown', file({ script: 1 }), 'packUnknownName | script'],
    ['a regular expression', withPhrase({ pattern: '(a+)+$' }), 'packUnknownName | phrases › 1 › pattern'],
    [
      'a stage that there is not',
      withPhrase({ stage: 'magic' }),
      /^packNeedsOneOf \| phrases › 1 › stage \| execution, /,
    ],
    ['a signal that there is not', withPhrase({ signal: 'magic' }), /^packNeedsOneOf \| phrases › 1 › signal \| /],
    ['a weight beyond the bounds', withPhrase({ weight: 900 }), 'packNeedsNumber | phrases › 1 › weight | 0.25 | 4'],
    ['a weight in words', withPhrase({ weight: '2' }), 'packNeedsNumber | phrases › 1 › weight | 0.25 | 4'],
    ['a phrase without examples', withPhrase({ fires: [] }), 'packNeedsExamples | phrases › 1 › fires | 10'],
    ['an example that is no text', withPhrase({ fires: [1] }), 'packNeedsText | phrases › 1 › fires › 1 | 400'],
    ['a phrase that is a text only', file({ phrases: ['bug bash'] }), 'packNeedsPhrase | phrases › 1'],
    ['a phrase that begins with anything', withPhrase({ phrase: '* bash' }), 'packPhraseBegins | * bash'],
    ['a phrase of any words', withPhrase({ phrase: 'a * * *' }), 'packPhraseWild | a * * * | 2'],
    ['a phrase of many words', withPhrase({ phrase: 'a b c d e f g h i' }), 'packPhraseLong | a b c d e f g h i | 8'],
    ['a phrase twice', file({ phrases: [PHRASE, { ...PHRASE, phrase: 'Bug  bash' }] }), 'packPhraseTwice | Bug  bash'],
    [
      'a signal of another stage',
      withPhrase({ signal: 'hiring' }),
      'packSignalElsewhere | bug bash | hiring | execution',
    ],
    ['an example that is not found', withPhrase({ fires: ['A bash.'] }), 'packExampleSilent | bug bash | A bash.'],
    [
      'an example that is found and must not be',
      withPhrase({ silent: ['No bug bash today.'] }),
      'packExampleFires | bug bash | No bug bash today.',
    ],
    ['a phrase without any word', withPhrase({ phrase: '—', fires: ['—'] }), 'packExampleSilent | — | —'],
  ])('with %s is refused in one sentence', (_, text, expected) => {
    const found = problems(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      expected instanceof RegExp ? expected : new RegExp(`^${expected.replace(/[*|().+?^$]/g, '\\$&')}$`),
    );
  });

  test('tells several problems at once, but not more than can be read', () => {
    const many = file({ phrases: Array.from({ length: 20 }, (_, at) => ({ ...PHRASE, phrase: `word ${at}` })) });
    expect(problems(many)).toHaveLength(9);
    expect(problems(many).at(-1)).toBe('packMoreProblems | 12');
  });

  test('names only sentences that the catalogue has, whatever the file holds', () => {
    const anyPack = fc.record(
      {
        name: fc.oneof(fc.string(), fc.jsonValue()),
        about: fc.jsonValue(),
        phrases: fc.oneof(
          fc.jsonValue(),
          fc.array(
            fc.record(
              {
                phrase: fc.oneof(fc.string(), fc.constantFrom('bug bash', 'a * *', '# x')),
                stage: fc.constantFrom('execution', 'strategy', 'none', 'magic'),
                signal: fc.constantFrom('hiring', 'bets', 'deliver', 3),
                weight: fc.oneof(fc.double(), fc.string()),
                fires: fc.oneof(fc.array(fc.string(), { maxLength: 3 }), fc.jsonValue()),
                silent: fc.oneof(fc.array(fc.string(), { maxLength: 3 }), fc.jsonValue()),
                extra: fc.jsonValue(),
              },
              { requiredKeys: [] },
            ),
            { maxLength: 4 },
          ),
        ),
        vocabulary: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), anyPack.map(file)), (text) => {
        const reading = read(text);
        if (reading.ok) expect(read(writePackFile(reading.pack))).toEqual(reading);
        else {
          for (const { key } of reading.problems) expect(catalogue).toHaveProperty(key);
          expect(reading.problems.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('with all its bounds used is taken', () => {
    const phrases = Array.from({ length: PACK_LIMITS.phrases }, (_, at) => ({
      phrase: `word${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))} * #`,
      stage: 'none',
      fires: [`Word${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))} of 12.`],
    }));
    expect(problems(file({ phrases }))).toEqual(['taken']);
    expect(problems(file({ phrases: [...phrases, PHRASE] }))).toEqual(['packNeedsList | phrases | 300']);
  });
});
