import type { DocumentType } from '../../model/document.ts';
import type { Reading } from '../reading.ts';

/** What a rule saw in a document. */
export interface Finding {
  /** The passages it is about, most telling first. */
  readonly passageIds: readonly string[];
  /** Substitutions of the reason and of the question. */
  readonly reason: readonly string[];
  readonly question: readonly string[];
  /** How strongly it holds, 0-1: scales the weight. */
  readonly strength: number;
}

/**
 * One rule of advice. Its sentences are `advice…Reason` and `advice…Question` with its id in `public/_locales`: the reason says
 * what was seen and why it matters, the question is the next step. Never a verdict on a person, never text to paste.
 */
export interface Rule {
  readonly id: string;
  /** Document types it applies to. */
  readonly types: readonly DocumentType[];
  /** Where the rule comes from. */
  readonly source: string;
  /** How much it would change the reader's decision, 0-100, at full strength. */
  readonly weight: number;
  /** Advice on one matter is one thing to a reader: of rules with the same matter the weightiest goes first, the others count half. */
  readonly matter: string;
  find(reading: Reading): Finding | null;
}
