import { describe, expect, it } from 'vitest';
import { CUE_WORDS } from '../../../lib/review/cue-words.ts';
import { type CueId, textHasCue } from '../../../lib/review/cues.ts';

/** Per cue: sentences that hold it, and sentences that do not. */
const EXAMPLES: Readonly<Record<CueId, readonly [holds: readonly string[], holdsNot: readonly string[]]>> = {
  exclusion: [
    ['Out of scope: recurring orders.', 'We won’t build an importer.', 'Speed rather than polish.'],
    ['The list shows all orders.', 'A wooden board.'],
  ],
  choice: [
    ['We will not serve hospitals.', 'We choose clinics over chains.', 'Even if it costs us the largest deal.'],
    ['The user chooses a colour.', 'We will serve hospitals.', 'The cache is not cleared.'],
  ],
  marketObject: [
    ['The segment of small shops.', 'Enterprises renew late.'],
    ['The button is blue.', 'Ana writes the tests.'],
  ],
  bet: [
    ['Our big bets for the year.', 'Where we play', 'Three pillars carry it.'],
    ['The better way.', 'A list of tasks.'],
  ],
  target: [
    ['From 70 to 15 seconds: 30 % by June.', '500 shops by the end of 2027.'],
    ['Fewer complaints.', 'Step 3 of the guide.'],
  ],
  link: [
    ['It supports our goal for the year.', 'Part of the bet on families.', 'It helps us grow revenue.'],
    ['The menu has five items.', 'Support answers within a day.'],
  ],
  measure: [
    ['Success metric', 'Latency under 150 ms.', 'How we know that it works'],
    ['The icon is round.', 'Ask the owner.'],
  ],
  whyNow: [
    ['Why now?', 'The law changes in April, and since then shops must.'],
    ['The page lists all names.', 'A blue icon.'],
  ],
  evidence: [
    ['Five of eight participants failed.', 'Users struggle to find it.', 'Support tickets doubled.'],
    ['Group tickets are cheap.', 'The card lifts by two pixels.'],
  ],
  alternative: [
    ['Alternatives considered', 'We looked at a discount instead of a link.'],
    ['The link opens a page.', 'All readers see it.'],
  ],
  diagnosis: [
    ['We lose because set-up takes weeks.', 'The root cause is the import.'],
    ['We will be first.', 'A calm home page.'],
  ],
  sequence: [
    ['First the housing, then the alarm.', 'In Q3 we move north.'],
    ['The housing and the alarm.', 'A sensor for each cow.'],
  ],
  firstAction: [
    ['Next steps', 'The pilot begins in May.', 'By Friday Ana owns it.'],
    ['A letter is what one waits for.', 'Trust is our ground.'],
  ],
  heads: [
    ['Two engineers move over.', 'Headcount stays flat.'],
    ['Prices fell.', 'Farms ask first what it saves.'],
  ],
  cadence: [
    ['Every second Monday we look at it.', 'A quarterly business review.'],
    ['The alarm rings once.', 'Nine cows.'],
  ],
  roles: [
    ['The lead reports to the head of product.', 'A product manager owns it.'],
    ['Papers are sent early.', 'Nobody reads aloud.'],
  ],
  cost: [
    ['It costs $400,000.', 'Three more heads.', 'The budget for travel.'],
    ['The mission of the group.', 'Leads meet on Mondays.'],
  ],
  time: [
    ['By the end of June.', 'On 3 May.', 'Within two weeks.'],
    ['We may do it.', 'The steps are clear.'],
  ],
  purpose: [
    ['Because our goal is the north.', 'To serve three countries.'],
    ['Six people in a room.', 'The squad has a lead.'],
  ],
  proposal: [
    ['We propose a group for shops.', 'We will hire four engineers.', 'A new team is formed.'],
    ['Mentors meet each week.', 'Our values'],
  ],
  owner: [
    ['Owner: Ana', 'Ana watches the payments.', 'Support writes the reply.'],
    ['The flag is removed later.', 'The page goes live.'],
  ],
  learning: [
    ['Lessons learned', 'What we would do differently next time.'],
    ['A pupil missed a lesson.', 'We sold 4,100 cards.'],
  ],
  ask: [
    ['We ask the board for a decision.', 'Please approve the budget.'],
    ['The timetable was mended.', 'Schools renew.'],
  ],
  decision: [
    ['We decided to stop.', 'We chose schools.'],
    ['The import reads files.', 'A school in the valley.'],
  ],
  risk: [
    ['The largest risk is the free tool.', 'If the date slips we wait.'],
    ['Teachers like it.', 'Nine of ten schools renew.'],
  ],
  strategyWords: [
    ['A world-class ecosystem.', 'Our vision is seamless.'],
    ['We price by room.', 'Clinics decide in weeks.'],
  ],
  valueWords: [
    ['Trust and respect.', 'Our values'],
    ['The desk opens at six.', 'A list of rooms.'],
  ],
  behaviour: [
    ['When we disagree, we say so.', 'Every Friday each of us writes a note.'],
    ['Trust is our ground.', 'Excellence in our blood.'],
  ],
  coaching: [
    ['Each designer has a mentor.', 'Feedback in the 1:1 every week.', 'Her growth plan for the half.'],
    ['The new managers report to the country leads.', 'Six people by March.'],
  ],
  goalHeading: [
    ['Goals of the year', 'Our OKRs'],
    ['Requirements', 'What we build first'],
  ],
  scopeLine: [
    ['Not in this version: a sepia mode.', '• Out of scope: carts for groups.', 'Not part of this: calendars.'],
    ['It is not part of this release.', 'The scope is wide.'],
  ],
  buildDetail: [
    ['The endpoint returns JSON.', 'Add a tooltip to the button.'],
    ['We choose small shops.', 'A plan for the north.'],
  ],
};

describe('the words by which moves are known', () => {
  it.each(Object.entries(EXAMPLES))('%s is heard where it is said, and only there', (id, [holds, holdsNot]) => {
    const cue = id as CueId;
    expect(holds.filter((text) => !textHasCue(text, cue))).toEqual([]);
    expect(holdsNot.filter((text) => textHasCue(text, cue))).toEqual([]);
  });

  it('have examples for every cue', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(Object.keys(CUE_WORDS).sort());
  });

  it('cost no more than their length on hostile text', () => {
    const texts = [
      'supports '.repeat(2000),
      'choose '.repeat(2000),
      '1'.repeat(20_000),
      `by ${'a'.repeat(20_000)}`,
      ' '.repeat(20_000),
    ];
    for (const text of texts)
      for (const id of Object.keys(CUE_WORDS)) expect(typeof textHasCue(text, id as CueId)).toBe('boolean');
  });
});
