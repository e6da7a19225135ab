import { STAGES, type Stage } from '../../lib/model/stage.ts';
import { MARK_MODES, type MarkMode } from '../../lib/model/tab.ts';
import { Choice, type ChoiceOption } from '../controls/Choice.tsx';
import { useAsked } from '../controls/use-asked.ts';
import { LABEL_NAMES } from '../i18n/names.ts';
import { useTranslate } from '../i18n/translate.ts';
import { StageMark } from '../stage/StageMark.tsx';
import './switches.css';

export interface MarkModesProps {
  readonly mode: MarkMode;
  readonly disabled?: boolean;
  readonly onChange: (mode: MarkMode) => void;
}

/** Which marks are drawn in the document: all, one stage only, or none while writing. */
export function MarkModes({ mode, disabled, onChange }: MarkModesProps) {
  const translate = useTranslate();
  const [shown, ask] = useAsked(mode, onChange);
  const options = MARK_MODES.map((value): ChoiceOption<MarkMode> => {
    const stage = STAGES.find((candidate) => candidate === value);
    if (stage === undefined) return { value, name: translate(value === 'all' ? 'modeAll' : 'modeNone') };
    return {
      value,
      name: translate('modeOnly', translate(LABEL_NAMES[stage])),
      content: <ModeSign label={stage} />,
    };
  });
  return (
    <Choice
      legend={translate('modeLegend')}
      hideLegend
      options={options}
      value={shown}
      disabled={disabled ?? false}
      onChange={ask}
    />
  );
}

function ModeSign({ label }: { readonly label: Stage }) {
  return (
    <span class="mode-sign" data-stage={label}>
      <StageMark label={label} />
      <span class="stage-line" />
    </span>
  );
}
