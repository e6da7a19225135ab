import type { Label } from '../model/stage.ts';
import { LABELS } from '../model/stage.ts';
import type { Adjustments } from './contract.ts';
import { NONE_OUTPUT } from './model.ts';
import { PhraseFinder } from './phrases.ts';
import { type TokenBuffer, tokenStrings } from './tokens.ts';

/** Log-odds that a phrase with a sense set by the writer adds to that label: enough to turn a verdict that is not very sure. */
const PHRASE_WEIGHT = 2;

/** Where a phrase of the writer was found. */
export interface WriterPhrase {
  readonly phrase: string;
  readonly label: Label;
  readonly first: number;
  readonly last: number;
}

/**
 * The writer's hand in the reading of texts: own vocabulary, which says nothing (a product called "Team Plan"), and phrases with
 * a sense. Each phrase counts once a passage.
 */
export class WriterHand {
  private readonly vocabulary: PhraseFinder | null;
  private readonly phrases: PhraseFinder | null;
  private readonly senses: Adjustments['phrases'];

  constructor({ vocabulary, phrases }: Adjustments) {
    const rows = (texts: readonly string[]): string[][][] => texts.map((text) => [tokenStrings(text)]);
    this.vocabulary = vocabulary.length > 0 ? PhraseFinder.of(rows(vocabulary)) : null;
    this.senses = phrases;
    this.phrases = phrases.length > 0 ? PhraseFinder.of(rows(phrases.map(({ phrase }) => phrase))) : null;
  }

  /** Calls `silence` with the place of every token that belongs to the writer's vocabulary. */
  silenced(tokens: TokenBuffer, silence: (token: number) => void): void {
    this.vocabulary?.find(tokens, (_, first, last) => {
      for (let token = first; token <= last; token++) silence(token);
    });
  }

  found(tokens: TokenBuffer): WriterPhrase[] {
    const found: WriterPhrase[] = [];
    this.phrases?.find(tokens, (place, first, last) => {
      const sense = this.senses[place];
      if (sense !== undefined && !found.some(({ phrase }) => phrase === sense.phrase))
        found.push({ ...sense, first, last });
    });
    return found;
  }
}

/** What a phrase that the writer set to `label` adds to one of the model's outputs. A stage also speaks against `none`. */
export function senseWeight(label: Label, output: number): number {
  if (LABELS[output] === label) return PHRASE_WEIGHT;
  return output === NONE_OUTPUT ? -PHRASE_WEIGHT : 0;
}
