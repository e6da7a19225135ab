import { PACK_LIMITS } from '../../lib/model/pack-limits.ts';

const HEAD = { product: 'stagemark', kind: 'rule-pack', version: 1 };
/** A pack that a team could use: one phrase. */
export const ACME = {
  ...HEAD,
  name: 'Acme',
  phrases: [
    { phrase: 'blue * review', stage: 'organisation', signal: 'process', weight: 4, fires: ['A blue sheet review.'] },
  ],
};
/** A document in which that phrase stands once. */
export const PACK_TEXT = [
  'Notes of the week',
  'Everybody brings numbers to the blue sheet review on Monday and leaves with one question to answer.',
  'Fix the time-zone bug in the booking API and add a regression test before the release of the new version.',
  'Migrate the events table, backfill the old rows and remove the cron job that runs behind the flag today.',
].join('\n');

/** Files that are refused, each with words of the reason that is told. */
export function hostilePacks(): readonly (readonly [file: string, says: string])[] {
  const [phrase] = ACME.phrases;
  return [
    [`${'['.repeat(60_000)}${']'.repeat(60_000)}`, 'lists within lists'],
    [JSON.stringify({ ...ACME, name: 'x'.repeat(PACK_LIMITS.file) }), 'too large'],
    ['{"product":"stagemark","kind":"rule-pack","version":1,"__proto__":{"polluted":1}}', '“__proto__”'],
    [JSON.stringify({ ...ACME, phrases: [{ ...phrase, phrase: '(a+)+$' }] }), 'is not found in'],
    [JSON.stringify({ ...ACME, phrases: [{ ...phrase, pattern: '(a+)+$' }] }), 'is not part of a pack'],
    [JSON.stringify({ ...ACME, phrases: new Array(30_000).fill(0) }), 'has to'],
    [
      JSON.stringify({ ...ACME, phrases: [phrase, { ...phrase, phrase: 'blue x', silent: ['A blue x.'] }] }),
      'must not',
    ],
    ['\u0000\uffff', 'not JSON'],
  ];
}
