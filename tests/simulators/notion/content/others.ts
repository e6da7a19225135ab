import type { Store } from '../model.ts';
import type { Random } from '../random.ts';
import { buildPage } from './builder.ts';

/** A strategy page, for navigation and peeks: another mix than the spec's. */
export function buildStrategy(store: Store, random: Random, id: string): void {
  const { add } = buildPage(store, random, id, 'Checkout strategy for next year');
  add('header', 'Where the market goes');
  add(
    'text',
    'Wallets take half of all mobile orders within two years; the big marketplaces sell their checkout as a service and will undercut us on price.',
  );
  add('text', 'Our advantage is the merchant relationship: we know stock, returns and margins, and no wallet does.');
  add('header', 'Our choice');
  add(
    'text',
    'We will win the small and mid-sized merchants who sell across borders, and we will not compete for marketplaces or digital goods.',
  );
  add(
    'text',
    'We bet on one checkout that knows local taxes and returns, because that is the part that rivals cannot copy in a year.',
  );
  add('bulleted_list', 'Goal: a third of cross-border merchants choose us first by the end of next year.');
  add('bulleted_list', 'We give up custom themes, although large accounts ask for them.');
  add('header', 'Business case');
  add(
    'text',
    'At a take rate of 1.1 percent the segment is worth forty million a year; the investment pays back in five quarters.',
  );
}

/** A team plan, for a third mix. */
export function buildTeamPlan(store: Store, random: Random, id: string): void {
  const { add } = buildPage(store, random, id, 'Team plan: checkout and payments');
  add('header', 'Structure');
  add(
    'text',
    'We split the group into a payments team and a merchant team, each with its own lead who reports to the head of product.',
  );
  add('header', 'Hiring and growth');
  add(
    'text',
    'We hire two senior engineers and a researcher; every interview panel has a trained lead, and the bar is written down.',
  );
  add(
    'text',
    'Each lead coaches two people towards their next role and meets them every week; feedback is given within two days.',
  );
  add('header', 'How we work');
  add(
    'text',
    'A weekly review replaces three status meetings; decisions are written down with an owner so that other teams can challenge them.',
  );
}

/** A page that is only a database. */
export function buildDatabase(store: Store, random: Random, id: string): void {
  buildPage(store, random, id, 'Product bets', true);
}
