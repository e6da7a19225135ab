import type { DocumentType, PassageKind } from '../model/document.ts';
import type { RulePack } from '../model/rule-pack.ts';
import type { Label, Signal } from '../model/stage.ts';
import type { Explanation, Verdict } from '../model/verdict.ts';

/** What the classifier needs of a passage. `hash` must change whenever kind, headings or text change. */
export interface PassageInput {
  readonly kind: PassageKind;
  readonly headings: readonly string[];
  readonly text: string;
  readonly hash: string;
}

export interface DocumentInput {
  readonly title: string;
  readonly passages: readonly PassageInput[];
}

/** A grammar rule that compromise found in a sentence (tier 2). Offsets count in the sentence's text. */
export interface GrammarHit {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

/** A sentence whose verdict tier 2 can change. `key` identifies the sentence text; equal texts share one answer. */
export interface GrammarRequest {
  readonly key: string;
  readonly text: string;
}

export interface DetectedType {
  readonly type: DocumentType;
  readonly confidence: number;
  /** Ids of the cues that spoke for it, strongest first (title words, headings, mix). */
  readonly cues: readonly string[];
}

/** What a word adds to the scores of a passage that holds it, in the order of LABELS, because the writer's corrections say so. */
export interface LearntWord {
  /** Hash of the word (`hashToken`). */
  readonly word: number;
  readonly offsets: readonly number[];
}

/**
 * The writer's hand: labels set for passages (by hash), phrases with a sense, own vocabulary to be ignored, words that the
 * corrections taught (`lessons.ts`), and the rule packs of the team.
 */
export interface Adjustments {
  readonly passages: ReadonlyMap<string, { readonly label: Label; readonly signal: Signal | null }>;
  readonly phrases: readonly { readonly phrase: string; readonly label: Label }[];
  readonly vocabulary: readonly string[];
  readonly learnt: readonly LearntWord[];
  /** Rule packs in use. The same array while nothing changed: comparing large packs at every edit would cost. */
  readonly packs?: readonly RulePack[];
}

/** The hand of a writer who has said nothing. */
export const NO_ADJUSTMENTS: Adjustments = { passages: new Map(), phrases: [], vocabulary: [], learnt: [] };

/**
 * One document being classified, incrementally. Not thread-safe; holds scores by hash, no text beyond the newest input.
 */
export interface DocumentClassifier {
  /** Takes the newest version of the document. Passages whose hash is known cost nothing but their context. */
  update(document: DocumentInput, adjustments: Adjustments): void;
  /**
   * Works for about `budgetMs` on passages not yet scored, beginning at passage `from` (nearest to the viewport first).
   * @returns true when every passage has a verdict.
   */
  step(budgetMs: number, from: number): boolean;
  /** Verdicts in passage order; null where `step` has not come to the passage yet. */
  verdicts(): readonly (Verdict | null)[];
  /** The exact sum behind a verdict. Throws RangeError for an index outside the document. */
  explain(index: number): Explanation;
  documentType(): DetectedType;
  /** Sentences that tier 2 should look at, most useful first; empty when all are known. */
  grammarRequests(limit: number): readonly GrammarRequest[];
  /** Takes tier 2's answers; verdicts are stale until the next `step`. */
  acceptGrammar(answers: ReadonlyMap<string, readonly GrammarHit[]>): void;
}
