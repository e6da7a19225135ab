import { SIGNAL_ENTRIES } from '../../lib/classifier/signals/index.ts';
import { scanTokens, TokenBuffer } from '../../lib/classifier/tokens.ts';
import { LEXICON_ENTRIES, lexiconFinder } from '../../lib/classifier/training/lexicon.ts';
import { type Labeller, labelDocument } from '../../lib/cli/label.ts';
import { isStage, LABELS, type Label } from '../../lib/model/stage.ts';
import type { Verdict } from '../../lib/model/verdict.ts';
import { hashText } from '../../lib/text/hash.ts';
import { type AdversarialPassage, adversarialFamilies, isHeldOut } from './adversarial-set.ts';

/** What is right among some passages; shares are 0-1. */
export interface Rightness {
  readonly passages: number;
  readonly accuracy: number;
  /** Share of right signals among passages whose stage is right. */
  readonly signalAccuracy: number;
  /** Share of passages that plain counting of the lexicon's phrases labels right. */
  readonly keywordAccuracy: number;
}

export interface Miss {
  readonly passage: AdversarialPassage;
  readonly family: string;
  readonly given: Label;
  readonly confidence: number;
}

export interface AdversarialReport {
  readonly all: Rightness;
  /** The passages that are read while signals and supplement are written, and those that are not. */
  readonly open: Rightness;
  readonly heldOut: Rightness;
  readonly families: readonly { readonly family: string; readonly open: Rightness; readonly heldOut: Rightness }[];
  /** Rows: true label, columns: given label, both in the order of LABELS. */
  readonly confusion: readonly (readonly number[])[];
  /** Of the open passages alone: the held-out ones are for measuring, not for reading. */
  readonly misses: readonly Miss[];
}

/** How the passages meet the classifier: each as a document of its own, or with those of its family under the same title. */
export type Company = 'alone' | 'together';

interface Judged {
  readonly passage: AdversarialPassage;
  readonly family: string;
  readonly heldOut: boolean;
  readonly verdict: Verdict | null;
  readonly keyword: Label;
}

/** Gives the label of which the lexicon finds most phrases in text, headings and title; `none` where it finds none. */
function keywordLabeller(): (passage: AdversarialPassage) => Label {
  const finder = lexiconFinder();
  const tokens = new TokenBuffer();
  const found = new Int32Array(LEXICON_ENTRIES);
  return ({ title, headings, text }) => {
    found.fill(0);
    for (const part of [title, ...headings, text]) {
      scanTokens(part, tokens);
      finder.find(tokens, (entry) => {
        found[entry] = (found[entry] ?? 0) + 1;
      });
    }
    const counts = LABELS.map((label) =>
      SIGNAL_ENTRIES.reduce((sum, entry, place) => (entry.label === label ? sum + (found[place] ?? 0) : sum), 0),
    );
    const most = Math.max(...counts);
    return most === 0 ? 'none' : (LABELS[counts.indexOf(most)] ?? 'none');
  };
}

function documentsOf(passages: readonly AdversarialPassage[], company: Company): AdversarialPassage[][] {
  if (company === 'alone') return passages.map((passage) => [passage]);
  return [...Map.groupBy(passages, ({ title }) => title).values()];
}

function verdictsOf(labeller: Labeller, document: readonly AdversarialPassage[]): readonly (Verdict | null)[] {
  const passages = document.map(({ kind, headings, text }) => ({
    kind,
    headings,
    text,
    hash: hashText(kind, ...headings, text),
  }));
  return labelDocument(labeller, { title: document[0]?.title ?? '', passages }).verdicts;
}

function rightness(judged: readonly Judged[]): Rightness {
  const right = judged.filter(({ passage, verdict }) => verdict?.label === passage.label);
  const staged = right.filter(({ passage }) => isStage(passage.label));
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    passages: judged.length,
    accuracy: share(right.length, judged.length),
    signalAccuracy: share(
      staged.filter(({ passage, verdict }) => verdict?.signal === passage.signal).length,
      staged.length,
    ),
    keywordAccuracy: share(judged.filter(({ passage, keyword }) => keyword === passage.label).length, judged.length),
  };
}

/** Labels the adversarial passages and counts what is right. */
export function adversarialReport(labeller: Labeller, company: Company): AdversarialReport {
  const keywordLabel = keywordLabeller();
  const judged: Judged[] = adversarialFamilies().flatMap(({ family, passages }) =>
    documentsOf(passages, company).flatMap((document) => {
      const verdicts = verdictsOf(labeller, document);
      return document.map((passage, index) => ({
        passage,
        family,
        heldOut: isHeldOut(passages.indexOf(passage)),
        verdict: verdicts[index] ?? null,
        keyword: keywordLabel(passage),
      }));
    }),
  );
  const confusion = LABELS.map((label) =>
    LABELS.map(
      (given) => judged.filter(({ passage, verdict }) => passage.label === label && verdict?.label === given).length,
    ),
  );
  const open = judged.filter(({ heldOut }) => !heldOut);
  const heldOut = judged.filter((each) => each.heldOut);
  return {
    all: rightness(judged),
    open: rightness(open),
    heldOut: rightness(heldOut),
    families: [...new Set(judged.map(({ family }) => family))].map((family) => ({
      family,
      open: rightness(open.filter((each) => each.family === family)),
      heldOut: rightness(heldOut.filter((each) => each.family === family)),
    })),
    confusion,
    misses: open
      .filter(({ passage, verdict }) => verdict?.label !== passage.label)
      .map(({ passage, family, verdict }) => ({
        passage,
        family,
        given: verdict?.label ?? 'none',
        confidence: verdict?.confidence ?? 0,
      })),
  };
}
