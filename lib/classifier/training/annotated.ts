import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { ALL_SIGNALS, type Label, type Signal, stageOf } from '../../model/stage.ts';
import type { Corpus, LabelledDocument } from './corpus.ts';

/** Labels of lines of a public text; `annotations/README.md` tells how they were made. */
const FILE = fileURLToPath(new URL('./annotations/annotations.json', import.meta.url));

const annotationsSchema = z.object({
  /** First 16 hex digits of the SHA-256 of the file whose lines are labelled. */
  text: z.string(),
  windows: z.array(
    z.object({
      /** The first labelled line, counted from 0. */
      line: z.number(),
      /** The organisation of the given documents whose texts stand next to these lines: they may be its own. */
      near: z.string(),
      /** One code a line, see `labelOf`; `|` between two where another document begins. */
      labels: z.string(),
    }),
  ),
  /** Passages of the given documents, from number `passage` on, labelled without knowing that they had labels. */
  controls: z.array(z.object({ document: z.string(), passage: z.number(), labels: z.string() })),
});
export type Annotations = z.infer<typeof annotationsSchema>;

/** Stands for a line that is not readable prose. */
const UNREADABLE = '-';
const DOCUMENT_BEGINS = ' | ';
/** Follows a code where another careful reader could well disagree. */
const UNSURE = '?';

interface LineLabel {
  readonly stage: Label;
  readonly signal: Signal | null;
  readonly sure: boolean;
}

/** @returns null for a line that is not readable. @throws Error where the code is unknown. */
export function labelOf(code: string): LineLabel | null {
  if (code === UNREADABLE) return null;
  const sure = !code.endsWith(UNSURE);
  const name = sure ? code : code.slice(0, -UNSURE.length);
  if (name === 'none') return { stage: 'none', signal: null, sure };
  const signal = ALL_SIGNALS.find((candidate) => candidate === name);
  if (signal === undefined) throw new Error(`Unknown label: ${code}`);
  return { stage: stageOf(signal), signal, sure };
}

export function readAnnotations(): { readonly annotations: Annotations; readonly hash: string } {
  const json = readFileSync(FILE, 'utf8');
  return {
    annotations: z.parse(annotationsSchema, JSON.parse(json)),
    hash: createHash('sha256').update(json).digest('hex').slice(0, 16),
  };
}

/**
 * Stretches of labelled lines as documents of the organisations beside them. Title and headings are not known.
 * @param lines the text: one paragraph or list item a line.
 */
export function annotatedDocuments({ windows }: Annotations, lines: readonly string[]): LabelledDocument[] {
  return windows
    .flatMap(({ line, near, labels }) => {
      let next = line;
      return labels.split(DOCUMENT_BEGINS).map((codes): LabelledDocument => {
        const first = next;
        const passages = codes.split(' ').flatMap((code) => {
          const at = next++;
          const label = labelOf(code);
          if (label === null) return [];
          return { index: at - first, kind: 'paragraph' as const, headings: [], text: lines[at] ?? '', ...label };
        });
        return { docId: `line-${first}`, title: '', docType: 'other', org: near, passages };
      });
    })
    .filter(({ passages }) => passages.length > 0);
}

/** @param path the text, gzip. @throws Error where the labels are not those of this text. */
export function readAnnotated(path: string): Corpus {
  const { annotations, hash } = readAnnotations();
  const bytes = readFileSync(path);
  if (createHash('sha256').update(bytes).digest('hex').slice(0, 16) !== annotations.text)
    throw new Error(`${path} is not the text whose lines are labelled in ${FILE}`);
  return { documents: annotatedDocuments(annotations, gunzipSync(bytes).toString('utf8').split('\n')), hash };
}

/**
 * How often the labels of the control passages are those that the given documents have.
 * @returns counts; passages of documents that are not given are left out.
 */
export function agreement(
  { controls }: Annotations,
  documents: readonly LabelledDocument[],
): { readonly passages: number; readonly sameStage: number } {
  const byId = new Map(documents.map((document) => [document.docId, document]));
  const pairs = controls.flatMap(({ document, labels, passage }) =>
    labels.split(' ').flatMap((code, place) => {
      const given = byId.get(document)?.passages[passage + place];
      const label = labelOf(code);
      return given === undefined || label === null ? [] : [given.stage === label.stage];
    }),
  );
  return { passages: pairs.length, sameStage: pairs.filter(Boolean).length };
}
