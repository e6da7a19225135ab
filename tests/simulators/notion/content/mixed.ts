import type { Store } from '../model.ts';
import type { Random } from '../random.ts';
import { atom, run } from '../rich.ts';
import { buildPage } from './builder.ts';
import { DECOYS } from './decoys.ts';

/** A page of what the sample spec has not: tabs, meeting notes, captions of every kind, and scripts other than Latin. */
export function buildMixed(store: Store, random: Random, id: string): void {
  const { add } = buildPage(store, random, id, 'Kassen-Start: 会議メモ and next steps');
  const tabItem = (label: string, parent: string) => add('tab_item', label, parent);

  const tabs = add('tab');
  const scope = tabItem('Scope', tabs);
  add('text', 'A buyer pays without an account; the merchant sees the order in the usual list.', scope);
  add('to_do', 'Write the migration before the beta starts', scope);
  const bets = tabItem('Bets', tabs);
  add('text', 'We bet on one checkout that knows local taxes, because rivals cannot copy it in a year.', bets);
  const people = tabItem('People', tabs);
  add('text', 'Each lead coaches two engineers and gives feedback within two days.', people);

  const meeting = add('transcription');
  const summary = tabItem('Summary', meeting);
  add('sub_header', 'What was decided', summary);
  add('bulleted_list', 'The team ships guest orders to ten merchants on 25 March behind a flag.', summary);
  add('bulleted_list', 'We give up custom themes this year, although large accounts ask for them.', summary);
  const notes = tabItem('Notes', meeting);
  add('text', 'Ravi hires a researcher and mentors both new engineers until the summer.', notes);
  const transcript = tabItem('Transcript', meeting);
  add('text', 'So, uh, I think we can ship it on the twenty-fifth if nobody objects.', transcript);

  for (const type of ['video', 'audio', 'pdf', 'embed'] as const) {
    add(type, `The ${type} shows how a merchant finds guest orders in the usability test.`);
  }
  add('image', '');
  add('alias', DECOYS.cards[0]);
  add('collection_view_page', DECOYS.cards[1]);
  add('factory');

  add('text', 'Größere Händler brauchen die Ausfuhr bis März; kleinere kommen ohne sie aus.');
  add('text', '次の四半期は小規模な加盟店を優先し、マーケットプレイスは後回しにする。');
  add('text', 'الفريق يطلق النسخة التجريبية في مارس، then English goes on in the same line.');
  add('text', [
    run('Families 👩‍👩‍👧‍👦 and flags 🇯🇵 split text nodes; so do '),
    run('bo', { bold: true }),
    run('ld halves of words, '),
    atom('user', '@Zoë Ångström'),
    run(' and e\u0301 written as two characters.'),
  ]);
}
