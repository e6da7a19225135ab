import {
  type Adjustments,
  type DetectedType,
  type DocumentClassifier,
  type DocumentInput,
  type GrammarHit,
  NO_ADJUSTMENTS,
} from '../classifier/contract.ts';
import type { Verdict } from '../model/verdict.ts';

/** Both tiers of the classifier, as the command line runs them: at once, in one process. */
export interface Labeller {
  readonly createClassifier: () => DocumentClassifier;
  /** Hits per text, in order. */
  readonly findGrammar: (texts: readonly string[]) => readonly (readonly GrammarHit[])[];
}

/** Nobody waits for a frame here, so steps are long. */
const STEP_MS = 100;
/** Sentences per batch of tier 2. */
const BATCH = 500;

/** Labels a whole document and tells its type. @param adjustments the writer's own; left out, it is read as by anybody. */
export function labelDocument(
  labeller: Labeller,
  document: DocumentInput,
  adjustments: Adjustments = NO_ADJUSTMENTS,
): { readonly verdicts: readonly (Verdict | null)[]; readonly detectedType: DetectedType } {
  const classifier = labeller.createClassifier();
  classifier.update(document, adjustments);
  finish(classifier);
  let requests = classifier.grammarRequests(BATCH);
  while (requests.length > 0) {
    const hits = labeller.findGrammar(requests.map(({ text }) => text));
    classifier.acceptGrammar(new Map(requests.map(({ key }, index) => [key, hits[index] ?? []])));
    finish(classifier);
    requests = classifier.grammarRequests(BATCH);
  }
  return { verdicts: classifier.verdicts(), detectedType: classifier.documentType() };
}

function finish(classifier: DocumentClassifier): void {
  while (!classifier.step(STEP_MS, 0));
}
