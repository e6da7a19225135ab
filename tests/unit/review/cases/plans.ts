import type { AdviceCase } from './case.ts';

const BETS =
  'bets: We bet on farms with fewer than thirty cows this half, and leave the large ones to the rival, because small farms decide at the kitchen table.';
const OUTSIDE = 'market: Milk prices fell by a tenth since spring, and farms ask first what a sensor saves them.';
const GOALS = 'goals: 600 farms with at least one sensor by December, from 220 today.';
const WORK = 'develop: First the new sensor housing, then the alarm by phone; the housing is done in August.';
const PEOPLE = 'structure: Nine engineers stay on sensors, three move to the alarm, and the field team gets two heads.';
const RHYTHM = 'process: We look at the plan every second Monday with the field team, and change it once a quarter.';

export const PLAN_CASES: readonly AdviceCase[] = [
  {
    name: 'a plan that rests on nothing',
    type: 'plan',
    must: 'missing-plan-bets',
    mustNot: 'missing-plan-heads',
    title: 'Plan for the second half',
    text: `
      ${OUTSIDE}
      vision: In three years no farmer gets up at night for nothing.
      opportunity: 8,000 small farms have no sensor at all.
      ${WORK}
      ${PEOPLE}
      ${RHYTHM}
    `,
  },
  {
    name: 'a plan in which everything happens at once',
    type: 'plan',
    must: 'missing-plan-sequence',
    mustNot: 'missing-plan-bets',
    title: 'Plan of the sensor group',
    text: `
      ${BETS.replace('this half, ', '')}
      market: Milk prices are low, and farms ask what a sensor saves them.
      goals: 600 farms with at least one sensor, from 220.
      develop: The new sensor housing and the alarm by phone.
      ${PEOPLE}
      process: We look at the plan every second Monday with the field team.
    `,
  },
  {
    name: 'a plan without people',
    type: 'plan',
    must: 'missing-plan-heads',
    mustNot: 'missing-plan-cadence',
    title: 'Plan for the second half',
    text: `
      ${BETS}
      ${OUTSIDE}
      ${GOALS}
      ${WORK}
      process: We look at the plan every second Monday, and change it once a quarter.
      alignment: The sales leaders agreed to sell the small sensor alone until December.
    `,
  },
  {
    name: 'a plan that nobody looks at again',
    type: 'plan',
    must: 'missing-plan-cadence',
    mustNot: 'missing-plan-sequence',
    title: 'Plan for the second half',
    text: `
      ${BETS}
      ${OUTSIDE}
      ${GOALS}
      ${WORK}
      ${PEOPLE}
      hiring: We hire one person who speaks to farmers and knows cows, by September.
    `,
  },
  {
    name: 'a plan that is a list of tickets',
    type: 'plan',
    must: 'too-much-execution',
    mustNot: 'too-much-strategy',
    title: 'Plan for the spring',
    text: `
      ${GOALS}
      bets: Small farms first, rather than the large ones.
      ${WORK}
      develop: - The app shows the last three alarms on its first page, with the name of the cow and a button for calling the vet.
      develop: - The battery lasts a winter; the test runs in two cold barns from October on.
      develop: - Old sensors get the new program over the air, fifty a night, and are put back when one fails.
      design: - The alarm has two sounds, one for the barn and one for the house, and both can be tried in the settings.
      deliver: - Farms in the valley get it in September, the others when the valley slept well for two weeks.
      ${PEOPLE}
      ${RHYTHM}
    `,
  },
  {
    name: 'a plan that hires and grows nobody',
    type: 'plan',
    must: 'hiring-no-coaching',
    mustNot: 'missing-plan-heads',
    title: 'Plan for the second half',
    text: `
      ${BETS}
      ${OUTSIDE}
      ${GOALS}
      ${WORK}
      hiring: We hire three field engineers by August, from the vocational schools of the region.
      hiring: Two people for the alarm come from the agency until we found our own.
      hiring: The loop is two talks, a day in a barn, and a task with an old sensor.
      hiring: The second designer comes in October.
      ${RHYTHM}
    `,
  },
  {
    name: 'goals of the year and no way there',
    type: 'plan',
    must: 'goal-no-plan',
    mustNot: 'missing-plan-sequence',
    title: 'Annual plan',
    text: `
      ${OUTSIDE}
      ${GOALS}
      goals: A tenth of revenue from alarms.
      goals: No night without an answer from support.
      ${WORK}
      ${PEOPLE}
      ${RHYTHM}
    `,
  },
  {
    name: 'a director whose plan talks about features',
    type: 'plan',
    must: 'hand-over',
    mustNot: 'toward-strategy',
    level: 'director',
    title: 'Plan of the product group',
    text: `
      ${BETS}
      ${WORK}
      develop: The new list of cows gets filters by age and barn, and the team moves the old filters in July.
      design: The first page has three tiles, for milk, for health and for what is to be done today.
      deliver: The beta begins with twenty farms, and support writes the help pages before.
      ${PEOPLE}
      ${RHYTHM}
    `,
  },
  {
    name: 'a director who never looks past the own teams',
    type: 'plan',
    must: 'craft-organisation',
    mustNot: 'hand-over',
    level: 'director',
    aim: 'director',
    title: 'Plan of the product group',
    text: `
      ${BETS}
      ${OUTSIDE}
      ${GOALS}
      ${WORK}
      ${PEOPLE}
      coaching: Each lead writes what they want to learn this half, and talks with me about it once a month.
      ${RHYTHM}
    `,
  },
];
