import type { BlockType, Store } from '../model.ts';
import type { Random } from '../random.ts';
import { format, type Rich, run } from '../rich.ts';
import { buildPage } from './builder.ts';

const SUBJECTS = [
  'The checkout team',
  'Our group',
  'The research lead',
  'Every merchant',
  'The importer',
  'A pilot customer',
  'The new lead',
  'Support',
];
const VERBS = [
  'ships the change behind a flag',
  'writes the migration and the rollback steps',
  'interviews eight people about the first order',
  'chooses the mid market over marketplaces',
  'bets on one importer that rivals cannot copy',
  'expects the margin to double by next year',
  'hires two engineers and a researcher',
  'coaches the new managers every week',
  'splits the team and names an owner for each part',
  'reviews the numbers and writes down what was learnt',
];
const TAILS = [
  'before the beta starts.',
  'because the present way costs a day a week.',
  'and tells the other teams on Monday.',
  'so that the segment is ours within two years.',
  'after the review with legal and support.',
  'while the old path stays open for a month.',
];
const TYPES: readonly BlockType[] = [
  'text',
  'text',
  'text',
  'text',
  'bulleted_list',
  'bulleted_list',
  'numbered_list',
  'to_do',
  'sub_header',
  'quote',
  'text',
  'header',
  'callout',
  'toggle',
  'text',
];

/** A sentence of product work. */
export function sentence(random: Random): string {
  return `${random.pick(SUBJECTS)} ${random.pick(VERBS)} ${random.pick(TAILS)}`;
}

/** One to three sentences, sometimes with part of them formatted. */
export function paragraph(random: Random): Rich {
  const text = Array.from({ length: random.int(1, 3) }, () => sentence(random)).join(' ');
  const plain: Rich = [run(text)];
  if (random.next() > 0.3) return plain;
  const start = random.int(0, text.length - 6);
  const marks = random.pick([{ bold: true }, { italic: true }, { colour: 'red' }, { code: true }, { link: '#x' }]);
  return format(plain, start, Math.min(text.length, start + random.int(3, 30)), marks);
}

export interface GeneratedOptions {
  /** Blocks of prose, nested ones included. */
  readonly size: number;
  /** Closed toggles on top of the size, with two children each. */
  readonly toggles: number;
  /** One block of 20,000 characters. */
  readonly giant: boolean;
}

/** A page of any size in the simulator's own words. */
export function buildGenerated(store: Store, random: Random, id: string, options: GeneratedOptions): void {
  const { add } = buildPage(store, random, id, `Generated page of ${options.size} blocks`);
  let made = 0;
  let parent: string | undefined;
  while (made < options.size) {
    const type = random.pick(TYPES);
    const heading = type.includes('header');
    const text = heading ? [run(sentence(random).split(' ').slice(0, 5).join(' '))] : paragraph(random);
    const nested: boolean = parent !== undefined && !heading && random.next() < 0.3;
    const made1 = add(type, text, nested ? parent : undefined);
    if (type === 'toggle') store.block(made1).open = true;
    if (!nested) parent = type === 'bulleted_list' || type === 'toggle' ? made1 : undefined;
    made++;
  }
  for (let i = 0; i < options.toggles; i++) {
    const toggle = add('toggle', `Question ${i + 1}: what changes for the merchant?`);
    add('text', paragraph(random), toggle);
    add('text', paragraph(random), toggle);
  }
  if (options.giant) {
    let text = '';
    while (text.length < 20_000) text += `${sentence(random)} `;
    add('text', text);
  }
}
