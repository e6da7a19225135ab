import type { AdviceCase } from './case.ts';

export const SPEC_CASES: readonly AdviceCase[] = [
  {
    name: 'a spec that nobody could call a success or a failure',
    type: 'spec',
    must: 'missing-spec-metric',
    mustNot: 'missing-spec-out',
    title: 'Spec: shared shopping lists',
    text: `
      # Problem
      discover: In interviews with nine families, seven told us that they send each other photos of paper lists, and that somebody buys the milk twice. It keeps customers with us when the whole household uses the app, which is our bet on families.
      # Requirements
      define: A list has one owner and up to eight members; each member can add, tick and remove items.
      define: Two people may edit the same item at once; the later edit stays and the earlier one is shown struck through.
      # Out of scope
      define: Sharing with shops, and lists that repeat every week.
      # Design
      design: The share button sits beside the title and opens the system's own share sheet with a link.
    `,
  },
  {
    name: 'a spec without a cut line',
    type: 'spec',
    must: 'missing-spec-out',
    mustNot: 'missing-spec-metric',
    title: 'Spec: invoice reminders',
    text: `
      # Background
      discover: Support tickets show that 34 of 50 late invoices were simply forgotten; owners told us they feel awkward to call. Fewer late invoices is part of our goal to be where small firms get paid.
      # Requirements
      define: As an owner I can turn reminders on for a customer, and choose after how many days they are sent.
      define: The reminder holds the number of the invoice, the amount and a link for paying at once.
      # Design
      design: A switch stands in the customer's page, with a preview of the text beside it.
      # Success metric
      define: The median time from invoice to payment falls from 31 to 24 days within two months.
    `,
  },
  {
    name: 'a spec that hangs in the air',
    type: 'spec',
    must: 'missing-spec-bet',
    mustNot: 'missing-spec-metric',
    title: 'Spec: dark mode for the reader',
    text: `
      # Requirements
      define: The reader follows the setting of the system, and can be set to light or dark in the menu.
      define: Photos keep their colours; drawings with a white ground get a grey one.
      define: Not in this version: a sepia mode, and colours that the reader mixes.
      # Design
      design: The toolbar fades after two seconds and comes back at a touch; its icons have a light and a dark form.
      # Test
      develop: We check forty pages by hand on three devices, and the contrast of all text with a script.
      # Success
      define: A fifth of all reading hours are in dark mode by week four, and complaints about glare stop.
    `,
  },
  {
    name: 'a spec that learnt nothing and will learn nothing',
    type: 'spec',
    must: 'no-discover-no-debrief',
    mustNot: 'missing-spec-metric',
    title: 'Spec: bulk export of orders',
    text: `
      # Scope
      define: The export holds all orders of a period with buyer, items, tax and state; it is part of our target of 40 larger shops.
      define: Out of scope: exports of customers, and a schedule for exports.
      # How it works
      design: The button starts a job in the background; a message with a link comes when the file is ready.
      design: Files above a million rows are split, and each part has its own header line.
      # Tasks
      develop: Build the job queue, then the writer of the file, then the page with past exports.
      develop: Load test with ten million orders before the end of the sprint.
    `,
  },
  {
    name: 'a spec that wants to be a strategy',
    type: 'spec',
    must: 'too-much-strategy',
    mustNot: 'too-little-strategy',
    title: 'Spec: partner portal',
    text: `
      # Why
      market: Resellers bring a third of all new shops in the south, where two rivals pay them twice what we do and give them a portal of their own.
      opportunity: Nobody serves resellers with fewer than ten shops, though they are the fastest growing group in our data since 2024.
      bets: We choose the small resellers over the large chains, because the chains ask for prices at which we earn nothing.
      business: Resellers keep a tenth of the fee for two years; after that the shop is ours and the margin is back to normal.
      # What
      define: A reseller can invite a shop, see its state, and see what they earned; success is 50 invited shops in the first month.
    `,
  },
  {
    name: 'a spec about who does what in the company',
    type: 'spec',
    must: 'too-much-organisation',
    mustNot: 'too-much-strategy',
    title: 'Spec: review queue',
    text: `
      # Teams
      structure: The moderation team is split in two squads, each with a lead, who both report to the head of trust.
      process: Every Monday the two leads go through the open cases and decide which rules have to change.
      hiring: We hire four moderators with a second language by June, and two more when the queue grows.
      # Queue
      define: A moderator sees the oldest case first and can pass, hide or ask; the target is an answer within four hours, and appeals are out of scope.
      discover: We heard from eleven sellers that they wait for days and lose the weekend, and that is why they leave.
    `,
  },
  {
    name: 'a market decision hidden among requirements',
    type: 'spec',
    must: 'hidden-choice',
    mustNot: 'no-discover-no-debrief',
    title: 'Spec: sign-up for schools',
    text: `
      # Background
      discover: Six of eight teachers in our study could not finish the sign-up, because it asks for a company number. More schools is one of this year's goals.
      # Requirements
      define: - The form asks for the school's name and town and fills in the rest.
      define: - A teacher can invite colleagues of the same school by mail address.
      bets: - We will not sell to universities any more, since they want contracts that cost us more than they pay.
      define: - The head of the school gets a mail with a link to confirm the account.
      define: - Sign-up takes less than three minutes for nine of ten teachers.
      # Not included
      define: Payment by invoice, and classes with pupils' names.
    `,
  },
  {
    name: 'a page that is mostly links and definitions',
    type: 'spec',
    must: 'little-stage-work',
    mustNot: 'hidden-choice',
    title: 'Spec: search',
    text: `
      # Links
      none: The board with all tickets, the folder with recordings, the channel of the team and the page with the calendar of the group.
      none: Index means the list of all words; shard means a part of the index; ranker means the program that sorts what was found.
      none: This page was begun in March and is kept by the search group; write to the group if something is wrong with it.
      none: Older pages on the same matter are kept in the archive of the wiki and are not changed any more by anybody.
      none: Terms are written as in the glossary of the company, which stands on its own page and is sorted by letter.
      # Scope
      define: Search covers titles.
    `,
  },
  {
    name: 'an associate who wants to get better at specs',
    type: 'spec',
    must: 'craft-execution',
    mustNot: 'toward-strategy',
    level: 'associate',
    aim: 'pm',
    title: 'Spec: calendar sync',
    text: `
      # Problem
      discover: Nine of fourteen tutors told us that they keep two calendars and miss a lesson each month. Fewer missed lessons supports our goal for retention.
      # Requirements
      define: Lessons appear in the tutor's own calendar within a minute, with the pupil's first name and the place.
      define: A lesson that the tutor moves there moves here too, if the pupil agrees.
      define: Not part of this: calendars of pupils.
      # Build
      develop: The sync runs as a job with a queue per tutor; we begin with one provider in May.
      # Success
      define: Missed lessons fall from 4 % to under 2 % of all lessons by July.
    `,
  },
  {
    name: 'a PM who wants to become senior and took the direction as given',
    type: 'spec',
    must: 'toward-strategy',
    mustNot: 'craft-execution',
    level: 'pm',
    aim: 'senior',
    title: 'Spec: saved filters',
    text: `
      # Problem
      discover: Analysts told us that they set the same six filters every morning; we counted eleven minutes a day in the recordings. It is part of our goal on daily use.
      # Requirements
      define: A filter can be saved with a name, shared with the team, and set as the first thing one sees.
      define: Out of scope: filters across projects.
      # Tasks
      develop: Store the filter with the view, add the menu, write the migration, and move the old bookmarks.
      # Rollout
      deliver: A tenth of the teams in the first week, all teams two weeks later; success is 30 % of analysts with a saved filter.
    `,
  },
  {
    name: 'a spec with too little work in it',
    type: 'spec',
    must: 'too-little-execution',
    mustNot: 'missing-spec-out',
    title: 'Spec: loyalty points',
    text: `
      # Direction
      vision: In three years a family does all its shopping with one card, and the shops of the town share what they know.
      market: The two large chains have cards with four million members each; the small shops have paper and a stamp.
      goals: We want a tenth of the families in five towns by the end of 2027, and half of the shops on the main street.
      bets: We bet on shops that stand side by side, and will not sign shops outside the centre even if they ask.
      # Points
      define: A buyer gets a point for each euro; success is two visits more a month, measured over twelve weeks.
    `,
  },
];
