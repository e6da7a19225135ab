import { useMemo, useState } from 'preact/hooks';
import { PALETTE } from '../../lib/marks/palette.ts';
import type { PassageReport } from '../../lib/model/report.ts';
import { LABELS, STAGES } from '../../lib/model/stage.ts';
import { useTranslate } from '../i18n/translate.ts';
import { describePassage } from '../passages/describe.ts';
import { moveCursor, passageAt, STRIP_ROWS, stripColumns, stripPaths } from './strip-geometry.ts';
import './strip.css';

export interface AltitudeStripProps {
  readonly passages: readonly PassageReport[];
  /** The passage the writer is in, marked on the strip. */
  readonly active: string | null;
  readonly onJump: (passageId: string) => void;
}

/**
 * The whole document at a glance: one cell per passage in reading order, as high as its stage. A slider over the passages:
 * arrows move, Enter or a click jumps.
 */
export function AltitudeStrip({ passages, active, onJump }: AltitudeStripProps) {
  const translate = useTranslate();
  const labels = useMemo(() => passages.map((passage) => passage.label), [passages]);
  const paths = useMemo(() => stripPaths(labels), [labels]);
  const [cursor, setCursor] = useState(0);
  const [pointed, setPointed] = useState<number | null>(null);
  const [focused, setFocused] = useState(false);
  const columns = stripColumns(passages.length);
  const current = Math.min(cursor, passages.length - 1);
  const shown = pointed ?? (focused ? current : null);
  const shownPassage = shown === null ? undefined : passages[shown];
  const activeIndex = active === null ? -1 : passages.findIndex((passage) => passage.id === active);
  const currentPassage = passages[current];

  const placeOf = (event: PointerEvent | MouseEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return passageAt((event.clientX - box.left) / box.width, passages.length);
  };
  const jump = (index: number | null) => {
    const passage = index === null ? undefined : passages[index];
    if (index === null || passage === undefined) return;
    setCursor(index);
    onJump(passage.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = moveCursor(event.key, current, labels);
    if (next !== null) setCursor(next);
    else if (event.key === 'Enter' || event.key === ' ') jump(current);
    else return;
    event.preventDefault();
  };

  return (
    <div class="strip">
      <div class="strip-scale" aria-hidden="true">
        {[...STAGES].reverse().map((stage) => (
          <span key={stage}>{PALETTE.light[stage].letter}</span>
        ))}
      </div>
      <div
        class="strip-track"
        role="slider"
        tabIndex={0}
        aria-label={translate('stripName')}
        aria-valuemin={1}
        aria-valuemax={passages.length}
        aria-valuenow={current + 1}
        aria-valuetext={currentPassage && describePassage(translate, currentPassage, passages.length)}
        onClick={(event) => jump(placeOf(event))}
        onPointerMove={(event) => setPointed(placeOf(event))}
        onPointerLeave={() => setPointed(null)}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        <svg viewBox={`0 0 ${columns} ${STRIP_ROWS}`} preserveAspectRatio="none" aria-hidden="true">
          {LABELS.map((label) => (
            <path key={label} class="strip-cells" data-stage={label} d={paths[label]} />
          ))}
        </svg>
        {activeIndex >= 0 && <Needle at={activeIndex} columns={columns} kind="active" />}
        {shown !== null && <Needle at={shown} columns={columns} kind="cursor" />}
      </div>
      <p class="strip-caption faint one-line" aria-hidden="true">
        {shownPassage ? describePassage(translate, shownPassage, passages.length) : translate('stripHint')}
      </p>
    </div>
  );
}

interface NeedleProps {
  readonly at: number;
  readonly columns: number;
  readonly kind: 'active' | 'cursor';
}

function Needle({ at, columns, kind }: NeedleProps) {
  return (
    <span
      class={`strip-needle strip-needle-${kind}`}
      style={{ insetInlineStart: `${((at + 0.42) / columns) * 100}%` }}
    />
  );
}
