import type { Block } from '../../../lib/model/document.ts';
import { DOCUMENT_TYPES, type DocumentType } from '../../../lib/model/document.ts';
import type { Passage } from '../../../lib/model/passage.ts';
import type { Report } from '../../../lib/model/report.ts';
import { ALL_SIGNALS, LABELS, type Label, type Signal, stageOf } from '../../../lib/model/stage.ts';
import type { Verdict } from '../../../lib/model/verdict.ts';
import type { Writer } from '../../../lib/model/writer.ts';
import { review } from '../../../lib/review/review.ts';
import { toPassages } from '../../../lib/text/passages.ts';

/** A small document written for a test, with the verdict that a careful reader gives on each passage. */
export interface WrittenDocument {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly passages: readonly Passage[];
  readonly verdicts: readonly Verdict[];
}

/**
 * Reads a document from lines: "# Heading" (one to three marks), "signal: text" for a paragraph, "signal: - text" for a list
 * item; "none: text" for a passage without stage work.
 */
export function written(title: string, text: string): WrittenDocument {
  const blocks: Block[] = [{ id: 'title', kind: 'title', level: 0, text: title }];
  const verdicts: Verdict[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const id = `p${blocks.length}`;
    const heading = /^(#{1,3}) (.*)$/.exec(line);
    if (heading?.[1] !== undefined) {
      blocks.push({ id, kind: 'heading', level: heading[1].length, text: heading[2] ?? '' });
      continue;
    }
    const passage = /^([a-z]+): (- )?(.*)$/.exec(line);
    const signal = ALL_SIGNALS.find((each) => each === passage?.[1]) ?? null;
    if (passage === null || (signal === null && passage[1] !== 'none'))
      throw new Error(`Not a line of a document: ${line}`);
    blocks.push({ id, kind: passage[2] === undefined ? 'paragraph' : 'list-item', level: 0, text: passage[3] ?? '' });
    verdicts.push(verdictFor(signal === null ? 'none' : stageOf(signal), signal));
  }
  return { title, blocks, passages: toPassages(blocks), verdicts };
}

export function verdictFor(label: Label, signal: Signal | null): Verdict {
  return {
    label,
    confidence: 0.97,
    probabilities: LABELS.map((each) => (each === label ? 0.97 : 0.01)),
    signal,
    signalConfidence: 0.9,
    runnerUp: label === 'none' ? 'execution' : 'none',
    by: 'model',
  };
}

export const NOBODY: Writer = { level: null, aim: null };

/** The report on a written document of a type. */
export function reportOn(document: WrittenDocument, type: DocumentType, writer: Writer = NOBODY): Report {
  return review({
    snapshot: { title: document.title, blocks: [...document.blocks], unread: [], limits: [] },
    passages: document.passages,
    verdicts: document.verdicts,
    detectedType: { type: DOCUMENT_TYPES[0], confidence: 0.5, cues: [] },
    chosenType: type,
    preferences: { ...writer, ranges: {} },
  });
}
