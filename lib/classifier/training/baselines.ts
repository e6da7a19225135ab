import { LABELS, type Label } from '../../model/stage.ts';
import { tokenStrings } from '../tokens.ts';
import type { LabelledDocument } from './corpus.ts';
import type { Prediction } from './evaluate.ts';

/** The label that most passages of the corpus carry, given to all. */
export function majorityBaseline(documents: readonly LabelledDocument[]): Prediction[][] {
  const counts = new Map<Label, number>();
  for (const { passages } of documents)
    for (const { stage } of passages) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  const label = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'none';
  return documents.map(({ passages }) => passages.map(() => ({ label, confidence: 1, signal: null })));
}

/** Words that people name when asked what tells the stages apart. */
const KEYWORDS: Readonly<Record<Exclude<Label, 'none'>, string>> = {
  execution:
    'feature features release launch ship user users requirement requirements scope design bug api test tests sprint task tasks milestone rollout beta ticket backlog implementation deploy migration',
  strategy:
    'strategy strategic market markets vision mission opportunity competitor competitors segment pricing revenue growth bet bets position differentiation goal goals objective objectives customers business win',
  organisation:
    'team teams hire hiring interview manager managers feedback performance meeting meetings process culture values onboarding role roles responsibilities career promotion review headcount employees',
};
const LISTS = Object.entries(KEYWORDS).map(([label, words]) => ({
  label: label as Label,
  words: new Set(words.split(' ')),
}));

/** The label with the most keywords in the passage and its headings; `none` where there is no keyword. */
export function keywordBaseline(documents: readonly LabelledDocument[]): Prediction[][] {
  return documents.map(({ passages }) =>
    passages.map(({ headings, text }) => {
      const tokens = tokenStrings(`${headings.join(' ')} ${text}`);
      const counts = LISTS.map(({ words }) => tokens.filter((token) => words.has(token)).length);
      const most = Math.max(...counts);
      const label = most > 0 ? (LISTS[counts.indexOf(most)]?.label ?? 'none') : (LABELS[3] as Label);
      return { label, confidence: 1, signal: null };
    }),
  );
}
