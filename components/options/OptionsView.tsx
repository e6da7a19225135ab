import { useState } from 'preact/hooks';
import { Notice } from '../controls/Notice.tsx';
import type { Outcome, Settings, SettingsClient } from '../hooks/settings-client.ts';
import { useTranslate } from '../i18n/translate.ts';
import { PageFrame } from '../layout/PageFrame.tsx';
import { Corrections } from './Corrections.tsx';
import { Everything } from './Everything.tsx';
import { MarksOptions } from './MarksOptions.tsx';
import { Ranges } from './Ranges.tsx';
import { RulePacks } from './RulePacks.tsx';
import { Sites } from './Sites.tsx';
import { Vocabulary } from './Vocabulary.tsx';
import { WriterOptions } from './WriterOptions.tsx';
import './options.css';

export interface OptionsViewProps {
  readonly settings: Settings | null;
  readonly client: SettingsClient;
  /** Offers a text as a file to be saved. */
  readonly onSaveFile: (name: string, text: string) => void;
}

/** What every part of the options page needs. `ask` shows what went wrong, if anything. */
export interface OptionsPartProps {
  readonly settings: Settings;
  readonly client: SettingsClient;
  readonly ask: (outcome: Promise<Outcome>) => Promise<boolean>;
}

/** Everything the writer can decide, taking effect at once. */
export function OptionsView({ settings, client, onSaveFile }: OptionsViewProps) {
  const translate = useTranslate();
  const [trouble, setTrouble] = useState<string | null>(null);
  const ask = async (asked: Promise<Outcome>): Promise<boolean> => {
    const outcome = await asked;
    setTrouble(outcome.ok ? null : translate(outcome.message.key, ...outcome.message.values));
    return outcome.ok;
  };
  const problems = Object.keys(settings?.problems ?? {});
  return (
    <PageFrame page="options" title={translate('pageOptions')} lead={translate('optionsLead')}>
      {trouble !== null && <Notice kind="error">{trouble}</Notice>}
      {problems.length > 0 && <Notice>{translate('optionsProblems', problems.join(', '))}</Notice>}
      {settings === null ? (
        <p role="status">{translate('pageLoading')}</p>
      ) : (
        <div class="options">
          <WriterOptions settings={settings} client={client} ask={ask} />
          <MarksOptions settings={settings} client={client} ask={ask} />
          <Sites settings={settings} client={client} ask={ask} />
          <Corrections settings={settings} client={client} ask={ask} onSaveFile={onSaveFile} />
          <Vocabulary settings={settings} client={client} ask={ask} />
          <RulePacks settings={settings} client={client} ask={ask} onSaveFile={onSaveFile} />
          <Ranges settings={settings} client={client} ask={ask} />
          <Everything client={client} ask={ask} onSaveFile={onSaveFile} />
        </div>
      )}
    </PageFrame>
  );
}
