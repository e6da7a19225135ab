import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { PASSAGE_KINDS } from '../../model/document.ts';
import { ALL_SIGNALS, LABELS, type Label, type Signal, stageOf } from '../../model/stage.ts';

const passageSchema = z.object({
  index: z.number(),
  kind: z.enum(PASSAGE_KINDS),
  headings: z.array(z.string()),
  text: z.string(),
  stage: z.enum(LABELS),
  signal: z.nullish(z.enum(ALL_SIGNALS as readonly [Signal, ...Signal[]])),
  sure: z.optional(z.boolean()),
  ambiguous: z.optional(z.boolean()),
});

const documentSchema = z.object({
  docId: z.string(),
  title: z.string(),
  docType: z.string(),
  org: z.string(),
  passages: z.array(passageSchema),
});

/** One labelled document; the format is described in the README's section on accuracy. */
export type LabelledDocument = z.infer<typeof documentSchema>;
export type LabelledPassage = LabelledDocument['passages'][number];

export interface Corpus {
  readonly documents: readonly LabelledDocument[];
  /** First 16 hex digits of the SHA-256 over the files in order of their names. */
  readonly hash: string;
}

/**
 * Reads all `*.json` files of the given folders, in order of folder and name.
 * @throws Error naming the file where one is not a labelled document, or the folders where there is none.
 */
export function readCorpus(folders: readonly string[]): Corpus {
  const digest = createHash('sha256');
  const documents: LabelledDocument[] = [];
  for (const folder of folders)
    for (const name of readdirSync(folder).sort()) {
      if (!name.endsWith('.json')) continue;
      const path = join(folder, name);
      const bytes = readFileSync(path);
      digest.update(bytes);
      documents.push(parseDocument(path, bytes.toString('utf8')));
    }
  if (documents.length === 0) throw new Error(`No labelled documents (*.json) in ${folders.join(', ')}`);
  return { documents, hash: digest.digest('hex').slice(0, 16) };
}

function parseDocument(path: string, json: string): LabelledDocument {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new Error(`${path} is not JSON: ${(error as Error).message}`);
  }
  const parsed = documentSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${path} is not a labelled document: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** Where a label stands in LABELS. */
export function labelIndex(label: Label): number {
  return LABELS.indexOf(label);
}

/** Where a signal stands in ALL_SIGNALS; -1 where there is none or it does not belong to the label. */
export function signalIndex(passage: LabelledPassage): number {
  const { signal, stage } = passage;
  if (signal === null || signal === undefined || stageOf(signal) !== stage) return -1;
  return ALL_SIGNALS.indexOf(signal);
}
