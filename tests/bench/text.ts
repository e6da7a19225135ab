/**
 * Text to measure with: product prose made from a seed, so that every run and every machine reads the same words. Paragraphs
 * are combinations of clauses and slots, so that few sentences repeat and memories of sentences do not flatter anyone.
 */

const SLOTS: Readonly<Record<string, readonly string[]>> = {
  team: [
    'the billing team',
    'our platform group',
    'each squad',
    'the mobile team',
    'product operations',
    'the data guild',
    'support',
    'the research team',
  ],
  user: [
    'account owners',
    'new members',
    'dispatchers',
    'reviewers',
    'finance leads',
    'field engineers',
    'first-time buyers',
    'workspace admins',
  ],
  thing: [
    'the export screen',
    'the audit log',
    'bulk editing',
    'the approval flow',
    'shared folders',
    'the weekly digest',
    'search filters',
    'the booking form',
    'offline drafts',
  ],
  market: [
    'mid-size logistics firms',
    'independent clinics',
    'public schools',
    'regional banks',
    'design agencies',
    'the self-serve segment',
    'enterprise buyers',
    'buyers in the north',
  ],
  rival: [
    'the incumbent suites',
    'spreadsheet templates',
    'two funded start-ups',
    'the bundled tools',
    'home-grown scripts',
  ],
  number: ['12', '18', '24', '31', '40', '55', '62', '75', '90', '120', '340', '1,200'],
  time: [
    'by the end of March',
    'within two sprints',
    'in the second half',
    'over the next three years',
    'every other Thursday',
    'each quarter',
    'before general availability',
    'in week six',
  ],
  verb: ['add', 'remove', 'simplify', 'measure', 'document', 'migrate', 'redesign', 'instrument', 'retire', 'test'],
  role: [
    'a senior product manager',
    'two designers',
    'an engineering lead',
    'a research partner',
    'a staff analyst',
    'the new director',
  ],
  place: [
    'the review forum',
    'the planning week',
    'the leadership meeting',
    'the monthly demo',
    'one-to-one talks',
    'the hiring loop',
  ],
};

const SENTENCES: readonly string[] = [
  'We will {verb} {thing} so that {user} can finish the task without calling {team}.',
  'In {number} interviews, {user} told us that {thing} was the step where they gave up.',
  'The error state of {thing} must say what happened and offer one way to go on.',
  'Acceptance: {user} open {thing} in under {number} seconds on a slow connection.',
  '{team} owns the migration of {thing} and reports progress {time}.',
  'Roll out to {number} percent of {user} first, watch the dashboard, then widen {time}.',
  'After launch, {number} percent of {user} used {thing} at least once a week.',
  'We choose {market} over everyone else, even though it costs us deals with {user} this year.',
  'The opportunity is that {market} still run on {rival} and nobody has rebuilt the workflow for them.',
  'We win when {thing} becomes the place where {market} settle their work, which {rival} cannot copy quickly.',
  'Our goal is {number} percent of {market} {time}, because only that share makes the network pay.',
  'We will not serve {market} until the core works for {user}, and we will say so in public.',
  'Pricing moves from seats to usage, since {market} buy by volume and {rival} do not.',
  'The bet: {thing} pulls {user} in, and the paid tier follows {time}.',
  'We will hire {role} {time} and let {team} shape the scorecard.',
  '{role} will coach {team} through {place} and write down what good looks like.',
  'Every decision on scope is taken in {place}, with one owner named before the meeting ends.',
  '{team} and {team} share one backlog from now on; the lead of {team} breaks ties.',
  'Feedback is given within a week, in {place}, and never for the first time in a review.',
  'Budget for {team} stays at {number} people, with {number} moved from {team} {time}.',
  'See the appendix for the names of {user} and the dates of {place}.',
  'Ticket {number} tracks the change to {thing}; the estimate is {number} points.',
  'Support saw {number} tickets about {thing} last month, most of them from {user}.',
  'If {rival} lower their price, our plan still holds, because {market} stay for {thing}.',
];

/** A small seeded generator (mulberry32): the same seed gives the same numbers everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** @returns paragraphs that hold at least `words` words in all, one to four sentences each. */
export function benchParagraphs(words: number, seed = 7): string[] {
  const random = seeded(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const paragraphs: string[] = [];
  for (let count = 0; count < words; ) {
    const sentences = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
      const filled = pick(SENTENCES).replace(/\{(\w+)\}/g, (_whole, slot: string) => pick(SLOTS[slot] ?? ['']));
      return filled.charAt(0).toUpperCase() + filled.slice(1);
    });
    const paragraph = sentences.join(' ');
    count += paragraph.split(' ').length;
    paragraphs.push(paragraph);
  }
  return paragraphs;
}

/** The text as one string with `words` words or a few more, one paragraph a line. */
export function benchText(words: number, seed = 7): string {
  return benchParagraphs(words, seed).join('\n');
}
