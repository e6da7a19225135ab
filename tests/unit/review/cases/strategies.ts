import type { AdviceCase } from './case.ts';

const DIAGNOSIS =
  'market: We lose mid-sized clinics to a rival that is live in a week, because our set-up takes three months and a consultant.';
const BET =
  'bets: We bet on a set-up without consultants: clinics import their own records, starting with a pilot in two cities in May.';
const EXCLUSION =
  'bets: We will not serve hospitals until 2028, though they pay most, because each asks for a contract of its own.';
const MEASURE = 'goals: The strategy works if 300 clinics are live within ten days of signing by the end of 2027.';

export const STRATEGY_CASES: readonly AdviceCase[] = [
  {
    name: 'a strategy without a choice',
    type: 'strategy',
    must: 'missing-strategy-choice',
    mustNot: 'missing-strategy-diagnosis',
    title: 'Strategy for clinics',
    text: `
      # Where we are
      ${DIAGNOSIS}
      opportunity: There are 4,000 clinics in the two countries, and half of them still work on paper.
      # Where we want to be
      vision: A clinic opens its doors on a Monday with everything in place, and the front desk has time for people.
      ${MEASURE}
      # Next steps
      develop: The import of old records is built by June, by the data team.
    `,
  },
  {
    name: 'a strategy that rules nothing out',
    type: 'strategy',
    must: 'missing-strategy-exclusions',
    mustNot: 'missing-strategy-bets',
    title: 'Strategy for clinics',
    text: `
      # Where we are
      ${DIAGNOSIS}
      # What we bet on
      ${BET}
      bets: We bet on the front desk as the one who decides, and give it a product that it can try alone.
      # How we will tell
      ${MEASURE}
      # First steps
      develop: The data team builds the import by June.
    `,
  },
  {
    name: 'a strategy without a diagnosis',
    type: 'strategy',
    must: 'missing-strategy-diagnosis',
    mustNot: 'missing-strategy-first-actions',
    title: 'Strategy for the museum app',
    text: `
      # Bets
      bets: We put our people on tours that visitors make themselves, and start with a pilot in three museums in May.
      bets: We will not build a ticket shop, and will leave tickets to the museums.
      bets: We go to small museums first, then to the large ones that the small ones recommend us to.
      # Measures
      goals: A hundred museums by the end of 2027, each with ten tours made by visitors.
      # Vision
      vision: In five years every visitor leaves a museum with a story of their own.
    `,
  },
  {
    name: 'a strategy whose choices carry no bet',
    type: 'strategy',
    must: 'missing-strategy-bets',
    mustNot: 'missing-strategy-choice',
    title: 'Strategy for clinics',
    text: `
      # Where we are
      ${DIAGNOSIS}
      business: We price by doctor rather than by patient, even if it costs us the largest clinics, because nobody can plan with a fee per patient.
      opportunity: There are 4,000 clinics in the two countries, and half of them still work on paper.
      # How we will tell
      ${MEASURE}
      # First steps
      deliver: New prices are on the page by May; old clinics are asked in June.
    `,
  },
  {
    name: 'a strategy that cannot fail',
    type: 'strategy',
    must: 'missing-strategy-measures',
    mustNot: 'missing-strategy-exclusions',
    title: 'Strategy for clinics',
    text: `
      # Where we are
      ${DIAGNOSIS}
      market: Hospitals buy from two rivals who have been there for decades and whom nobody leaves.
      # What we bet on
      ${BET}
      ${EXCLUSION}
      # First steps
      develop: The data team builds the import; two people from support sit with them.
    `,
  },
  {
    name: 'a strategy that nobody begins',
    type: 'strategy',
    must: 'missing-strategy-first-actions',
    mustNot: 'missing-strategy-measures',
    title: 'Strategy for slow letters',
    text: `
      # Where we are
      market: People write less, and those who write want it to matter; the post raises its prices because it loses volume.
      # What we choose
      bets: We bet on letters that are written on a phone and arrive on paper, for grandparents rather than for firms.
      bets: We will not carry advertising, though it fills the trucks, because it is what people throw away.
      # How we will tell
      goals: A hundred thousand letters a month that somebody keeps, by our own count of answers.
      vision: A letter is again the thing one waits for.
    `,
  },
  {
    name: 'a strategy full of words that anybody could sign',
    type: 'strategy',
    must: 'strategy-words-no-choice',
    mustNot: 'too-little-strategy',
    title: 'Product strategy',
    text: `
      # Vision
      vision: We will be the leading platform for customer-centric innovation, with a world-class experience that delights at every step.
      vision: Our strategic pillars are excellence, transformation and an ecosystem that unlocks value.
      market: The market is moving fast, and customers expect a seamless journey from us as from others.
      # Goals
      goals: We want to grow strategically in all segments and reach 10 million users by the end of 2027.
      # Next steps
      develop: The platform team starts with the new home page in May.
    `,
  },
  {
    name: 'a strategy that takes its goals for a plan',
    type: 'strategy',
    must: 'goal-no-plan',
    mustNot: 'bet-no-action',
    title: 'Strategy 2027',
    text: `
      # Goals
      goals: Revenue of 40 million by the end of 2027, from 22 million today.
      goals: Net retention above 110 %, with churn of small shops under 2 % a month.
      goals: First place in the north by number of shops.
      goals: A second country with at least 500 shops.
      # Market
      market: Two rivals share the north; one of them is owned by a bank and gives the product away with an account.
      # Work
      develop: The country settings are built by June, the new tax rules by September.
    `,
  },
  {
    name: 'a strategy that never looks out of the window',
    type: 'strategy',
    must: 'nothing-outside',
    mustNot: 'goal-no-plan',
    title: 'Strategy of the reading team',
    text: `
      # What we want
      vision: Reading with us is calm, and one comes back to it in the evening.
      vision: Every shelf shows what its reader loves.
      goals: Two million hours of reading a month by December.
      # Bets
      bets: We put four people on the evening mode and one on shelves, and do not build games.
      bets: First calm, then shelves, so that shelves have something to hold.
      bets: The evening mode starts in May with the night theme.
    `,
  },
  {
    name: 'values without a behaviour in a strategy',
    type: 'strategy',
    must: 'values-no-behaviour',
    mustNot: 'nothing-outside',
    title: 'Strategy and values',
    text: `
      # Where we are
      ${DIAGNOSIS}
      ${BET}
      ${EXCLUSION}
      ${MEASURE}
      # Our values
      culture: Trust, respect and transparency are the ground on which this company stands.
      culture: Excellence and ownership are in our blood.
      culture: Passion and integrity make us who we are.
    `,
  },
  {
    name: 'a real choice hidden in a list of tickets',
    type: 'strategy',
    must: 'hidden-choice',
    mustNot: 'missing-strategy-choice',
    title: 'Strategy for the shop app',
    text: `
      # Where we are
      market: Shops leave us for a rival with a cheaper card reader, because ours needs a phone.
      goals: We want 2,000 shops in the south by the end of 2027, up from 700.
      opportunity: Market traders are the part of the trade that grows, and no reader works in the rain.
      # Work for the half
      develop: - Add the new reader to the settings page and test it with four phones.
      develop: - Fix the receipt for refunds.
      bets: - Stop selling to restaurants and leave the segment to the rival, because tables and tips take half of our support.
      develop: - Move the price list to the new database.
      develop: - Write the help pages for the reader by May.
    `,
  },
  {
    name: 'a strategy that begins with the tickets',
    type: 'strategy',
    must: 'strategy-too-late',
    mustNot: 'missing-strategy-measures',
    title: 'Strategy for deliveries',
    text: `
      # Status of the work
      develop: The route planner is done but for the bridges; two people are on it until the end of the month. The driver app has a new list of stops, and the old one is switched off in June. The address check runs on half of all orders, and the team looks at the errors each morning. The tickets for the warehouse are sorted, and the first forty are estimated.
      develop: The price service was moved to the new machines in March, with one hour of trouble on the second day. The test of the new labels begins next week in one depot with four people, and goes on until every label was read without a mistake for a week.
      deliver: Drivers in the north have the new app; those in the south get it after the holidays, with a paper that shows the three things that changed and the number of the desk that answers questions on the first days.
      # Where we play
      market: We lose town centres to riders on bikes, because our vans stand in traffic for a third of the day.
      bets: We choose the suburbs over the centres and will not buy bikes, because two parcels a stop is what pays a van.
      bets: Depots move to the ring road first, then the vans, so that each tour is twenty kilometres shorter.
      # How we tell
      goals: Cost per parcel falls from 3.10 to 2.40 by 2028.
    `,
  },
  {
    name: 'a strategy that drowns in detail for builders',
    type: 'strategy',
    must: 'detail-in-strategy',
    mustNot: 'strategy-too-late',
    title: 'Strategy for search',
    text: `
      # Diagnosis
      market: Buyers go to a rival when they do not find a part in ten seconds, because our names are those of the makers.
      # Choice
      bets: We bet on names that mechanics use, and will not pay for more advertising until half of all searches end in a part.
      design: The ranking endpoint takes a query and a list of synonyms as JSON, and the cache is filled each night by a cron job.
      develop: The index needs a migration of the database and two new columns for the names.
      # Measures
      goals: 60 % of searches end in a part by the end of 2027; we start with brakes in May.
      vision: A mechanic finds any part before the kettle boils.
    `,
  },
  {
    name: 'a strategy with too much about ways of working',
    type: 'strategy',
    must: 'too-much-organisation',
    mustNot: 'too-much-execution',
    title: 'Strategy of the data group',
    text: `
      # Choice
      bets: We sell reports to cities rather than to shops, starting in May, because cities renew for five years and a rival has the shops.
      goals: Ten cities by 2028, each on a contract of five years.
      # How we work
      process: Every quarter the group plans for two days, and every second week the leads meet to clear what blocks them.
      structure: Three squads of five people, each with a lead and a mission of its own.
      coaching: Each lead has a growth plan and a talk with the director once a month.
      process: Papers are written a week before a decision, and comments come in writing.
      culture: When two of us disagree, each says what would change their mind.
    `,
  },
  {
    name: 'a strategy that is mostly execution',
    type: 'strategy',
    must: 'too-much-execution',
    mustNot: 'too-much-organisation',
    title: 'Strategy for the parking app',
    text: `
      # Choice
      bets: We go for towns with fewer than 50,000 people and leave the cities to the rival, because towns have no app and decide in a month.
      goals: 80 towns by the end of 2027.
      # Work
      develop: Build the import of parking zones from the towns' own files, and a page on which a town can mend them.
      design: The map shows zones in one colour with the price on it; a tap starts the clock and a second tap stops it.
      develop: Payment by bank is built by June; the contract with the bank is with the lawyers.
      deliver: The first town gets the app in May with posters, a stand on the market and a number that is answered until eight.
      develop: The team writes tests for the clock, because a wrong minute costs the trust of a town.
      deliver: A help page in three languages, and a reply for the ten most asked questions.
    `,
  },
  {
    name: 'bets that nothing begins',
    type: 'strategy',
    must: 'bet-no-action',
    mustNot: 'missing-strategy-bets',
    title: 'Strategy for the garden shop',
    text: `
      # Where we stand
      market: Garden centres sell advice with each plant, and we sell only plants; so we lose beginners to them after one dead rose.
      # What we bet on
      bets: Plants that forgive beginners come with their pot, soil and a letter each month, instead of four hundred kinds of roses.
      bets: Neighbours sell cuttings to each other through us, not through the large auction sites.
      goals: Half of all beginners buy again in spring, from a fifth today.
      # Work under way
      develop: - The checkout gets a new field for the door code, by May.
      develop: - Photos of tools are taken again with a white ground.
    `,
  },
  {
    name: 'work that no strategic passage speaks of',
    type: 'strategy',
    must: 'orphan-work',
    mustNot: 'goal-no-plan',
    title: 'Strategy for the choir platform',
    text: `
      # Choice
      market: Choirs lose members because rehearsals clash with shifts; no calendar knows how voices balance.
      bets: We bet on rehearsals planned by voice balance, start with hospital choirs in May, and will not sell concert tickets.
      goals: 400 choirs rehearse with us weekly by 2027, measured by attendance.
      # Rehearsal planner
      develop: The planner proposes evenings on which all four voices are there, and the attendance list fills itself.
      # Newsletter engine
      develop: Replace the newsletter engine, import the archive of pictures, and redraw all templates with the new typeface before autumn, in time for the fair where printers show their machines.
    `,
  },
  {
    name: 'a senior who works on the craft of strategy',
    type: 'strategy',
    must: 'craft-strategy',
    mustNot: 'toward-organisation',
    level: 'senior',
    aim: 'lead',
    title: 'Strategy for clinics',
    text: `
      # Where we are
      ${DIAGNOSIS}
      # What we choose
      ${BET}
      ${EXCLUSION}
      # How we will tell
      ${MEASURE}
      # First steps
      develop: The data team builds the import by June, and the first ten clinics try it with us.
    `,
  },
  {
    name: 'a lead who works towards leading an organisation',
    type: 'strategy',
    must: 'toward-organisation',
    mustNot: 'craft-strategy',
    level: 'lead',
    aim: 'director',
    title: 'Strategy for clinics',
    text: `
      # Where we are
      ${DIAGNOSIS}
      # What we choose
      ${BET}
      ${EXCLUSION}
      bets: The largest risk is that clinics cannot import alone; if three of ten fail in May we stop.
      # How we will tell
      ${MEASURE}
    `,
  },
];
