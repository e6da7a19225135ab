/** Text full of stage words that stands where no document is. Nothing of it may be read or marked. */
export const DECOYS = {
  sidebar: [
    'Ship the beta by Friday',
    'Vision and bets for next year',
    'Hiring plan and coaching notes',
    'Launch checklist and rollback',
    'Market map: where we choose to win',
  ],
  breadcrumb: 'Our strategy is to win the mid market',
  property: 'We decided to launch the importer in March and to hire two engineers for the platform team.',
  comment: 'We should bet on the self-serve segment and stop the enterprise motion.',
  commentInput: 'Please ship the fix to production before the review',
  placeholder: 'Our vision is to own the category',
  chatQuestion: 'Summarise the strategy and the hiring plan of this page',
  chatAnswer: [
    'The team will ship the checkout in three weeks and roll it back if errors rise.',
    'The strategic bet is to win small merchants before the incumbents notice.',
    'Two managers coach the new leads and own the hiring bar.',
  ],
  cards: [
    'Ship the new importer to all customers',
    'Bet on partners for distribution',
    'Hire a research lead and coach the team',
  ],
  bookmark: 'How we built a winning strategy and hired a world-class team',
  menu: 'Move the launch to next quarter',
} as const;
