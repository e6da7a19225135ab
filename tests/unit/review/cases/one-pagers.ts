import type { AdviceCase } from './case.ts';

export const ONE_PAGER_CASES: readonly AdviceCase[] = [
  {
    name: 'a 1-pager whose problem nobody has',
    type: 'one-pager',
    must: 'missing-one-pager-problem',
    mustNot: 'missing-one-pager-alternatives',
    title: '1-pager: group tickets',
    text: `
      # Idea
      define: A group books together and each person pays their own part from one link.
      opportunity: Groups of six and more are the part of the market that is growing since 2023, and no ticket shop sells to them well.
      # Alternatives
      bets: We looked at a discount for groups instead; it costs margin and does not bring the first payer back.
      # Success
      goals: Groups make 12 % of the sales of a year, up from 5 %.
      # First version
      develop: The link, the timer of two days, and the refund when the group stays too small.
    `,
  },
  {
    name: 'a 1-pager without an end by which to judge it',
    type: 'one-pager',
    must: 'missing-one-pager-success',
    mustNot: 'missing-one-pager-why-now',
    title: '1-pager: repair shops on the map',
    text: `
      # Problem
      discover: Cyclists told us in the autumn survey that they do not know where to go when a chain breaks; half of them push the bike home.
      # Why now
      opportunity: The city gives out repair vouchers since January, and no map shows who takes them.
      # Idea
      define: Repair shops stand on the map with opening hours, vouchers and a button for calling.
      # Other ways
      bets: Rather than listing all shops of the city we list those that take vouchers, because they answer our calls.
      business: Shops pay nothing in the first year; after it they pay for a booking.
    `,
  },
  {
    name: 'a 1-pager with a single way',
    type: 'one-pager',
    must: 'missing-one-pager-alternatives',
    mustNot: 'missing-one-pager-problem',
    title: '1-pager: night delivery',
    text: `
      # Problem
      discover: Nurses told us that they come home at six and find nothing open; 41 of 60 order twice a week and eat cold.
      # Why now
      market: Two hospitals have begun to pay for meals of night shifts this year, and the kitchens stand empty from ten.
      # Idea
      bets: We deliver from four kitchens near the hospitals between ten and six, with one driver each.
      # Success
      goals: A thousand meals a week by June, with a margin of 20 %.
      # Work
      develop: Opening hours for the night in the app, a shift plan for drivers, a menu that keeps warm.
    `,
  },
  {
    name: 'a 1-pager that could wait for ever',
    type: 'one-pager',
    must: 'missing-one-pager-why-now',
    mustNot: 'missing-one-pager-success',
    title: '1-pager: recipe notes',
    text: `
      # Problem
      discover: Cooks told us they write on printed recipes; in 12 of 20 kitchens we saw the notes on the fridge.
      # Idea
      define: A cook can write a note on any step, and sees it at the next cooking.
      # Options considered
      bets: We looked at comments for all readers; cooks do not want to read strangers while they stir.
      # Success
      goals: A third of weekly cooks write a note, and they cook one time more a month than others.
      # First steps
      develop: Notes on steps in the app; the web page gets them later.
    `,
  },
  {
    name: 'a 1-pager that is a task list',
    type: 'one-pager',
    must: 'too-little-strategy',
    mustNot: 'too-much-strategy',
    title: '1-pager: faster checkout',
    text: `
      # Problem
      discover: Buyers complain that the checkout has five pages; 38 % leave on the third one, where we ask for the address again.
      # What we do
      define: One page with address, delivery and payment; the address is filled in from the last order.
      design: The button stays at the bottom of the screen; errors stand beside the field that has them.
      develop: New endpoint for prices, a cache for addresses, tests on the four most used phones.
      develop: Design is done in week 2, build in week 5, the test with a tenth of buyers in week 6.
      deliver: We roll out by country, smallest first; support gets a page with the new steps.
      # Success
      define: The share of buyers who finish rises from 52 to 60 %; we compared it with the old page in a test before.
    `,
  },
  {
    name: 'a 1-pager with no work to do',
    type: 'one-pager',
    must: 'too-little-execution',
    mustNot: 'too-little-strategy',
    title: '1-pager: subscription for studios',
    text: `
      # Why
      market: Studios leave for a rival that charges by month; we lost 14 of 90 studios since spring, and each told us that they cannot plan with fees per class.
      opportunity: Small studios with two rooms are the part that grows, and they are the ones that leave.
      # Choice
      business: We price by room instead of by class, at 39 a month, which costs us a tenth of revenue in the first year.
      bets: We give up the large chains, who want to pay per class, and put the three people on small studios.
      # Success
      goals: Churn of small studios under 5 % a year, and 200 new ones.
    `,
  },
  {
    name: 'big words and no choice on one page',
    type: 'one-pager',
    must: 'strategy-words-no-choice',
    mustNot: 'missing-one-pager-success',
    title: '1-pager: assistant',
    text: `
      # Vision
      vision: Our assistant will be the leading and most innovative companion of every traveller, with a seamless and delightful experience.
      vision: We transform how people travel and empower them with a world-class ecosystem of services.
      opportunity: Travel is growing again since 2023, and travellers ask for more help than agencies can give.
      # What
      define: The assistant answers questions on bookings and suggests what to do in a town, as other options and apps do.
      # Success
      goals: A million travellers use it by the end of next year.
    `,
  },
  {
    name: 'a 1-pager that comes to its point at the end',
    type: 'one-pager',
    must: 'strategy-too-late',
    mustNot: 'missing-one-pager-alternatives',
    title: '1-pager: offline maps',
    text: `
      # How it works
      design: The map is cut into tiles of ten kilometres; a tile holds roads, paths, names and heights, and takes four megabytes. The app loads the tiles along a planned route and the ones beside it, and keeps them until the tour is over or the phone runs out of room.
      design: A tile that is older than a month is loaded again when the phone is on a wireless network. The walker sees the age of the map in a corner, and a grey hatching where a tile is missing.
      define: Loading can be stopped and goes on where it stopped. A tour of three days fits in 200 megabytes. Maps can be put on the card of the phone where it has one.
      develop: The tile server exists; new are the loader, the store, the page for managing maps, and a test on six old phones. We need two people for seven weeks, and the map team for a week of questions.
      develop: Open points are the licence of the height data, the names in border regions, and what happens when the card is taken out during a tour.
      # Why
      opportunity: Four of ten walkers told us that they turned around because the map was gone; the valleys where they walk will have no network before 2030, and no rival works there today.
      bets: We do this rather than the social feed, because walkers pay for a map that works and not for one that talks.
      # Success
      goals: One in ten walkers pays for the year, up from one in twenty.
    `,
  },
  {
    name: 'a 1-pager with goals and nothing that leads to them',
    type: 'one-pager',
    must: 'goal-no-plan',
    mustNot: 'missing-one-pager-problem',
    title: '1-pager: second-hand',
    text: `
      # Problem
      discover: Parents told us in 15 interviews that clothes are outgrown after eight weeks and lie in bags, and since the new waste law they may not throw them away.
      # Goals
      goals: Second-hand makes a fifth of all revenue by 2028.
      goals: Every second family with a child under three has sold something with us.
      goals: Margin on second-hand is at least as high as on new clothes.
      # Options
      define: A bag can be ordered, filled, and handed over at the door; alternatives are a box in the shop or a photo by phone.
      define: The family sees what was sold and what was given away.
    `,
  },
  {
    name: 'a PM on the way to senior writes a 1-pager that is all execution',
    type: 'one-pager',
    must: 'toward-strategy',
    mustNot: 'toward-organisation',
    level: 'pm',
    aim: 'lead',
    title: '1-pager: printing labels',
    text: `
      # Problem
      discover: Sellers print labels one by one; we saw 9 of 12 copy the address by hand, and errors cost them 3 % of parcels since the new carrier came.
      # What
      define: Select many orders, print all labels at once, in the order of the shelves; other options were a file for the printer.
      develop: The print service gets a queue, the page gets check boxes; the build takes five weeks, with QA in the last.
      deliver: Beta with twenty sellers in May, all sellers in June; support gets macros before.
      # Success
      define: Minutes per parcel fall from 4 to 2; errors fall by half.
    `,
  },
];
