import { useId } from 'preact/hooks';
import { LEVELS, type Level } from '../../lib/model/writer.ts';
import { LEVEL_NAMES } from '../i18n/names.ts';
import { useTranslate } from '../i18n/translate.ts';
import { PagePart } from '../layout/PagePart.tsx';
import { Field } from './Field.tsx';
import type { OptionsPartProps } from './OptionsView.tsx';

/** The writer's level and what they work towards: advice differs by both. */
export function WriterOptions({ settings, client, ask }: OptionsPartProps) {
  const translate = useTranslate();
  const { level, aim } = settings.preferences;
  return (
    <PagePart title={translate('optionsYou')} lead={translate('optionsYouLead')}>
      <LevelField
        label={translate('optionsLevel')}
        value={level}
        onChange={(value) => void ask(client.prefer({ level: value ?? undefined }))}
      />
      <LevelField
        label={translate('optionsAim')}
        value={aim}
        onChange={(value) => void ask(client.prefer({ aim: value ?? undefined }))}
      />
    </PagePart>
  );
}

interface LevelFieldProps {
  readonly label: string;
  readonly value: Level | null;
  readonly onChange: (level: Level | null) => void;
}

function LevelField({ label, value, onChange }: LevelFieldProps) {
  const translate = useTranslate();
  const id = useId();
  return (
    <Field label={label} forId={id}>
      <select
        id={id}
        class="select"
        value={value ?? ''}
        onChange={(event) => onChange(LEVELS.find((level) => level === event.currentTarget.value) ?? null)}
      >
        <option value="">{translate('optionsUnsaid')}</option>
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {translate(LEVEL_NAMES[level])}
          </option>
        ))}
      </select>
    </Field>
  );
}
