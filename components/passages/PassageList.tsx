import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { PassageReport } from '../../lib/model/report.ts';
import type { Label, Signal } from '../../lib/model/stage.ts';
import { Choice } from '../controls/Choice.tsx';
import { useVirtualList } from '../hooks/use-virtual-list.ts';
import { LABEL_NAMES, SIGNAL_NAMES } from '../i18n/names.ts';
import { counted, formatCount, formatShare, useTranslate } from '../i18n/translate.ts';
import { StageMark } from '../stage/StageMark.tsx';
import { describeLabel } from './describe.ts';
import { countLabels, countSignals, EVERYTHING, filterPassages, type PassageFilter, presentLabels } from './filter.ts';
import './passages.css';

/** Height of a row of two lines at normal text size, in CSS pixels. */
const ROW_HEIGHT = 58;

export interface PassageListProps {
  readonly passages: readonly PassageReport[];
  readonly active: string | null;
  readonly onJump: (passageId: string) => void;
}

/** Every passage with its label, filtered by stage and signal. A list box: arrows move, Enter or a click jumps. */
export function PassageList({ passages, active, onJump }: PassageListProps) {
  const translate = useTranslate();
  const [filter, setFilter] = useState<PassageFilter>(EVERYTHING);
  const shown = useMemo(() => filterPassages(passages, filter), [passages, filter]);
  return (
    <div class="passages">
      <Filters passages={passages} filter={filter} onChange={setFilter} />
      <p class="for-screen-readers" role="status">
        {counted(translate, 'passagesShown', shown.length)}
      </p>
      {shown.length === 0 ? (
        <p class="faint">{translate('passagesNone')}</p>
      ) : (
        <Rows passages={shown} active={active} onJump={onJump} />
      )}
    </div>
  );
}

interface FiltersProps {
  readonly passages: readonly PassageReport[];
  readonly filter: PassageFilter;
  readonly onChange: (filter: PassageFilter) => void;
}

function Filters({ passages, filter, onChange }: FiltersProps) {
  const translate = useTranslate();
  const counts = countLabels(passages);
  const signals = filter.label === null ? new Map<Signal, number>() : countSignals(passages, filter.label);
  const signalId = useId();
  return (
    <div class="passages-filters">
      <Choice
        legend={translate('passagesFilter')}
        hideLegend
        value={filter.label ?? 'all'}
        options={[
          { value: 'all', name: translate('passagesAll') },
          ...presentLabels(passages).map((label) => ({
            value: label,
            name: `${translate(LABEL_NAMES[label])}, ${formatCount(counts[label])}`,
            content: (
              <span class="passages-count number">
                <StageMark label={label} /> {formatCount(counts[label])}
              </span>
            ),
          })),
        ]}
        onChange={(value: Label | 'all') => onChange({ label: value === 'all' ? null : value, signal: null })}
      />
      {signals.size > 1 && (
        <div class="passages-signal">
          <label for={signalId} class="faint">
            {translate('passagesSignal')}
          </label>
          <select
            id={signalId}
            class="select"
            value={filter.signal ?? ''}
            onChange={(event) => {
              const signal = [...signals.keys()].find((candidate) => candidate === event.currentTarget.value) ?? null;
              onChange({ ...filter, signal });
            }}
          >
            <option value="">{translate('passagesEverySignal')}</option>
            {[...signals].map(([signal, count]) => (
              <option key={signal} value={signal}>
                {`${translate(SIGNAL_NAMES[signal])} (${formatCount(count)})`}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}

function Rows({ passages, active, onJump }: PassageListProps) {
  const translate = useTranslate();
  const scroller = useRef<HTMLDivElement>(null);
  const listId = useId();
  const [cursor, setCursor] = useState(0);
  const current = Math.min(cursor, passages.length - 1);
  const list = useVirtualList({
    count: passages.length,
    scroller,
    estimate: ROW_HEIGHT,
    keyOf: (index) => passages[index]?.id ?? String(index),
  });
  const activeIndex = active === null ? -1 : passages.findIndex((passage) => passage.id === active);
  useEffect(() => {
    if (activeIndex >= 0) list.scrollToIndex(activeIndex, { align: 'auto' });
  }, [activeIndex, list]);

  const rowId = (index: number) => `${listId}-${index}`;
  const jump = (index: number) => {
    setCursor(index);
    const passage = passages[index];
    if (passage !== undefined) onJump(passage.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const last = passages.length - 1;
    const next = {
      ArrowDown: Math.min(last, current + 1),
      ArrowUp: Math.max(0, current - 1),
      PageDown: Math.min(last, current + 10),
      PageUp: Math.max(0, current - 10),
      Home: 0,
      End: last,
    }[event.key];
    if (next !== undefined) {
      setCursor(next);
      list.scrollToIndex(next, { align: 'auto' });
    } else if (event.key === 'Enter' || event.key === ' ') jump(current);
    else return;
    event.preventDefault();
  };

  const onClick = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    if (row !== null) jump(Number(row.dataset.index));
  };

  return (
    <div
      ref={scroller}
      class="passages-scroller"
      role="listbox"
      tabIndex={0}
      aria-label={translate('passagesName')}
      aria-activedescendant={rowId(current)}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div class="passages-space" role="presentation" style={{ blockSize: `${list.getTotalSize()}px` }}>
        {list.getVirtualItems().map((row) => {
          const passage = passages[row.index];
          if (passage === undefined) return null;
          return (
            <div
              key={row.key}
              id={rowId(row.index)}
              ref={(element) => list.measureElement(element)}
              data-index={row.index}
              class={`passage ${row.index === current ? 'passage-current' : ''}`}
              role="option"
              tabIndex={-1}
              aria-selected={row.index === activeIndex}
              aria-setsize={passages.length}
              aria-posinset={row.index + 1}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <StageMark label={passage.label} />
              <span class="passage-text">
                <span class="passage-excerpt">{passage.excerpt}</span>
                <span class="passage-about faint one-line">
                  {[describeLabel(translate, passage), sureness(passage), passage.heading]
                    .filter(Boolean)
                    .join('  ·  ')}
                </span>
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );

  function sureness(passage: PassageReport): string {
    return passage.by === 'writer'
      ? translate('passageByWriter')
      : translate('passageSure', formatShare(passage.confidence));
  }
}
