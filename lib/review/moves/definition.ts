import type { DocumentType } from '../../model/document.ts';
import type { Label, Signal } from '../../model/stage.ts';
import type { CueId } from '../cues.ts';
import type { Reading } from '../reading.ts';

/** One way in which a passage makes a move; everything that is given must hold of it. */
export interface MoveSign {
  readonly labels?: readonly Label[];
  readonly signals?: readonly Signal[];
  /** In the passage's own words. */
  readonly text?: CueId;
  /** In the passage's own words, a second one. */
  readonly and?: CueId;
  /** In the headings above it. */
  readonly heading?: CueId;
}

/** A rubric line: something that a document of a type must contain. */
export interface MoveDefinition {
  /** Unique over all types; the message keys are `move…`, `adviceMissing…Reason` and `adviceMissing…Question` with it. */
  readonly id: string;
  readonly type: DocumentType;
  /** The rubric it comes from. */
  readonly source: string;
  /** What its lack would change for the reader: the weight of the advice, 0-100. */
  readonly weight: number;
  /** Any of these in one passage makes it. */
  readonly madeBy: readonly MoveSign[];
  /** Where it fits when missing: after the last passage with the first of these signals that the document has. */
  readonly fits: readonly Signal[];
  /** Some documents of the type need not make it. */
  readonly unless?: (reading: Reading) => boolean;
}
