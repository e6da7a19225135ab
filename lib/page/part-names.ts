import type { DocumentClassifier } from '../classifier/contract.ts';
import type { HostPart } from '../hosts/part.ts';
import type { Report } from '../model/report.ts';
import type { PartName } from '../platform/parts.ts';
import type { ReviewInput } from '../review/review.ts';
import type { Accompany } from './companion.ts';

/** What is needed only when there is a document to be reviewed: a third of all code, so it comes then. */
export interface ReviewPart {
  readonly review: (input: ReviewInput) => Report;
  /** Starts the card and the ledger in a page; called once. */
  readonly accompany: Accompany;
}

/** Under these names the scripts of a page find each other's parts. */
export const CLASSIFIER_PART: PartName<() => DocumentClassifier> = { name: 'classifier' };
export const HOST_PART: PartName<HostPart> = { name: 'host' };
export const REVIEW_PART: PartName<ReviewPart> = { name: 'review' };
