import type { PassageInput } from './contract.ts';
import type { Layout } from './layout.ts';
import { DOCUMENT_DOUBT, loneliness, type Model, OUTPUTS, SIGNAL_OUTPUTS } from './model.ts';
import { MEAN_PARTS, type PassageStore, STAGE_SIGNALS } from './passage-store.ts';
import { addProduct } from './reader.ts';
import { RULES } from './rules.ts';

/** Numbers that a text adds to labels and signals: OUTPUTS, then SIGNAL_OUTPUTS. */
export const PART_SIZE = OUTPUTS + SIGNAL_OUTPUTS;

/**
 * What sections and the document add to their passages is taken in so many steps a log-odds unit, the labels' and the signals'. One edit
 * moves such a mean by next to nothing, and with steps by nothing at all most of the time: so the verdicts of the other passages stand,
 * and a keystroke costs the passage it is in, not the document. A confidence is at most 0.2 % off the one without steps.
 */
const LABEL_STEPS = 128;
const SIGNAL_STEPS = 32;

// Own names, which need no looking up in the loops.
const LABEL_COUNT = OUTPUTS;
const SIZE = PART_SIZE;

/** What of a section's common part has moved, as bits: the labels' share, and the share of a stage's signals. */
export const MOVED = { labels: 1, signals: (stage: number): number => 2 << stage, all: 0xff } as const;
/** The bit of MOVED by place in a part. */
const MOVED_BY_PLACE = Uint8Array.from({ length: PART_SIZE }, (_, place) =>
  place < OUTPUTS ? MOVED.labels : MOVED.signals(Math.floor((place - OUTPUTS) / STAGE_SIGNALS)),
);

function stepped(value: number, output: number): number {
  const steps = output < OUTPUTS ? LABEL_STEPS : SIGNAL_STEPS;
  return Math.round(value * steps) / steps;
}

/** What headings and titles say, PART_SIZE numbers a text. */
export interface HeadingScores {
  readonly title: Float64Array;
  readonly heading: (text: string) => Float64Array;
  readonly path: (text: string) => Float64Array;
  readonly outline: (text: string) => Float64Array;
}

/**
 * What the passages of a section and of a document have in common, kept up to date passage by passage. Sums are whole numbers, so
 * the order in which passages came and went leaves no trace.
 */
export class Totals {
  /** What each section's mean adds to its passages, PART_SIZE numbers a section. */
  readonly sections: Float64Array;
  /** What the document's mean adds to every passage. */
  readonly document = new Float64Array(PART_SIZE);
  /** What the mean over the document's headings adds to every passage. */
  outline: Float64Array = new Float64Array(PART_SIZE);
  /** All that a section's passages have in common: base, title, document, outline, section, headings; PART_SIZE a section. */
  readonly common: Float64Array;
  /** What of every section's `common` changed when it was settled last: bits of MOVED. */
  readonly changed: Uint8Array;
  private readonly model: Model;
  private readonly sums: Float64Array;
  private readonly sizes: Int32Array;
  private readonly touched: Uint8Array;
  private readonly documentSums: Float64Array;
  private readonly ruleCounts = new Int32Array(RULES.length);
  private readonly phraseSums = new Float64Array(OUTPUTS);
  private readonly mean: Float64Array;
  private readonly row = new Float64Array(PART_SIZE);
  private scored = 0;
  private readonly loneliness: number;
  private title: Float64Array | null = null;
  /** Base of labels and signals. */
  private readonly base: Float64Array;
  /** By section, what its headings say; looked up once. */
  private readonly above: (readonly Float64Array[])[] = [];
  /** A passage of each section, whose headings are the section's. */
  private readonly examples: Int32Array;

  constructor(model: Model, layout: Layout) {
    const { dimensions } = model;
    this.model = model;
    this.base = Float64Array.of(...model.base, ...model.signalBase);
    this.sections = new Float64Array(layout.sections * PART_SIZE);
    this.common = new Float64Array(layout.sections * PART_SIZE);
    this.changed = new Uint8Array(layout.sections);
    this.sums = new Float64Array(layout.sections * dimensions);
    this.sizes = new Int32Array(layout.sections);
    this.touched = new Uint8Array(layout.sections);
    this.documentSums = new Float64Array(dimensions);
    this.mean = new Float64Array(dimensions);
    this.examples = new Int32Array(layout.sections);
    this.loneliness = loneliness(layout.section.length);
    for (let index = layout.section.length - 1; index >= 0; index--) this.examples[layout.section[index] ?? 0] = index;
  }

  /** Adds the slot of a passage to its section, or takes it away. */
  count(store: PassageStore, slot: number, section: number, sign: 1 | -1): void {
    const { documentSums, phraseSums, sums } = this;
    const { means, phrases } = store;
    const { length } = documentSums;
    const from = slot * length;
    const to = section * length;
    for (let d = 0; d < length; d++) {
      const value = sign * (means[from + d] ?? 0);
      sums[to + d] = (sums[to + d] ?? 0) + value;
      documentSums[d] = (documentSums[d] ?? 0) + value;
    }
    store.countRules(slot, this.ruleCounts, sign);
    for (let k = 0; k < LABEL_COUNT; k++)
      phraseSums[k] = (phraseSums[k] ?? 0) + sign * (phrases[slot * LABEL_COUNT + k] ?? 0);
    this.sizes[section] = (this.sizes[section] ?? 0) + sign;
    this.scored += sign;
    this.touched[section] = 1;
  }

  /**
   * Brings `common` up to date; `changed` then tells where it is another than before.
   * @returns whether any section changed.
   */
  settle(passages: readonly PassageInput[], headings: HeadingScores): boolean {
    const { changed, touched } = this;
    const first = this.title === null;
    if (first) this.outline = outlineMean(passages, headings.outline);
    const everywhere = this.settleDocument() | (headings.title === this.title ? 0 : MOVED.all);
    this.title = headings.title;
    let any = everywhere;
    for (let section = 0; section < changed.length; section++) {
      let moved = everywhere;
      if (touched[section] === 1) {
        touched[section] = 0;
        moved |= this.settleSection(section);
      }
      changed[section] = moved;
      if (moved === 0) continue;
      any |= moved;
      this.addUp(section, moved, passages, headings);
    }
    return any !== 0;
  }

  private settleDocument(): number {
    const { document, documentSums, mean, model, phraseSums, row, ruleCounts, scored } = this;
    const share = 1 / (scored + DOCUMENT_DOUBT);
    row.fill(0);
    for (let d = 0; d < mean.length; d++) mean[d] = ((documentSums[d] ?? 0) * share) / MEAN_PARTS;
    addProduct(mean, model.channels.document, OUTPUTS, row, 0);
    addProduct(mean, model.signalChannels.document, SIGNAL_OUTPUTS, row, OUTPUTS);
    for (let k = 0; k < OUTPUTS; k++) row[k] = (row[k] ?? 0) + ((phraseSums[k] ?? 0) * share) / MEAN_PARTS;
    const lone = this.loneliness / Math.max(1, scored);
    for (let d = 0; d < mean.length; d++) mean[d] = ((documentSums[d] ?? 0) * lone) / MEAN_PARTS;
    addProduct(mean, model.channels.lone, OUTPUTS, row, 0);
    const weights = model.rules['document-rules'];
    const loneWeights = model.rules['lone-rules'];
    const signalWeights = model.signalRules['document-rules'];
    for (let rule = 0; rule < ruleCounts.length; rule++) {
      const passages = ruleCounts[rule] ?? 0;
      if (passages === 0) continue;
      const count = passages * share;
      for (let k = 0; k < OUTPUTS; k++)
        row[k] =
          (row[k] ?? 0) +
          count * (weights[rule * OUTPUTS + k] ?? 0) +
          passages * lone * (loneWeights[rule * OUTPUTS + k] ?? 0);
      const from = rule * SIGNAL_OUTPUTS;
      for (let k = 0; k < SIGNAL_OUTPUTS; k++)
        row[OUTPUTS + k] = (row[OUTPUTS + k] ?? 0) + count * (signalWeights[from + k] ?? 0);
    }
    return takeStepped(row, document, 0);
  }

  private settleSection(section: number): number {
    const { mean, model, row, sections, sizes, sums } = this;
    const share = 1 / Math.max(1, sizes[section] ?? 0) / MEAN_PARTS;
    row.fill(0);
    for (let d = 0; d < mean.length; d++) mean[d] = (sums[section * mean.length + d] ?? 0) * share;
    addProduct(mean, model.channels.section, OUTPUTS, row, 0);
    addProduct(mean, model.signalChannels.section, SIGNAL_OUTPUTS, row, OUTPUTS);
    return takeStepped(row, sections, section * PART_SIZE);
  }

  private addUp(section: number, moved: number, passages: readonly PassageInput[], headings: HeadingScores): void {
    const { common, document, outline, sections } = this;
    const { title } = headings;
    const at = section * SIZE;
    const above = this.above[section] ?? this.findAbove(section, passages, headings);
    const from = (moved & MOVED.labels) !== 0 ? 0 : LABEL_COUNT;
    const to = (moved & ~MOVED.labels) !== 0 ? SIZE : LABEL_COUNT;
    for (let k = from; k < to; k++) {
      let sum =
        (this.base[k] ?? 0) + (document[k] ?? 0) + (title[k] ?? 0) + (outline[k] ?? 0) + (sections[at + k] ?? 0);
      for (let each = 0; each < above.length; each++) sum += above[each]?.[k] ?? 0;
      common[at + k] = sum;
    }
  }

  /** What the headings of a section say: the last one, and those above it. */
  private findAbove(
    section: number,
    passages: readonly PassageInput[],
    headings: HeadingScores,
  ): readonly Float64Array[] {
    const path = passages[this.examples[section] ?? 0]?.headings ?? [];
    const last = path.at(-1);
    const above: Float64Array[] = [];
    if (last !== undefined) above.push(headings.heading(last));
    if (path.length > 1) above.push(headings.path(pathText(path)));
    this.above[section] = above;
    return above;
  }
}

/** Takes the values of a part in steps. @returns what is another than before: bits of MOVED. */
function takeStepped(values: Float64Array, out: Float64Array, at: number): number {
  let moved = 0;
  for (let place = 0; place < SIZE; place++) {
    const value = stepped(values[place] ?? 0, place);
    if (out[at + place] === value) continue;
    out[at + place] = value;
    moved |= MOVED_BY_PLACE[place] ?? 0;
  }
  return moved;
}

function outlineMean(passages: readonly PassageInput[], outline: (text: string) => Float64Array): Float64Array {
  const mean = new Float64Array(PART_SIZE);
  const seen = new Set<string>();
  let before: readonly string[] = [];
  for (const { headings } of passages) {
    if (headings !== before) for (const heading of headings) seen.add(heading);
    before = headings;
  }
  for (const heading of seen) add(mean, 0, outline(heading), 1 / seen.size);
  return mean;
}

function add(target: Float64Array, at: number, from: Float64Array, factor = 1): void {
  for (let k = 0; k < PART_SIZE; k++) target[at + k] = (target[at + k] ?? 0) + factor * (from[k] ?? 0);
}

/** The headings above the last one as one text. */
export function pathText(headings: readonly string[]): string {
  return headings.slice(0, -1).join('\n');
}
