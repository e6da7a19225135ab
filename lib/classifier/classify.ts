import { LABELS, type Label, SIGNALS, type Signal, STAGES, type Stage } from '../model/stage.ts';
import type { Evidence, Explanation, Verdict } from '../model/verdict.ts';
import type { Adjustments, DetectedType, DocumentClassifier, DocumentInput, PassageInput } from './contract.ts';

/** Words that speak for a signal, matched as word beginnings. */
const CUES: Readonly<Record<Signal, string>> = {
  discover: 'interview usability survey prototype',
  define: 'requirement scope acceptance criteria',
  design: 'screen layout wireframe flow',
  develop: 'build implement endpoint latency bug',
  deliver: 'ship launch rollout release beta',
  debrief: 'retrospective postmortem learned metric',
  opportunity: 'opportunity problem segment unmet',
  market: 'market competitor share industry',
  vision: 'vision future become',
  goals: 'goal objective target north-star',
  bets: 'bet choose instead rather focus',
  business: 'revenue pricing margin moat',
  hiring: 'hire hiring recruit candidate headcount',
  coaching: 'coach mentor feedback growth-plan',
  structure: 'reorg team-structure ownership charter',
  process: 'cadence ritual process weekly',
  culture: 'culture values norms',
  alignment: 'align stakeholder executive sponsor',
};
const WORD = /[\p{L}-]+/gu;
/** Log-odds of one cue word. */
const CUE_WEIGHT = 1.2;
/** Log-odds of having no stage before any word is seen. */
const NONE_BASE = 0.8;

interface Scored {
  readonly evidence: ReadonlyMap<Signal, readonly Evidence[]>;
  readonly scores: Readonly<Record<Label, number>>;
}

/** Counts cue words: the plain baseline, by which the pipeline can run. */
export function createClassifier(): DocumentClassifier {
  let input: DocumentInput = { title: '', passages: [] };
  let adjustments: Adjustments = { passages: new Map(), phrases: [], vocabulary: [] };
  const scored = new Map<string, Scored>();
  return {
    update(document, next) {
      input = document;
      adjustments = next;
    },
    step(budgetMs, from) {
      const end = performance.now() + budgetMs;
      for (let offset = 0; offset < input.passages.length; offset++) {
        const passage = input.passages[(from + offset) % input.passages.length];
        if (passage === undefined || scored.has(passage.hash)) continue;
        scored.set(passage.hash, score(passage));
        if (performance.now() > end) return false;
      }
      return true;
    },
    verdicts: () => input.passages.map((passage) => verdict(scored.get(passage.hash), passage, adjustments)),
    explain(index) {
      const passage = input.passages[index];
      const found = passage && scored.get(passage.hash);
      if (found === undefined) throw new RangeError(`No scored passage ${index}`);
      return explain(found);
    },
    documentType: (): DetectedType => ({ type: 'one-pager', confidence: 0.3, cues: [] }),
    grammarRequests: () => [],
    acceptGrammar: () => undefined,
  };
}

function score(passage: PassageInput): Scored {
  const evidence = new Map<Signal, Evidence[]>();
  for (const match of passage.text.matchAll(WORD)) {
    const word = match[0].toLowerCase();
    for (const stage of STAGES) {
      for (const signal of SIGNALS[stage]) {
        if (!CUES[signal].split(' ').some((cue) => word.startsWith(cue))) continue;
        const spans: [number, number][] = [[match.index, match.index + word.length]];
        evidence.set(signal, [
          ...(evidence.get(signal) ?? []),
          { source: 'word', text: word, weight: CUE_WEIGHT, spans },
        ]);
      }
    }
  }
  const total = (stage: Stage) =>
    SIGNALS[stage].reduce((sum, signal) => sum + (evidence.get(signal)?.length ?? 0) * CUE_WEIGHT, 0);
  return {
    evidence,
    scores: {
      execution: total('execution'),
      strategy: total('strategy'),
      organisation: total('organisation'),
      none: NONE_BASE,
    },
  };
}

function ranked({ scores }: Scored): Label[] {
  return [...LABELS].sort((a, b) => scores[b] - scores[a]);
}

function verdict(found: Scored | undefined, passage: PassageInput, adjustments: Adjustments): Verdict | null {
  if (found === undefined) return null;
  const chosen = adjustments.passages.get(passage.hash);
  const exps = LABELS.map((label) => Math.exp(found.scores[label]));
  const sum = exps.reduce((a, b) => a + b, 0);
  const probabilities = exps.map((value) => value / sum);
  const [model, runnerUp] = ranked(found);
  const label = chosen?.label ?? model ?? 'none';
  const signals = label === 'none' ? [] : [...SIGNALS[label]];
  const signal = signals.sort((a, b) => (found.evidence.get(b)?.length ?? 0) - (found.evidence.get(a)?.length ?? 0))[0];
  return {
    label,
    confidence: chosen === undefined ? (probabilities[LABELS.indexOf(label)] ?? 0) : 1,
    probabilities,
    signal: signal ?? null,
    signalConfidence: 0.5,
    runnerUp: runnerUp ?? 'none',
    by: chosen === undefined ? 'model' : 'writer',
  };
}

function explain(found: Scored): Explanation {
  const [label = 'none', runnerUp = 'none'] = ranked(found);
  const of = (each: Label): Evidence[] =>
    each === 'none' ? [] : SIGNALS[each].flatMap((signal) => [...(found.evidence.get(signal) ?? [])]);
  return {
    label,
    score: found.scores[label],
    evidence: of(label),
    runnerUp,
    runnerUpScore: found.scores[runnerUp],
    against: of(runnerUp),
    runnerUpSentences: [],
  };
}
