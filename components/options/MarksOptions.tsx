import { useId } from 'preact/hooks';
import { Choice } from '../controls/Choice.tsx';
import { Switch } from '../controls/Switch.tsx';
import { PAUSE_MS } from '../hooks/settings-client.ts';
import { useTranslate } from '../i18n/translate.ts';
import { PagePart } from '../layout/PagePart.tsx';
import { MarkModes } from '../switches/MarkModes.tsx';
import { Field } from './Field.tsx';
import type { OptionsPartProps } from './OptionsView.tsx';

/** Steps of the pause slider, in milliseconds. */
const PAUSE_STEP_MS = 100;

const seconds = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** How marks look, which are drawn in a document that has no choice of its own, and when. */
export function MarksOptions({ settings, client, ask }: OptionsPartProps) {
  const translate = useTranslate();
  const { look, mode, pauseMs, ledger } = settings.preferences;
  const pauseId = useId();
  return (
    <PagePart title={translate('optionsMarks')} lead={translate('optionsMarksLead')}>
      <Field label={translate('optionsLook')}>
        <Choice
          legend={translate('optionsLook')}
          hideLegend
          value={look}
          options={[
            { value: 'line', name: translate('optionsLookLine') },
            { value: 'tint', name: translate('optionsLookTint') },
          ]}
          onChange={(value) => void ask(client.prefer({ look: value }))}
        />
      </Field>
      <p class="options-look" aria-hidden="true">
        <span data-stage="strategy" class={`options-mark ${look === 'tint' ? 'options-mark-tint' : ''}`}>
          {translate('optionsLookSample')}
        </span>
      </p>
      <Field label={translate('optionsMode')} note={translate('optionsModeNote')}>
        <MarkModes mode={mode} onChange={(value) => void ask(client.prefer({ mode: value }))} />
      </Field>
      <Field
        label={translate('optionsPause')}
        note={translate('optionsPauseNote', seconds.format(pauseMs / 1000))}
        forId={pauseId}
      >
        <input
          id={pauseId}
          type="range"
          class="range"
          min={PAUSE_MS.least}
          max={PAUSE_MS.most}
          step={PAUSE_STEP_MS}
          value={pauseMs}
          aria-valuetext={translate('optionsPauseNote', seconds.format(pauseMs / 1000))}
          onChange={(event) => void ask(client.prefer({ pauseMs: Number(event.currentTarget.value) }))}
        />
      </Field>
      <Switch
        label={translate('optionsLedger')}
        note={translate('optionsLedgerNote')}
        on={ledger}
        onChange={(on) => void ask(client.prefer({ ledger: on }))}
      />
    </PagePart>
  );
}
