import { hashText } from '../../text/hash.ts';
import { createClassifier } from '../classify.ts';
import { type DetectedType, type DocumentClassifier, type DocumentInput, NO_ADJUSTMENTS } from '../contract.ts';
import { findGrammar } from '../grammar.ts';
import type { LabelledDocument } from './corpus.ts';
import type { Prediction } from './evaluate.ts';

/** Milliseconds that are more than any document needs. */
const UNLIMITED = 60_000;

/** Sentences of one batch of tier 2. */
const BATCH = 500;

export interface DocumentPrediction {
  /** What both tiers say. */
  readonly passages: readonly Prediction[];
  /** What tier 1 says before tier 2 has answered. */
  readonly tier1: readonly Prediction[];
  readonly type: DetectedType;
}

/** A labelled document as the classifier takes it, its labels left behind. */
export function inputOf(document: LabelledDocument): DocumentInput {
  return {
    title: document.title,
    passages: document.passages.map(({ kind, headings, text }) => ({
      kind,
      headings,
      text,
      hash: hashText(kind, ...headings, text),
    })),
  };
}

function predictionsFrom(classifier: DocumentClassifier, docId: string): Prediction[] {
  return classifier.verdicts().map((verdict, index) => {
    if (verdict === null) throw new Error(`Passage ${index} of ${docId} got no verdict`);
    return { label: verdict.label, confidence: verdict.confidence, signal: verdict.signal };
  });
}

/** Asks tier 2 until tier 1 has no more questions. */
function refine(classifier: DocumentClassifier): void {
  for (;;) {
    const requests = classifier.grammarRequests(BATCH);
    if (requests.length === 0) return;
    const hits = findGrammar(requests.map(({ text }) => text));
    classifier.acceptGrammar(new Map(requests.map(({ key }, index) => [key, hits[index] ?? []])));
    classifier.step(UNLIMITED, 0);
  }
}

/** What the shipped classifier says of a document: the same code and tables as in the extension. */
export function predict(document: LabelledDocument): DocumentPrediction {
  const classifier = createClassifier();
  classifier.update(inputOf(document), NO_ADJUSTMENTS);
  classifier.step(UNLIMITED, 0);
  const tier1 = predictionsFrom(classifier, document.docId);
  refine(classifier);
  return { passages: predictionsFrom(classifier, document.docId), tier1, type: classifier.documentType() };
}
