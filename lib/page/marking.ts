import type { Mark } from '../marks/marker.ts';
import { isStage, type Label } from '../model/stage.ts';
import type { MarkMode } from '../model/tab.ts';
import { remapSpan, singleEdit } from '../text/edit.ts';

/** A passage to be marked. */
export interface Markable {
  readonly id: string;
  readonly label: Label;
  /** Sentences as start, end, start, end ... in the text. */
  readonly sentences: readonly number[];
  readonly block: { readonly text: string };
}

/** Whether a passage is drawn in a mode. */
export function isMarked({ label }: Pick<Markable, 'label'>, mode: MarkMode): boolean {
  return isStage(label) && (mode === 'all' || mode === label);
}

/**
 * The marks of a passage: one per sentence, so that a sentence being typed loses its mark and the others keep theirs.
 */
export function marksOf(passage: Markable, mode: MarkMode): readonly Mark[] {
  const { id, label, sentences, block } = passage;
  if (!isStage(label) || !isMarked(passage, mode)) return [];
  const marks: Mark[] = [];
  for (let at = 0; at + 1 < sentences.length; at += 2) {
    const start = sentences[at] ?? 0;
    const end = sentences[at + 1] ?? 0;
    marks.push({ passageId: id, blockId: id, start, end, stage: label, text: block.text.slice(start, end) });
  }
  return marks;
}

/**
 * Marks of a block after its text changed: untouched sentences move with the edit, touched ones lose their mark. What does
 * not stand exactly where it should is dropped.
 */
export function remapMarks(marks: readonly Mark[], before: string, after: string): readonly Mark[] {
  const edit = singleEdit(before, after);
  if (edit === null) return marks;
  const moved: Mark[] = [];
  for (const mark of marks) {
    const span = remapSpan(mark.start, mark.end, edit);
    if (span === null || after.slice(span[0], span[1]) !== mark.text) continue;
    moved.push(span[0] === mark.start ? mark : { ...mark, start: span[0], end: span[1] });
  }
  return moved;
}
