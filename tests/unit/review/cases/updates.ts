import type { AdviceCase } from './case.ts';

const GOAL = 'goals: We stay with the target of 5,000 schools by the end of 2027, and stand at 3,100.';
const BET = 'bets: We chose primary schools over kindergartens in March, because they renew for three years.';
const DONE = 'debrief: The new timetable went to 400 schools; 380 of them still use it after four weeks.';
const RISK = 'market: The largest risk is the free tool of the state, which comes in autumn.';
const ASK = 'alignment: We ask the board for a decision on the second country by 12 June.';
const TEAM = 'structure: The school group has eleven people in two squads, and one open role.';

export const UPDATE_CASES: readonly AdviceCase[] = [
  {
    name: 'an update that wants nothing',
    type: 'update',
    must: 'missing-update-asks',
    mustNot: 'missing-update-risks',
    title: 'Update to the leadership team, May',
    text: `
      ${GOAL}
      ${BET}
      ${DONE}
      ${RISK}
      ${TEAM}
    `,
  },
  {
    name: 'an update in which nothing is decided',
    type: 'update',
    must: 'missing-update-decisions',
    mustNot: 'missing-update-asks',
    title: 'Update to the leadership team, May',
    text: `
      ${GOAL}
      market: Primary schools renew for three years, kindergartens from month to month.
      ${DONE}
      ${RISK}
      alignment: We ask the board for 200,000 for the second country.
      ${TEAM}
    `,
  },
  {
    name: 'an update in which nothing can go wrong',
    type: 'update',
    must: 'missing-update-risks',
    mustNot: 'missing-update-decisions',
    title: 'Update to the leadership team, May',
    text: `
      ${GOAL}
      ${BET}
      ${DONE}
      market: The state gives its own tool to schools in autumn, and we give them timetables.
      ${ASK}
      ${TEAM}
    `,
  },
  {
    name: 'an update that is a list of tickets',
    type: 'update',
    must: 'too-much-execution',
    mustNot: 'too-much-organisation',
    title: 'Update to the leadership team, May',
    text: `
      ${BET}
      ${DONE}
      develop: - The timetable got a print view, and the teachers' names fit again on one line.
      develop: - The import reads the files of four states now, and the fifth is under way.
      develop: - Login with the card of the school works on tablets but for one maker.
      deliver: - The app is in the store with the new pictures, and the old version is switched off.
      develop: - Two bugs with holidays were mended, and the third is being looked at.
      ${RISK}
      ${ASK}
    `,
  },
  {
    name: 'an update on the inner life of a group',
    type: 'update',
    must: 'too-much-organisation',
    mustNot: 'too-much-execution',
    title: 'Update to the leadership team, May',
    text: `
      ${BET}
      ${DONE}
      ${RISK}
      ${ASK}
      ${TEAM}
      hiring: We talked with nineteen people for the open role and made two offers.
      process: Planning takes one day instead of three since April, and papers come a week before.
      coaching: Both squad leads have begun to coach one person each, and write down what they try.
      culture: When somebody is ill, the squad now moves the date and does not work at night.
    `,
  },
  {
    name: 'an update full of big words',
    type: 'update',
    must: 'strategy-words-no-choice',
    mustNot: 'missing-update-asks',
    title: 'Update to the board',
    text: `
      vision: Our vision of a world-class learning ecosystem is coming to life, and we are winning hearts everywhere.
      vision: We are strategically placed to transform education and to be the leader in every classroom.
      ${DONE}
      alignment: We ask the board for its support, and the risk is small.
      ${TEAM}
      develop: The timetable was decided on and is being built.
    `,
  },
  {
    name: 'an update with goals alone',
    type: 'update',
    must: 'goal-no-plan',
    mustNot: 'strategy-words-no-choice',
    title: 'Update to the board',
    text: `
      ${GOAL}
      goals: Revenue per school rises from 900 to 1,200.
      goals: Nine of ten schools renew.
      ${DONE}
      ${RISK}
      ${ASK}
      ${TEAM}
    `,
  },
  {
    name: 'an update that hides the news at the end',
    type: 'update',
    must: 'strategy-too-late',
    mustNot: 'missing-update-decisions',
    title: 'Update to the leadership team, May',
    text: `
      debrief: The timetable was given to four hundred schools in three waves, each a week after the one before. In the first wave the print view was wrong for schools with more than forty classes, and the team mended it on the same day. In the second wave a state had changed its file in the night, and the import stopped at six in the morning, before the first teacher came. In the third wave nothing happened at all, which the team was happy about.
      debrief: Teachers wrote 260 messages, a third of them with thanks, a third with questions that the help page answers, and a third with wishes. The wishes are sorted, and the five most named ones are in the list for the summer.
      structure: The school group has eleven people in two squads and one open role, for which two offers were made and one was taken. The new colleague begins in July, in the squad for timetables, and sits with support for the first week.
      ${BET}
      ${GOAL}
      ${RISK}
      ${ASK}
    `,
  },
  {
    name: 'a director whose update is about features',
    type: 'update',
    must: 'hand-over',
    mustNot: 'craft-organisation',
    level: 'director',
    title: 'Update to the board',
    text: `
      ${BET}
      ${GOAL}
      ${RISK}
      ${ASK}
      develop: The import reads the files of four states now, and the fifth is under way with two people.
      deliver: The app is in the store with the new pictures, and the old version is switched off.
      design: The timetable shows the rooms in colours, and one can turn the colours off.
      ${DONE}
    `,
  },
  {
    name: 'a lead whose update leaves the team out',
    type: 'update',
    must: 'toward-organisation',
    mustNot: 'craft-strategy',
    level: 'lead',
    aim: 'director',
    title: 'Update to the leadership team, May',
    text: `
      ${BET}
      ${GOAL}
      ${RISK}
      ${DONE}
      business: We ask for approval of the price of 1,200 a year for large schools, from August on.
    `,
  },
];
