import { PALETTE } from '../../lib/marks/palette.ts';
import { isStage, type Label } from '../../lib/model/stage.ts';
import './stage.css';

/** The sign of a label: its letter on its colour with its line pattern below. Decorative; its name stands beside it. */
export function StageMark({ label }: { readonly label: Label }) {
  return (
    <span class="stage-mark" data-stage={label} aria-hidden="true">
      {isStage(label) ? PALETTE.light[label].letter : '–'}
    </span>
  );
}
