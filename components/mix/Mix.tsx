import type { ExpectedRange, Report } from '../../lib/model/report.ts';
import { STAGES, type Stage } from '../../lib/model/stage.ts';
import { excess } from '../../lib/review/distance.ts';
import { Disclosure } from '../controls/Disclosure.tsx';
import { LABEL_NAMES } from '../i18n/names.ts';
import { formatPoints, formatShare, type Translate, useTranslate } from '../i18n/translate.ts';
import { StageMark } from '../stage/StageMark.tsx';
import { rangePosition } from './range-position.ts';
import './mix.css';

/** Below this share a segment of the bar has no room for its letter. */
const LETTER_MIN_SHARE = 0.09;

/** The document's mix: one bar, and per stage its share against the expected range. */
export function Mix({ report }: { readonly report: Report }) {
  const translate = useTranslate();
  const { mix, expected } = report;
  return (
    <div class="mix">
      <MixBar mix={mix} translate={translate} />
      <table class="mix-table">
        <caption class="for-screen-readers">{translate('mixCaption')}</caption>
        <thead class="for-screen-readers">
          <tr>
            <th scope="col">{translate('mixStage')}</th>
            <th scope="col">{translate('mixShare')}</th>
            <th scope="col">{translate('mixExpected')}</th>
          </tr>
        </thead>
        <tbody>
          {STAGES.map((stage) => (
            <MixRow key={stage} stage={stage} share={mix[stage]} range={expected[stage]} translate={translate} />
          ))}
        </tbody>
      </table>
      <div class="mix-foot">
        <span class="faint">{translate('mixNeutral', formatShare(mix.neutral))}</span>
        <Distance report={report} />
      </div>
    </div>
  );
}

/** The stage shares as one bar, drawn as marks are: colour, letter and line pattern. */
export function MixBar({ mix, translate }: { readonly mix: Report['mix']; readonly translate: Translate }) {
  const name = STAGES.map((stage) => `${translate(LABEL_NAMES[stage])} ${formatShare(mix[stage])}`).join(', ');
  return (
    <div class="mix-bar" role="img" aria-label={name}>
      {STAGES.filter((stage) => mix[stage] > 0).map((stage) => (
        <span key={stage} class="mix-segment" data-stage={stage} style={{ flexGrow: mix[stage] }}>
          {mix[stage] >= LETTER_MIN_SHARE && <StageMark label={stage} />}
        </span>
      ))}
    </div>
  );
}

interface MixRowProps {
  readonly stage: Stage;
  readonly share: number;
  readonly range: ExpectedRange[Stage];
  readonly translate: Translate;
}

function MixRow({ stage, share, range, translate }: MixRowProps) {
  const position = rangePosition(share, range);
  const key = { below: 'mixBelow', within: 'mixWithin', above: 'mixAbove' }[position];
  return (
    <tr data-stage={stage}>
      <th scope="row">
        <StageMark label={stage} />
        {translate(LABEL_NAMES[stage])}
      </th>
      <td class="mix-share number">{formatShare(share)}</td>
      <td class="mix-range">
        <RangeTrack share={share} range={range} />
        <span class={`mix-position mix-${position} number`}>
          {translate(key, formatPoints(range.low), formatShare(range.high))}
        </span>
      </td>
    </tr>
  );
}

/** The share as a line from nothing to all, with the expected range as a bracketed band on it. */
function RangeTrack({ share, range }: { readonly share: number; readonly range: ExpectedRange[Stage] }) {
  return (
    <span class="range-track" aria-hidden="true">
      <span
        class="range-band"
        style={{ insetInlineStart: `${range.low * 100}%`, inlineSize: `${(range.high - range.low) * 100}%` }}
      />
      <span class="stage-line range-line" style={{ inlineSize: `${share * 100}%` }} />
      <span class="range-dot" style={{ insetInlineStart: `${share * 100}%` }} />
    </span>
  );
}

/** How far the mix lies outside its range, with the sum behind it on demand. */
function Distance({ report }: { readonly report: Report }) {
  const translate = useTranslate();
  const points = formatPoints(report.distance);
  const summary = points === '0' ? translate('distanceNone') : translate('distance', points);
  return (
    <Disclosure kind="inline" summary={<span class="number">{summary}</span>}>
      <p>{translate('distanceFormula')}</p>
      <ul class="distance-sum number">
        {STAGES.map((stage) => (
          <li key={stage}>
            {translate(
              distanceKey(excess(stage, report.mix, report.expected)),
              translate(LABEL_NAMES[stage]),
              formatPoints(Math.abs(excess(stage, report.mix, report.expected))),
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** Key of how far one stage lies outside its range. */
function distanceKey(excess: number): string {
  if (excess === 0) return 'distanceStageWithin';
  return excess > 0 ? 'distanceStageOver' : 'distanceStageUnder';
}
