import type { RulePack } from '../model/rule-pack.ts';

/** A small pack that shows every field, for teams to begin from. */
export const EXAMPLE_PACK: RulePack = {
  name: 'Acme',
  about: 'How we speak at Acme. Replace these phrases with your own.',
  phrases: [
    {
      phrase: 'bug bash',
      stage: 'execution',
      signal: 'develop',
      weight: 2,
      fires: ['A bug bash on Thursday, before we ship.'],
    },
    {
      phrase: 'land * accounts',
      stage: 'strategy',
      signal: 'bets',
      weight: 1.5,
      fires: ['We land large accounts first.'],
      silent: ['Three accounts were landed by mistake.'],
    },
    {
      phrase: 'guild of # people',
      stage: 'organisation',
      signal: 'structure',
      fires: ['Each guild of 12 people has one lead.'],
    },
    {
      phrase: 'town hall',
      stage: 'none',
      weight: 1,
      fires: ['Notes of the town hall in May.'],
    },
  ],
  vocabulary: ['Acme Goals', 'Team Plan'],
};
