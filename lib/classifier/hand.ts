import { ANY_FIGURE, ANY_WORD, PACK_WEIGHT } from '../model/pack-limits.ts';
import type { RulePack } from '../model/rule-pack.ts';
import type { Label, Signal } from '../model/stage.ts';
import { LABELS } from '../model/stage.ts';
import type { Adjustments } from './contract.ts';
import { NONE_OUTPUT, OUTPUTS } from './model.ts';
import { ANY_NUMBER, ANY_TOKEN, PhraseFinder } from './phrases.ts';
import { type TokenBuffer, tokenStrings } from './tokens.ts';

/** Log-odds that a phrase with a sense set by the writer adds to that label: enough to turn a verdict that is not very sure. */
const PHRASE_WEIGHT = 2;

/** Log-odds that all learnt words of a passage together add to a label or take from it: no more than one phrase can. */
export const LEARNT_BOUND = PHRASE_WEIGHT;

/** A phrase with a sense. `pack` names the rule pack that it comes from; null where the writer set it. */
export interface PhraseSense {
  readonly phrase: string;
  readonly label: Label;
  readonly signal: Signal | null;
  /** Log-odds. */
  readonly weight: number;
  readonly pack: string | null;
}

/** Where a phrase with a sense was found. */
export interface WriterPhrase {
  readonly sense: PhraseSense;
  readonly first: number;
  readonly last: number;
}

const NONE: readonly WriterPhrase[] = [];

/**
 * The writer's hand in the reading of texts: own vocabulary, which says nothing (a product called "Team Plan"), phrases with a
 * sense, the writer's own and those of rule packs, and words that corrections taught. Each phrase and each word counts once a
 * passage; the writer's own sense of a phrase stands above a pack's.
 */
export class WriterHand {
  private readonly vocabulary: PhraseFinder | null;
  private readonly phrases: PhraseFinder | null;
  private readonly senses: readonly PhraseSense[];
  private readonly learnt: ReadonlyMap<number, readonly number[]> | null;

  constructor({ vocabulary, phrases, learnt, packs = [] }: Adjustments) {
    this.vocabulary = finderOf([...vocabulary, ...packs.flatMap((pack) => pack.vocabulary ?? [])], tokenStrings);
    const own = phrases.map(({ phrase, label }) => ({
      phrase,
      label,
      signal: null,
      weight: PHRASE_WEIGHT,
      pack: null,
    }));
    const decided = new Set(own.map(({ phrase }) => tokenStrings(phrase).join(' ')));
    const foreign = packs.flatMap(sensesOf).filter(({ phrase }) => !decided.has(patternTokens(phrase).join(' ')));
    this.senses = [...own, ...foreign];
    const patterns = [
      ...own.map(({ phrase }) => tokenStrings(phrase)),
      ...foreign.map((each) => patternTokens(each.phrase)),
    ];
    this.phrases = patterns.length > 0 ? PhraseFinder.of(patterns.map((pattern) => [pattern])) : null;
    this.learnt = learnt.length > 0 ? new Map(learnt.map(({ word, offsets }) => [word, offsets])) : null;
  }

  /** Whether anything may be added to a passage's scores: else `found` and `taught` find nothing. */
  get scores(): boolean {
    return this.phrases !== null || this.learnt !== null;
  }

  /** Calls `silence` with the place of every token that belongs to the writer's vocabulary. */
  silenced(tokens: TokenBuffer, silence: (token: number) => void): void {
    this.vocabulary?.find(tokens, (_, first, last) => {
      for (let token = first; token <= last; token++) silence(token);
    });
  }

  found(tokens: TokenBuffer): readonly WriterPhrase[] {
    if (this.phrases === null) return NONE;
    const found: WriterPhrase[] = [];
    this.phrases.find(tokens, (place, first, last) => {
      const sense = this.senses[place];
      if (sense !== undefined && !found.some((each) => each.sense === sense)) found.push({ sense, first, last });
    });
    return found;
  }

  /** What the learnt words among the tokens add to each output, within the bound; null where there is none. */
  taught(tokens: TokenBuffer): Float64Array | null {
    const { learnt } = this;
    if (learnt === null) return null;
    const sums = new Float64Array(OUTPUTS);
    const seen = new Set<number>();
    for (let token = 0; token < tokens.count; token++) {
      const word = tokens.hash[token] ?? 0;
      const offsets = learnt.get(word);
      if (offsets === undefined || seen.has(word)) continue;
      seen.add(word);
      for (let k = 0; k < OUTPUTS; k++) sums[k] = (sums[k] ?? 0) + (offsets[k] ?? 0);
    }
    return seen.size === 0 ? null : sums.map((sum) => Math.max(-LEARNT_BOUND, Math.min(LEARNT_BOUND, sum)));
  }
}

function finderOf(texts: readonly string[], read: (text: string) => string[]): PhraseFinder | null {
  return texts.length > 0 ? PhraseFinder.of(texts.map((text) => [read(text)])) : null;
}

function sensesOf(pack: RulePack): PhraseSense[] {
  return pack.phrases.map(({ phrase, stage, signal, weight }) => ({
    phrase,
    label: stage,
    signal: signal ?? null,
    weight: weight ?? PACK_WEIGHT.usual,
    pack: pack.name,
  }));
}

/** Tokens of a pack's phrase, with `*` for any word and `#` for any number. */
export function patternTokens(phrase: string): string[] {
  return phrase.split(/\s+/).flatMap((word) => {
    if (word === ANY_WORD) return [ANY_TOKEN];
    return word === ANY_FIGURE ? [ANY_NUMBER] : tokenStrings(word);
  });
}

/** What a phrase with a sense adds to one of the model's outputs. A stage also speaks against `none`. */
export function senseWeight({ label, weight }: PhraseSense, output: number): number {
  if (LABELS[output] === label) return weight;
  return output === NONE_OUTPUT ? -weight : 0;
}
