import type { PassageKind } from './document.ts';

/**
 * A passage: one block with the headings above it, the unit that is labelled.
 * `id` is the id of its block; `hash` depends on kind, headings and text only, so equal passages share verdicts.
 */
export interface Passage {
  readonly id: string;
  /** Position in reading order among the document's passages. */
  readonly index: number;
  readonly kind: PassageKind;
  /** Headings above, outermost first, the document's title not among them. */
  readonly headings: readonly string[];
  /** Nesting depth of a list item, 0 otherwise. */
  readonly level: number;
  readonly text: string;
  readonly hash: string;
  /** Words in `text`, as counted everywhere in the product. */
  readonly words: number;
}
