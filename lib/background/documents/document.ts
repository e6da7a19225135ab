import type { DocumentClassifier } from '../../classifier/contract.ts';
import { wordsToLearn } from '../../classifier/lessons.ts';
import type { About, Heard, Write } from '../../messaging/document-protocol.ts';
import { GoneError } from '../../messaging/serve.ts';
import { withSplice } from '../../messaging/splices.ts';
import type { PassageDetail } from '../../model/detail.ts';
import type { Block } from '../../model/document.ts';
import type { Passage } from '../../model/passage.ts';
import type { Report } from '../../model/report.ts';
import type { Label } from '../../model/stage.ts';
import type { Evidence } from '../../model/verdict.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ReviewInput } from '../../review/review.ts';
import { type Corrections, type PassageCorrection, withCorrection } from '../../settings/corrections.ts';
import { documentKey } from '../../settings/document-key.ts';
import { packsInUse } from '../../settings/rule-packs.ts';
import type { Settings } from '../../settings/settings.ts';
import { toPassages } from '../../text/passages.ts';
import { adjustmentsFor, anchorOf, correctionFor } from './adjustments.ts';
import { carriedCorrections, withCarried } from './carry.ts';
import type { ReadGrammar } from './grammar-service.ts';
import { createLabelling } from './labelling.ts';
import { ToldRows } from './rows.ts';

/** While verdicts still move, rows are told at most this often, in milliseconds ... */
const TELL_EVERY_MS = 100;
/** ... and the review is made at most this often. */
const REVIEW_EVERY_MS = 1000;

export interface DocumentDeps {
  readonly createClassifier: () => DocumentClassifier;
  readonly review: (input: ReviewInput) => Report;
  readonly readGrammar: ReadGrammar;
  readonly clock: Clock;
  readonly settings: () => Settings;
  /** Changes the stored corrections; afterwards all documents follow. Rejects where they cannot be kept. */
  readonly correct: (change: (corrections: Corrections) => Corrections) => Promise<void>;
  /** Keeps corrections in their new form after their passages were edited. */
  readonly carry: (carried: ReadonlyMap<PassageCorrection, PassageCorrection>) => void;
}

/** One document of a page, as long as the page has it open. */
export interface ReadDocument {
  /** @returns false where the message changes a version that is not known here. */
  receive(message: Write): boolean;
  /** Settings changed: labels and review follow. */
  follow(): void;
  /** @throws GoneError when the passage is not in the document or has no verdict yet. */
  explain(passageId: string): PassageDetail;
  relabel(passageId: string, label: Label | null): Promise<void>;
}

/** @param tell tells the page; @param signal ends all work. */
export function createDocument(
  surface: string,
  deps: DocumentDeps,
  tell: (message: Heard) => void,
  signal: AbortSignal,
): ReadDocument {
  const { clock } = deps;
  const key = documentKey(surface);
  const classifier = deps.createClassifier();
  const told = new ToldRows();
  let blocks: readonly Block[] = [];
  let about: About | null = null;
  let passages: readonly Passage[] = [];
  let indexOf = new Map<string, number>();
  let revision = 0;
  let from = 0;
  /** The version that is still coming in. */
  let coming: { readonly revision: number; blocks: Block[]; readonly fresh: Set<string> } | null = null;
  let report: Report | null = null;
  /** The parts of the review that were told, as JSON by field. */
  const toldReport = new Map<string, string>();
  let lastTold = Number.NEGATIVE_INFINITY;
  let lastReview = Number.NEGATIVE_INFINITY;

  const labelling = createLabelling({
    classifier,
    clock,
    readGrammar: deps.readGrammar,
    signal,
    advanced(tier1Done) {
      const now = clock.now();
      if (!tier1Done && now - lastTold < TELL_EVERY_MS) return;
      if (tier1Done && (report === null || now - lastReview >= REVIEW_EVERY_MS)) makeReport();
      tellNews(false);
    },
    settled() {
      makeReport();
      tellNews(true);
    },
  });

  const makeReport = () => {
    if (about === null) return;
    const { preferences, documents } = deps.settings();
    lastReview = clock.now();
    report = deps.review({
      snapshot: { ...about, blocks: [...blocks] },
      passages,
      verdicts: classifier.verdicts(),
      detectedType: classifier.documentType(),
      chosenType: documents[key]?.type ?? null,
      preferences,
    });
  };
  /** The parts of the review that the page does not know; null where it knows all. They count as told from now on. */
  const reportNews = (): Record<string, unknown> | null => {
    if (report === null) return null;
    // The page makes the list of passages itself.
    const { passages: _, ...parts } = report;
    const changed = Object.entries(parts).filter(([field, part]) => {
      const text = JSON.stringify(part);
      const isNews = toldReport.get(field) !== text;
      toldReport.set(field, text);
      return isNews;
    });
    return changed.length === 0 ? null : Object.fromEntries(changed);
  };
  const tellNews = (settled: boolean) => {
    lastTold = clock.now();
    const verdicts = classifier.verdicts();
    const known = verdicts.reduce((count, each) => count + (each === null ? 0 : 1), 0);
    const state = {
      kind: 'news',
      surface,
      revision,
      progress: verdicts.length === 0 ? 1 : known / verdicts.length,
      grammar: labelling.grammarAvailable(),
    } as const;
    const batches = told.news(passages, verdicts, from);
    const last = batches.pop() ?? { rows: [], headings: [] };
    for (const { rows, headings } of batches)
      tell({ ...state, rows: [...rows], headings: [...headings], more: true, settled: false, report: null });
    tell({
      ...state,
      rows: [...last.rows],
      headings: [...last.headings],
      more: false,
      settled,
      report: reportNews(),
    });
  };

  /** @param before the passages before an edit; empty where only settings changed. */
  const label = (before: readonly Passage[]) => {
    const { corrections, packs, preferences } = deps.settings();
    const carried = carriedCorrections(before, passages, corrections, key);
    if (carried.size > 0) deps.carry(carried);
    const adjustments = adjustmentsFor(
      passages,
      withCarried(corrections, carried),
      key,
      preferences.vocabulary,
      packsInUse(packs),
    );
    labelling.start({ title: about?.title ?? '', passages }, adjustments, from);
  };

  const at = (passageId: string) => {
    const index = indexOf.get(passageId);
    const passage = index === undefined ? undefined : passages[index];
    if (index === undefined || passage === undefined) throw new GoneError('This passage is no longer in the document.');
    const verdict = classifier.verdicts()[index];
    if (!verdict) throw new GoneError('This passage is still being read.');
    return { index, passage, verdict };
  };

  return {
    receive(message) {
      if (coming?.revision !== message.revision) {
        if (message.base !== 0 && message.base !== revision) return false;
        coming = {
          revision: message.revision,
          blocks: message.base === 0 ? [] : [...blocks],
          fresh: new Set(),
        };
      }
      for (const splice of message.splices) {
        coming.blocks = withSplice(coming.blocks, splice);
        for (const { id } of splice.blocks) coming.fresh.add(id);
      }
      if (message.about === null) return true;
      if (message.base === 0) toldReport.clear();
      const before = passages;
      ({ blocks, revision } = coming);
      told.forget(coming.fresh);
      coming = null;
      about = message.about;
      passages = toPassages(blocks, before);
      if (passages.length !== before.length || !passages.every(({ id }, index) => id === before[index]?.id))
        indexOf = new Map(passages.map((passage) => [passage.id, passage.index]));
      from = firstPassage(blocks, message.from, indexOf);
      label(before);
      return true;
    },
    follow() {
      if (about !== null) label([]);
    },
    explain(passageId) {
      const { index, passage, verdict } = at(passageId);
      const explanation = classifier.explain(index);
      const quote = ({ spans }: Evidence) => passage.text.slice(...(spans[0] ?? [0, 0]));
      return {
        surfaceId: surface,
        passageId,
        verdict,
        explanation,
        quotes: explanation.evidence.map(quote),
        againstQuotes: explanation.against.map(quote),
        todo: report?.advice.find((advice) => advice.passageIds.includes(passageId))?.question ?? null,
        undoable: verdict.by === 'writer',
      };
    },
    async relabel(passageId, given) {
      const { index, passage, verdict } = at(passageId);
      const here = passages;
      await deps.correct((all) => {
        const earlier = correctionFor(here, index, all, key);
        const others = earlier === undefined ? all : all.filter((each) => each !== earlier);
        if (given === null) return others;
        return withCorrection(others, {
          kind: 'passage',
          document: key,
          ...anchorOf(here, index),
          label: given,
          was: earlier?.was ?? verdict.label,
          words: wordsToLearn(passage.text),
          at: clock.wall(),
        });
      });
    },
  };
}

/** The first passage at or after a block; the first of all where the block is not there. */
function firstPassage(blocks: readonly Block[], from: string | null, indexOf: ReadonlyMap<string, number>): number {
  const own = from === null ? undefined : indexOf.get(from);
  if (own !== undefined) return own;
  const start = blocks.findIndex(({ id }) => id === from);
  for (let place = Math.max(0, start); place < blocks.length; place++) {
    const index = indexOf.get(blocks[place]?.id ?? '');
    if (index !== undefined) return index;
  }
  return 0;
}
