import type { Mark } from '../marks/marker.ts';
import type { Passage } from '../model/passage.ts';
import { isStage } from '../model/stage.ts';
import type { MarkMode } from '../model/tab.ts';
import type { Verdict } from '../model/verdict.ts';
import { remapSpan, singleEdit } from '../text/edit.ts';
import { splitSentences } from '../text/sentences.ts';

/** Whether a verdict is drawn in a mode. */
export function isMarked(verdict: Verdict, mode: MarkMode): boolean {
  return isStage(verdict.label) && (mode === 'all' || mode === verdict.label);
}

/**
 * The marks of a passage: one per sentence, so that a sentence being typed loses its mark and the others keep theirs.
 */
export function marksOf(passage: Passage, verdict: Verdict, mode: MarkMode): readonly Mark[] {
  const stage = verdict.label;
  if (!isStage(stage) || !isMarked(verdict, mode)) return [];
  return splitSentences(passage.text).map(([start, end]) => ({
    passageId: passage.id,
    blockId: passage.id,
    start,
    end,
    stage,
    text: passage.text.slice(start, end),
  }));
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
