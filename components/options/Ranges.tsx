import { useId, useState } from 'preact/hooks';
import { DOCUMENT_TYPES, type DocumentType } from '../../lib/model/document.ts';
import type { ExpectedRange } from '../../lib/model/report.ts';
import { STAGES, type Stage } from '../../lib/model/stage.ts';
import { EXPECTED_RANGES } from '../../lib/review/expected-ranges.ts';
import { Button } from '../controls/Button.tsx';
import { DOCUMENT_TYPE_NAMES, LABEL_NAMES } from '../i18n/names.ts';
import { useTranslate } from '../i18n/translate.ts';
import { PagePart } from '../layout/PagePart.tsx';
import { StageMark } from '../stage/StageMark.tsx';
import { Field } from './Field.tsx';
import type { OptionsPartProps } from './OptionsView.tsx';
import { withBound } from './ranges.ts';

/** What a document of each type usually holds, as the writer or the team sees it. */
export function Ranges({ settings, client, ask }: OptionsPartProps) {
  const translate = useTranslate();
  const id = useId();
  const [type, setType] = useState<DocumentType>('strategy');
  const own = settings.preferences.ranges[type];
  const range = own ?? EXPECTED_RANGES[type].range;
  const save = (next: ExpectedRange | null) => {
    const others = Object.fromEntries(Object.entries(settings.preferences.ranges).filter(([key]) => key !== type));
    void ask(client.prefer({ ranges: next === null ? others : { ...others, [type]: next } }));
  };
  return (
    <PagePart title={translate('optionsRanges')} lead={translate('optionsRangesLead')}>
      <Field label={translate('optionsRangesType')} forId={id}>
        <select
          id={id}
          class="select"
          value={type}
          onChange={(event) =>
            setType(DOCUMENT_TYPES.find((candidate) => candidate === event.currentTarget.value) ?? type)
          }
        >
          {DOCUMENT_TYPES.map((value) => (
            <option key={value} value={value}>
              {translate(DOCUMENT_TYPE_NAMES[value])}
            </option>
          ))}
        </select>
      </Field>
      <div class="page-scroll">
        <table class="page-table options-ranges">
          <thead>
            <tr>
              <th scope="col">{translate('mixStage')}</th>
              <th scope="col">{translate('optionsRangeLow')}</th>
              <th scope="col">{translate('optionsRangeHigh')}</th>
            </tr>
          </thead>
          <tbody>
            {STAGES.map((stage) => (
              <tr key={stage}>
                <th scope="row">
                  <span class="options-label">
                    <StageMark label={stage} />
                    {translate(LABEL_NAMES[stage])}
                  </span>
                </th>
                <td>
                  <Bound stage={stage} bound="low" range={range} onChange={save} />
                </td>
                <td>
                  <Bound stage={stage} bound="high" range={range} onChange={save} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="page-actions">
        <Button icon="undo" disabled={own === undefined} onClick={() => save(null)}>
          {translate('optionsRangesReset')}
        </Button>
      </div>
    </PagePart>
  );
}

interface BoundProps {
  readonly stage: Stage;
  readonly bound: 'low' | 'high';
  readonly range: ExpectedRange;
  readonly onChange: (range: ExpectedRange) => void;
}

function Bound({ stage, bound, range, onChange }: BoundProps) {
  const translate = useTranslate();
  const name = translate(bound === 'low' ? 'optionsRangeLowOf' : 'optionsRangeHighOf', translate(LABEL_NAMES[stage]));
  return (
    <span class="options-percent">
      <input
        class="input number"
        type="number"
        min={0}
        max={100}
        step={1}
        aria-label={name}
        value={Math.round(range[stage][bound] * 100)}
        onChange={(event) => {
          const next = withBound(range, stage, bound, event.currentTarget.valueAsNumber);
          if (next === range) event.currentTarget.value = String(Math.round(range[stage][bound] * 100));
          else onChange(next);
        }}
      />
      %
    </span>
  );
}
