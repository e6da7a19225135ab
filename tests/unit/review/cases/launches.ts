import type { AdviceCase } from './case.ts';

export const LAUNCH_CASES: readonly AdviceCase[] = [
  {
    name: 'a launch plan that nobody carries out',
    type: 'launch',
    must: 'missing-launch-owners',
    mustNot: 'missing-launch-dates',
    title: 'Launch plan: gift cards',
    text: `
      # Steps
      deliver: - The page with gift cards goes live on 3 May, behind a flag, in one country.
      deliver: - The mail to all buyers goes out on 10 May, a tenth of them first.
      deliver: - Help pages are there on 2 May, with the ten questions from the beta.
      deliver: - The flag is removed on 1 June if returns stay under 3 %.
      # Way back
      deliver: The flag goes off within five minutes when payments fail, and buyers see the old page.
    `,
  },
  {
    name: 'a launch plan without dates',
    type: 'launch',
    must: 'missing-launch-dates',
    mustNot: 'missing-launch-owners',
    title: 'Launch plan: gift cards',
    text: `
      # Steps
      deliver: - Ana turns the flag on in one country, and Ben watches the payments.
      deliver: - Marketing sends the mail to a tenth of buyers, then to all.
      deliver: - Support checks the help pages with the ten questions from the beta.
      deliver: - Ana removes the flag if returns stay under 3 %.
      # Way back
      deliver: Ben turns the flag off when payments fail, and buyers see the old page.
    `,
  },
  {
    name: 'a look back that learnt nothing',
    type: 'launch',
    must: 'missing-launch-learnings',
    mustNot: 'missing-launch-owners',
    title: 'Retro: gift cards',
    text: `
      # What happened
      debrief: We sold 4,100 cards in four weeks, against a target of 3,000.
      debrief: On the second day payments failed for forty minutes in one country.
      debrief: 2 % of cards came back, most of them on Mondays.
      debrief: The mail was opened by 31 % of buyers, and the second one by 12 %.
      # Numbers
      debrief: Support had 210 questions, 80 of them on the date of expiry.
    `,
  },
  {
    name: 'a launch that ends on its day',
    type: 'launch',
    must: 'launch-no-look-back',
    mustNot: 'missing-launch-dates',
    title: 'Launch plan: new receipts',
    text: `
      # Steps
      deliver: - Dana turns the new receipt on for the shops in the valley on Monday.
      deliver: - Support posts the page with the new receipt to all shops on Tuesday.
      develop: - The printers in the older shops get the new program before that, by Omar.
      deliver: - All other shops follow the week after, and Dana writes to them.
      # Way back
      deliver: The old receipt stays in the program and can be chosen in the settings.
    `,
  },
  {
    name: 'a launch plan that argues about the market',
    type: 'launch',
    must: 'too-much-strategy',
    mustNot: 'too-much-organisation',
    title: 'Launch plan: the north',
    text: `
      # Why the north
      market: In the north one rival has all bakeries, and bakers told us they would leave it for a lower fee.
      opportunity: 900 bakeries open before five, and no tool works at that hour.
      business: We take 1 % instead of 2 %, and earn on flour orders.
      # Steps
      deliver: Ida opens the sign-up for the north on 4 June and watches the first week's numbers.
      deliver: Support is there from four in the morning until the end of July.
    `,
  },
  {
    name: 'a launch plan about people',
    type: 'launch',
    must: 'too-much-organisation',
    mustNot: 'too-much-strategy',
    title: 'Launch plan: help desk at night',
    text: `
      # Steps
      deliver: Rosa opens the desk on 1 June for a tenth of callers, and measures how long they wait.
      # People
      hiring: We hire six people for the night, who have worked nights before, and two who lead them.
      structure: The night desk is a team of its own under the head of support.
      coaching: Each new person sits beside an old one for two weeks and has a talk with the lead after each.
      process: At seven the night hands over to the day with a page of three parts, every morning.
    `,
  },
  {
    name: 'a change of market in a launch list',
    type: 'launch',
    must: 'hidden-choice',
    mustNot: 'missing-launch-learnings',
    title: 'Launch plan: new prices',
    text: `
      # Steps
      deliver: - Lea puts the new price page live on 2 May and watches sign-ups for a week.
      deliver: - Support gets the answers to the ten first questions on 1 May.
      bets: - We stop selling to agencies from that day on, and leave that market to the resellers.
      deliver: - Old customers get a mail on 9 May with what changes for them.
      deliver: - The old price page is removed on 1 June.
    `,
  },
  {
    name: 'a PM who works on shipping better',
    type: 'launch',
    must: 'craft-execution',
    mustNot: 'toward-strategy',
    level: 'pm',
    title: 'Launch plan: gift cards',
    text: `
      # Steps
      deliver: - Ana turns the flag on in one country on 3 May.
      deliver: - Marketing sends the mail to a tenth of buyers on 10 May, then to all.
      deliver: - Support checks the help pages with the questions from the beta on 2 May.
      deliver: - Ana removes the flag on 1 June if returns stay under 3 %.
      develop: - Ben writes the alarm for failed payments by 30 April, and tries it twice.
    `,
  },
  {
    name: 'a PM who launches and wants to choose',
    type: 'launch',
    must: 'toward-strategy',
    mustNot: 'craft-execution',
    level: 'pm',
    aim: 'senior',
    title: 'Launch plan: gift cards',
    text: `
      # Steps
      deliver: - Ana turns the flag on in one country on 3 May.
      deliver: - Marketing sends the mail to a tenth of buyers on 10 May, then to all.
      deliver: - Support checks the help pages with the questions from the beta on 2 May.
      deliver: - Ana removes the flag on 1 June if returns stay under 3 %.
      develop: - Ben writes the alarm for failed payments by 30 April, and tries it twice.
    `,
  },
];
