import type { PassageInput } from './contract.ts';
import { LAYOUT_ACTIVE, type Layout, layoutFeatures } from './layout.ts';
import { OUTPUTS } from './model.ts';

// Own names, which need no looking up in the loops.
const LABEL_COUNT = OUTPUTS;
const FAMILIES = LAYOUT_ACTIVE;

/** What its kind, length and place in the document add to each passage, OUTPUTS numbers a passage; made once under one layout. */
export class PlaceScores {
  readonly values: Float64Array;
  /** For which slot a passage's numbers were made: another text may be of another length. */
  private readonly slots: Int32Array;
  private readonly features = new Uint16Array(FAMILIES);

  /** @param size how many passages the document has. */
  constructor(size: number) {
    this.values = new Float64Array(size * LABEL_COUNT);
    this.slots = new Int32Array(size).fill(-1);
  }

  /** Makes sure that the numbers of passage `index` are there. @param tokens how many tokens the text of the slot has. */
  place(
    passages: readonly PassageInput[],
    layout: Layout,
    index: number,
    slot: number,
    tokens: number,
    weights: Float64Array,
  ): void {
    if (this.slots[index] === slot) return;
    this.slots[index] = slot;
    const { features, values } = this;
    layoutFeatures(passages, layout, index, tokens, features);
    const at = index * LABEL_COUNT;
    let first = 0;
    let second = 0;
    let third = 0;
    let none = 0;
    for (let family = 0; family < FAMILIES; family++) {
      const row = (features[family] ?? 0) * LABEL_COUNT;
      first += weights[row] ?? 0;
      second += weights[row + 1] ?? 0;
      third += weights[row + 2] ?? 0;
      none += weights[row + 3] ?? 0;
    }
    values[at] = first;
    values[at + 1] = second;
    values[at + 2] = third;
    values[at + 3] = none;
  }
}
