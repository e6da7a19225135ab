import type { DocumentType } from '../model/document.ts';
import type { Verdict } from '../model/verdict.ts';
import type { DetectedType, DocumentInput } from './contract.ts';
import { tokenStrings } from './tokens.ts';

/** Words of a title or heading that name a document type. */
const TYPE_WORDS: Readonly<Record<DocumentType, string>> = {
  spec: 'spec specification prd requirements rfc proposal design feature enhancement stories api architecture adr',
  'one-pager': 'one-pager pager 1-pager prfaq pitch brief opportunity problem',
  strategy: 'strategy strategic vision mission direction positioning market opportunity pricing',
  plan: 'plan roadmap okrs okr goals objectives quarter annual half priorities planning',
  org: 'team teams org organisation organization handbook hiring roles responsibilities career onboarding culture values process policy charter governance management people guide interviewing',
  launch: 'launch rollout release retro retrospective postmortem post-mortem debrief readout go-live incident',
  update: 'update status report weekly monthly review board memo newsletter minutes progress summary',
};
/** Taken from the table, so that the model's schemas stay out of the pages. */
const DOCUMENT_TYPES = Object.keys(TYPE_WORDS) as DocumentType[];
const TITLE_WEIGHT = 2.2;
const HEADING_WEIGHT = 0.35;
/** How much a share of the document's passages (0-1) under a label or signal speaks for a type. */
const SHARE_WEIGHTS: Readonly<Record<DocumentType, Readonly<Record<string, number>>>> = {
  spec: { execution: 3, design: 2, define: 1.5, deliver: -1 },
  'one-pager': { execution: 1, discover: 2, opportunity: 2, business: 0.5 },
  strategy: { strategy: 4.2 },
  plan: { strategy: 1.5, goals: 3, develop: 1.5, bets: 1 },
  org: { organisation: 4.2 },
  launch: { execution: 1, deliver: 5, debrief: 4 },
  update: { execution: 0.8, debrief: 3, alignment: 2, develop: 1 },
};
/** Types that are rarer among product documents begin behind. */
const BASE: Readonly<Record<DocumentType, number>> = {
  spec: 0.6,
  'one-pager': -0.6,
  strategy: 0.4,
  plan: 0,
  org: 0.6,
  launch: -0.4,
  update: -0.5,
};

const WORDS = new Map<string, DocumentType[]>();
for (const type of DOCUMENT_TYPES)
  for (const word of TYPE_WORDS[type].split(' ')) WORDS.set(word, [...(WORDS.get(word) ?? []), type]);

interface Cue {
  readonly type: DocumentType;
  readonly id: string;
  readonly weight: number;
}

function wordCues(text: string, place: 'title' | 'heading', weight: number): Cue[] {
  const hyphenated = text.toLowerCase().match(/\b[a-z0-9]+-[a-z]+/g) ?? [];
  return [...tokenStrings(text), ...hyphenated].flatMap((word) =>
    (WORDS.get(word) ?? []).map((type) => ({ type, id: `${place}:${word}`, weight })),
  );
}

function shareCues(verdicts: readonly (Verdict | null)[]): Cue[] {
  const counts = new Map<string, number>();
  let known = 0;
  for (const verdict of verdicts) {
    if (verdict === null) continue;
    if (verdict.label === 'none') continue;
    known++;
    counts.set(verdict.label, (counts.get(verdict.label) ?? 0) + 1);
    if (verdict.signal !== null) counts.set(verdict.signal, (counts.get(verdict.signal) ?? 0) + 1);
  }
  if (known === 0) return [];
  return DOCUMENT_TYPES.flatMap((type) =>
    Object.entries(SHARE_WEIGHTS[type]).flatMap(([name, weight]) => {
      const count = counts.get(name) ?? 0;
      return count > 0 ? [{ type, id: `mix:${name}`, weight: (weight * count) / known }] : [];
    }),
  );
}

/** The type of a document from its title, headings and verdicts, with the cues that spoke for it. */
export function detectType(document: DocumentInput, verdicts: readonly (Verdict | null)[]): DetectedType {
  const headings = new Set(document.passages.flatMap((passage) => passage.headings));
  const cues = [
    ...wordCues(document.title, 'title', TITLE_WEIGHT),
    ...[...headings].flatMap((heading) => wordCues(heading, 'heading', HEADING_WEIGHT)),
    ...shareCues(verdicts),
  ];
  const scores = DOCUMENT_TYPES.map((type) =>
    cues.reduce((sum, cue) => (cue.type === type ? sum + cue.weight : sum), BASE[type]),
  );
  const top = Math.max(...scores);
  const type = DOCUMENT_TYPES[scores.indexOf(top)] ?? 'spec';
  const mass = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  const strongest = new Map<string, number>();
  for (const cue of cues) if (cue.type === type) strongest.set(cue.id, (strongest.get(cue.id) ?? 0) + cue.weight);
  return {
    type,
    confidence: 1 / mass,
    cues: [...strongest].sort((a, b) => b[1] - a[1]).map(([id]) => id),
  };
}
