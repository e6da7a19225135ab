import { LABELS, type Label } from '../model/stage.ts';
import type { Evidence, Explanation, Verdict } from '../model/verdict.ts';
import { splitSentences } from '../text/sentences.ts';
import type { PassageInput } from './contract.ts';
import { grammarWeights } from './grammar-head.ts';
import type { FoundGrammar } from './grammar-memory.ts';
import { senseWeight } from './hand.ts';
import { KIND_FAMILIES, LAYOUT_ACTIVE, LAYOUT_FEATURES, type Layout, layoutFeatures } from './layout.ts';
import { NONE_OUTPUT, OUTPUTS } from './model.ts';
import { PHRASE_SIZE } from './reader.ts';
import { RULES, rulesIn } from './rules.ts';
import type { Scorer } from './scores.ts';
import { type HeadingScores, PART_SIZE, pathText, type Totals } from './totals.ts';

/** From this many words on, the sentences that speak for the runner-up are looked for. */
const LONG_PASSAGE_WORDS = 60;
/** Probability from which a runner-up is said to share a long passage; below it, single sentences must speak clearly. */
const SHARED_PASSAGE = 0.15;
/**
 * By how much a sentence's own words must then speak more for the runner-up, in log-odds. In three long passages of a hundred with a sure
 * verdict some sentence does.
 */
const CLEAR_LEAD = 1;
/** Shorter sentences say too little by themselves. */
const LEAST_SENTENCE_WORDS = 8;
/** How many pieces of evidence are told against a verdict. */
const AGAINST = 5;

/** Names, among the writer's corrections, what relabelled passages taught about words; a phrase names itself. */
const LEARNT = 'words';

/** Collects what speaks for one output, word by word and rule by rule. */
function ownEvidence(scorer: Scorer, text: string, output: number): Evidence[] {
  const { model, reader } = scorer;
  reader.read(text);
  const byWord = new Map<number, { weight: number; spans: [number, number][] }>();
  const { start, end, count } = reader.tokens;
  for (let token = 0; token < count; token++) {
    const word = reader.wordOf(token);
    if (word < 0) continue;
    const found = byWord.get(word) ?? { weight: 0, spans: [] };
    for (let d = 0; d < model.dimensions; d++)
      found.weight += reader.share(word, d) * (model.channels.text[d * OUTPUTS + output] ?? 0);
    found.spans.push([start[token] ?? 0, end[token] ?? 0]);
    byWord.set(word, found);
  }
  const evidence: Evidence[] = [...byWord].map(([word, { weight, spans }]) => ({
    source: 'word',
    text: scorer.index.word(word),
    weight,
    spans,
  }));
  const byEntry = new Map<number, { text: string; spans: [number, number][] }>();
  for (let place = 0; place < reader.phraseEnd; place += PHRASE_SIZE) {
    const [entry = 0, first = 0, last = 0] = reader.phrases.slice(place, place + PHRASE_SIZE);
    const span: [number, number] = [start[first] ?? 0, end[last] ?? 0];
    const found = byEntry.get(entry) ?? { text: text.slice(...span), spans: [] };
    found.spans.push(span);
    byEntry.set(entry, found);
  }
  for (const [entry, found] of byEntry)
    evidence.push({ source: 'phrase', ...found, weight: model.phraseWeights[entry * OUTPUTS + output] ?? 0 });
  for (const { sense, first, last } of scorer.writerPhrases())
    evidence.push({
      source: sense.pack === null ? 'correction' : 'pack',
      text: sense.pack ?? sense.phrase,
      weight: senseWeight(sense, output),
      spans: [[start[first] ?? 0, end[last] ?? 0]],
    });
  const taught = scorer.taughtWeights();
  if (taught !== null) evidence.push({ source: 'correction', text: LEARNT, weight: taught[output] ?? 0, spans: [] });
  for (const rule of rulesIn(reader.ruleBits))
    evidence.push({
      source: 'rule',
      text: RULES[rule] ?? '',
      weight: model.rules.rules[rule * OUTPUTS + output] ?? 0,
      spans: [],
    });
  return evidence;
}

/** What a passage's context says, and where the passage stands in it. */
export interface PassageContext {
  readonly passages: readonly PassageInput[];
  readonly index: number;
  readonly layout: Layout;
  /** How many tokens the passage has. */
  readonly tokens: number;
  readonly totals: Totals;
  readonly headings: HeadingScores;
}

function contextEvidence(scorer: Scorer, context: PassageContext, output: number): Evidence[] {
  const { headings, index, layout, passages, tokens, totals } = context;
  const { model } = scorer;
  const passage = passages[index] as PassageInput;
  const one = (source: Evidence['source'], text: string, weight: number): Evidence => ({
    source,
    text,
    weight,
    spans: [],
  });
  const last = passage.headings.at(-1);
  const evidence = [
    one('base', 'base', model.base[output] ?? 0),
    one('title', 'title', headings.title[output] ?? 0),
    one('section', 'section', totals.sections[(layout.section[index] ?? 0) * PART_SIZE + output] ?? 0),
    one('document', 'passages', totals.document[output] ?? 0),
    one('document', 'headings', totals.outline[output] ?? 0),
  ];
  if (last !== undefined) evidence.push(one('heading', last, headings.heading(last)[output] ?? 0));
  if (passage.headings.length > 1) {
    const above = passage.headings.slice(0, -1);
    evidence.push(one('heading', above.join(' › '), headings.path(pathText(passage.headings))[output] ?? 0));
  }
  const features = new Uint16Array(LAYOUT_ACTIVE);
  layoutFeatures(passages, layout, index, tokens, features);
  features.forEach((feature, family) => {
    const source = family < KIND_FAMILIES ? 'kind' : 'position';
    evidence.push(one(source, LAYOUT_FEATURES[feature] ?? '', model.layout[feature * OUTPUTS + output] ?? 0));
  });
  return evidence;
}

function grammarEvidence(grammar: FoundGrammar, output: number): Evidence[] {
  return [...grammar].map(([rule, spans]) => ({
    source: 'grammar',
    text: rule,
    weight: grammarWeights(rule)?.[output] ?? 0,
    spans: [...spans],
  }));
}

function strongestFirst(evidence: Evidence[]): Evidence[] {
  return evidence.filter(({ weight }) => weight !== 0).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

/** Sentences of a passage whose own words and rules speak more for `rival` than for `label`, by more than `lead`. */
function sentencesFor(scorer: Scorer, text: string, rival: number, label: number, lead: number): [number, number][] {
  return splitSentences(text).filter(([start, end]) => {
    const sentence = text.slice(start, end);
    if (wordsIn(sentence) < LEAST_SENTENCE_WORDS) return false;
    const lean = (output: number): number =>
      ownEvidence(scorer, sentence, output).reduce((sum, { weight }) => sum + weight, 0);
    return lean(rival) - lean(label) > lead;
  });
}

/** The exact sum behind a verdict of the model. @param grammar what of tier 2 went into the verdict. */
export function explainVerdict(
  scorer: Scorer,
  context: PassageContext,
  verdict: Verdict,
  grammar: FoundGrammar,
): Explanation {
  const { text } = context.passages[context.index] as PassageInput;
  const best = LABELS[verdict.probabilities.indexOf(Math.max(...verdict.probabilities))] as Label;
  const label = LABELS.indexOf(best);
  const rival = LABELS.indexOf(best === verdict.runnerUp ? verdict.label : verdict.runnerUp);
  const collect = (output: number): Evidence[] => [
    ...ownEvidence(scorer, text, output),
    ...contextEvidence(scorer, context, output),
    ...grammarEvidence(grammar, output),
  ];
  const evidence = collect(label);
  const against = collect(rival);
  const sum = (items: readonly Evidence[]): number => items.reduce((total, { weight }) => total + weight, 0);
  // What speaks for no stage at all is measured on another scale than what tells the stages apart.
  const twoStages = label !== NONE_OUTPUT && rival !== NONE_OUTPUT && wordsIn(text) > LONG_PASSAGE_WORDS;
  const lead = (verdict.probabilities[rival] ?? 0) >= SHARED_PASSAGE ? 0 : CLEAR_LEAD;
  return {
    label: best,
    score: sum(evidence),
    evidence: strongestFirst(evidence),
    runnerUp: LABELS[rival] ?? 'none',
    runnerUpScore: sum(against),
    against: strongestFirst(against)
      .filter(({ weight }) => weight > 0)
      .slice(0, AGAINST),
    runnerUpSentences: twoStages ? sentencesFor(scorer, text, rival, label, lead) : [],
  };
}
