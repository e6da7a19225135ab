import type { Stage } from '../model/stage.ts';

/** A range of a passage to be marked. Offsets are UTF-16 units in the block's text. `text` is what must stand there. */
export interface Mark {
  readonly passageId: string;
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
  readonly stage: Stage;
  /** The text that the mark is for; a marker draws nothing where the place does not hold it. */
  readonly text: string;
}

/** What is under the pointer. `rect` is in client coordinates. */
export interface MarkHit {
  readonly passageId: string;
  readonly rect: DOMRectReadOnly;
}

/** How marks look; all are settings of the writer. */
export interface MarkStyle {
  /** `line`: pattern line below; `tint`: line and a light tint. */
  readonly look: 'line' | 'tint';
  /** The theme of the host page, not of the browser. */
  readonly theme: 'light' | 'dark';
}

/**
 * Draws marks in a host page without touching the document. A missing mark heals, a ghost mark lies: where the place is
 * uncertain nothing is drawn.
 */
export interface Marker {
  /** The marks that should be visible now, for the whole document; replaces the earlier set by difference. */
  show(marks: readonly Mark[], style: MarkStyle): void;
  /** The mark under a client point, or null. Must be cheap enough for pointermove. */
  hit(x: number, y: number): MarkHit | null;
  /** Client rectangles now drawn for a passage (empty when it is off screen or unplaced). */
  rectsOf(passageId: string): readonly DOMRectReadOnly[];
  /** How many passages are drawn now and how many on screen could not be placed. */
  counts(): { readonly drawn: number; readonly unplaced: number };
}
