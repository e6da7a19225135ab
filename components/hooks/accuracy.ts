import type { Label } from '../../lib/model/stage.ts';

/** Measured figures of the classifier on labelled documents that it was not fitted on. Shares are 0-1. */
export interface Accuracy {
  readonly documents: number;
  /** Organisations that the documents come from. */
  readonly organisations: number;
  readonly passages: number;
  readonly accuracy: number;
  readonly labels: Readonly<
    Record<Label, { readonly precision: number; readonly recall: number; readonly passages: number }>
  >;
  /** Passages by true label, then by the label given. */
  readonly confusion: Readonly<Record<Label, Readonly<Record<Label, number>>>>;
}
