import type { AdviceCase } from './case.ts';

export const ORGANISATION_CASES: readonly AdviceCase[] = [
  {
    name: 'an org proposal that no strategy needs',
    type: 'org',
    must: 'missing-org-purpose',
    mustNot: 'missing-org-roles',
    title: 'Proposal: two more squads',
    text: `
      # Shape
      structure: The group gets two squads of six, each with a lead, a designer and four engineers.
      structure: Both leads report into the head of product; the platform squad stays as it is.
      # People
      hiring: Four engineers and one designer come by September, two of them from the support team.
      coaching: The two new leads have a mentor from another group for half a year.
      # Cost
      structure: Salaries and desks come to 700,000 a year from October on.
    `,
  },
  {
    name: 'an org proposal without roles',
    type: 'org',
    must: 'missing-org-roles',
    mustNot: 'missing-org-purpose',
    title: 'Proposal: how we plan',
    text: `
      # Why
      process: We plan four times a year because our goals change more slowly than our papers do.
      # How
      process: Planning takes two days; papers are sent a week before, and nobody reads aloud.
      process: Every Friday each group writes three lines on what moved and what did not.
      culture: When a paper is not done, we say so and move the day.
      process: The rhythm begins in September and is looked at again after two rounds.
    `,
  },
  {
    name: 'an org proposal without a price',
    type: 'org',
    must: 'missing-org-cost',
    mustNot: 'missing-org-timeline',
    title: 'Proposal: a group for small shops',
    text: `
      # Why
      bets: Small shops are our bet for next year, and no team has them as its first task.
      # Shape
      structure: A group for small shops with a lead, two squads and the research desk is formed from the seller group.
      structure: The lead reports to the head of product and owns the numbers of small shops.
      hiring: The lead comes from inside, and is named in June.
      hiring: The research desk moves with its manager.
      # Grow
      coaching: Squad leads meet each other every second week to learn from what went wrong.
    `,
  },
  {
    name: 'an org proposal without a date',
    type: 'org',
    must: 'missing-org-timeline',
    mustNot: 'missing-org-cost',
    title: 'Proposal: a group for small shops',
    text: `
      # Why
      bets: Small shops are our bet, and no team has them as its first task.
      # Shape
      structure: A group for small shops with a lead, two squads and the research desk is formed from the seller group.
      structure: The lead reports to the head of product and owns the numbers of small shops.
      hiring: The lead comes from inside.
      # Cost
      structure: It takes nine heads, five of them from the seller group, and a budget for travel.
      # Grow
      coaching: Squad leads meet each other to learn from what went wrong.
    `,
  },
  {
    name: 'an org plan that hires and does not coach',
    type: 'org',
    must: 'hiring-no-coaching',
    mustNot: 'missing-org-purpose',
    title: 'Hiring plan for product',
    text: `
      # Why
      goals: We want to serve three countries by 2027, and have product managers in one.
      # Hiring
      hiring: Six product managers by March, two in each country, at the cost of the agency budget.
      hiring: The loop is a talk, a written task and a day with the squad.
      hiring: Each candidate meets one engineer and one person from sales.
      hiring: We close the role after two offers were turned down, and think again.
      structure: The new product managers report to the country leads.
    `,
  },
  {
    name: 'values on a poster',
    type: 'org',
    must: 'values-no-behaviour',
    mustNot: 'hiring-no-coaching',
    title: 'Our culture',
    text: `
      # Values
      culture: Trust is the ground of all that we are and of all that we want to become together.
      culture: Respect and integrity are the roots of our growth as a company and as people.
      culture: Transparency, courage and passion live in the heart of our teams.
      # Why
      alignment: The board and the founders stand behind these values because they carry the strategy.
      structure: The culture group has five members from all offices.
    `,
  },
  {
    name: 'values that one can see, with roles and no decisions',
    type: 'org',
    must: 'roles-no-decisions',
    mustNot: 'values-no-behaviour',
    title: 'Structure of the design group',
    text: `
      # Shape
      structure: The group has four teams of designers, one for each part of the product, because the goals differ.
      structure: The lead of the research team reports to the head of design.
      structure: Writers belong to the team whose pages they write.
      structure: Two designers are lent to marketing until June, at the cost of marketing.
      # Values
      culture: Trust means that when we find a mistake in a colleague's page, we tell them first and alone.
      coaching: Each designer has a mentor from another team.
    `,
  },
  {
    name: 'an org plan that talks about features',
    type: 'org',
    must: 'too-much-execution',
    mustNot: 'too-little-execution',
    title: 'Org plan for the app group',
    text: `
      # Features
      define: The new home page shows the three things that one did last, and lets one go on with a tap.
      develop: The team moves the settings to the new library and writes tests for them by May.
      design: The tab bar has four icons, and the fifth thing moves to the menu.
      deliver: The app goes to a tenth of people first, and to all two weeks later.
      # People
      structure: The app group has two squads because our goals are two; each lead owns one of them, at no further cost.
      hiring: One engineer comes in June.
    `,
  },
  {
    name: 'an org plan that is a strategy',
    type: 'org',
    must: 'too-little-organisation',
    mustNot: 'too-much-execution',
    title: 'Org plan for the north',
    text: `
      # Market
      market: In the north two rivals share the trade, and each has people in every town, where we have none.
      opportunity: Boat builders and fish shops have no tool at all, and they talk to each other.
      bets: We choose boat builders before fish shops, because one yard pays as much as thirty shops.
      goals: Forty yards by 2028, and a margin of a third.
      # People
      structure: A lead for the north with four people, at 400,000 a year from May on.
    `,
  },
  {
    name: 'a director who works on the other half of the job',
    type: 'org',
    must: 'craft-organisation',
    mustNot: 'toward-organisation',
    level: 'director',
    title: 'How the group works',
    text: `
      # Shape
      structure: Five squads with a lead each, because we have five goals; the cost stays as it is.
      process: The leads decide together on Mondays what moves between squads.
      coaching: Each lead gets feedback from their squad twice a year, and from me once a month.
      hiring: Two leads come from inside in May.
      culture: When a date slips, the one who sees it first says so in the channel.
    `,
  },
  {
    name: 'a director whose org plan is about the product',
    type: 'org',
    must: 'hand-over',
    mustNot: 'craft-organisation',
    level: 'director',
    title: 'Org plan',
    text: `
      # Work
      develop: The basket is moved to the new service by May, with the old one as a way back.
      design: The list of past orders shows pictures, and a tap puts the same things in the basket.
      deliver: The new basket goes to a tenth of shops on the third of May.
      # People
      structure: Three squads with a lead each, because each has one goal; it costs two heads more.
      alignment: The heads of sales and support agreed to lend one person each.
      process: The leads meet every Monday and decide what moves.
    `,
  },
];
