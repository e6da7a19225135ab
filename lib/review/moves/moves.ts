import type { DocumentType } from '../../model/document.ts';
import { hasCue } from '../cues.ts';
import { type Reading, withSignal, wordsIn } from '../reading.ts';
import type { MoveDefinition } from './definition.ts';

const MIXES = 'Default mixes, "must contain"';

/** A look back: at least as many words on what happened as on what is to be delivered. */
function looksBack(reading: Reading): boolean {
  const back = wordsIn(withSignal(reading, 'debrief'));
  return back > 0 && back >= wordsIn(withSignal(reading, 'deliver', 'develop'));
}

/** A proposal to change who there is, unlike a handbook's page on how people work, has to say cost and time. */
function proposesPeople(reading: Reading): boolean {
  const people = withSignal(reading, 'hiring', 'structure');
  const proposes = /\bpropos|\bplan\b|\bheadcount\b|\breorg/i.test(reading.title);
  return people.length >= 3 && (proposes || people.some(({ passage }) => hasCue(passage, 'proposal')));
}

/** All moves, the weightiest of a type first. */
export const MOVES: readonly MoveDefinition[] = [
  {
    id: 'spec-metric',
    type: 'spec',
    source: `${MIXES}, spec; Lenny's 1-pager: success`,
    weight: 62,
    madeBy: [
      { heading: 'measure' },
      { text: 'measure', signals: ['define', 'discover', 'debrief', 'goals', 'deliver', 'develop'] },
      { text: 'target' },
    ],
    fits: ['define', 'discover', 'design'],
  },
  {
    id: 'spec-out',
    type: 'spec',
    source: `${MIXES}, spec; signal phrases: in scope / out of scope`,
    weight: 64,
    madeBy: [
      { heading: 'exclusion' },
      { heading: 'alternative' },
      { text: 'exclusion', signals: ['define', 'design', 'bets', 'goals', 'develop'] },
      { text: 'scopeLine' },
    ],
    fits: ['define', 'design', 'discover'],
  },
  {
    id: 'spec-bet',
    type: 'spec',
    source: `${MIXES}, spec; Bavaro: connect the dots from business goal to feature`,
    weight: 52,
    madeBy: [{ labels: ['strategy'] }, { text: 'link' }, { signals: ['discover'], text: 'evidence', and: 'purpose' }],
    fits: ['discover', 'define'],
  },
  {
    id: 'one-pager-problem',
    type: 'one-pager',
    source: `${MIXES}, 1-pager; PR/FAQ: customer, problem, evidence`,
    weight: 76,
    madeBy: [
      { signals: ['discover', 'opportunity', 'market'], text: 'evidence' },
      { text: 'evidence', heading: 'evidence' },
    ],
    fits: ['opportunity', 'discover', 'define'],
  },
  {
    id: 'one-pager-success',
    type: 'one-pager',
    source: `${MIXES}, 1-pager; Lenny's 1-pager: success`,
    weight: 72,
    madeBy: [{ heading: 'measure' }, { text: 'measure' }],
    fits: ['goals', 'define', 'bets'],
  },
  {
    id: 'one-pager-alternatives',
    type: 'one-pager',
    source: `${MIXES}, 1-pager; signal phrases: alternatives considered and rejected`,
    weight: 68,
    madeBy: [{ heading: 'alternative' }, { text: 'alternative' }],
    fits: ['bets', 'opportunity', 'define'],
  },
  {
    id: 'one-pager-why-now',
    type: 'one-pager',
    source: `${MIXES}, 1-pager; signal phrases: why now`,
    weight: 64,
    madeBy: [{ heading: 'whyNow' }, { text: 'whyNow' }],
    fits: ['opportunity', 'market', 'discover'],
  },
  {
    id: 'strategy-choice',
    type: 'strategy',
    source: `${MIXES}, strategy; Playing to Win: a set of choices; Rumelt: guiding policy`,
    weight: 90,
    madeBy: [{ signals: ['bets'] }, { text: 'choice', labels: ['strategy'] }, { text: 'choice', and: 'marketObject' }],
    fits: ['market', 'opportunity', 'goals', 'vision'],
  },
  {
    id: 'strategy-exclusions',
    type: 'strategy',
    source: `${MIXES}, strategy; the second of the six tests: what is ruled out`,
    weight: 86,
    madeBy: [{ text: 'exclusion', labels: ['strategy'] }, { text: 'choice' }, { heading: 'exclusion' }],
    fits: ['bets', 'goals', 'vision'],
  },
  {
    id: 'strategy-diagnosis',
    type: 'strategy',
    source: `${MIXES}, strategy; Rumelt: diagnosis first, not facing the challenge`,
    weight: 80,
    madeBy: [{ signals: ['opportunity', 'market'] }, { text: 'diagnosis', labels: ['strategy'] }],
    fits: ['opportunity', 'market', 'vision', 'goals'],
  },
  {
    id: 'strategy-bets',
    type: 'strategy',
    source: `${MIXES}, strategy; Bavaro: strategic framework with big bets`,
    weight: 78,
    madeBy: [{ signals: ['bets'] }, { text: 'bet' }, { text: 'choice', heading: 'bet' }],
    fits: ['goals', 'market', 'vision'],
  },
  {
    id: 'strategy-measures',
    type: 'strategy',
    source: `${MIXES}, strategy; Bavaro: success measures`,
    weight: 66,
    madeBy: [
      { signals: ['goals'] },
      { text: 'measure', labels: ['strategy'] },
      { text: 'target' },
      { heading: 'measure' },
    ],
    fits: ['bets', 'vision', 'market'],
  },
  {
    id: 'strategy-first-actions',
    type: 'strategy',
    source: `${MIXES}, strategy; Rumelt: coherent action`,
    weight: 63,
    madeBy: [{ text: 'firstAction' }, { heading: 'firstAction' }, { signals: ['develop', 'deliver'] }],
    fits: ['bets', 'goals'],
  },
  {
    id: 'plan-bets',
    type: 'plan',
    source: `${MIXES}, annual / half plan`,
    weight: 82,
    madeBy: [{ signals: ['bets'] }, { text: 'choice', labels: ['strategy'] }, { text: 'choice', and: 'marketObject' }],
    fits: ['goals', 'opportunity', 'market'],
  },
  {
    id: 'plan-sequence',
    type: 'plan',
    source: `${MIXES}, annual / half plan; grammar cues: first X so that Y`,
    weight: 64,
    madeBy: [{ text: 'sequence', labels: ['strategy', 'execution'] }, { heading: 'sequence' }],
    fits: ['bets', 'goals', 'develop'],
  },
  {
    id: 'plan-heads',
    type: 'plan',
    source: `${MIXES}, annual / half plan`,
    weight: 60,
    madeBy: [{ signals: ['hiring', 'structure'] }, { text: 'heads' }],
    fits: ['bets', 'develop', 'goals'],
  },
  {
    id: 'plan-cadence',
    type: 'plan',
    source: `${MIXES}, annual / half plan; operating cadence`,
    weight: 54,
    madeBy: [{ signals: ['process'] }, { text: 'cadence' }, { heading: 'cadence' }],
    fits: ['process', 'structure', 'bets'],
  },
  {
    id: 'org-purpose',
    type: 'org',
    source: `${MIXES}, org or headcount proposal: which strategy needs it`,
    weight: 84,
    madeBy: [{ labels: ['strategy'] }, { text: 'purpose' }, { heading: 'purpose' }],
    fits: ['structure', 'hiring', 'process'],
  },
  {
    id: 'org-roles',
    type: 'org',
    source: `${MIXES}, org or headcount proposal: roles`,
    weight: 74,
    madeBy: [{ signals: ['structure', 'hiring'] }, { text: 'roles' }],
    fits: ['process', 'culture', 'coaching'],
  },
  {
    id: 'org-cost',
    type: 'org',
    source: `${MIXES}, org or headcount proposal: cost`,
    weight: 70,
    madeBy: [{ text: 'cost' }, { heading: 'cost' }],
    fits: ['structure', 'hiring'],
    unless: (reading) => !proposesPeople(reading),
  },
  {
    id: 'org-timeline',
    type: 'org',
    source: `${MIXES}, org or headcount proposal: timeline`,
    weight: 62,
    madeBy: [{ text: 'time' }, { heading: 'time' }],
    fits: ['hiring', 'structure'],
    unless: (reading) => !proposesPeople(reading),
  },
  {
    id: 'launch-owners',
    type: 'launch',
    source: `${MIXES}, launch plan: owners`,
    weight: 78,
    madeBy: [{ text: 'owner' }, { heading: 'owner' }],
    fits: ['deliver', 'develop'],
    unless: looksBack,
  },
  {
    id: 'launch-dates',
    type: 'launch',
    source: `${MIXES}, launch plan: dates`,
    weight: 74,
    madeBy: [{ text: 'time' }, { heading: 'time' }],
    fits: ['deliver', 'develop'],
    unless: looksBack,
  },
  {
    id: 'launch-learnings',
    type: 'launch',
    source: `${MIXES}, retro: learnings`,
    weight: 76,
    madeBy: [{ text: 'learning' }, { heading: 'learning' }],
    fits: ['debrief'],
    unless: (reading) => !looksBack(reading),
  },
  {
    id: 'update-asks',
    type: 'update',
    source: `${MIXES}, exec update / board memo: asks`,
    weight: 86,
    madeBy: [{ text: 'ask' }, { heading: 'ask' }],
    fits: ['alignment', 'goals', 'bets', 'debrief'],
  },
  {
    id: 'update-decisions',
    type: 'update',
    source: `${MIXES}, exec update / board memo: decisions`,
    weight: 78,
    madeBy: [{ text: 'decision' }, { heading: 'decision' }],
    fits: ['bets', 'goals', 'debrief'],
  },
  {
    id: 'update-risks',
    type: 'update',
    source: `${MIXES}, exec update / board memo: risks`,
    weight: 74,
    madeBy: [{ text: 'risk' }, { heading: 'risk' }],
    fits: ['debrief', 'goals', 'develop'],
  },
];

/** The rubric of one document type. */
export function movesOf(type: DocumentType): MoveDefinition[] {
  return MOVES.filter((move) => move.type === type);
}
