import { LABELS, type Label, type Signal, STAGES } from '../../model/stage.ts';
import type { LabelledDocument } from './corpus.ts';

/** What a model says of one passage. */
export interface Prediction {
  readonly label: Label;
  /** Probability (0-1) that the label is right. */
  readonly confidence: number;
  readonly signal: Signal | null;
}

export interface ClassFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Passages that carry the label. */
  readonly support: number;
}

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly passages: number;
  readonly meanConfidence: number;
  readonly accuracy: number;
}

export interface Figures {
  readonly passages: number;
  readonly documents: number;
  readonly organisations: number;
  readonly macroF1: number;
  readonly accuracy: number;
  readonly perClass: Readonly<Record<Label, ClassFigures>>;
  /** Rows are the right labels, columns the given ones, both in the order of LABELS. */
  readonly confusion: readonly (readonly number[])[];
  /** Share of right signals among passages that have one and whose stage is right. */
  readonly signalAccuracy: number;
  /** Mean over documents of half the sum of |true share - given share| over the stages; shares are of staged words. */
  readonly mixError: number;
  /** Share of documents whose stage with the most words is right. */
  readonly dominantStage: number;
  /** Expected calibration error: mean over ten bins of |accuracy - mean confidence|, weighted by passages. */
  readonly ece: number;
  readonly calibration: readonly CalibrationBin[];
  readonly perOrganisation: readonly {
    readonly organisation: string;
    readonly passages: number;
    readonly accuracy: number;
    readonly macroF1: number;
  }[];
  /** Documents with the most wrong passages, by id. */
  readonly worst: readonly { readonly docId: string; readonly passages: number; readonly wrong: number }[];
}

const BINS = 10;
const WORST = 10;

interface Pair {
  readonly truth: Label;
  readonly given: Label;
}

function confusionOf(pairs: readonly Pair[]): number[][] {
  const matrix = LABELS.map(() => LABELS.map(() => 0));
  for (const { truth, given } of pairs) {
    const row = matrix[LABELS.indexOf(truth)] as number[];
    const column = LABELS.indexOf(given);
    row[column] = (row[column] ?? 0) + 1;
  }
  return matrix;
}

function classFigures(confusion: readonly (readonly number[])[], place: number): ClassFigures {
  const support = (confusion[place] as number[]).reduce((sum, count) => sum + count, 0);
  const given = confusion.reduce((sum, row) => sum + (row[place] ?? 0), 0);
  const right = confusion[place]?.[place] ?? 0;
  return {
    precision: given > 0 ? right / given : 0,
    recall: support > 0 ? right / support : 0,
    f1: given + support > 0 ? (2 * right) / (given + support) : 0,
    support,
  };
}

function accuracyOf(pairs: readonly Pair[]): number {
  return pairs.filter(({ truth, given }) => truth === given).length / (pairs.length || 1);
}

/** Mean F1 over the labels; labels that neither stand in the truth nor were given are left out. */
function macroF1Of(pairs: readonly Pair[]): number {
  const confusion = confusionOf(pairs);
  const present = LABELS.map((_, place) => place).filter(
    (place) => confusion.some((row) => (row[place] ?? 0) > 0) || (confusion[place] ?? []).some((count) => count > 0),
  );
  return present.reduce((sum, place) => sum + classFigures(confusion, place).f1, 0) / (present.length || 1);
}

/** Words of a passage for the mix: runs between white space, as the corpus counts them. */
function wordsOf(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

interface MixResult {
  readonly error: number;
  readonly dominantRight: boolean;
}

/** Null where no passage of the document has a stage. A document to which no stage was given has the error 1. */
function mixOf(document: LabelledDocument, predictions: readonly Prediction[]): MixResult | null {
  const truth = STAGES.map(() => 0);
  const given = STAGES.map(() => 0);
  document.passages.forEach(({ stage, text }, index) => {
    const words = wordsOf(text);
    const right = (STAGES as readonly Label[]).indexOf(stage);
    const guess = (STAGES as readonly Label[]).indexOf(predictions[index]?.label ?? 'none');
    if (right >= 0) truth[right] = (truth[right] ?? 0) + words;
    if (guess >= 0) given[guess] = (given[guess] ?? 0) + words;
  });
  const all = truth.reduce((sum, words) => sum + words, 0);
  const allGiven = given.reduce((sum, words) => sum + words, 0);
  if (all === 0) return null;
  if (allGiven === 0) return { error: 1, dominantRight: false };
  const error = STAGES.reduce((sum, _, k) => sum + Math.abs((truth[k] ?? 0) / all - (given[k] ?? 0) / allGiven), 0) / 2;
  return { error, dominantRight: truth.indexOf(Math.max(...truth)) === given.indexOf(Math.max(...given)) };
}

function calibrationOf(items: readonly { confidence: number; right: boolean }[]): CalibrationBin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = items.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin);
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      passages: inside.length,
      meanConfidence: inside.reduce((sum, { confidence }) => sum + confidence, 0) / (inside.length || 1),
      accuracy: inside.filter(({ right }) => right).length / (inside.length || 1),
    };
  });
}

/**
 * Compares predictions with labels.
 * @param predictions by document, by passage, in the documents' order.
 */
export function evaluate(
  documents: readonly LabelledDocument[],
  predictions: readonly (readonly Prediction[])[],
): Figures {
  const pairs: Pair[] = [];
  const items: { confidence: number; right: boolean }[] = [];
  const byOrganisation = new Map<string, Pair[]>();
  const worst: { docId: string; passages: number; wrong: number }[] = [];
  const mixes: MixResult[] = [];
  let signals = 0;
  let rightSignals = 0;
  documents.forEach((document, at) => {
    const given = predictions[at] ?? [];
    let wrong = 0;
    document.passages.forEach((passage, index) => {
      const prediction = given[index];
      if (prediction === undefined) throw new Error(`No prediction for passage ${index} of ${document.docId}`);
      const pair = { truth: passage.stage, given: prediction.label };
      const right = pair.truth === pair.given;
      pairs.push(pair);
      items.push({ confidence: prediction.confidence, right });
      const own = byOrganisation.get(document.org) ?? [];
      own.push(pair);
      byOrganisation.set(document.org, own);
      if (!right) wrong++;
      else if (passage.signal !== null && passage.signal !== undefined) {
        signals++;
        if (passage.signal === prediction.signal) rightSignals++;
      }
    });
    worst.push({ docId: document.docId, passages: document.passages.length, wrong });
    const mix = mixOf(document, given);
    if (mix !== null) mixes.push(mix);
  });
  const confusion = confusionOf(pairs);
  const calibration = calibrationOf(items);
  return {
    passages: pairs.length,
    documents: documents.length,
    organisations: byOrganisation.size,
    macroF1: LABELS.reduce((sum, _, place) => sum + classFigures(confusion, place).f1, 0) / LABELS.length,
    accuracy: accuracyOf(pairs),
    perClass: Object.fromEntries(LABELS.map((label, place) => [label, classFigures(confusion, place)])) as Record<
      Label,
      ClassFigures
    >,
    confusion,
    signalAccuracy: signals > 0 ? rightSignals / signals : 0,
    mixError: mixes.reduce((sum, { error }) => sum + error, 0) / (mixes.length || 1),
    dominantStage: mixes.filter(({ dominantRight }) => dominantRight).length / (mixes.length || 1),
    ece: calibration.reduce(
      (sum, bin) => sum + (bin.passages / (items.length || 1)) * Math.abs(bin.accuracy - bin.meanConfidence),
      0,
    ),
    calibration,
    perOrganisation: [...byOrganisation]
      .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
      .map(([organisation, own]) => ({
        organisation,
        passages: own.length,
        accuracy: accuracyOf(own),
        macroF1: macroF1Of(own),
      })),
    worst: worst.sort((a, b) => b.wrong - a.wrong || (a.docId < b.docId ? -1 : 1)).slice(0, WORST),
  };
}
