import type { DocumentType } from '../model/document.ts';
import type { Message, Report } from '../model/report.ts';
import { message } from './message.ts';

/** The type as it was detected from the document. */
export interface DetectedType {
  readonly type: DocumentType;
  /** Calibrated, 0-1. */
  readonly confidence: number;
  /** What spoke for it, strongest first, each as "place:what". */
  readonly cues: readonly string[];
}

/** Reasons that are shown; further ones add nothing. */
const SHOWN = 3;

/** The type of a document as the report tells it: the writer's word, or what was detected and why. */
export function describeType(detected: DetectedType, chosen: DocumentType | null): Report['documentType'] {
  if (chosen !== null) return { type: chosen, confidence: 1, by: 'writer', why: [message('typeWhyWriter')] };
  return {
    type: detected.type,
    confidence: detected.confidence,
    by: 'model',
    why: distinct(detected.cues).slice(0, SHOWN).map(reasonOf),
  };
}

/** Without cues that say what another one says: of those from the mix the strongest is enough, and "1-pager" holds "pager". */
function distinct(cues: readonly string[]): string[] {
  const strongest = cues.find((cue) => cue.startsWith('mix:'));
  return cues.filter((cue) => {
    const [place = '', word = ''] = cue.split(':');
    if (place === 'mix') return cue === strongest;
    return !cues.some((other) => other !== cue && other.startsWith(`${place}:`) && other.endsWith(`-${word}`));
  });
}

/** A cue is "place:what", for example `title:roadmap`, `heading:non-goals` or `mix:strategy`. */
function reasonOf(cue: string): Message {
  const colon = cue.indexOf(':');
  const what = cue.slice(colon + 1);
  switch (cue.slice(0, Math.max(0, colon))) {
    case 'title':
      return message('typeWhyTitle', what);
    case 'heading':
      return message('typeWhyHeading', what);
    case 'mix':
      return message('typeWhyMix', what);
    default:
      return message('typeWhyOther', what);
  }
}
