import type { Store } from '../model.ts';
import type { Random } from '../random.ts';
import { atom, run } from '../rich.ts';
import { buildPage } from './builder.ts';
import { DECOYS } from './decoys.ts';

/** The sample spec: an ordinary product document with every block type in it. */
export function buildSpec(store: Store, random: Random, id: string): void {
  const page = buildPage(store, random, id, 'Guest checkout: spec');
  const { add } = page;
  add('callout', 'Draft for the review on Thursday. Comments are welcome until Wednesday noon.');
  add('header', 'Why now');
  add('text', [
    run('One in three first-time buyers leaves at the sign-up step. In the interviews in September, '),
    run('nine of twelve people', { bold: true }),
    run(' said that they did not want another password for a single order.'),
  ]);
  add('text', [
    run('We choose returning small merchants over marketplaces for the next two quarters, '),
    run('because', { italic: true }),
    run(
      ' that is where the incumbents are slow and our margin is twice as high. The bet is that a shorter checkout wins them before a price war starts.',
    ),
  ]);
  add('quote', 'I had the card in my hand and then you asked me to make up a password.');
  add('sub_header', 'What people told us');
  for (const line of [
    'Buyers compare us with shops that let them pay in two taps.',
    'Support answers about forty password tickets a week, most of them from people who never come back.',
    'Merchants ask for guest orders in every quarterly call 🛒 and two of them have left over it.',
  ]) {
    add('bulleted_list', line);
  }
  add('header', 'Scope of the first release');
  add('numbered_list', 'A buyer can pay with card or wallet without an account.');
  add('numbered_list', [
    run('The order page works from the link in the e-mail, with the '),
    run('orderToken', { code: true }),
    run(' in place of a session.'),
  ]);
  const third = add('numbered_list', 'The merchant sees guest orders in the same list, with a badge.');
  add('bulleted_list', 'Filter and export treat them like other orders.', third);
  add('bulleted_list', 'Refunds go to the paying card only.', third);
  add('sub_sub_header', 'Out of scope');
  add('text', 'Saved baskets, subscriptions and gift cards stay behind sign-in for now.');
  add('sub_header', 'Tasks before the beta');
  const done = add('to_do', 'Write the migration for orders without a customer');
  store.block(done).checked = true;
  add('to_do', [run('Add the rate limit to the token endpoint, see '), run('the runbook', { link: '#runbook' })]);
  add('to_do', [run('Fix the flaky wallet test with '), atom('user', '@Priya Raman'), run(' before the code freeze')]);
  page.table([
    ['Milestone', 'Owner', 'Date'],
    ['Internal dogfood behind the flag', 'Checkout team', '4 March'],
    ['Beta with ten merchants', 'Growth team', '25 March'],
    ['Rollout to everyone in steps of ten percent', 'Checkout team', '22 April'],
  ]);
  add('sub_header', 'How we will know');
  add('text', [
    run('The share of started checkouts that end in an order rises from 61 to '),
    run('68 percent', { colour: 'teal_background' }),
    run(' within six weeks, and fraud stays under '),
    atom('equation', '', '0.2\\%'),
    run(' of guest orders.'),
  ]);
  add('text', [
    run('If chargebacks pass the limit for two days, '),
    run('on-call switches the flag off and tells the merchants', { comment: '7d0f5e5e-8a1c-4f1e-9d2b-3f9b8f6a2c11' }),
    run('; the runbook names the steps.'),
  ]);
  add('code', 'curl -X POST /orders \\\n  -d "ship the token and launch the rollout"');
  const toggle = add('toggle', 'Questions from the last review');
  add(
    'text',
    'Legal asked who keeps the address when there is no account; we keep it for the return period only.',
    toggle,
  );
  add(
    'text',
    'Design asked whether the sign-up offer may come after payment; yes, once, and never in the way.',
    toggle,
  );
  const details = add('sub_header', 'Rollback');
  store.block(details).open = true;
  add('text', 'The flag can be switched off at any time; open guest orders stay reachable by their link.', details);
  const columns = add('column_list');
  const left = add('column', undefined, columns);
  const right = add('column', undefined, columns);
  add('text', 'Mei leads the build and pairs with Tomas, who joined in June, on the payment service.', left);
  add('text', 'Ravi mentors both new engineers and owns the weekly review with support and legal.', right);
  const synced = add('transclusion_container');
  add('text', 'Decisions in this area are taken by the checkout lead after hearing support, legal and growth.', synced);
  const copy = add('transclusion_reference');
  store.block(copy).source = synced;
  add('table_of_contents');
  add('breadcrumb');
  add('image', 'The new payment step beside the old one, drawn for the usability test.');
  add('file');
  const bookmark = add('bookmark');
  store.block(bookmark).leaves = [[], [run(DECOYS.bookmark)]];
  add('equation', [run('ship + launch = hire')]);
  add('divider');
  add('header_4', 'Further reading');
  add('page', 'Vision and bets for next year');
  add('button');
  const board = add('collection_view');
  store.block(board).leaves = DECOYS.cards.map((text) => [run(text)]);
  add('text', '');
  add('text', [
    run('Reviewers: '),
    atom('page', 'Checkout vision'),
    run(' on '),
    atom('date', '@2 March'),
    run('. Please read the scope first, then the numbers.'),
  ]);
}
