import { OBJECTS, PAGE_BREAK, type Paragraph, SOFT_BREAK, type Tab } from './model.ts';
import type { SimulatorOptions } from './options.ts';
import { pick, randomFrom } from './random.ts';
import { sampleTab } from './sample.ts';
import { after, item, paragraph, table } from './write.ts';

const SUBJECTS = [
  'The onboarding flow',
  'Our pricing',
  'The partner team',
  'Every clinic',
  'The search page',
  'Our largest segment',
  'The new squad',
  'Each release',
  'The market leader',
  'A product manager',
];
const VERBS = [
  'will ship before',
  'should learn from',
  'depends on',
  'competes with',
  'must be measured against',
  'replaces',
  'is coached by',
  'gives way to',
  'was tested with',
  'reports to',
];
const OBJECT_NOUNS = [
  'the beta in the north',
  'a bet on self-service',
  'the hiring plan',
  'two smaller rivals',
  'the error budget',
  'the vision for 2030',
  'three open roles',
  'the acceptance criteria',
  'a weekly review',
  'net revenue retention',
];
const TAILS = [
  'because the evidence changed',
  'even if revenue falls',
  'after the design review',
  'so that others can decide',
  'and we look back in June',
  'unless the flag is off',
  'as the whole company agreed',
  'with fewer people than before',
];
/** About this many words fill a page at 11 pt. */
const WORDS_A_PAGE = 500;

/** The document that the options ask for. */
export function documentTabs(options: SimulatorOptions): Tab[] {
  const first = firstTab(options);
  if (!options.tabs) return [first];
  const second = generatedTab(2, options.seed + 7);
  return [first, { ...second, id: 't.x7k2', title: 'Plan' }];
}

function firstTab(options: SimulatorOptions): Tab {
  if (options.doc === 'blank') return { ...sampleTab(), paragraphs: [paragraph('')] };
  if (options.doc === 'zoo') return zooTab(options);
  if (options.doc === 'generated') return generatedTab(options.pages, options.seed);
  return sampleTab();
}

/** A sentence that no other place of the document is likely to hold, of 12 to 40 words. */
function sentence(random: () => number, count: number): string {
  const parts = [`${pick(SUBJECTS, random)} ${pick(VERBS, random)} ${pick(OBJECT_NOUNS, random)}`];
  if (random() < 0.6) parts.push(pick(TAILS, random));
  if (random() < 0.5) parts.push(`and case ${count} shows it with ${Math.floor(random() * 9000) + 1000} accounts`);
  return `${parts.join(', ')}.`;
}

/** A long document: headings, paragraphs, lists and a table every few pages. */
export function generatedTab(pages: number, seed: number): Tab {
  const random = randomFrom(seed);
  const paragraphs: Paragraph[] = [paragraph('Generated product plan', { style: 'title' })];
  let words = 0;
  let count = 0;
  let openTable = false;
  const add = (made: Paragraph | Paragraph[]) => {
    for (const one of [made].flat()) {
      paragraphs.push(one);
      words += one.text.split(' ').length;
    }
  };
  while (words < pages * WORDS_A_PAGE) {
    count++;
    if (openTable) {
      add(after(sentence(random, count)));
      openTable = false;
    } else if (count % 9 === 1)
      add(
        paragraph(`Section ${Math.ceil(count / 9)}: ${pick(OBJECT_NOUNS, random)}`, {
          style: count % 27 === 1 ? 'heading-1' : 'heading-2',
        }),
      );
    else if (count % 9 === 5) {
      for (let nth = 0; nth < 4; nth++)
        add(item(sentence(random, count * 10 + nth), count % 2 === 0 ? 'bullet' : 'number', nth === 2 ? 1 : 0));
    } else if (count % 40 === 12) {
      add(
        table([
          ['Measure', 'Now', 'Goal'],
          ...[1, 2, 3].map((row) => [
            sentence(random, count * 100 + row),
            `${Math.floor(random() * 90)} %`,
            pick(TAILS, random),
          ]),
        ]),
      );
      openTable = true;
    } else {
      const sentences = Array.from({ length: 3 + Math.floor(random() * 4) }, (_, nth) =>
        sentence(random, count * 10 + nth),
      );
      const bold = Math.floor(random() * sentences.length);
      add(
        paragraph(
          sentences.flatMap((text, nth) =>
            nth === bold ? [[text, { bold: true as const }] as const, ' '] : [`${text} `],
          ),
        ),
      );
    }
  }
  if (openTable) add(after('That is all.'));
  return {
    id: 't.0',
    title: 'Tab 1',
    paragraphs: paragraphs.map(trimEnd),
    header: 'Generated product plan',
    footer: 'For tests',
    notes: [],
  };
}

/** Paragraphs end without a space, as writers leave them. */
function trimEnd(source: Paragraph): Paragraph {
  if (!source.text.endsWith(' ')) return source;
  const runs = source.runs.map((run, nth) =>
    nth === source.runs.length - 1 ? { ...run, length: run.length - 1 } : run,
  );
  return { ...source, text: source.text.slice(0, -1), runs: runs.filter((run) => run.length > 0) };
}

/** A cell whose text lacks the space at a wrap, though it is drawn, and a paragraph after it. */
function lostSpace(): Paragraph[] {
  const [cell] = table([['']]);
  const { cell: place = null, before = '' } = cell ?? {};
  return [
    paragraph(['Trains leave in the ', ['earlymorning', { drawn: 'early morning' }], ' only, and nobody minds.'], {
      cell: place,
      before,
    }),
    after('The text goes on after the cell with the lost space as if nothing had happened.'),
  ];
}

/** Every kind of content that the facts name, in one document. */
export function zooTab(options: SimulatorOptions): Tab {
  const bold = { bold: true } as const;
  const struck = { suggestion: 'delete' } as const;
  const proposed = { suggestion: 'insert' } as const;
  const filler = generatedTab(Math.max(1, Math.min(options.pages, 6)), options.seed + 3).paragraphs.slice(1);
  const zoo: Paragraph[] = [
    paragraph('A zoo of content', { style: 'title' }),
    paragraph('Soft breaks and objects', { style: 'heading-1' }),
    paragraph(
      `The first line of an address${SOFT_BREAK}the second line after a soft break${SOFT_BREAK}and the third, which is long enough to be wrapped once by the width of the page.`,
    ),
    paragraph([
      'The review is owned by ',
      [OBJECTS.chip, { drawn: 'Mira Castellanos' }],
      ' and takes place on ',
      [OBJECTS.chip, { drawn: '12 May 2027' }],
      ' with the whole partner team in the room.',
    ]),
    paragraph([
      'A claim that needs a source',
      [OBJECTS.note, { drawn: '1', script: 'super' }],
      ' stands here, and the sentence goes on after the mark of the footnote.',
    ]),
    paragraph([
      'Before the picture. ',
      [OBJECTS.image, { image: { width: 120, height: 60 } }],
      ' After the picture comes a remark about the drawn funnel and its four steps.',
    ]),
    paragraph('Spaces and scripts', { style: 'heading-1' }),
    paragraph(
      'Non\u00a0breaking spaces\u00a0and  double  spaces   are drawn as they like; a zero\u200bwidth space hides in this one.',
    ),
    paragraph(
      'Emoji \u{1f680} launch day and \u{1f468}\u200d\u{1f469}\u200d\u{1f467} family accounts, cafe\u0301 with a combining accent and na\u00efve with a composed one.',
    ),
    paragraph(
      '\u05d4\u05de\u05d5\u05e6\u05e8 \u05d4\u05d7\u05d3\u05e9 \u05e0\u05d1\u05d7\u05df \u05e2\u05dd \u05e9\u05dc\u05d5\u05e9 \u05de\u05e8\u05e4\u05d0\u05d5\u05ea \u05d1\u05e6\u05e4\u05d5\u05df, \u05d5\u05d0\u05e0\u05d7\u05e0\u05d5 \u05dc\u05d5\u05de\u05d3\u05d9\u05dd \u05de\u05d4\u05df \u05de\u05d4 \u05d7\u05e1\u05e8 \u05dc\u05e4\u05e0\u05d9 \u05d4\u05d4\u05e9\u05e7\u05d4 \u05d4\u05e8\u05d7\u05d1\u05d4 \u05d1\u05d7\u05d5\u05e8\u05e3.',
    ),
    paragraph(
      '\u5e02\u573a\u7684\u673a\u4f1a\u5728\u4e8e\u5c0f\u578b\u8bca\u6240\uff0c\u6211\u4eec\u9009\u62e9\u5148\u505a\u9884\u7ea6\uff0c\u518d\u505a\u652f\u4ed8\uff0c\u56e0\u4e3a\u524d\u53f0\u7684\u65f6\u95f4\u6700\u8d35\u3002',
    ),
    paragraph([
      'A sentence with ',
      ['four', bold],
      ' ',
      ['styled', { italic: true }],
      ' ',
      ['small', { size: 12 }],
      ' ',
      ['and', { size: 18.6667 }],
      ' large words in it, ',
      ['some of them in another typeface', { family: 'Georgia' }],
      ', all in one paragraph.',
    ]),
    paragraph('Suggestions', { style: 'heading-2' }),
    paragraph([
      'We will launch in ',
      ['March', struck],
      ['September', proposed],
      ' because ',
      ['the budget is late', struck],
      ['the partner asked for it', proposed],
      ' and nobody objected in the review.',
    ]),
    paragraph('Repeated', { style: 'heading-2' }),
    item('To be decided.'),
    item('To be decided.'),
    item('To be decided.'),
    paragraph('Tables', { style: 'heading-2' }),
    ...table([
      ['Question', 'Answer', 'Answer'],
      ['Does the pilot cover more than one city, and who pays for the travel that this needs?', 'Yes', 'No'],
      ['Is it measured?', 'Yes', 'Yes'],
      ['Two paragraphs in one cell are here.\nThis is the second of them.', 'No', 'To be decided.'],
    ]),
    after('After the table the text goes on in the usual way and fills a line or two, so that its place can be told.'),
    ...filler,
    ...(options.wrapLoss ? lostSpace() : []),
    paragraph(`The page ends here.${PAGE_BREAK}`),
    paragraph('A new page starts with this paragraph, which is the last one of the zoo and wraps onto a second line.'),
  ];
  return {
    id: 't.0',
    title: 'Tab 1',
    paragraphs: zoo,
    header: 'A zoo of content',
    footer: 'To be decided.',
    notes: ['The source is an interview in March.'],
  };
}
