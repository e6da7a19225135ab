import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { PASSAGE_KINDS } from '../../lib/model/document.ts';
import { ALL_SIGNALS, LABELS, type Signal } from '../../lib/model/stage.ts';

/**
 * Passages that mislead a reader of words, written for this project: each stands alone under its title and headings, with the label that
 * the labelling guide gives it and the reason. The classifier is never fitted on them.
 */
const passageSchema = z.object({
  kind: z.enum(PASSAGE_KINDS),
  title: z.string(),
  headings: z.array(z.string()),
  text: z.string(),
  label: z.enum(LABELS),
  signal: z.nullable(z.enum(ALL_SIGNALS as readonly [Signal, ...Signal[]])),
  /** Why the label is right, and what misleads. */
  reason: z.string(),
});
export type AdversarialPassage = z.infer<typeof passageSchema>;

const familySchema = z.object({ family: z.string(), passages: z.array(passageSchema) });
export type AdversarialFamily = z.infer<typeof familySchema>;

const FOLDER = fileURLToPath(new URL('./adversarial/', import.meta.url));

/** All families, in order of their names. Throws an Error of zod where a file is not of the format. */
export function adversarialFamilies(): AdversarialFamily[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => familySchema.parse(JSON.parse(readFileSync(`${FOLDER}${name}`, 'utf8'))));
}

/**
 * Whether a passage belongs to the half that nobody reads while signals and supplement are written: every second of its family.
 * @param place of the passage in its family, from 0.
 */
export function isHeldOut(place: number): boolean {
  return place % 2 === 1;
}

export interface NeutralPage {
  readonly name: string;
  readonly markdown: string;
}

function pagesIn(folder: string): NeutralPage[] {
  const path = fileURLToPath(new URL(folder, import.meta.url));
  return readdirSync(path)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ name, markdown: readFileSync(path + name, 'utf8') }));
}

/** Twenty pages of prose that is no product work, as Markdown. */
export function neutralPages(): NeutralPage[] {
  return pagesIn('./neutral/');
}

/** Ten more of them, written after the signals and the supplement and not read since. */
export function heldOutPages(): NeutralPage[] {
  return pagesIn('./neutral-held-out/');
}
