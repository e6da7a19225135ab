import type { PassageInput } from './contract.ts';
import { LAYOUT_ACTIVE, type Layout, layoutFeatures } from './layout.ts';
import { type Model, OUTPUTS, SIGNAL_OUTPUTS } from './model.ts';
import { DOCUMENT_AT, PART_SIZE, PASSAGE_SIZE, SECTION_AT } from './scores.ts';

/** All that the total scores of a document's passages depend on. */
export interface ScoringContext {
  readonly passages: readonly PassageInput[];
  readonly layout: Layout;
  readonly slots: Int32Array;
  readonly values: Float64Array;
  readonly tokens: Uint32Array;
  readonly model: Model;
  readonly title: Float64Array;
  readonly heading: (text: string) => Float64Array;
  readonly path: (text: string) => Float64Array;
  readonly outline: (text: string) => Float64Array;
}

/** Means of the passages' contributions to their sections and to the document (which holds the mean over its headings too). */
export interface SharedScores {
  readonly sections: Float64Array;
  readonly document: Float64Array;
  readonly outline: Float64Array;
}

export function sharedScores(context: ScoringContext): SharedScores {
  const { layout, slots, values, passages } = context;
  const sections = new Float64Array(layout.sections * PART_SIZE);
  const sizes = new Float64Array(layout.sections);
  const document = new Float64Array(PART_SIZE);
  let scored = 0;
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index] ?? -1;
    if (slot < 0) continue;
    const section = layout.section[index] ?? 0;
    sizes[section] = (sizes[section] ?? 0) + 1;
    scored++;
    const at = slot * PASSAGE_SIZE;
    const place = section * PART_SIZE;
    for (let k = 0; k < PART_SIZE; k++)
      sections[place + k] = (sections[place + k] ?? 0) + (values[at + SECTION_AT + k] ?? 0);
    // The document says nothing of signals.
    for (let k = 0; k < OUTPUTS; k++) document[k] = (document[k] ?? 0) + (values[at + DOCUMENT_AT + k] ?? 0);
  }
  for (let place = 0; place < sections.length; place++)
    sections[place] = (sections[place] ?? 0) / (sizes[Math.floor(place / PART_SIZE)] || 1);
  for (let k = 0; k < PART_SIZE; k++) document[k] = (document[k] ?? 0) / (scored || 1);
  return { sections, document, outline: outlineMean(passages, context.outline) };
}

function outlineMean(passages: readonly PassageInput[], outline: (text: string) => Float64Array): Float64Array {
  const mean = new Float64Array(PART_SIZE);
  const seen = new Set<string>();
  let before: readonly string[] = [];
  for (const { headings } of passages) {
    if (headings !== before) for (const heading of headings) seen.add(heading);
    before = headings;
  }
  for (const heading of seen) add(mean, 0, outline(heading), 0, 1 / seen.size);
  return mean;
}

function add(target: Float64Array, offset: number, from: Float64Array, at: number, factor = 1): void {
  for (let k = 0; k < PART_SIZE; k++) target[offset + k] = (target[offset + k] ?? 0) + factor * (from[at + k] ?? 0);
}

/**
 * What all passages of a section have in common, by section: base, title, document, outline, the section's mean and the headings
 * above it (a section is its heading path). PART_SIZE numbers each.
 */
export function sectionScores(context: ScoringContext): Float64Array {
  const { layout, model, passages, title } = context;
  const shared = sharedScores(context);
  const common = new Float64Array(PART_SIZE);
  for (let k = 0; k < OUTPUTS; k++) common[k] = model.base[k] ?? 0;
  for (let k = 0; k < SIGNAL_OUTPUTS; k++) common[OUTPUTS + k] = model.signalBase[k] ?? 0;
  add(common, 0, title, 0);
  add(common, 0, shared.document, 0);
  add(common, 0, shared.outline, 0);
  const scores = shared.sections.slice();
  const done = new Uint8Array(layout.sections);
  for (let index = 0; index < passages.length; index++) {
    const section = layout.section[index] ?? 0;
    if (done[section] === 1) continue;
    done[section] = 1;
    const at = section * PART_SIZE;
    add(scores, at, common, 0);
    const { headings } = passages[index] as PassageInput;
    const last = headings.at(-1);
    if (last !== undefined) add(scores, at, context.heading(last), 0);
    if (headings.length > 1) add(scores, at, context.path(pathText(headings)), 0);
  }
  return scores;
}

/** Layout features of a document's passages, kept from edit to edit: LAYOUT_ACTIVE a passage, and for which slot they were made. */
export class KeptFeatures {
  readonly values: Uint16Array;
  readonly slots: Int32Array;

  /** @param size how many passages the document has. */
  constructor(size: number) {
    this.values = new Uint16Array(size * LAYOUT_ACTIVE);
    this.slots = new Int32Array(size).fill(-1);
  }
}

/**
 * The total scores of the labels of all passages, OUTPUTS numbers each, into `out`. Those of the signals are added up only where
 * they are needed.
 * @param sections what `sectionScores` says; @param kept features made under the same layout.
 */
export function labelScores(
  context: ScoringContext,
  sections: Float64Array,
  kept: KeptFeatures,
  out: Float64Array,
): void {
  const { passages, layout, slots, values, tokens, model } = context;
  const weights = model.layout;
  const features = kept.values;
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index] ?? -1;
    if (slot < 0) continue;
    const from = index * LAYOUT_ACTIVE;
    if (kept.slots[index] !== slot) {
      layoutFeatures(passages, layout, index, tokens[slot] ?? 0, features, from);
      kept.slots[index] = slot;
    }
    const own = slot * PASSAGE_SIZE;
    const section = (layout.section[index] ?? 0) * PART_SIZE;
    for (let k = 0; k < OUTPUTS; k++) {
      let sum = (values[own + k] ?? 0) + (sections[section + k] ?? 0);
      for (let family = 0; family < LAYOUT_ACTIVE; family++)
        sum += weights[(features[from + family] ?? 0) * OUTPUTS + k] ?? 0;
      out[index * OUTPUTS + k] = sum;
    }
  }
}

/** The headings above the last one as one text. */
export function pathText(headings: readonly string[]): string {
  return headings.slice(0, -1).join('\n');
}
