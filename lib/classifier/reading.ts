import type { Adjustments } from './contract.ts';
import { decodeModel } from './decode.ts';
import { WriterHand } from './hand.ts';
import { PassageStore } from './passage-store.ts';
import { ModelIndex } from './reader.ts';
import { Scorer } from './scores.ts';
import type { HeadingScores } from './totals.ts';
import { PACKED_MODEL } from './weights/tables.generated.ts';

let shared: ModelIndex | null = null;
/** The model's tables are decoded once, at first use. */
function model(): ModelIndex {
  shared ??= new ModelIndex(decodeModel(PACKED_MODEL));
  return shared;
}

/** Contributions of texts that many passages share, by text. */
class Shared<Contribution> {
  private readonly known = new Map<string, Contribution>();
  private readonly make: (text: string) => Contribution;
  constructor(make: (text: string) => Contribution) {
    this.make = make;
  }
  readonly of = (text: string): Contribution => {
    let found = this.known.get(text);
    if (found === undefined) {
      found = this.make(text);
      this.known.set(text, found);
    }
    return found;
  };
}

/** Equal where two adjustments read every text alike. */
function keyOf({ phrases, vocabulary, learnt, packs = [] }: Adjustments): string {
  return JSON.stringify([phrases, vocabulary, learnt.map(({ word, offsets }) => [word, ...offsets]), packs]);
}

/** All that was read under one state of the writer's phrases, vocabulary, learnt words and rule packs. */
export class Reading {
  readonly scorer: Scorer;
  readonly store: PassageStore;
  private adjustments: Adjustments;
  private readonly key: string;
  private readonly shared: Omit<HeadingScores, 'title'>;
  private readonly titles: Shared<Float64Array>;
  private newest: HeadingScores | null = null;

  constructor(adjustments: Adjustments) {
    this.adjustments = adjustments;
    this.key = keyOf(adjustments);
    this.scorer = new Scorer(model(), new WriterHand(adjustments));
    this.store = new PassageStore(this.scorer.model.dimensions);
    const { scorer } = this;
    this.titles = new Shared((text) => scorer.title(text));
    const headings = new Shared((text) => scorer.heading(text));
    this.shared = {
      heading: (text) => headings.of(text).below,
      path: new Shared((text) => scorer.path(text)).of,
      outline: (text) => headings.of(text).outline,
    };
  }

  /** Whether texts are read the same under other adjustments. */
  holdsFor(adjustments: Adjustments): boolean {
    const { adjustments: own } = this;
    const same = (['phrases', 'vocabulary', 'learnt', 'packs'] as const).every(
      (part) => adjustments[part] === own[part],
    );
    if (!same && keyOf(adjustments) !== this.key) return false;
    this.adjustments = adjustments;
    return true;
  }

  /** What the headings and the title of a document say. */
  headings(title: string): HeadingScores {
    const scores = this.titles.of(title);
    if (this.newest?.title !== scores) this.newest = { ...this.shared, title: scores };
    return this.newest;
  }
}
