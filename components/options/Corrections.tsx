import { useState } from 'preact/hooks';
import { LABELS, type Label } from '../../lib/model/stage.ts';
import { Button } from '../controls/Button.tsx';
import type { Correction } from '../hooks/settings-client.ts';
import { LABEL_NAMES } from '../i18n/names.ts';
import { counted, useTranslate } from '../i18n/translate.ts';
import { PagePart } from '../layout/PagePart.tsx';
import { StageMark } from '../stage/StageMark.tsx';
import type { OptionsPartProps } from './OptionsView.tsx';

/** The newest corrections are listed; older ones still count and are in the export. */
const LISTED = 100;

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

export interface CorrectionsProps extends OptionsPartProps {
  readonly onSaveFile: (name: string, text: string) => void;
}

/** What the writer corrected: to be looked through, changed, taken back and exported. */
export function Corrections({ settings, client, ask, onSaveFile }: CorrectionsProps) {
  const translate = useTranslate();
  const [changed, setChanged] = useState<Correction | null>(null);
  const newest = [...settings.corrections].reverse().slice(0, LISTED);
  const relabel = async (correction: Correction, label: Label | null) => {
    if (await ask(client.relabel(correction, label))) setChanged(correction);
  };
  const undo = async () => {
    if (changed !== null && (await ask(client.restore(changed)))) setChanged(null);
  };
  return (
    <PagePart title={translate('optionsCorrections')} lead={translate('optionsCorrectionsLead')}>
      <div class="options-undo" role="status">
        {changed !== null && (
          <Button icon="undo" onClick={() => void undo()}>
            {translate('optionsUndo')}
          </Button>
        )}
      </div>
      {newest.length === 0 ? (
        <p class="soft">{translate('optionsCorrectionsNone')}</p>
      ) : (
        <div class="page-scroll">
          <table class="page-table">
            <thead>
              <tr>
                <th scope="col">{translate('optionsCorrectionWhat')}</th>
                <th scope="col">{translate('optionsCorrectionLabel')}</th>
                <th scope="col">{translate('optionsCorrectionWhen')}</th>
                <th scope="col">
                  <span class="for-screen-readers">{translate('optionsRemove')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {newest.map((correction) => (
                <Row key={keyOf(correction)} correction={correction} onRelabel={relabel} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {settings.corrections.length > 0 && (
        <div class="page-actions">
          <Button
            icon="download"
            onClick={() =>
              onSaveFile('stagemark-corrections.json', `${JSON.stringify(settings.corrections, null, 2)}\n`)
            }
          >
            {counted(translate, 'optionsCorrectionsExport', settings.corrections.length)}
          </Button>
        </div>
      )}
    </PagePart>
  );
}

interface RowProps {
  readonly correction: Correction;
  readonly onRelabel: (correction: Correction, label: Label | null) => Promise<void>;
}

function Row({ correction, onRelabel }: RowProps) {
  const translate = useTranslate();
  const what =
    correction.kind === 'phrase'
      ? translate('optionsCorrectionPhrase', correction.phrase)
      : translate('optionsCorrectionPassage', translate(LABEL_NAMES[correction.was]));
  return (
    <tr>
      <td>{what}</td>
      <td>
        <span class="options-label">
          <StageMark label={correction.label} />
          <select
            class="select"
            aria-label={translate('optionsCorrectionChange', what)}
            value={correction.label}
            onChange={(event) => {
              const label = LABELS.find((candidate) => candidate === event.currentTarget.value);
              if (label !== undefined) void onRelabel(correction, label);
            }}
          >
            {LABELS.map((label) => (
              <option key={label} value={label}>
                {translate(LABEL_NAMES[label])}
              </option>
            ))}
          </select>
        </span>
      </td>
      <td class="number">{day.format(correction.at)}</td>
      <td class="page-figure">
        <Button
          kind="quiet"
          icon="remove"
          label={translate('optionsCorrectionRemove', what)}
          onClick={() => void onRelabel(correction, null)}
        />
      </td>
    </tr>
  );
}

function keyOf(correction: Correction): string {
  return correction.kind === 'phrase'
    ? `phrase ${correction.phrase}`
    : `passage ${correction.document} ${correction.quote} ${correction.before} ${correction.after}`;
}
