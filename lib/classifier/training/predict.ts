import { hashText } from '../../text/hash.ts';
import { createClassifier } from '../classify.ts';
import type { Adjustments, DetectedType, DocumentInput } from '../contract.ts';
import type { LabelledDocument } from './corpus.ts';
import type { Prediction } from './evaluate.ts';

const NO_ADJUSTMENTS: Adjustments = { passages: new Map(), phrases: [], vocabulary: [] };
/** Milliseconds that are more than any document needs. */
const UNLIMITED = 60_000;

export interface DocumentPrediction {
  readonly passages: readonly Prediction[];
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

/** What the shipped classifier says of a document: the same code and tables as in the extension. */
export function predict(document: LabelledDocument): DocumentPrediction {
  const classifier = createClassifier();
  classifier.update(inputOf(document), NO_ADJUSTMENTS);
  classifier.step(UNLIMITED, 0);
  const passages = classifier.verdicts().map((verdict, index) => {
    if (verdict === null) throw new Error(`Passage ${index} of ${document.docId} got no verdict`);
    return { label: verdict.label, confidence: verdict.confidence, signal: verdict.signal };
  });
  return { passages, type: classifier.documentType() };
}
