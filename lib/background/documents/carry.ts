import type { Passage } from '../../model/passage.ts';
import type { Corrections, PassageCorrection } from '../../settings/corrections.ts';
import { singleEdit } from '../../text/edit.ts';
import { anchorOf, correctionMatcher } from './adjustments.ts';

/** Share of a passage's text that an edit may touch for it to remain the same passage to its writer. */
const SMALL_EDIT_SHARE = 0.5;

/**
 * The corrections of this document whose passages the writer has just edited a little, each with its new form: a label set
 * by hand must not fall off because a typo was mended. What was rewritten loses its label, for it says something else now.
 */
export function carriedCorrections(
  before: readonly Passage[],
  after: readonly Passage[],
  corrections: Corrections,
  document: string,
): ReadonlyMap<PassageCorrection, PassageCorrection> {
  const carried = new Map<PassageCorrection, PassageCorrection>();
  if (!corrections.some((each) => each.kind === 'passage' && each.document === document)) return carried;
  const find = correctionMatcher(before, corrections, document);
  const earlier = new Map(before.map((passage) => [passage.id, passage]));
  after.forEach((passage, index) => {
    const old = earlier.get(passage.id);
    if (old === undefined || old.text === passage.text || !isSmallEdit(old.text, passage.text)) return;
    const correction = find(old.index);
    if (correction?.document === document) carried.set(correction, { ...correction, ...anchorOf(after, index) });
  });
  return carried;
}

function isSmallEdit(before: string, after: string): boolean {
  const edit = singleEdit(before, after);
  return edit === null || Math.max(edit.removed, edit.inserted) <= SMALL_EDIT_SHARE * before.length;
}

/** The corrections with some of them in their new form; others, and those taken back meanwhile, stay as they are. */
export function withCarried(
  corrections: Corrections,
  carried: ReadonlyMap<PassageCorrection, PassageCorrection>,
): Corrections {
  if (carried.size === 0) return corrections;
  const byForm = new Map([...carried].map(([old, next]) => [JSON.stringify(old), next]));
  return corrections.map((each) => byForm.get(JSON.stringify(each)) ?? each);
}
