import type { Paragraph, Tab } from './model.ts';
import { after, item, paragraph, table } from './write.ts';

const bold = { bold: true } as const;
const italic = { italic: true } as const;

/** The strategy document that the simulator shows first: an invented company that sells scheduling to clinics. */
export function sampleTab(): Tab {
  return {
    id: 't.0',
    title: 'Tab 1',
    paragraphs: body(),
    header: 'Kestrel Scheduling, internal',
    footer: 'Draft for the product council in May',
    notes: ['Interviews held in March with 14 practice managers.'],
  };
}

function body(): Paragraph[] {
  return [
    paragraph('Kestrel: where we play and how we win, 2027', { style: 'title' }),
    paragraph('Strategy for the next three years. Owner: Mira. Decision wanted: which segment gets the investment.', {
      style: 'subtitle',
    }),
    paragraph('Summary', { style: 'heading-1' }),
    paragraph([
      'We choose independent clinics with two to nine doctors as the one segment that we will win, and we give up the hospital deals that took ',
      ['41 % of last year’s engineering time', bold],
      ' for 6 % of revenue. Our bet is that a clinic which lets patients move their own appointments loses so few of them that the product pays for itself in a quarter, and that no rival can copy this without our network of referral partners.',
    ]),
    paragraph([
      'If we are wrong, we will see it by December: should fewer than a third of new clinics open self-service moving within sixty days, we stop and return to ',
      ['selling seats', italic],
      '.',
    ]),
    paragraph('The opportunity', { style: 'heading-1' }),
    paragraph(
      'There are about 61,000 independent clinics in our three countries. Fewer than one in five uses any scheduling software that patients can touch; the rest answer the telephone. A missed appointment costs a clinic between 60 and 140 euros, and the market leader treats this as a reminder problem. We think it is a problem of ownership: people keep the appointments that they can move themselves.',
    ),
    paragraph([
      'Three things changed since our last strategy',
      ['1', { script: 'super' }],
      '. Insurers now pay for video visits, so a clinic fills gaps at short notice. The two largest record systems opened their calendars. And wage pressure at the front desk makes every call dearer than it was.',
    ]),
    paragraph('Who we compete with', { style: 'heading-2' }),
    table([
      ['Rival', 'Where they are strong', 'Why they will not follow'],
      [
        'Planwell',
        'Hospital groups with a central call desk',
        'Their contracts are priced by seat, so fewer calls mean less revenue',
      ],
      ['Docket', 'Solo practices, free with advertising', 'They own no calendar and would need one'],
      ['The telephone', 'Everywhere', 'It cannot offer a free slot at midnight'],
    ]),
    after(
      'Our advantage compounds: each clinic that joins adds referral slots for its neighbours, and these slots are the reason the neighbour joins.',
    ),
    paragraph('Where we place our bets', { style: 'heading-1' }),
    paragraph('We rank bets by what we would learn if they failed, not by what they would earn if they worked.'),
    item(
      [
        ['Self-service moving for every clinic. ', bold],
        'We make it the default, even though a third of the doctors ask for it to be off.',
      ],
      'number',
    ),
    item(
      [
        ['A referral network before a marketplace. ', bold],
        'We do not open to the public until 40 % of slots in a city are ours.',
      ],
      'number',
    ),
    item(
      [
        ['One price per clinic. ', bold],
        'We drop seat prices; revenue falls for two quarters and then follows the clinics that stay.',
      ],
      'number',
    ),
    paragraph('What we will not do', { style: 'heading-2' }),
    item('No hospital tenders, including the two that are open now.'),
    item('No billing module, although it is the most asked for.'),
    item('No second country language until the first city is dense:'),
    item('we accept losing the Lyon pilot;', 'bullet', 1),
    item('we keep one person on the partner there.', 'bullet', 1),
    paragraph('Goals', { style: 'heading-1' }),
    paragraph(
      'By the end of 2027 we want 3,000 clinics, 55 % of appointments moved without a call, and a net revenue retention of 112 %. We chose retention over growth because the network only pays where it is dense.',
    ),
    paragraph('First release', { style: 'heading-1' }),
    paragraph(
      'The first release lets a patient open the link in the reminder, see three free slots and confirm one. The acceptance criteria are in the tracker: the slot must be held for five minutes, the clinic sees the change within ten seconds, and the old slot goes back to the waiting list.',
    ),
    item('Design review on 14 April; the empty state and the error when a slot is taken are still open.'),
    item('Migration of the reminder templates, behind a flag, to 5 % of clinics in the first week.'),
    item('Fix the time-zone bug in the calendar import before we start.'),
    paragraph([
      'We will ship to twelve clinics in Ghent first. After three weeks we look back: which clinics switched it off, and what did the front desk do with the hours it got back?',
    ]),
    paragraph('The team this needs', { style: 'heading-1' }),
    paragraph(
      'Today one product manager covers clinics and patients, and she is the reason both are late. I propose two groups, each with its own lead, who meet once a week over one shared list of bets. Tomás takes the network group; I will coach him for the first two quarters, and he decides the roadmap from July.',
    ),
    paragraph(
      'We hire one analyst and nobody else. The partner team reports to sales and should go on doing so, but their weekly review moves into ours, so that product hears about lost referrals in the week in which they are lost.',
    ),
    paragraph('Appendix', { style: 'heading-1' }),
    paragraph('Numbers are from the finance export of 2 March. Thanks to everybody who read the first draft.'),
  ].flat();
}
